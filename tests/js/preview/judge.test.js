/** The judge by itself: what transcripts cannot say, since the record is never changed. */
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { judge } from "../../../tiers_lieu_mooc/preview/static/judge.js";
import { forStandard } from "../../../tiers_lieu_mooc/preview/static/table.js";
import { valueFault } from "../../../tiers_lieu_mooc/preview/static/values.js";
import { STANDARDS, strictLms, tableOf } from "../runtime/support.js";

const SCORM_12 = tableOf("scorm12");
const SCORM_2004 = tableOf("scorm2004-4");

test("judging changes nothing", () => {
  const record = Object.freeze({ "cmi.interactions.0.id": "q" });
  assert.equal(judge(SCORM_2004, record, "cmi.interactions.0.type", "choice").fault, "none");
  assert.equal(judge(SCORM_2004, record, "cmi.interactions._count").value, "1");
  assert.deepEqual(record, { "cmi.interactions.0.id": "q" });
});

test("every edition has its own elements", () => {
  const third = forStandard(SCORM_2004, "scorm2004-3");
  assert.equal(third.elements["adl.data.n.store"], undefined);
  assert.ok(forStandard(SCORM_2004, "scorm2004-4").elements["adl.data.n.store"]);
  assert.ok(third.elements["cmi.location"]);
});

test("an array takes as many rows as the standard promises", () => {
  /** @type {Record<string, string>} */
  const record = {};
  for (let row = 0; row < 100; row += 1) record[`cmi.objectives.${row}.id`] = `o${row}`;
  assert.equal(judge(SCORM_2004, record, "cmi.objectives.100.id", "o100").fault, "tooManyRows");
  assert.equal(judge(SCORM_2004, record, "cmi.objectives.99.id", "o99").fault, "none");
  assert.equal(judge(SCORM_12, record, "cmi.objectives.100.id", "o100").fault, "none");
});

test("rows of an inner array are counted in their own row", () => {
  const record = {
    "cmi.interactions.0.id": "q",
    "cmi.interactions.0.objectives.0.id": "O1",
    "cmi.interactions.1.id": "r",
  };
  assert.equal(judge(SCORM_2004, record, "cmi.interactions.1.objectives.0.id", "O1").fault, "none");
  assert.equal(judge(SCORM_2004, record, "cmi.interactions.1.objectives._count").value, "0");
  assert.equal(
    judge(SCORM_2004, record, "cmi.interactions.2.objectives.0.id").fault,
    "indexBeyondCountOnGet",
  );
});

test("prefixes come in any order, each once; other braces are text", () => {
  const judged = (/** @type {string} */ value) => valueFault(SCORM_2004, "fillInPattern", value);
  assert.equal(judged("{order_matters=true}{case_matters=false}{lang=fr}oui"), null);
  assert.equal(judged("{case_matters=false}{order_matters=true}oui"), null);
  assert.equal(judged("{case_matters=peut-être}oui"), "wrongType");
  assert.equal(judged("{autre=chose}oui"), null);
  assert.equal(judged("{lang=français}oui"), "wrongType");
});

test("names that every object has are unknown elements", () => {
  for (const name of ["valueOf", "__proto__", "constructor", "cmi.__proto__", "toString._count"]) {
    assert.equal(judge(SCORM_12, {}, name).fault, "unknownElement");
    assert.equal(judge(SCORM_2004, {}, name, "x").fault, "unknownElement");
  }
});

test("a value that is not text is taken for its text", () => {
  const { lms } = strictLms("scorm2004-4");
  const { Initialize, SetValue, GetValue } = /** @type {any} */ (lms.api);
  Initialize("");
  assert.equal(SetValue("cmi.score.raw", 80), "true");
  assert.equal(GetValue("cmi.score.raw"), "80");
  assert.equal(SetValue("cmi.score.raw", undefined), "false");
  assert.equal(SetValue(undefined, "1"), "false");
});

test("the code of an error is asked without leaving another", () => {
  const { lms } = strictLms("scorm12");
  const { LMSInitialize, LMSGetValue, LMSGetLastError, LMSGetErrorString, LMSGetDiagnostic } =
    /** @type {any} */ (lms.api);
  LMSInitialize("");
  LMSGetValue("cmi.core.exit");
  assert.equal(LMSGetLastError(), "404");
  assert.equal(LMSGetErrorString("404"), "Element is write only");
  assert.equal(LMSGetErrorString("9999"), "");
  assert.equal(LMSGetDiagnostic(""), "Element is write only");
  assert.equal(LMSGetLastError(), "404");
});

test("no call whatever makes the LMS throw, and each leaves a code of its table", () => {
  for (const standard of STANDARDS) {
    const table = tableOf(standard);
    const elements = fc.oneof(
      fc.constantFrom(...Object.keys(table.elements)).map((name) => name.replace(/\bn\b/g, "0")),
      fc.string(),
    );
    const calls = fc.array(
      fc.record({
        role: fc.constantFrom(
          .../** @type {const} */ (["initialize", "get", "set", "set", "commit"]),
        ),
        element: elements,
        value: fc.oneof(fc.string(), fc.constantFrom("completed", "1", "choice", "a", "PT1S", "")),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(calls, (made) => {
        const { lms, calls: log } = strictLms(standard);
        for (const { role, element, value } of made) {
          const isSession = role === "initialize" || role === "commit";
          const call = /** @type {Function} */ (lms.api[table.api[role]]);
          const answer = isSession ? call("") : call(element, value);
          assert.equal(typeof answer, "string");
        }
        for (const { code } of log) assert.ok(table.errorTexts[code], `code ${code}`);
      }),
      { numRuns: 40 },
    );
  }
});
