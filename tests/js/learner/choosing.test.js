/** What two devices answered otherwise, and what is only older. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Store } from "../../../tiers_lieu_mooc/learner/js/store.js";
import { join } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { contradictions, rivalsOf, undecided } from "../../../tiers_lieu_mooc/learner/js/tools/choosing.js";

/** @param {[number, string][]} answers  @param {Store} [store] */
function answered(answers, store = new Store()) {
  for (const [index, text] of answers) store.answer(index, { text });
  return store;
}

test("a state that goes on from another contradicts nothing of it, whatever it changed", () => {
  const first = answered([[3, "A"], [4, "B"]]);
  const later = new Store();
  later.adopt(first.state);
  answered([[3, "C"]], later);
  assert.deepEqual(contradictions(first.state, later.state), []);
  assert.deepEqual(contradictions(later.state, first.state), []);
});

test("two devices that answered other questions contradict each other in nothing", () => {
  assert.deepEqual(contradictions(answered([[3, "A"]]).state, answered([[4, "B"], [5, "C"]]).state), []);
});

test("two devices that answered one question otherwise do, and the later answer stands", () => {
  const [one, two] = [answered([[3, "A"], [4, "A"], [5, "A"]]), answered([[4, "D"], [3, "B"]])];
  assert.deepEqual(contradictions(one.state, two.state), [3, 4]);
  const rivals = rivalsOf(one.state, two.state);
  const joined = join(one.state, two.state);
  assert.deepEqual([joined.questions[3].text, rivals.questions[3].text], ["B", "A"]);
  assert.deepEqual([joined.questions[4].text, rivals.questions[4].text], ["A", "D"]);
});

test("an answer that is taken over is later than all that is known", () => {
  const [one, two] = [answered([[3, "A"], [4, "A"]]), answered([[4, "D"], [3, "B"]])];
  const rivals = rivalsOf(one.state, two.state);
  const store = new Store();
  store.adopt(join(one.state, two.state));
  store.answer(3, rivals.questions[3]);
  assert.equal(store.question(3).text, "A");
  assert.equal(join(store.state, join(one.state, two.state)).questions[3].text, "A");
});

test("an answer of an earlier attempt, or one that was given anew, is not asked about", () => {
  const [one, two] = [answered([[3, "A"], [4, "A"], [5, "A"]]), answered([[3, "D"], [4, "D"], [5, "D"]])];
  const rivals = rivalsOf(two.state, one.state);
  const store = new Store();
  store.adopt(join(one.state, two.state));
  assert.deepEqual(undecided(rivals, store), [3, 4, 5]);
  store.answer(4, { text: rivals.questions[4].text });
  store.answer(5, { text: "B", epoch: 1 });
  assert.deepEqual(undecided(rivals, store), [3]);
});
