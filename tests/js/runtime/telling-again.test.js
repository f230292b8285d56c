/** What a commit's "true" is worth: nothing by itself. What may be lost is told again. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { STANDARDS, recording } from "./support.js";

const RESULT = /** @type {const} */ ({ completed: true, success: "passed", score: 90, progress: 1 });

for (const standard of STANDARDS) {
  const core = standard === "scorm12" ? "cmi.core." : "cmi.";
  const status = standard === "scorm12" ? "cmi.core.lesson_status = passed" : "cmi.success_status = passed";
  const told = [`${core}score.raw = 90`, status, "cmi.suspend_data = AbC"];

  /** @param {ReturnType<typeof recording>} session */
  const tell = ({ recorder }) => {
    recorder.setState("AbC");
    recorder.setResult(RESULT);
  };

  /** @param {ReturnType<typeof recording>} session  @param {string} line */
  const times = ({ written }, line) => written().filter((each) => each === line).length;

  test(`${standard}: what was committed while nobody saw the line is written again when it is told again`, () => {
    const session = recording(standard);
    session.recorder.open();
    tell(session);
    assert.equal(session.recorder.commit(), true);
    tell(session);
    for (const line of told) assert.equal(times(session, line), 2, line);
  });

  test(`${standard}: what was committed on a line that stood is not written again`, () => {
    const session = recording(standard);
    session.recorder.open();
    tell(session);
    session.recorder.commit();
    session.recorder.settle();
    tell(session);
    for (const line of told) assert.equal(times(session, line), 1, line);
    assert.equal(session.recorder.hasNews(), false);
  });

  test(`${standard}: a proof is about the commit before it, not about what was written since`, () => {
    const session = recording(standard);
    session.recorder.open();
    session.recorder.setState("AbC");
    session.recorder.commit();
    session.recorder.setState("AbD");
    session.recorder.settle();
    assert.equal(session.recorder.hasNews(), true);
    session.recorder.setState("AbD");
    assert.equal(times(session, "cmi.suspend_data = AbD"), 2);
  });

  test(`${standard}: what the LMS gave at launch is proven, and a status is never lowered`, () => {
    const first = recording(standard);
    first.recorder.open();
    tell(first);
    first.recorder.close();
    const kept = first.commits[first.commits.length - 1];
    const again = recording(standard, kept);
    again.recorder.open();
    tell(again);
    again.recorder.setResult({ completed: false, success: "unknown", score: 10, progress: 0.1 });
    assert.deepEqual(again.written().filter((line) => /score|status|suspend/.test(line) && !/exit/.test(line)), []);
    assert.equal(again.recorder.hasNews(), false);
  });
}
