import assert from "node:assert/strict";
import { test } from "node:test";

import { DONE, OPENED } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { Store } from "../../../tiers_lieu_mooc/learner/js/store.js";

test("answers given before the kept state arrives stay, and count as newer", () => {
  const before = new Store();
  before.answer(4, { text: "A" });
  for (let edit = 0; edit < 20; edit += 1) before.answer(4, { text: edit % 2 ? "A" : "B" });
  const now = new Store();
  now.answer(4, { text: "C" });
  now.adopt(before.state);
  assert.equal(now.question(4).text, "C");
  assert.ok(now.state.revision > before.state.revision);
});

test("a kept answer to another question is taken over", () => {
  const before = new Store();
  before.answer(9, { text: "B" });
  const now = new Store();
  now.answer(4, { text: "C" });
  now.adopt(before.state);
  assert.equal(now.question(9).text, "B");
});

test("the kept place stands when the learner was nowhere yet", () => {
  const before = new Store();
  before.moveTo(7);
  before.answer(4, { text: "A" });
  const now = new Store();
  now.adopt(before.state);
  assert.equal(now.state.place.index, 7);
});

test("a place that was reached before the kept one arrived is the newer one", () => {
  const before = new Store();
  for (const index of [7, 8, 9]) before.moveTo(index);
  const now = new Store();
  now.moveTo(2);
  now.adopt(before.state);
  assert.equal(now.state.place.index, 2);
});

test("a lesson that is done is never only opened again", () => {
  const store = new Store();
  store.reachLesson(0, DONE);
  store.reachLesson(0, OPENED);
  assert.equal(store.lesson(0), DONE);
});

test("the best of a quiz is kept over later attempts", () => {
  const store = new Store();
  for (const score of [8000, 3000]) {
    store.startAttempt(5);
    store.sendAttempt(5, score);
  }
  assert.deepEqual([store.quiz(5).best, store.quiz(5).sent], [8000, 2]);
});

test("writing the same answer again changes nothing", () => {
  const store = new Store();
  store.answer(4, { text: "A" });
  let changes = 0;
  store.onChange = () => {
    changes += 1;
  };
  store.answer(4, { text: "A" });
  assert.equal(changes, 0);
});

test("an attempt that another window began is gone on with, not begun again", () => {
  const store = new Store();
  store.startAttempt(5);
  const begun = store.quiz(5);
  store.startAttempt(5);
  assert.deepEqual(store.quiz(5), begun);
});
