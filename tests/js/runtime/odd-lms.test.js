/** LMSs as they are: throwing, silent, forgetful. None of it may reach the learner. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { tracked } from "../../../scorm_export/runtime/tracked.js";
import { STANDARDS, dialectOf, interaction, strictLms, withRows, writes } from "./support.js";

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
 * @param {import('../../../scorm_export/runtime/recorder.js').Recorder} plain
 */
function wholeSession(plain) {
  const recorder = withRows(plain);
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
const REFUSED = Object.assign({}, NOTHING, { isRefused: true });

for (const standard of STANDARDS) {
  test(`${standard}: an LMS that throws is one that refuses, and is not called again`, () => {
    const { api } = oddLms(standard, () => {
      throw new Error("network down");
    });
    const recorder = tracked(api, dialectOf(standard));
    assert.deepEqual(wholeSession(recorder), { opening: REFUSED, row: null, isCommitted: false });
    assert.deepEqual(recorder.refusals().map(({ call, code }) => [call, code]), [["Initialize", "exception"]]);
  });

  test(`${standard}: an LMS without some functions is one that throws`, () => {
    const recorder = tracked({}, dialectOf(standard));
    assert.deepEqual(wholeSession(recorder).opening, REFUSED);
  });

  // A page that comes back from the back/forward cache finds this (BROWSERS-OBSERVED.md, B1).
  test(`${standard}: an LMS that tells nothing, not even that there is no error, is none`, () => {
    const { api, heard } = oddLms(standard, () => undefined);
    const { opening, isCommitted } = wholeSession(tracked(api, dialectOf(standard)));
    assert.equal(opening.isRefused, true);
    assert.equal(isCommitted, false);
    assert.deepEqual(heard.filter(([name]) => name === "SetValue" || name === "Commit"), []);
  });

  test(`${standard}: an LMS that refuses to begin and to tell is left alone, and so is its learner`, () => {
    const { api, heard } = oddLms(standard, () => "false", { GetValue: () => "", GetLastError: () => "301" });
    const recorder = tracked(api, dialectOf(standard));
    assert.deepEqual(wholeSession(recorder), { opening: REFUSED, row: null, isCommitted: false });
    assert.ok(heard.every(([name]) => !["SetValue", "Commit", "Finish", "Terminate"].includes(name)));
    assert.deepEqual(recorder.refusals()[0], { call: "Initialize", element: "", value: "", code: "301" });
  });

  test(`${standard}: an LMS that somebody opened before the page is told everything`, () => {
    let error = "0";
    const { api, heard } = oddLms(standard, () => "true", {
      Initialize() {
        error = "103";
        return "false";
      },
      GetValue() {
        error = "0";
        return "";
      },
      GetLastError: () => error,
    });
    assert.equal(wholeSession(tracked(api, dialectOf(standard))).isCommitted, true);
    assert.ok(heard.some(([, element]) => String(element).endsWith("suspend_data")));
  });

  for (const [how, fault] of /** @type {[string, () => string][]} */ ([
    ["throws", () => { throw new Error("502"); }],
    ["answers nothing, with a general exception", () => "101"],
    ["answers nothing, with no session", () => "301"],
  ])) {
    for (const lost of [/suspend_data/, /mode/, /learner_id|student_id/, /completion_status|lesson_status/]) {
      test(`${standard}: an LMS that ${how} when asked for ${lost} is not written over`, () => {
        let error = "0";
        const own = {
          GetValue(/** @type {string} */ element) {
            error = lost.test(element) ? fault() : "0";
            return error !== "0" ? "" : /suspend/.test(element) ? "AbC" : "";
          },
          GetLastError: () => error,
        };
        const { api, heard } = oddLms(standard, () => "true", own);
        const recorder = tracked(api, dialectOf(standard));
        assert.deepEqual(wholeSession(recorder), { opening: REFUSED, row: null, isCommitted: false });
        assert.deepEqual(heard.filter(([name]) => /Set|Commit|Finish|Terminate/.test(name)), []);
      });

      test(`${standard}: an LMS that ${how} once when asked for ${lost} is asked again`, () => {
        let [error, left] = ["0", 2];
        const { api } = oddLms(standard, () => "true", {
          GetValue(element) {
            error = "0";
            if (lost.test(String(element)) && left > 0) {
              left -= 1;
              error = fault();
            }
            return error === "0" && /suspend/.test(String(element)) ? "AbC" : "";
          },
          GetLastError: () => error,
        });
        assert.equal(tracked(api, dialectOf(standard)).open().state, "AbC");
      });
    }
  }

  test(`${standard}: an error that stands from a refusal before says nothing of what is read`, () => {
    let error = "0";
    const { api, heard } = oddLms(standard, () => "true", {
      GetValue: () => "",
      GetLastError: () => error,
      SetValue(element) {
        error = /suspend/.test(String(element)) ? "101" : "0";
        return error === "0" ? "true" : "false";
      },
    });
    const recorder = tracked(api, dialectOf(standard));
    recorder.open();
    recorder.setState("AbC");
    recorder.setResult({ completed: true, success: "passed", score: 90, progress: 1 });
    assert.ok(heard.some(([name, element]) => name === "SetValue" && /score/.test(element)));
  });

  test(`${standard}: a score that cannot be read is not lowered`, () => {
    let error = "0";
    const { api, heard } = oddLms(standard, () => "true", {
      GetValue(element) {
        error = /score/.test(String(element)) ? "101" : "0";
        return "";
      },
      GetLastError: () => error,
    });
    wholeSession(tracked(api, dialectOf(standard)));
    assert.deepEqual(heard.filter(([name, element]) => name === "SetValue" && /^cmi\.(core\.)?score/.test(element)), []);
  });

  for (const id of ["null", "undefined", " ", "0", "NaN", "false", "anonymous"]) {
    test(`${standard}: « ${id} » names nobody`, () => {
      const { api } = oddLms(standard, () => "true", {
        GetValue: (element) => (/(learner|student)_id/.test(String(element)) ? id : ""),
        GetLastError: () => "0",
      });
      assert.equal(tracked(api, dialectOf(standard)).open().learnerId, "");
    });
  }

  for (const word of ["Passed", "passed ", "P", "p"]) {
    test(`${standard}: the status « ${word} » is a pass`, () => {
      const { api, heard } = oddLms(standard, () => "true", {
        GetValue: (element) => (/status/.test(String(element)) ? word : ""),
        GetLastError: () => "0",
      });
      tracked(api, dialectOf(standard)).open();
      assert.deepEqual(heard.filter(([name, element]) => name === "SetValue" && /status/.test(element)), []);
    });
  }

  test(`${standard}: a state that is refused for a moment is sent again, whole`, () => {
    let [error, isDown] = ["0", false];
    /** @type {string[]} */
    const kept = [];
    const { api } = oddLms(standard, () => "true", {
      GetValue: () => "",
      GetLastError: () => error,
      SetValue(element, value) {
        error = isDown ? "101" : "0";
        if (error === "0" && /suspend/.test(String(element))) kept.push(String(value));
        return error === "0" ? "true" : "false";
      },
    });
    const recorder = tracked(api, dialectOf(standard));
    recorder.open();
    recorder.setState("Aa");
    isDown = true;
    recorder.setState("Aabc");
    assert.equal(recorder.isNarrow(), false);
    assert.equal(recorder.commit(), false, "nothing is said to be sent");
    isDown = false;
    recorder.setState("Aabc");
    assert.equal(recorder.commit(), true);
    assert.deepEqual(kept, ["Aa", "Aabc"]);
  });

  test(`${standard}: refusals do not pile up for ever`, () => {
    const { api } = oddLms(standard, () => "false", { Initialize: () => "true" });
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

  // LMS-OBSERVED.md, « Commits that do not say "true" »: the data are kept.
  for (const [said, word] of /** @type {[string, unknown][]} */ ([
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
    ["« True »", "True"],
    ["« ok »", "ok"],
    ["an object", { status: 200 }],
    ["a promise", Promise.resolve("true")],
    ["« false » without an error", "false"],
  ])) {
    test(`${standard}: ${said} for an answer, without an error, is a commit that was sent`, () => {
      const { api } = oddLms(standard, () => word, { GetValue: () => "", GetLastError: () => "0" });
      const recorder = tracked(api, dialectOf(standard));
      assert.equal(wholeSession(recorder).isCommitted, true);
      assert.deepEqual(recorder.refusals(), []);
    });
  }

  test(`${standard}: a word with an error is a refusal`, () => {
    const { api } = oddLms(standard, () => "true", { Commit: () => "ok", GetValue: () => "", GetLastError: () => "391" });
    assert.equal(wholeSession(tracked(api, dialectOf(standard))).isCommitted, false);
  });

  test(`${standard}: a state that the LMS refuses for its length leaves less room for the next`, () => {
    let error = "0";
    const { api } = oddLms(standard, () => "true", {
      GetValue: () => "",
      GetLastError: () => error,
      SetValue(element, value) {
        error = String(element).endsWith("suspend_data") && String(value).length > 255 ? "405" : "0";
        return error === "0" ? "true" : "false";
      },
    });
    const recorder = tracked(api, dialectOf(standard));
    recorder.open();
    recorder.setState("B".repeat(300));
    assert.equal(recorder.stateRoom, 299);
    assert.ok(recorder.isNarrow());
  });

  test(`${standard}: an LMS that keeps fewer characters than it was given is found out, also later`, () => {
    /** @type {Record<string, string>} */
    const kept = {};
    const { api } = oddLms(standard, () => "true", {
      GetLastError: () => "0",
      GetValue: (element) => kept[String(element)] || "",
      SetValue(element, value) {
        kept[String(element)] = String(value).slice(0, 255);
        return "true";
      },
    });
    const recorder = tracked(api, dialectOf(standard));
    recorder.open();
    recorder.setState("B".repeat(20));
    recorder.commit();
    assert.equal(recorder.isNarrow(), false);
    recorder.setState("B".repeat(300));
    recorder.commit();
    assert.equal(recorder.stateRoom, 255);
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
    assert.deepEqual(wholeSession(first), { opening: NOTHING, row: 0, isCommitted: true });
    assert.ok(Object.keys(kept).some((element) => /interactions\.0\.result/.test(element)), "it keeps whatever it is sent");
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
  let isAbsent = false;
  const api = {
    ...Object.fromEntries(NAMES.map((name) => [`LMS${name}`, lms.api[`LMS${name}`]])),
    // Claroline: 401 and "" for everything about interactions and objectives.
    LMSGetValue(/** @type {string} */ element) {
      isAbsent = /interactions|objectives/.test(element);
      return isAbsent ? "" : lms.api.LMSGetValue?.(element);
    },
    LMSGetLastError: () => (isAbsent ? "401" : "0"),
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
  const recorder = withRows(tracked(api, dialectOf("scorm12")));
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
  let error = "0";
  const { api, heard } = oddLms("scorm2004-4", () => "true", {
    GetLastError: () => error,
    GetValue: (element) =>
      /_children$/.test(String(element))
        ? "id,type,result"
        : /_count$/.test(String(element))
          ? "0"
          : "",
    SetValue(element) {
      error = /interactions/.test(String(element)) ? "351" : "0";
      return error === "0" ? "true" : "false";
    },
  });
  const recorder = withRows(tracked(api, dialectOf("scorm2004-4")));
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
