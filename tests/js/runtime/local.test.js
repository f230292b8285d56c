import assert from "node:assert/strict";
import { test } from "node:test";

import { findRecorder } from "../../../scorm_export/runtime/launch.js";
import { interaction } from "./support.js";

/**
 * @param {Map<string, string>} kept
 * @param {string} [pathname]
 * @returns {any} a window whose storage is that map
 */
const pageOver = (kept, pathname = "/cours/") => ({
  location: { pathname },
  localStorage: {
    getItem: (/** @type {string} */ key) => (kept.has(key) ? kept.get(key) : null),
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
  },
  setTimeout() {},
});

test("state and place are found again by the same page, with or without its file name", async () => {
  const kept = new Map();
  const first = await findRecorder("local", pageOver(kept));
  assert.deepEqual(first.open(), {
    state: "",
    location: "",
    mode: "normal",
    learnerId: "",
    learnerName: "",
  });
  first.setState("AbC");
  first.setLocation("accueil/bonjour");
  assert.equal(first.commit(), true);
  first.close();
  const again = (await findRecorder("local", pageOver(kept, "/cours/index.html"))).open();
  assert.equal(again.state, "AbC");
  assert.equal(again.location, "accueil/bonjour");
  const other = (await findRecorder("local", pageOver(kept, "/autre/"))).open();
  assert.equal(other.state, "");
});

test("a name given by the page replaces its address", async () => {
  const kept = new Map();
  const first = await findRecorder("local", pageOver(kept, "/a/"), { key: "essai" });
  first.open();
  first.setState("AbC");
  const again = await findRecorder("local", pageOver(kept, "/b/"), { key: "essai" });
  assert.equal(again.open().state, "AbC");
});

test("blocked storage is told, not thrown", async () => {
  const page = pageOver(new Map());
  Object.defineProperty(page, "localStorage", {
    get() {
      throw new Error("SecurityError");
    },
  });
  const recorder = await findRecorder("local", page);
  assert.equal(recorder.open().state, "");
  recorder.setState("AbC");
  assert.equal(recorder.commit(), false);
});

test("what somebody else stored there is not taken for a state", async () => {
  for (const text of ["{", "null", "[]", '"x"', '{"state":4}']) {
    const kept = new Map([["scorm-export:/cours/", text]]);
    const { state, location } = (await findRecorder("local", pageOver(kept))).open();
    assert.ok(state === "" || state === "4", `${text} gave ${state}`);
    assert.equal(location, "");
  }
});

test("nothing is reported, and nothing is written once closed", async () => {
  const kept = new Map();
  const recorder = await findRecorder("local", pageOver(kept));
  recorder.open();
  assert.equal(recorder.isTracked, false);
  assert.equal(recorder.setInteractions(null, [interaction()]), null);
  recorder.setResult({ completed: true, success: "passed", score: 100, progress: 1 });
  recorder.setObjective({ id: "O1", completed: true, success: "passed", score: 100 });
  assert.deepEqual(recorder.refusals(), []);
  recorder.close();
  recorder.setState("late");
  assert.equal(recorder.commit(), false);
  assert.equal(kept.size, 0);
});
