import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { afterTheEnd, givenTo } from "../../../tiers_lieu_mooc/preview/static/attempt.js";
import { valueFault } from "../../../tiers_lieu_mooc/preview/static/values.js";
import { recording, strictLms, switchesFor, tableOf } from "../runtime/support.js";

/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').CmiRecord} CmiRecord */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */

const learner = { id: "u1", first: "Camille", last: "Martin" };

/**
 * @param {Standard} standard
 * @param {CmiRecord} stored
 */
const given = (standard, stored) =>
  givenTo({ standard, stored, learner, switches: switchesFor("strict", standard) });

/**
 * @param {Standard} standard
 * @param {CmiRecord} record
 */
const ended = (standard, record) =>
  afterTheEnd(standard, record, switchesFor("strict", standard));

test("a first launch knows the learner and nothing else", () => {
  assert.deepEqual(given("scorm12", {}), {
    "cmi.core.total_time": "0000:00:00.00",
    "cmi.core.student_id": "u1",
    "cmi.core.student_name": "Martin, Camille",
    "cmi.core.credit": "credit",
    "cmi.core.lesson_mode": "normal",
    "cmi.core.entry": "ab-initio",
  });
  assert.equal(given("scorm2004-4", {})["cmi.entry"], "ab-initio");
});

test('2004 gives everything back after exit "suspend"', () => {
  const stored = {
    "cmi.exit": "suspend",
    "cmi.session_time": "PT1S",
    "cmi.suspend_data": "A",
    "cmi.total_time": "PT5S",
  };
  const resumed = given("scorm2004-3", stored);
  assert.equal(resumed["cmi.suspend_data"], "A");
  assert.equal(resumed["cmi.entry"], "resume");
  assert.equal(resumed["cmi.total_time"], "PT5S");
  assert.equal(resumed["cmi.exit"], undefined);
  assert.equal(resumed["cmi.session_time"], undefined);
});

test("2004 gives nothing back after any other exit, 1.2 does", () => {
  const recent = given("scorm2004-4", { "cmi.exit": "normal", "cmi.suspend_data": "A" });
  assert.equal(recent["cmi.suspend_data"], undefined);
  assert.equal(recent["cmi.entry"], "ab-initio");
  const old = given("scorm12", { "cmi.core.exit": "", "cmi.suspend_data": "A" });
  assert.equal(old["cmi.suspend_data"], "A");
  assert.equal(old["cmi.core.entry"], "");
});

test("the time of the session joins the total when it ends", () => {
  const old = {
    "cmi.core.total_time": "0000:59:59.50",
    "cmi.core.session_time": "00:00:00.75",
    "cmi.core.lesson_status": "passed",
  };
  assert.deepEqual(ended("scorm12", old), { "cmi.core.total_time": "0001:00:00.25" });
  const recent = { "cmi.total_time": "PT0H0M10S", "cmi.session_time": "P1DT1H2M3.45S" };
  assert.deepEqual(ended("scorm2004-4", recent), { "cmi.total_time": "PT25H2M13.45S" });
  assert.deepEqual(ended("scorm2004-4", {}), { "cmi.total_time": "PT0H0M0S" });
});

test("1.2 completes a content that never spoke of its status", () => {
  assert.equal(ended("scorm12", {})["cmi.core.lesson_status"], "completed");
});

test("whatever the times, their sum is a legal time", () => {
  const length = fc.integer({ min: 0, max: 35_999_999 });
  fc.assert(
    fc.property(length, length, (total, session) => {
      const recent = ended("scorm2004-4", {
        "cmi.total_time": `PT${total / 100}S`,
        "cmi.session_time": `PT${session / 100}S`,
      });
      const sum = String(recent["cmi.total_time"]);
      assert.equal(valueFault(tableOf("scorm2004-4"), "duration", sum), null, sum);
      const old = ended("scorm12", { "cmi.core.total_time": recent["cmi.total_time"] });
      assert.equal(
        valueFault(tableOf("scorm12"), "timespan", String(old["cmi.core.total_time"])),
        null,
      );
    }),
  );
});

for (const standard of /** @type {const} */ (["scorm12", "scorm2004-3", "scorm2004-4"])) {
  test(`${standard}: what a recorder left is found by the next launch`, () => {
    const first = recording(standard, given(standard, {}));
    first.recorder.open();
    first.recorder.setState("AbC");
    first.recorder.setResult({ completed: true, success: "passed", score: 75, progress: 1 });
    first.recorder.close();
    const left = { ...first.lms.record(), ...ended(standard, first.lms.record()) };
    const next = recording(standard, given(standard, left));
    assert.equal(next.recorder.open().state, "AbC");
    next.recorder.setResult({ completed: true, success: "passed", score: 75, progress: 1 });
    assert.deepEqual(
      next.calls.filter((call) => call.isRefused),
      [],
    );
    const core = standard === "scorm12" ? "cmi.core." : "cmi.";
    assert.equal(next.lms.record()[`${core}entry`], "resume");
    assert.equal(next.lms.record()[`${core}score.raw`], "75");
    assert.ok(!next.written().some((line) => line.includes("score") || line.includes("passed")));
  });
}

test("reading the log of errors is no error", () => {
  const { lms, calls } = strictLms("scorm12");
  lms.api.LMSGetValue?.("cmi.core.lesson_status");
  lms.api.LMSGetLastError?.();
  lms.api.LMSGetErrorString?.("301");
  assert.deepEqual(
    calls.map((call) => call.isRefused),
    [true, false, false],
  );
});
