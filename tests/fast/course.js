/** A small course: lessons with questions, and a quiz; every answer is one that nobody gave before. */

import { Piece } from "./window.js";

import { KINDS } from "../../tiers_lieu_mooc/learner/js/question/index.js";

/**
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Key} Key
 * @typedef {import("../../tiers_lieu_mooc/learner/js/question.js").Question} Question
 */

/** Answers under it are right. */
const HALF = 50_000;
export const LESSONS = [0, 1];
export const QUIZ = 9;
export const ATTEMPTS = 3;
export const PASS = 60;
/** Permanent numbers of open texts. */
export const TEXTS = [14, 15];
const INLINE = [3, 4];
const GAPS = [6];
const BANK = [10, 11];

/** @type {import("../../tiers_lieu_mooc/learner/js/report.js").Contents} */
export const CONTENTS = {
  id: "essai",
  name: "essai",
  lessons: LESSONS,
  recorded: [[0, 15]],
  quizzes: [{ index: QUIZ, pass: PASS, attempts: ATTEMPTS }],
  objectives: [{ id: "O1", questions: [[3, 1], [10, 1]] }],
  score: null,
};

/** A question of one number, right when it is under the half.  @param {number} index */
const numeric = (index) => question("numérique", index, { ranges: [{ low: 0, high: HALF, share: 1, right: true }] });

/** A question that is reported in two parts.  @param {number} index */
const gaps = (index) => question("trous", index, { gaps: [{ variants: ["oui"] }, { variants: ["non"] }], matching: {} });

/** @param {string} kind  @param {number} index  @param {Partial<Key>} more  @returns {Question} */
function question(kind, index, more) {
  /** @type {Key} */
  const key = { id: `q${index}`, index, points: 1, tries: 0, penalty: 0, scoring: "", shuffled: false, objectives: ["O1"], title: "", ...more };
  const element = new Piece();
  element.dataset = { kind, key: JSON.stringify(key), index: String(index) };
  return { element: /** @type {any} */ (element), kind: KINDS[kind], key };
}

export const PRACTICE = [...INLINE.map(numeric), ...GAPS.map(gaps)];
export const QUESTIONS = BANK.map(numeric);
const quiz = Object.assign(new Piece(), { dataset: { index: String(QUIZ) } });
for (const { element } of QUESTIONS) Object.assign(element, { holder: quiz });
export const ALL = [...PRACTICE, ...QUESTIONS];

/**
 * The answer of this number.
 *
 * @param {Question} question
 * @param {number} number  another one each time
 * @param {boolean} isRight
 * @returns {import("../../tiers_lieu_mooc/learner/js/kind.js").Answer}
 */
export function answerOf({ key }, number, isRight) {
  if (key.gaps) return [`g${number}`, isRight ? "non" : "x"];
  return [String(isRight ? number : HALF + 1 + number)];
}
