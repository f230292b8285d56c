/** Which questions an attempt at a quiz asks, and in which order; pure. */

import { generator } from "./random.js";

/**
 * The questions of an attempt, in its order. Each has a rank of its own, made from the seed and its
 * permanent number: when a newer package adds or retires a question in the middle of an attempt,
 * the others stay, in the same order. What was answered already stays whatever happens to the bank
 * or to the draw: it takes the place of a question that was not, or comes last.
 *
 * @template {{key: {index: number}, tags: readonly string[]}} T
 * @param {readonly T[]} bank
 * @param {Pick<import("./quiz.js").Rules, "draws" | "shuffled">} rules
 * @param {number} seed
 * @param {(question: T) => boolean} [isAnswered]  in this attempt
 * @returns {T[]}
 */
export function draw(bank, { draws, shuffled }, seed, isAnswered = () => false) {
  const rank = (/** @type {T} */ { key }) => generator(seed * 1013 + key.index)();
  const ranked = bank.slice().sort((one, other) => rank(one) - rank(other));
  let drawn = draws.length ? [] : ranked;
  for (const { tag, count } of draws) {
    const left = ranked.filter((question) => !drawn.includes(question) && (tag === null || question.tags.includes(tag)));
    drawn = drawn.concat(left.slice(0, count));
  }
  // By rank and not one draw after the other: a new order of tags must not shuffle an attempt.
  drawn = ranked.filter((question) => drawn.includes(question));
  for (const question of bank) if (isAnswered(question) && !drawn.includes(question)) admit(drawn, question, isAnswered);
  return shuffled ? drawn : bank.filter((question) => drawn.includes(question));
}

/**
 * @template {{tags: readonly string[]}} T
 * @param {T[]} drawn
 * @param {T} question  answered, and not drawn
 * @param {(question: T) => boolean} isAnswered
 */
function admit(drawn, question, isAnswered) {
  const free = drawn.filter((each) => !isAnswered(each)).reverse();
  const twin = free.find((each) => each.tags.some((tag) => question.tags.includes(tag))) || free[0];
  drawn.splice(twin ? drawn.indexOf(twin) : drawn.length, twin ? 1 : 0, question);
}
