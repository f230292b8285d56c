import assert from "node:assert/strict";
import { test } from "node:test";

import { resultOf } from "../../../tiers_lieu_mooc/learner/js/report.js";
import { DONE, OPENED, WHOLE, emptyQuestion, emptyQuiz, emptyState } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { objectivesOf } from "../../../tiers_lieu_mooc/learner/js/tools/objectives.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/state.js").State} State */

const LESSONS_ONLY = { name: "essai", id: "essai", recorded: [], lessons: [0, 1], quizzes: [], score: 100, objectives: [] };
const WITH_QUIZ = { name: "essai", id: "essai", recorded: [], lessons: [0, 1], quizzes: [{ index: 5, pass: 60, attempts: 3 }], score: 100, objectives: [] };

/** @param {Partial<State>} own */
const state = (own) => Object.assign(emptyState(), own);

/** @param {number} sent  @param {number} best */
const quiz = (sent, best) => state({ quizzes: { 5: Object.assign(emptyQuiz(), { sent, best, attempt: sent }) } });

test("lessons alone are completed when each one is done", () => {
  const half = state({ lessons: { 0: { status: DONE }, 1: { status: OPENED } } });
  assert.deepEqual(resultOf(half, LESSONS_ONLY), { completed: false, success: "unknown", score: null, progress: 0.5 });
  const whole = state({ lessons: { 0: { status: DONE }, 1: { status: DONE } } });
  assert.deepEqual(resultOf(whole, LESSONS_ONLY), { completed: true, success: "unknown", score: 100, progress: 1 });
});

test("lessons alone are completed without a score where the course wants none", () => {
  const whole = state({ lessons: { 0: { status: DONE }, 1: { status: DONE } } });
  const contents = Object.assign({}, LESSONS_ONLY, { score: null });
  assert.deepEqual(resultOf(whole, contents), { completed: true, success: "unknown", score: null, progress: 1 });
});

const OUTCOMES = /** @type {const} */ ([
  ["nothing sent", quiz(0, -1), false, "unknown", null],
  ["failed, tries left", quiz(1, 3000), false, "unknown", null],
  ["failed, no try left", quiz(3, 5999), true, "failed", 59.99],
  ["just passed", quiz(1, 6000), true, "passed", 60],
  ["passed in the end", quiz(3, 10000), true, "passed", 100],
]);
for (const [name, reached, completed, success, score] of OUTCOMES) {
  test(`a quiz with ${name} is ${success}`, () => {
    const result = resultOf(reached, WITH_QUIZ);
    assert.deepEqual([result.completed, result.success, result.score], [completed, success, score]);
  });
}

test("an objective is scored on the questions that were graded", () => {
  const contents = Object.assign({}, WITH_QUIZ, {
    objectives: [{ id: "comprendre_O1", questions: /** @type {[number, number][]} */ ([[7, 1], [8, 3], [9, 2]]) }],
  });
  const graded = (/** @type {number} */ best) => Object.assign(emptyQuestion(), { best });
  const reached = state({ questions: { 7: graded(WHOLE), 8: graded(WHOLE / 2) } });
  assert.deepEqual(objectivesOf(reached, contents), [{ id: "comprendre_O1", score: 62.5, completed: true, success: "unknown" }]);
  assert.deepEqual(objectivesOf(emptyState(), contents)[0].completed, false);
});
