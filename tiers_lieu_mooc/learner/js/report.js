/** What the whole of the learner's work means for the LMS (SCORM.md §3.5); pure. */

import { DONE } from "./state.js";

/**
 * @typedef {object} Contents  what the package holds, from the page's `data-package`
 * @property {string} id  of the course
 * @property {string} name  of the package: the course, or the course and its module
 * @property {readonly number[]} lessons  permanent numbers
 * @property {import("./state.js").Ranges} recorded  permanent numbers of everything that a state records
 * @property {readonly {index: number, pass: number, attempts: number}[]} quizzes  attempts 0: no limit
 * @property {number | null} score  what a package without quizzes reports once it is done; null for nothing
 * @property {readonly {id: string, questions: readonly (readonly [number, number])[]}[]} objectives
 *   `questions`: permanent number and points
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("../../../scorm_export/runtime/recorder.js").Result} Result
 */

/**
 * @param {State} state
 * @param {Contents["quizzes"][number]} quiz
 */
function quizOutcome(state, { index, pass, attempts }) {
  const record = state.quizzes[index];
  const best = record ? record.best / 100 : -1;
  const isPassed = best >= pass;
  const isSpent = Boolean(record && attempts && record.sent >= attempts);
  return { best, isPassed, isFinal: best >= 0 && (isPassed || isSpent) };
}

/**
 * A package with quizzes is finished when each is passed or has no attempt left; one without, when
 * every lesson is done. The score is written only then: an LMS with a mastery score would turn an
 * unfinished one into a failure. Where there is no quiz nothing was passed, whatever the score: Moodle
 * shows 0 for an activity that is completed without one.
 *
 * @param {State} state
 * @param {Contents} contents
 * @returns {Result}
 */
export function resultOf(state, { lessons, quizzes, score }) {
  const done = lessons.filter((index) => (state.lessons[index] || {}).status === DONE).length;
  const outcomes = quizzes.map((quiz) => quizOutcome(state, quiz));
  const finals = outcomes.filter((outcome) => outcome.isFinal).length;
  const total = lessons.length + quizzes.length;
  const progress = total ? (done + finals) / total : 0;
  const completed = quizzes.length ? finals === quizzes.length : done === lessons.length;
  if (!completed || !quizzes.length) return { completed, success: "unknown", score: completed ? score : null, progress };
  const success = outcomes.every((outcome) => outcome.isPassed) ? "passed" : "failed";
  return { completed, success, score: hundredths(mean(outcomes.map(({ best }) => best))), progress };
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {number} value */
function hundredths(value) {
  return Math.round(value * 100) / 100;
}
