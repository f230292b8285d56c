/** How far a learner is from the attestation: the one place where the rule is applied; pure. */

import { DONE, indexes } from "./borrowed.js";

/**
 * @typedef {object} Rule  of the whole course, from the page's `data-attestation`
 * @property {readonly number[]} lessons  permanent numbers
 * @property {number} share  of the lessons that are to be done, percent
 * @property {readonly number[]} quizzes  permanent numbers of their records
 * @property {number} mean  of the best scores, percent
 * @property {number} minimum  of each best score, percent
 * @property {readonly number[]} placed  permanent numbers of the self-positionings to answer
 * @property {number} sections  of the project sheet that are to be begun
 *
 * @typedef {object} Criterion
 * @property {number} count  what there is: lessons, percent, answers, sections
 * @property {number} needed
 * @property {boolean} isReached
 * @property {readonly number[]} missing  permanent numbers of what would bring it nearer
 *
 * @typedef {object} Standing
 * @property {Criterion} lessons
 * @property {Criterion & {low: number}} quizzes  `low`: how many are under the minimum
 * @property {Criterion} placed
 * @property {Criterion} sections
 * @property {boolean} isReached
 */

/** Sections of the project sheet are numbered from 1; what else its part of the state holds is not one. */
const FIRST_SECTION = 1;
/** Level from which a section is begun. */
const BEGUN = 1;
/** Products of percents are not exact. */
const SLIP = 1e-6;

/**
 * Apply the rule of a course. What was retired from the course counts no more; a quiz that was never
 * sent counts as 0. More work never makes less of it.
 *
 * @param {import("../state.js").State} state  all that is known of the learner's work
 * @param {Rule} rule
 * @returns {Standing}
 */
export function standingOf(state, rule) {
  const open = rule.lessons.filter((index) => (state.lessons[index] || { status: 0 }).status !== DONE);
  const lessons = reached(rule.lessons.length - open.length, Math.max(0, Math.ceil((rule.lessons.length * rule.share) / 100 - SLIP)), open);
  const unanswered = rule.placed.filter((index) => !(state.questions[index] || { tries: 0 }).tries);
  const placed = reached(rule.placed.length - unanswered.length, rule.placed.length, unanswered);
  const begun = indexes(state.sheet).filter((section) => section >= FIRST_SECTION && state.sheet[section].level >= BEGUN);
  const sections = reached(begun.length, rule.sections, []);
  const quizzes = quizzesOf(state, rule);
  return { lessons, quizzes, placed, sections, isReached: [lessons, quizzes, placed, sections].every((each) => each.isReached) };
}

/**
 * @param {number} count
 * @param {number} needed
 * @param {readonly number[]} missing
 * @returns {Criterion}
 */
function reached(count, needed, missing) {
  const isReached = count >= needed;
  return { count, needed, isReached, missing: isReached ? [] : missing };
}

/**
 * @param {import("../state.js").State} state
 * @param {Rule} rule
 * @returns {Standing["quizzes"]}
 */
function quizzesOf(state, { quizzes, mean, minimum }) {
  if (!quizzes.length) return Object.assign(reached(0, 0, []), { low: 0 });
  // In hundredths of a percent, as the state holds them: their sum is exact.
  const best = (/** @type {number} */ index) => Math.max(0, (state.quizzes[index] || { best: 0 }).best);
  const sum = quizzes.reduce((total, index) => total + best(index), 0);
  const isMean = sum >= mean * 100 * quizzes.length - SLIP;
  const low = quizzes.filter((index) => best(index) < minimum * 100 - SLIP);
  const missing = isMean ? low : quizzes.filter((index) => low.includes(index) || best(index) < mean * 100 - SLIP);
  return { count: sum / quizzes.length / 100, needed: mean, low: low.length, isReached: isMean && !low.length, missing };
}
