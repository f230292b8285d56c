/**
 * Drives the learner's store through work on packages given on standard input, and prints for each
 * the length of the longest state that was reached. `tests/properties/test_state_budget.py` holds
 * these lengths under the compiler's bound.
 */

import { readFileSync } from "node:fs";
import { KINDS } from "../../tiers_lieu_mooc/learner/js/question/index.js";
import { generator, shuffle } from "../../tiers_lieu_mooc/learner/js/random.js";
import { DONE, MAX_COUNT, MAX_REVISION, MAX_ROW, WHOLE, decode, encode } from "../../tiers_lieu_mooc/learner/js/state.js";
import { Store } from "../../tiers_lieu_mooc/learner/js/store.js";

/**
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Key} Key
 * @typedef {{lessons: number[], quizzes: number[], attempts: number, questions: {kind: string, key: Key, isInQuiz: boolean}[], seed: number}} Contents
 */

/** @type {Contents[]} */
const packages = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(packages.map(longest)));

/** @param {Contents} contents */
function longest(contents) {
  const random = generator(contents.seed);
  const store = new Store();
  store.adopt(null);
  let reached = 0;
  store.onChange = () => {
    reached = Math.max(reached, encode(store.state).length);
  };
  // First some work at random, then everything at its longest, then work at random again.
  for (let act = 0; act < 40; act += 1) work(store, contents, random);
  exhaust(store, contents, random);
  for (let act = 0; act < 20; act += 1) work(store, contents, random);
  const text = encode(store.state);
  if (JSON.stringify(decode(text)) !== JSON.stringify(store.state)) throw new Error(`not read back: ${text}`);
  return reached;
}

/** @param {Store} store  @param {Contents} contents  @param {() => number} random */
function work(store, { lessons, quizzes, questions, attempts }, random) {
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  const act = random();
  if (act < 0.2 && lessons.length) store.reachLesson(pick(lessons), 1 + Math.round(random()));
  else if (act < 0.3 && quizzes.length) begin(store, pick(quizzes), attempts);
  else if (act < 0.4 && quizzes.length) store.sendAttempt(pick(quizzes), Math.floor(random() * 10001));
  else if (act < 0.45) store.judge(1 + Math.floor(random() * 12), Math.floor(random() * 4));
  else if (questions.length) answer(store, pick(questions), random, Math.floor(random() * 3));
}

/** The page offers no more attempts than its author.  @param {Store} store  @param {number} quiz  @param {number} attempts */
function begin(store, quiz, attempts) {
  if (store.quiz(quiz).sent < attempts) store.startAttempt(quiz);
}

/**
 * @param {Store} store
 * @param {Contents["questions"][number]} question
 * @param {() => number} random
 * @param {number} epoch
 */
function answer(store, { kind, key, isInQuiz }, random, epoch) {
  const given = KINDS[kind].pack(key, anAnswer(kind, key, random));
  store.moveTo(key.index);
  store.answer(key.index, { text: given, epoch: isInQuiz ? epoch : 0, checked: Math.round(random()) });
  store.gain(key.index, { isTry: random() < 0.5, best: key.points ? Math.floor(random() * (WHOLE + 1)) : -1 });
  setRow(store, kind, key, Math.floor(random() * MAX_COUNT));
}

/** An open text that is not sent has no row.  @param {Store} store  @param {string} kind  @param {Key} key  @param {number} row */
function setRow(store, kind, key, row) {
  if (kind !== "réflexion" || key.sent) store.setRow(key.index, row);
}

/** @param {Store} store  @param {Contents} contents  @param {() => number} random */
function exhaust(store, contents, random) {
  store.state.revision = MAX_REVISION;
  for (const index of contents.lessons) store.reachLesson(index, DONE);
  for (const question of contents.questions) {
    const { kind, key } = question;
    answer(store, question, random, contents.attempts);
    for (let tries = 0; tries < 40; tries += 1) store.gain(key.index, { isTry: true, best: key.points ? WHOLE : -1 });
    setRow(store, kind, key, MAX_ROW);
  }
  for (let section = 0; section <= 12; section += 1) store.judge(section, section ? 3 - (section % 2) : -1);
  for (const index of contents.quizzes) {
    store.state.quizzes[index] = { best: 10000, sent: contents.attempts, attempt: contents.attempts, seed: MAX_COUNT };
    store.changed(true);
  }
}

/**
 * @param {string} kind
 * @param {Key} key
 * @param {() => number} random
 * @returns {(number | string)[]}
 */
function anAnswer(kind, { choices = [], rows = [], items = 0, options = 0, gaps = [] }, random) {
  const text = Array.from({ length: 130 }, () => String.fromCharCode(32 + Math.floor(random() * 9000))).join("");
  const below = (/** @type {number} */ limit) => Math.floor(random() * (limit + 1)) - 1;
  if (choices.length) return choices.map((_, index) => index).filter(() => random() < 0.7);
  if (rows.length) return rows.map(() => below(options));
  if (kind === "ordre") return shuffle(Array.from({ length: items }, (_, item) => item), random);
  if (kind === "positionnement") return Array.from({ length: items }, () => below(options));
  if (gaps.length) return gaps.map(({ variants }) => (variants ? text : below(2)));
  // What is no number is not kept.
  if (kind === "numérique") return [`${1e14 + Math.floor(random() * 8e14)},${1e7 + Math.floor(random() * 8e7)}`];
  if (["réponse-courte", "réflexion"].includes(kind)) return [text];
  throw new Error(`no answer known to a question of kind ${kind}`);
}
