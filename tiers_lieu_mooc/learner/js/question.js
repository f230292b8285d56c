/**
 * One question on the page: its key, its answer, its verdict. Shared by questions in lessons and
 * by quizzes.
 */

import { all, arrange, first, isComplete, mark, verdictOf } from "./kind.js";
import { KINDS } from "./question/index.js";
import { numberIn } from "./question/numeric.js";
import { generator, shuffle } from "./random.js";
import { WHOLE } from "./state.js";
import { number, say, word } from "./words.js";

/**
 * @typedef {import("./kind.js").Answer} Answer
 * @typedef {import("./kind.js").Grade} Grade
 * @typedef {import("./kind.js").Key} Key
 */

/**
 * @typedef {object} Question
 * @property {HTMLElement} element
 * @property {import("./kind.js").Kind} kind
 * @property {Key} key
 */

const FIELDS = "input, select, textarea";

/** @param {Element} element  @returns {Question} */
export function questionAt(element) {
  const { dataset } = /** @type {HTMLElement} */ (element);
  return { element: /** @type {HTMLElement} */ (element), kind: KINDS[dataset.kind || ""], key: JSON.parse(dataset.key || "{}") };
}

/**
 * Put answers in an order that the seed decides; an ordering question never starts solved.
 *
 * @param {Question} question
 * @param {number} seed
 */
export function mix({ element, key }, seed) {
  const places = all(element, "[data-shuffle] > [data-place]");
  if (!key.shuffled || places.length < 2) return;
  const those = (/** @type {boolean} */ isFixed) =>
    places
      .filter((place) => place.hasAttribute("data-fixed") === isFixed)
      .map((place) => Number(place.getAttribute("data-place")))
      .sort((one, other) => one - other);
  const movable = those(false);
  const random = generator(seed * 977 + key.index);
  let order = shuffle(movable, random);
  if (element.dataset.kind === "ordre" && String(order) === String(movable)) order = order.slice(1).concat(order[0]);
  for (const place of those(true)) order.splice(place, 0, place);
  arrange(element, order);
}

/**
 * Show a kept answer.
 *
 * @param {Question} question
 * @param {string} text  as the state holds it
 * @returns {Answer | null}  null when there is none, or none that still fits the question
 */
export function restore({ element, kind, key }, text) {
  const answer = text ? kind.unpack(key, text) : null;
  if (answer) kind.write(element, key, answer);
  return answer;
}

/**
 * The points of an answer in parts of `WHOLE`, the penalty for extra tries taken off.
 *
 * @param {Key} key
 * @param {number} share
 * @param {number} tries
 */
export function worth(key, share, tries) {
  return Math.round(WHOLE * share * Math.max(0, 1 - key.penalty * Math.max(0, tries - 1)));
}

/**
 * Note that an answer without points was handed in: `showVerdict` says that it is kept.
 *
 * @param {Question} question
 */
export function markKept({ element, key }) {
  if (key.points === 0 && !element.dataset.kept) element.dataset.kept = "kept";
}

/**
 * Write the verdict with the comments that belong to the answer. The texts stand in the page
 * (`data-corrections`); they are copied into the live region so that readers hear them.
 *
 * @param {Question} question
 * @param {Grade} grade
 * @param {boolean} isFinal  also show the right answer and the explanation
 */
export function showVerdict({ element, key }, { share, marks }, isFinal) {
  const region = first(element, "[data-verdict]");
  const corrections = first(element, "[data-corrections]");
  if (!region || !corrections) return;
  region.textContent = "";
  const verdict = verdictOf(share);
  const isGraded = key.points > 0;
  const said = isGraded ? verdict : element.dataset.kept;
  if (said) {
    const line = region.appendChild(document.createElement("p"));
    if (isGraded) line.className = `verdict ${verdict}`;
    line.textContent = word(said, { percent: number(share * 100) });
  }
  const isRight = verdict === "right";
  const names = [isGraded && verdict, ...marks, isFinal && !isRight && "solution", isFinal && "explanation", isGraded && !isRight && "lessons"];
  for (const name of names) for (const text of all(corrections, `[data-for="${name}"]`)) region.appendChild(text.cloneNode(true));
}

/** An answer that cannot be read is no wrong one: it is asked for again. */
export const UNREAD = "number-expected";

/**
 * What an answer lacks to be handed in, as a word; "" when it lacks nothing.
 *
 * @param {Question} question
 * @param {Answer | null} answer
 */
export function lackOf({ key }, answer) {
  if (!answer) return "answer-missing";
  if (key.ranges && numberIn(key, answer) === null) return UNREAD;
  return isComplete(answer) ? "" : "answer-incomplete";
}

/**
 * The answer, if there is one to hand in; otherwise the page says what is missing.
 *
 * @param {Question} question
 * @returns {Answer | null}
 */
export function handIn(question) {
  const answer = question.kind.read(question.element, question.key);
  const lack = lackOf(question, answer);
  showAlert(question, word(lack));
  return lack ? null : answer;
}

/**
 * Say why an answer cannot be checked, on the question and aloud; "" takes it back.
 *
 * @param {Question} question
 * @param {string} text
 */
export function showAlert({ element }, text) {
  say(first(element, "[data-alert]"), text);
  for (const field of all(element, FIELDS)) {
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

/**
 * @param {Question} question
 * @param {boolean} isLocked
 */
export function lock({ element }, isLocked) {
  mark(element, "data-locked", isLocked);
  const fields = /** @type {(Element & {disabled: boolean})[]} */ (all(element, `${FIELDS}, [data-move]`));
  // A field that is disabled while it has the focus would leave it nowhere.
  const button = first(element, "[data-hand-in]");
  if (isLocked && button && fields.includes(/** @type {HTMLInputElement} */ (document.activeElement))) button.focus();
  for (const field of fields) field.disabled = isLocked;
}

/** @param {Question} question */
export function clearVerdict({ element }) {
  say(first(element, "[data-verdict]"), "");
}
