import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { changeOf, marksOf } from "../../../tiers_lieu_mooc/learner/js/tools/comparison.js";
import { progressOf } from "../../../tiers_lieu_mooc/learner/js/tools/progress.js";
import { DONE, emptyQuestion, emptyQuiz, emptyState, join } from "../../../tiers_lieu_mooc/learner/js/state.js";

const CHANGES = /** @type {const} */ ([
  [0, 2, "up-many"],
  [3, 2, "down-one"],
  [4, 0, "down-many"],
  [1, 1, "same"],
  [-1, 3, "unknown"],
  [3, -1, "unknown"],
]);
for (const [before, now, change] of CHANGES) {
  test(`from ${before} to ${now} is ${change}`, () => assert.equal(changeOf(before, now), change));
}

/** @param {number} before  @param {number} now */
const track = (before, now) => [0, 1, 2, 3, 4].map((degree) => marksOf(degree, before, now));

test("the line of the chart goes from one mark to the other and no further", () => {
  assert.deepEqual(track(1, 3), ["", "before on", "back on", "now back", ""]);
  assert.deepEqual(track(3, 2), ["", "", "now on", "before back", ""]);
  assert.deepEqual(track(2, 2), ["", "", "before now", "", ""]);
  assert.deepEqual(track(-1, 2), ["", "", "now", "", ""]);
});

test("both ways have the same line", () => {
  const degree = fc.integer({ min: 0, max: 4 });
  const line = (/** @type {string[]} */ marks) => marks.map((mark) => mark.replace(/before|now/g, "").trim());
  fc.assert(fc.property(degree, degree, (one, other) => assert.deepEqual(line(track(one, other)), line(track(other, one)))));
});

test("what goes on to other packages holds no answer but those named", () => {
  const state = emptyState();
  state.revision = 9;
  state.lessons[0] = { status: DONE };
  state.quizzes[4] = Object.assign(emptyQuiz(), { best: 7000, sent: 1, attempt: 1 });
  state.questions[2] = Object.assign(emptyQuestion(), { text: "BC", tries: 1, stamp: 3 });
  state.questions[3] = Object.assign(emptyQuestion(), { text: "E", best: 100, stamp: 4 });
  state.sheet[1] = { stamp: 5, level: 2 };
  const part = progressOf(state, [2, 8]);
  assert.deepEqual(Object.keys(part.questions), ["2"]);
  assert.deepEqual([part.lessons, part.quizzes, part.sheet], [state.lessons, state.quizzes, state.sheet]);
  assert.deepEqual(join(state, part), state);
});
