/** A package without quiz that is done: what each edition is told, also of work done long before. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { resultOf } from "../../../tiers_lieu_mooc/learner/js/report.js";
import { DONE, emptyState } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { STANDARDS, recording } from "../runtime/support.js";

const CONTENTS = { name: "essai", id: "essai", recorded: [], lessons: [0, 1], quizzes: [], score: 100, objectives: [] };
const HALF = Object.assign(emptyState(), { lessons: { 0: { status: DONE } } });
const WHOLE = Object.assign(emptyState(), { lessons: { 0: { status: DONE }, 1: { status: DONE } } });

/** What an LMS held after the last page of an older package, which gave no score. */
const COMPLETED = {
  scorm12: { "cmi.core.lesson_status": "completed", "cmi.suspend_data": "AbC" },
  scorm2004: { "cmi.completion_status": "completed", "cmi.suspend_data": "AbC" },
};

for (const standard of STANDARDS) {
  const is12 = standard === "scorm12";
  const core = is12 ? "cmi.core." : "cmi.";
  const status = is12 ? `${core}lesson_status` : `${core}completion_status`;

  test(`${standard}: what is not done yet has no score`, () => {
    const { recorder, written } = recording(standard);
    recorder.open();
    recorder.setResult(resultOf(HALF, CONTENTS));
    assert.deepEqual(written().filter((each) => each.includes("score")), []);
  });

  test(`${standard}: what is done has its score and is completed, never passed`, () => {
    const { recorder, written } = recording(standard);
    recorder.open();
    recorder.setResult(resultOf(WHOLE, CONTENTS));
    const said = written();
    assert.ok(said.includes(`${core}score.raw = 100`));
    assert.ok(said.includes(`${status} = completed`));
    assert.ok(said.indexOf(`${core}score.raw = 100`) < said.indexOf(`${status} = completed`));
    assert.deepEqual(said.filter((each) => /passed|failed/.test(each)), []);
    assert.deepEqual(recorder.refusals(), []);
  });

  for (const mode of ["normal", "review"]) {
    test(`${standard}: who finished an older package has the score at the next launch (${mode})`, () => {
      const held = Object.assign({ [`${core}${is12 ? "lesson_mode" : "mode"}`]: mode }, COMPLETED[is12 ? "scorm12" : "scorm2004"]);
      const { recorder, written } = recording(standard, held);
      recorder.open();
      recorder.setResult(resultOf(WHOLE, CONTENTS));
      assert.ok(written().includes(`${core}score.raw = 100`));
      assert.deepEqual(written().filter((each) => /passed|failed|incomplete/.test(each)), []);
    });
  }

  test(`${standard}: a score that is held is not lowered when the course wants none any more`, () => {
    const { recorder, written } = recording(standard, { [`${core}score.raw`]: "100", [status]: "completed" });
    recorder.open();
    recorder.setResult(resultOf(WHOLE, Object.assign({}, CONTENTS, { score: null })));
    assert.deepEqual(written().filter((each) => each.includes("score")), []);
  });
}
