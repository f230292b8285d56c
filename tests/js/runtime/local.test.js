import assert from "node:assert/strict";
import { test } from "node:test";

import { findRecorder } from "../../../scorm_export/runtime/launch.js";
import { NOBODY } from "../../../scorm_export/runtime/nobody.js";
import { interaction, withRows } from "./support.js";

test("where no LMS is meant nothing is told to anybody, and nothing pretends to be saved", async () => {
  const recorder = withRows(await findRecorder(NOBODY, { setTimeout() {} }));
  assert.equal(recorder.isTracked, false);
  const nothing = { state: "", location: "", mode: "normal", learnerId: "", learnerName: "" };
  assert.deepEqual(recorder.open(), nothing);
  recorder.setState("AbC");
  recorder.setLocation("accueil/bonjour");
  recorder.setResult({ completed: true, success: "passed", score: 100, progress: 1 });
  recorder.setObjective({ id: "O1", completed: true, success: "passed", score: 100 });
  assert.equal(recorder.setInteractions(null, [interaction()]), null);
  assert.equal(recorder.hasNews(), false);
  assert.equal(recorder.commit(), false);
  recorder.settle();
  recorder.renew();
  recorder.narrow(10);
  recorder.leave();
  assert.equal(recorder.relaunch(), false);
  recorder.close();
  assert.deepEqual(recorder.refusals(), []);
});
