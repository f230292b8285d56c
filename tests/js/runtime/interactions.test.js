/** Reported answers, value by value, on a strict LMS with scorm-again under it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { STANDARDS, interaction, recording } from "./support.js";

/** @typedef {import('../../../scorm_export/runtime/recorder.js').Interaction} Interaction */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */

/**
 * What a strict LMS holds of one interaction after it was reported.
 *
 * @param {Standard} standard
 * @param {Partial<Interaction>} changes
 */
function reported(standard, changes) {
  const { recorder, lms, calls } = recording(standard);
  recorder.open();
  assert.equal(recorder.setInteractions(null, [interaction(changes)]), 0);
  assert.deepEqual(
    calls.filter((call) => call.isRefused),
    [],
  );
  const start = "cmi.interactions.0.";
  return Object.fromEntries(
    Object.entries(lms.record())
      .filter(([element]) => element.startsWith(start))
      .map(([element, value]) => [element.slice(start.length), value]),
  );
}

test("1.2: fields come in the order of the standard, without a description", () => {
  const { recorder, written } = recording("scorm12");
  recorder.open();
  const before = written().length;
  recorder.setInteractions(null, [interaction()]);
  assert.deepEqual(
    written()
      .slice(before)
      .map((line) => line.replace("cmi.interactions.0.", "")),
    [
      "id = module.question_1",
      "type = choice",
      "objectives.0.id = O1",
      "time = 09:05:07",
      "correct_responses.0.pattern = a,b",
      "weighting = 2",
      "student_response = a,c",
      "result = 0.5",
      "latency = 00:00:12.34",
    ],
  );
});

test("2004: fields come in the order of the standard", () => {
  const { recorder, written } = recording("scorm2004-4");
  recorder.open();
  const before = written().length;
  recorder.setInteractions(null, [interaction()]);
  assert.deepEqual(
    written()
      .slice(before)
      .map((line) => line.replace("cmi.interactions.0.", "")),
    [
      "id = module.question_1",
      "type = choice",
      "objectives.0.id = O1",
      "timestamp = 2026-11-23T09:05:07",
      "correct_responses.0.pattern = a[,]b",
      "weighting = 2",
      "learner_response = a[,]c",
      "result = 0.5",
      "latency = PT0H0M12.34S",
      "description = Quels usages ?",
    ],
  );
});

/** @type {[string, Partial<Interaction>, {type?: string, response: string, pattern?: string}, {response: string, pattern?: string}][]} */
const KINDS = [
  [
    "true-false",
    { type: "true-false", response: true, patterns: [false] },
    { response: "t", pattern: "f" },
    { response: "true", pattern: "false" },
  ],
  [
    "choice of one",
    { type: "choice", response: ["b"], patterns: [["a"]] },
    { response: "b", pattern: "a" },
    { response: "b", pattern: "a" },
  ],
  [
    "fill-in",
    { type: "fill-in", response: "assemblée\ngénérale", patterns: ["assemblée générale", "AG"] },
    { response: "assemblée générale", pattern: "assemblée générale" },
    { response: "assemblée générale", pattern: "{case_matters=false}assemblée générale" },
  ],
  [
    "long-fill-in",
    { type: "long-fill-in", response: "x".repeat(5000), patterns: [] },
    { type: "fill-in", response: "x".repeat(255) },
    { response: "x".repeat(4000) },
  ],
  [
    "numeric",
    { type: "numeric", response: 120.5, patterns: [{ min: 114, max: 126 }] },
    { response: "120.5", pattern: "120" },
    { response: "120.5", pattern: "114[:]126" },
  ],
  [
    "numeric with one right value",
    { type: "numeric", response: 3.14, patterns: [3.14] },
    { response: "3.14", pattern: "3.14" },
    { response: "3.14", pattern: "3.14[:]3.14" },
  ],
  [
    "numeric with an open side",
    { type: "numeric", response: -2, patterns: [{ min: 10, max: Infinity }] },
    { response: "-2", pattern: "10" },
    { response: "-2", pattern: "10[:]" },
  ],
  [
    "matching",
    {
      type: "matching",
      response: [
        ["1", "a"],
        ["2", "b"],
      ],
      patterns: [
        [
          ["1", "b"],
          ["2", "a"],
        ],
      ],
    },
    { response: "1.a,2.b", pattern: "1.b,2.a" },
    { response: "1[.]a[,]2[.]b", pattern: "1[.]b[,]2[.]a" },
  ],
  [
    "sequencing",
    { type: "sequencing", response: ["b", "a", "c"], patterns: [["a", "b", "c"]] },
    { response: "b,a,c", pattern: "a,b,c" },
    { response: "b[,]a[,]c", pattern: "a[,]b[,]c" },
  ],
  [
    "likert",
    { type: "likert", response: "3", patterns: [], result: "neutral" },
    { response: "3" },
    { response: "3" },
  ],
];
for (const [name, changes, old, recent] of KINDS) {
  test(`${name} is legal in both editions`, () => {
    const row12 = reported("scorm12", changes);
    assert.equal(row12.type, old.type || changes.type);
    assert.equal(row12.student_response, old.response);
    assert.equal(row12["correct_responses.0.pattern"], old.pattern);
    const row2004 = reported("scorm2004-4", changes);
    assert.equal(row2004.type, changes.type);
    assert.equal(row2004.learner_response, recent.response);
    assert.equal(row2004["correct_responses.0.pattern"], recent.pattern);
  });
}

test("the words for a result are those of each edition", () => {
  assert.equal(reported("scorm12", { result: "wrong" }).result, "wrong");
  assert.equal(reported("scorm2004-4", { result: "wrong" }).result, "incorrect");
  assert.equal(reported("scorm12", { result: 1 / 3 }).result, "0.3333");
  assert.equal(reported("scorm2004-3", { result: "neutral" }).result, "neutral");
});

test("an empty answer is not written, the rest of its row is", () => {
  for (const standard of STANDARDS) {
    for (const response of ["", [], NaN]) {
      const row = reported(standard, {
        type: Array.isArray(response) ? "choice" : "fill-in",
        response,
        result: "wrong",
        patterns: [],
      });
      assert.equal(row.student_response ?? row.learner_response, undefined);
      assert.ok(row.result);
    }
  }
});

test("patterns are distinct and no more than every LMS must take", () => {
  const patterns = ["un", "un", "deux", "trois", "quatre", "cinq", "six"];
  const row = reported("scorm2004-4", { type: "fill-in", response: "x", patterns });
  assert.equal(row["correct_responses.4.pattern"], "{case_matters=false}cinq");
  assert.equal(row["correct_responses.5.pattern"], undefined);
  assert.equal(
    reported("scorm12", { type: "long-fill-in", response: "x", patterns })[
      "correct_responses.0.pattern"
    ],
    undefined,
  );
});

test("what a learner types is not read as a delimiter of the standard", () => {
  const row = reported("scorm2004-4", {
    type: "fill-in",
    response: "{lang=zz} a[,]b",
    patterns: [],
  });
  assert.equal(row.learner_response, "(lang=zz} a(,)b");
});

test("identifiers that 1.2 cannot hold become one character", () => {
  const row = reported("scorm12", {
    type: "matching",
    response: [
      ["10", "B"],
      ["35", "c"],
    ],
    patterns: [],
    objectives: ["mod-1/O1"],
  });
  assert.equal(row.student_response, "a.b,z.c");
  assert.equal(row["objectives.0.id"], "mod_1_O1");
});

test("answers in several parts take consecutive rows", () => {
  const { recorder, lms } = recording("scorm2004-4");
  recorder.open();
  assert.equal(
    recorder.setInteractions(null, [interaction({ id: "q.1" }), interaction({ id: "q.2" })]),
    0,
  );
  assert.equal(recorder.setInteractions(null, [interaction({ id: "r" })]), 2);
  assert.equal(lms.record()["cmi.interactions.1.id"], "q.2");
});

for (const standard of STANDARDS) {
  test(`${standard}: a row is rewritten when it exists`, () => {
    const { recorder, calls } = recording(standard);
    recorder.open();
    const row = recorder.setInteractions(null, [interaction()]);
    assert.equal(recorder.setInteractions(row, [interaction({ response: ["b"] })]), row);
    // Parts that it lacks go on from it: an LMS may have been given some of them only.
    assert.equal(recorder.setInteractions(row, [interaction(), interaction({ id: "other" })]), row);
    assert.equal(recorder.setInteractions(null, [interaction({ id: "third" })]), 2);
    assert.deepEqual(
      calls.filter((call) => call.isRefused),
      [],
    );
  });

  test(`${standard}: rows of an attempt that is gone are not trusted`, () => {
    const { recorder, lms } = recording(standard);
    recorder.open();
    assert.equal(recorder.setInteractions(7, [interaction({ id: "late" })]), 0);
    assert.equal(recorder.setInteractions(0, [interaction({ id: "first" })]), 1);
    assert.equal(lms.record()["cmi.interactions.0.id"], "late");
  });
}

test("2004: a row that an earlier launch gave to another question is left alone", () => {
  const { recorder, lms } = recording("scorm2004-4", { "cmi.interactions.0.id": "theirs" });
  recorder.open();
  assert.equal(recorder.setInteractions(0, [interaction({ id: "mine" })]), 1);
  assert.equal(lms.record()["cmi.interactions.0.id"], "theirs");
});

test("nothing to report takes no row", () => {
  const { recorder, calls } = recording("scorm12");
  recorder.open();
  assert.equal(recorder.setInteractions(null, []), null);
  assert.deepEqual(
    calls.filter((call) => call.isRefused),
    [],
  );
});

test("whatever is typed, nothing is refused", () => {
  const text = fc.string({ unit: "binary", maxLength: 5000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...STANDARDS),
      text,
      text,
      fc.double(),
      (standard, response, description, number) => {
        /** @type {Partial<Interaction>[]} */
        const answers = [
          { type: "fill-in", response, patterns: [response], description },
          { type: "long-fill-in", response, patterns: [], description },
          {
            type: "numeric",
            response: number,
            patterns: [{ min: -Infinity, max: number }],
            description,
          },
        ];
        for (const changes of answers) reported(standard, changes);
      },
    ),
  );
});
