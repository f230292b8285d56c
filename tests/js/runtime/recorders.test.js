/** What the recorders write, on a strict LMS with scorm-again under it: nothing may be refused. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { STANDARDS, interaction, recording } from "./support.js";

/** @typedef {import('../../../scorm_export/runtime/recorder.js').Result} Result */

/** @type {Result} */
const PASSED = { completed: true, success: "passed", score: 83.333, progress: 1 };
/** @type {Result} */
const UNDER_WAY = { completed: false, success: "unknown", score: null, progress: 0.25 };

test("a first launch 1.2 suspends, becomes incomplete and commits at once", () => {
  const { recorder, written, calls, commits } = recording("scorm12", {
    "cmi.core.student_id": "u42",
    "cmi.core.student_name": "Martin, Zoé",
  });
  assert.deepEqual(recorder.open(), {
    state: "",
    location: "",
    mode: "normal",
    learnerId: "u42",
    learnerName: "Martin, Zoé",
  });
  assert.deepEqual(written(), [
    "cmi.core.exit = suspend",
    "cmi.core.lesson_status = incomplete",
    "cmi.core.session_time = 00:00:00.00",
  ]);
  assert.equal(calls[0]?.name, "LMSInitialize");
  assert.equal(commits.length, 1);
  assert.deepEqual(recorder.refusals(), []);
});

test("a first launch 2004 leaves success alone", () => {
  const { recorder, written, commits } = recording("scorm2004-4", { "cmi.learner_id": "u42" });
  assert.equal(recorder.open().learnerId, "u42");
  assert.deepEqual(written(), [
    "cmi.exit = suspend",
    "cmi.completion_status = incomplete",
    "cmi.session_time = PT0H0M0S",
  ]);
  assert.equal(commits.length, 1);
});

test("state and place come back", () => {
  const old = recording("scorm12", {
    "cmi.suspend_data": "AbC-_9",
    "cmi.core.lesson_location": "m1/definir",
    "cmi.core.lesson_status": "incomplete",
  });
  assert.deepEqual(
    { state: "AbC-_9", location: "m1/definir" },
    (({ state, location }) => ({ state, location }))(old.recorder.open()),
  );
  const recent = recording("scorm2004-3", { "cmi.suspend_data": "AbC", "cmi.location": "m1" });
  assert.equal(recent.recorder.open().state, "AbC");
});

test("a pass is written in 1.2 as one status, after its score", () => {
  const { recorder, lms, written } = recording("scorm12");
  recorder.open();
  const before = written().length;
  recorder.setResult(PASSED);
  assert.deepEqual(written().slice(before), [
    "cmi.core.score.raw = 83.33",
    "cmi.core.score.min = 0",
    "cmi.core.score.max = 100",
    "cmi.core.lesson_status = passed",
  ]);
  assert.equal(lms.record()["cmi.core.lesson_status"], "passed");
});

test("a pass is written in 2004 as completion, then success", () => {
  const { recorder, written } = recording("scorm2004-4");
  recorder.open();
  const before = written().length;
  recorder.setResult(PASSED);
  assert.deepEqual(written().slice(before), [
    "cmi.progress_measure = 1",
    "cmi.score.raw = 83.33",
    "cmi.score.min = 0",
    "cmi.score.max = 100",
    "cmi.score.scaled = 0.8333",
    "cmi.completion_status = completed",
    "cmi.success_status = passed",
  ]);
});

/** @type {[string, Result, string, [string, string]][]} */
const OUTCOMES = [
  ["under way", UNDER_WAY, "incomplete", ["incomplete", "unknown"]],
  [
    "finished without a quiz",
    { ...PASSED, success: "unknown", score: null },
    "completed",
    ["completed", "unknown"],
  ],
  ["failed for good", { ...PASSED, success: "failed" }, "failed", ["completed", "failed"]],
  [
    "failed with tries left",
    { ...UNDER_WAY, success: "failed" },
    "incomplete",
    ["incomplete", "failed"],
  ],
  [
    "passed before everything was read",
    { ...UNDER_WAY, success: "passed" },
    "incomplete",
    ["incomplete", "unknown"],
  ],
];
for (const [name, result, status, [completion, success]] of OUTCOMES) {
  test(`work ${name} is ${status} in 1.2, ${completion} and ${success} in 2004`, () => {
    const old = recording("scorm12");
    old.recorder.open();
    old.recorder.setResult(result);
    assert.equal(old.lms.record()["cmi.core.lesson_status"], status);
    const recent = recording("scorm2004-4");
    recent.recorder.open();
    recent.recorder.setResult(result);
    assert.equal(recent.lms.record()["cmi.completion_status"], completion);
    assert.equal(recent.lms.record()["cmi.success_status"] || "unknown", success);
  });
}

for (const standard of STANDARDS) {
  test(`${standard}: without a final score none is written`, () => {
    const { recorder, lms } = recording(standard);
    recorder.open();
    recorder.setResult(UNDER_WAY);
    assert.equal(
      Object.keys(lms.record()).some((element) => element.includes("score")),
      false,
    );
  });

  test(`${standard}: a worse second result lowers nothing`, () => {
    const { recorder, lms } = recording(standard);
    recorder.open();
    recorder.setResult(PASSED);
    const { ...best } = lms.record();
    recorder.setResult({ completed: true, success: "failed", score: 10, progress: 0.5 });
    recorder.setResult({ completed: true, success: "unknown", score: null, progress: 0 });
    recorder.setResult(UNDER_WAY);
    assert.deepEqual(lms.record(), best);
  });

  test(`${standard}: a better second result is written`, () => {
    const { recorder, lms } = recording(standard);
    recorder.open();
    recorder.setResult({ completed: true, success: "failed", score: 0, progress: 1 });
    recorder.setResult(PASSED);
    const record = lms.record();
    assert.equal(record["cmi.core.score.raw"] || record["cmi.score.raw"], "83.33");
    assert.equal(record["cmi.core.lesson_status"] || record["cmi.success_status"], "passed");
  });

  test(`${standard}: nothing is refused in a whole session`, () => {
    const { recorder, calls } = recording(standard);
    recorder.open();
    recorder.setState("A1b2-_");
    recorder.setLocation("m1/definir");
    recorder.setObjective({ id: "m1.O1", score: null, completed: false, success: "unknown" });
    assert.equal(recorder.setInteractions(null, [interaction()]), 0);
    recorder.setResult(PASSED);
    recorder.setObjective({ id: "m1.O1", score: 100, completed: true, success: "passed" });
    assert.equal(recorder.commit(), true);
    recorder.close();
    assert.deepEqual(
      calls.filter((call) => call.isRefused),
      [],
    );
    assert.deepEqual(recorder.refusals(), []);
  });

  test(`${standard}: time of the session is written before each commit`, () => {
    let now = 0;
    const { recorder, lms } = recording(standard, {}, () => now);
    recorder.open();
    now = 65_500;
    recorder.commit();
    const record = lms.record();
    const expected = standard === "scorm12" ? "00:01:05.50" : "PT0H1M5.5S";
    assert.equal(record["cmi.core.session_time"] || record["cmi.session_time"], expected);
  });

  test(`${standard}: closing commits, ends once, and silences the recorder`, () => {
    const { recorder, calls, lms, commits } = recording(standard);
    recorder.open();
    recorder.close();
    const made = calls.length;
    assert.deepEqual(
      calls.slice(-2).map((call) => call.name.replace("LMS", "").replace("Finish", "Terminate")),
      ["Commit", "Terminate"],
    );
    assert.equal(commits.length, 3);
    recorder.close();
    recorder.setState("x");
    recorder.setLocation("x");
    recorder.setResult(PASSED);
    recorder.setObjective({ id: "O1", score: 1, completed: true, success: "passed" });
    assert.equal(recorder.setInteractions(null, [interaction()]), null);
    assert.equal(recorder.commit(), false);
    recorder.open();
    assert.equal(calls.length, made);
    assert.equal(lms.stage, "closed");
  });

  test(`${standard}: before it is opened nothing is said to the LMS`, () => {
    const { recorder, calls } = recording(standard);
    recorder.setState("x");
    recorder.setResult(PASSED);
    assert.equal(recorder.commit(), false);
    recorder.close();
    assert.deepEqual(calls, []);
  });
}

test("after completion a relaunch in review writes no lower status, yet offers the state", () => {
  const old = recording("scorm12", {
    "cmi.core.lesson_mode": "review",
    "cmi.core.credit": "no-credit",
    "cmi.core.lesson_status": "passed",
    "cmi.core.score.raw": "80",
    "cmi.suspend_data": "A",
  });
  assert.equal(old.recorder.open().mode, "review");
  old.recorder.setState("B");
  old.recorder.setResult({ completed: true, success: "passed", score: 70, progress: 1 });
  assert.deepEqual(old.written(), [
    "cmi.core.exit = suspend",
    "cmi.core.session_time = 00:00:00.00",
    "cmi.suspend_data = B",
  ]);
  old.recorder.setResult({ completed: true, success: "passed", score: 90, progress: 1 });
  assert.equal(old.lms.record()["cmi.core.score.raw"], "90");
});

for (const [standard, mode, given, expected] of /** @type {const} */ ([
  // Moodle completes a 1.2 activity that was looked at and has no status (LMS-OBSERVED.md).
  ["scorm12", "cmi.core.lesson_mode", {}, ["cmi.core.lesson_status = browsed"]],
  ["scorm12", "cmi.core.lesson_mode", { "cmi.core.lesson_status": "passed" }, []],
  ["scorm12", "cmi.core.lesson_mode", { "cmi.core.lesson_status": "incomplete" }, []],
  ["scorm2004-4", "cmi.mode", {}, []],
])) {
  test(`${standard}: a preview of ${JSON.stringify(given)} writes ${expected.join() || "nothing"}`, () => {
    const { recorder, written, commits, calls } = recording(standard, { [mode]: "browse", ...given });
    assert.equal(recorder.open().mode, "browse");
    recorder.setState("AbC");
    recorder.setLocation("m1");
    recorder.setResult(PASSED);
    recorder.setObjective({ id: "O1", score: 1, completed: true, success: "passed" });
    assert.equal(recorder.setInteractions(null, [interaction()]), null);
    assert.equal(recorder.commit(), false);
    recorder.renew();
    recorder.close();
    assert.deepEqual(written(), expected);
    assert.equal(commits.length, 1, "the end of the session alone");
    assert.match(String(calls[calls.length - 1]?.name), /Finish|Terminate/);
  });
}

test("1.2: what may be lost is told again in a form that Moodle takes for new", () => {
  const { recorder, written } = recording("scorm12");
  recorder.open();
  recorder.setResult(PASSED);
  recorder.commit();
  const before = written().length;
  recorder.renew();
  recorder.commit();
  recorder.renew();
  const again = written().slice(before).filter((line) => /status|raw/.test(line));
  assert.deepEqual(again, [
    "cmi.core.lesson_status = completed",
    "cmi.core.score.raw = 83.330",
    "cmi.core.lesson_status = passed",
    "cmi.core.lesson_status = completed",
    "cmi.core.score.raw = 83.33",
    "cmi.core.lesson_status = passed",
  ]);
});

test("1.2: a status that stood before the doubt is not lowered on its way", () => {
  const { recorder, written } = recording("scorm12");
  recorder.open();
  recorder.setResult(PASSED);
  recorder.commit();
  recorder.settle();
  recorder.setState("AbC");
  recorder.commit();
  recorder.settle();
  const before = written().length;
  recorder.renew();
  recorder.commit();
  assert.deepEqual(written().slice(before).filter((line) => /status|raw/.test(line)), ["cmi.core.score.raw = 83.330"]);
});

test("2004: a status that may be lost is told again as it is, since a value set back is not sent", () => {
  const { recorder, written } = recording("scorm2004-4");
  recorder.open();
  recorder.setResult(PASSED);
  recorder.commit();
  const before = written().length;
  recorder.renew();
  recorder.setResult(PASSED);
  const again = written().slice(before).filter((line) => /status|raw/.test(line));
  assert.deepEqual(again, ["cmi.score.raw = 83.330", "cmi.completion_status = completed", "cmi.success_status = passed"]);
});

test("a success that was never set is not asked for: Moodle refuses that", () => {
  const { recorder, calls } = recording("scorm2004-4");
  recorder.open();
  recorder.setObjective({ id: "O1", score: 50, completed: true, success: "unknown" });
  assert.ok(calls.every(({ name, parameters }) => name !== "GetValue" || !/objectives.*success/.test(String(parameters[0]))));
});

test("a page that leaves its session behind says no word more", () => {
  const { recorder, calls } = recording("scorm12");
  recorder.open();
  const before = calls.length;
  recorder.leave();
  recorder.setState("AbC");
  recorder.commit();
  recorder.close();
  assert.equal(calls.length, before);
});

test("a value that the LMS was read to hold is not written again, a changed one is", () => {
  const { recorder, written } = recording("scorm2004-4", {
    "cmi.suspend_data": "A",
    "cmi.location": "m1",
    "cmi.completion_status": "incomplete",
  });
  recorder.open();
  const before = written().length;
  recorder.setState("A");
  recorder.setLocation("m1");
  assert.deepEqual(written().slice(before), []);
  recorder.setState("B");
  recorder.setState("A");
  recorder.setState("A");
  assert.deepEqual(written().slice(before), [
    "cmi.suspend_data = B",
    "cmi.suspend_data = A",
    "cmi.suspend_data = A",
  ]);
});

test("a place is one line that fits", () => {
  const { recorder, lms } = recording("scorm12");
  recorder.open();
  recorder.setLocation(`a\nb${"c".repeat(400)}`);
  assert.equal(lms.record()["cmi.core.lesson_location"], `a b${"c".repeat(252)}`);
});

test("an objective is found by its identifier or added after the others", () => {
  const { recorder, lms } = recording("scorm2004-4", {
    "cmi.objectives.0.id": "PRIMARY",
    "cmi.objectives.1.id": "m1.O1",
    "cmi.objectives.1.success_status": "passed",
  });
  recorder.open();
  recorder.setObjective({ id: "m1.O1", score: 50, completed: true, success: "failed" });
  recorder.setObjective({ id: "m1.O2", score: 40, completed: true, success: "failed" });
  recorder.setObjective({ id: "m1.O2", score: 100, completed: true, success: "passed" });
  const record = lms.record();
  assert.equal(record["cmi.objectives.1.success_status"], "passed");
  assert.equal(record["cmi.objectives.1.score.scaled"], "0.5");
  assert.equal(record["cmi.objectives.2.id"], "m1.O2");
  assert.equal(record["cmi.objectives.2.score.raw"], "100");
  assert.equal(record["cmi.objectives.2.success_status"], "passed");
  assert.equal(record["cmi.objectives.3.id"], undefined);
});

test("an objective has one status in 1.2", () => {
  const { recorder, lms, calls } = recording("scorm12");
  recorder.open();
  recorder.setObjective({ id: "m1.O1", score: 66.666, completed: true, success: "passed" });
  assert.equal(lms.record()["cmi.objectives.0.status"], "passed");
  assert.equal(lms.record()["cmi.objectives.0.score.raw"], "66.67");
  assert.deepEqual(
    calls.filter((call) => call.isRefused),
    [],
  );
});
