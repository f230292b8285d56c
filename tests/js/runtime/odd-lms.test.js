/** LMSs as they are: throwing, silent, forgetful. None of it may reach the learner. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { tracked } from "../../../scorm_export/runtime/tracked.js";
import { STANDARDS, dialectOf, interaction, strictLms, writes } from "./support.js";

/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */

const NAMES = [
  "Initialize",
  "Finish",
  "Terminate",
  "GetValue",
  "SetValue",
  "Commit",
  "GetLastError",
  "GetErrorString",
  "GetDiagnostic",
];

/**
 * An LMS of one answer to everything but the calls given.
 *
 * @param {Standard} standard
 * @param {() => unknown} answer
 * @param {Record<string, (...parameters: string[]) => unknown>} [own]  by the 2004 name
 */
function oddLms(standard, answer, own = {}) {
  const prefix = standard === "scorm12" ? "LMS" : "";
  /** @type {string[][]} */
  const heard = [];
  const api = Object.fromEntries(
    NAMES.map((name) => [
      prefix + name,
      (/** @type {string[]} */ ...parameters) => {
        heard.push([name, ...parameters]);
        return own[name] ? own[name](...parameters) : answer();
      },
    ]),
  );
  return { api, heard };
}

/**
 * Everything a page does in one session.
 *
 * @param {import('../../../scorm_export/runtime/recorder.js').Recorder} recorder
 */
function wholeSession(recorder) {
  const opening = recorder.open();
  recorder.setState("AbC");
  recorder.setLocation("m1");
  recorder.setResult({ completed: true, success: "passed", score: 90, progress: 1 });
  const row = recorder.setInteractions(null, [interaction()]);
  recorder.setObjective({ id: "O1", score: 90, completed: true, success: "passed" });
  const isCommitted = recorder.commit();
  recorder.close();
  return { opening, row, isCommitted };
}

const NOTHING = { state: "", location: "", mode: "normal", learnerId: "", learnerName: "" };

for (const standard of STANDARDS) {
  test(`${standard}: an LMS that throws is logged and never heard of`, () => {
    const { api } = oddLms(standard, () => {
      throw new Error("network down");
    });
    const recorder = tracked(api, dialectOf(standard));
    assert.deepEqual(wholeSession(recorder), { opening: NOTHING, row: null, isCommitted: false });
    assert.ok(recorder.refusals().every((refusal) => refusal.code === "exception"));
    assert.ok(recorder.refusals().some((refusal) => refusal.call === "Commit"));
  });

  test(`${standard}: an LMS without some functions is one that throws`, () => {
    const recorder = tracked({}, dialectOf(standard));
    assert.deepEqual(wholeSession(recorder).opening, NOTHING);
  });

  test(`${standard}: an LMS that says "false" is told everything all the same`, () => {
    const { api, heard } = oddLms(standard, () => "false", {
      GetValue: () => "",
      GetLastError: () => "101",
    });
    const recorder = tracked(api, dialectOf(standard));
    assert.equal(wholeSession(recorder).isCommitted, false);
    assert.ok(heard.some(([, element]) => String(element).endsWith("suspend_data")));
    assert.deepEqual(recorder.refusals()[0], {
      call: "Initialize",
      element: "",
      value: "",
      code: "101",
    });
  });

  test(`${standard}: refusals do not pile up for ever`, () => {
    const { api } = oddLms(standard, () => "false");
    const recorder = tracked(api, dialectOf(standard));
    recorder.open();
    for (let turn = 0; turn < 500; turn += 1) recorder.setState(`state${turn}`);
    assert.equal(recorder.refusals().length, 100);
  });

  test(`${standard}: answers that are booleans count`, () => {
    const { api } = oddLms(standard, () => true, { GetValue: () => "", GetLastError: () => "0" });
    const recorder = tracked(api, dialectOf(standard));
    assert.equal(wholeSession(recorder).isCommitted, true);
    assert.deepEqual(recorder.refusals(), []);
  });

  test(`${standard}: no answer to a value is a yes, no answer to a commit is not`, () => {
    const { api } = oddLms(standard, () => undefined);
    const recorder = tracked(api, dialectOf(standard));
    assert.equal(wholeSession(recorder).isCommitted, false);
    assert.ok(recorder.refusals().every((refusal) => refusal.call !== "SetValue"));
  });
}

/**
 * Open edX: everything is "true", error 0; state and place come back, status, score, mode, entry
 * and counts never do.
 *
 * @param {Standard} standard
 * @param {Record<string, string>} kept
 */
const openEdx = (standard, kept) =>
  oddLms(standard, () => "true", {
    GetLastError: () => "0",
    GetValue: (element) =>
      /suspend_data|location/.test(String(element)) ? kept[String(element)] || "" : "",
    SetValue: (element, value) => {
      kept[String(element)] = String(value);
      return "true";
    },
  });

for (const standard of STANDARDS) {
  const status = standard === "scorm12" ? "cmi.core.lesson_status" : "cmi.completion_status";

  test(`${standard}: an LMS that hides its status is not lowered at launch`, () => {
    /** @type {Record<string, string>} */
    const kept = {};
    const first = tracked(openEdx(standard, kept).api, dialectOf(standard));
    assert.deepEqual(wholeSession(first), { opening: NOTHING, row: null, isCommitted: true });
    const reached = kept[status];
    const again = tracked(openEdx(standard, kept).api, dialectOf(standard));
    assert.equal(again.open().state, "AbC");
    assert.equal(kept[status], reached);
    again.setResult({ completed: true, success: "passed", score: 90, progress: 1 });
    assert.equal(kept[status], reached);
  });

  test(`${standard}: an LMS that hides its status is told what the page knows`, () => {
    /** @type {Record<string, string>} */
    const kept = { "cmi.suspend_data": "AbC" };
    const recorder = tracked(openEdx(standard, kept).api, dialectOf(standard));
    recorder.open();
    assert.equal(kept[status], undefined);
    recorder.setResult({ completed: false, success: "unknown", score: null, progress: 0.5 });
    assert.equal(kept[status], "incomplete");
  });
}

test("1.2 without interactions and objectives is not offered any", () => {
  const { lms, calls } = strictLms("scorm12");
  const api = {
    ...Object.fromEntries(NAMES.map((name) => [`LMS${name}`, lms.api[`LMS${name}`]])),
    // Claroline: 401 and "" for everything about interactions and objectives.
    LMSGetValue: (/** @type {string} */ element) =>
      /interactions|objectives/.test(element) ? "" : lms.api.LMSGetValue?.(element),
  };
  const recorder = tracked(/** @type {any} */ (api), dialectOf("scorm12"));
  assert.equal(wholeSession(recorder).row, null);
  assert.ok(writes(calls).every((line) => !/interactions|objectives/.test(line)));
});

test("fields that a 1.2 LMS does not list are left out", () => {
  const { api, heard } = oddLms("scorm12", () => "true", {
    GetLastError: () => "0",
    GetValue: (element) =>
      /_children$/.test(String(element))
        ? "id, type,student_response"
        : /_count$/.test(String(element))
          ? "0"
          : "",
  });
  const recorder = tracked(api, dialectOf("scorm12"));
  recorder.open();
  assert.equal(recorder.setInteractions(null, [interaction()]), 0);
  assert.deepEqual(
    heard
      .filter(([name, element]) => name === "SetValue" && /interactions/.test(String(element)))
      .map(([, element]) => element),
    ["cmi.interactions.0.id", "cmi.interactions.0.type", "cmi.interactions.0.student_response"],
  );
});

test("a row whose identifier is refused is not filled", () => {
  const { api, heard } = oddLms("scorm2004-4", () => "true", {
    GetLastError: () => "0",
    GetValue: (element) =>
      /_children$/.test(String(element))
        ? "id,type,result"
        : /_count$/.test(String(element))
          ? "0"
          : "",
    SetValue: (element) => (/interactions/.test(String(element)) ? "false" : "true"),
  });
  const recorder = tracked(api, dialectOf("scorm2004-4"));
  recorder.open();
  assert.equal(recorder.setInteractions(null, [interaction()]), null);
  assert.equal(heard.filter(([, element]) => /interactions\.0/.test(String(element))).length, 1);
});

test("a 1.2 LMS that ends the page while it answers is not called again", () => {
  /** @type {string[]} */
  const said = [];
  const recorder = tracked(
    {
      LMSInitialize: () => "true",
      LMSGetValue: () => "",
      LMSSetValue: () => "true",
      LMSCommit: () => "true",
      LMSGetLastError: () => "0",
      LMSFinish: () => {
        said.push("Finish");
        recorder.close();
        return "true";
      },
    },
    dialectOf("scorm12"),
  );
  recorder.open();
  recorder.close();
  assert.deepEqual(said, ["Finish"]);
});
