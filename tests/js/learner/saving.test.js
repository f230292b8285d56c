import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { deviceOn } from "../../../tiers_lieu_mooc/learner/js/device.js";
import { ungraded } from "../../../tiers_lieu_mooc/learner/js/kind.js";
import { KINDS } from "../../../tiers_lieu_mooc/learner/js/question/index.js";
import { DONE } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { contradictions } from "../../../tiers_lieu_mooc/learner/js/tools/choosing.js";
import { reportAnswers } from "../../../tiers_lieu_mooc/learner/js/tools/reporting.js";
import { CONTENTS, Clock, Disk, Lms, launch, settled } from "../../support/odd_line.js";

let clock = new Clock();
let lms = new Lms();
let disk = new Disk();
const begin = (/** @type {object} */ more = {}) => launch(Object.assign({ lms, clock, disk }, more));

beforeEach(() => {
  clock = new Clock();
  lms = new Lms();
  disk = new Disk();
});

/** @param {Awaited<ReturnType<typeof begin>>} page  @param {string} text  @param {number} [index] */
const answer = (page, text, index = 3) => page.store.answer(index, { text });

test("an answer is on the device at once and in the LMS 90 s later, with a proof", async () => {
  const page = await begin();
  await clock.pass(100);
  const before = lms.commits;
  answer(page, "B");
  assert.equal(page.mirror.kept()?.questions[3].text, "B");
  await clock.pass(89);
  assert.equal(lms.commits, before);
  assert.equal(page.last().status, "saving");
  await clock.pass(2);
  assert.equal(lms.state()?.questions[3].text, "B");
  assert.equal(page.last().status, "saved");
});

test("the row of an answer is on the device as soon as the LMS was told, and a part of it is written over", async () => {
  const page = await begin();
  /** @param {typeof page} where  @param {string} response */
  const report = (where, response) => {
    const { session } = where;
    const question = /** @type {any} */ ({ element: { querySelector: () => null }, kind: KINDS["réponse-courte"], key: { id: "q3", index: 3, points: 1, objectives: [], title: "" } });
    session.report(question, [response], ungraded());
    reportAnswers(session);
    const told = session.tellReports;
    // All that stands on the page was told.
    session.tellReports = () => {
      session.mustRecall = false;
      return told();
    };
  };
  report(page, "un");
  page.store.answer(3, { text: "un", checked: 1 });
  await clock.pass(1);
  assert.equal(page.mirror.kept()?.questions[3].row, 0);
  page.leave();
  // Of what it was given as the page went, the LMS has kept the beginning.
  lms.kept = { "cmi.interactions.0.id": "q3" };
  const again = await begin();
  report(again, "un");
  await again.saving.again();
  assert.deepEqual([lms.kept["cmi.interactions.0.type"], lms.kept["cmi.interactions.1.id"]], ["fill-in", undefined]);
});

test("what waits for its turn is set before a page goes that may not be heard any more", async () => {
  const page = await begin({ calmMs: 2500 });
  await clock.pass(100);
  answer(page, "B");
  await clock.pass(1);
  answer(page, "C");
  assert.notEqual(held(page), "C");
  page.saving.putDue();
  assert.equal(held(page), "C");
});

/** @param {Awaited<ReturnType<typeof begin>>} page  what the LMS's page holds, sent or not */
function held({ session }) {
  const recorder = /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder} */ (session.recorder);
  recorder.commit();
  return lms.state()?.questions[3].text;
}

test("a launch says nothing of saving before the learner did something", async () => {
  const page = await begin();
  assert.equal(page.last().status, "ready");
  answer(page, "B");
  assert.equal(page.last().status, "saving");
});

test("each change puts the commit off, but not for ever", async () => {
  const page = await begin();
  await clock.pass(100);
  const before = lms.commits;
  for (let step = 0; step < 12; step += 1) {
    answer(page, "ABCDEFGHIJKL".charAt(step));
    await clock.pass(30);
  }
  assert.equal(lms.commits - before, 1);
});

test("a lesson that is done and a quiz that is sent are committed within seconds", async () => {
  const page = await begin();
  await clock.pass(100);
  let before = lms.commits;
  page.store.reachLesson(1, DONE);
  answer(page, "B");
  await clock.pass(2);
  assert.equal(lms.commits, before + 1);
  page.store.startAttempt(9);
  before = lms.commits;
  page.store.sendAttempt(9, 8000);
  await clock.pass(2);
  assert.equal(lms.commits, before + 1);
});

test("every commit is followed by a look at the line: a cut of ten seconds is noticed", async () => {
  const page = await begin();
  await clock.pass(200);
  const before = page.looks();
  page.store.reachLesson(0, DONE);
  await clock.pass(4);
  page.store.reachLesson(1, DONE);
  await clock.pass(4);
  assert.equal(page.looks(), before + 2);
  assert.equal(page.last().status, "saved");
});

test("a line that is cut behind a commit that says true is told, and mended by a text that is new", async () => {
  const page = await begin();
  await clock.pass(100);
  lms.line = "cut";
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.last().way], ["unstable", ""]);
  assert.equal(lms.state()?.questions[3], undefined);
  lms.line = "good";
  await clock.pass(120);
  assert.equal(page.last().status, "saved");
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a pass that was reached while the line was cut reaches the LMS once it is back", async () => {
  const page = await begin();
  await clock.pass(100);
  lms.line = "cut";
  answer(page, "B");
  await clock.pass(91);
  for (const lesson of [0, 1, 2]) page.store.reachLesson(lesson, DONE);
  page.store.startAttempt(9);
  page.store.sendAttempt(9, 9000);
  await clock.pass(30);
  lms.line = "good";
  await clock.pass(120);
  assert.deepEqual([lms.kept["cmi.core.lesson_status"], lms.kept["cmi.core.score.raw"]], ["passed", "90"]);
});

test("repetitions come after 2, 4, 8… 60 s, 20 of them, then a button", async () => {
  const page = await begin();
  await clock.pass(100);
  lms.line = "refusing";
  answer(page, "B");
  await clock.pass(90);
  /** @type {number[]} */
  const pauses = [];
  let [count, waited] = [lms.commits, 0];
  for (let second = 0; second < 3000; second += 1) {
    await clock.pass(1);
    waited += 1;
    if (lms.commits === count) continue;
    pauses.push(waited);
    [count, waited] = [lms.commits, 0];
  }
  assert.deepEqual(pauses, [2, 4, 8, 16, 32, ...Array(14).fill(60)]);
  assert.deepEqual([page.last().status, page.last().way], ["unstable", "retry"]);
  lms.line = "good";
  page.saving.again();
  await settled();
  await clock.pass(2);
  assert.deepEqual([page.last().status, page.last().way], ["saved", ""]);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a session that ended is told as such, with the button at once", async () => {
  const page = await begin();
  lms.line = "expired";
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.last().way], ["expired", "relaunch"]);
});

test("the line that comes back is used at once", async () => {
  const page = await begin();
  await clock.pass(100);
  lms.line = "cut";
  answer(page, "B");
  await clock.pass(130);
  lms.line = "good";
  page.saving.retry();
  await settled();
  await clock.pass(2);
  assert.equal(page.last().status, "saved");
});

test("while there is trouble, work does not bring more commits than the repetitions", async () => {
  const page = await begin();
  await clock.pass(100);
  lms.line = "refusing";
  answer(page, "B");
  await clock.pass(91);
  await clock.pass(62);
  const before = lms.commits;
  for (let step = 0; step < 20; step += 1) {
    page.store.answer(4, { text: step % 2 ? "A" : "B" });
    await clock.pass(3);
  }
  assert.ok(lms.commits - before <= 2, `${lms.commits - before}`);
});

test("an end that was sent leaves the device's copy, since another session may overwrite it", async () => {
  const page = await begin();
  page.device.write("texts", "Mon lieu.");
  answer(page, "B");
  assert.equal(await page.saving.finish(), true);
  page.leave();
  assert.equal((await begin()).mirror.kept()?.questions[3].text, "B");
});

test("an end without a proof leaves the mirror", async () => {
  const page = await begin();
  lms.line = "cut";
  answer(page, "B");
  assert.equal(await page.saving.finish(), false);
  page.saving.close();
  assert.equal(page.mirror.kept()?.questions[3].text, "B");
});

test("a proof is worth nothing for what changed since its commit", async () => {
  const page = await begin();
  answer(page, "B");
  const proof = page.saving.commit();
  answer(page, "C");
  await proof;
  page.saving.close();
  assert.equal(page.mirror.kept()?.questions[3].text, "C");
});

test("what was killed is there again without a question, and the LMS is told within seconds", async () => {
  answer(await begin(), "B");
  await settled();
  const again = await begin();
  assert.equal(again.store.question(3).text, "B");
  assert.equal(again.session.origin, null);
  await clock.pass(2);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("what another session overwrote comes back from the device that gave it", async () => {
  const other = new Disk();
  const [one, two] = [await begin(), await launch({ lms, clock, disk: other })];
  answer(one, "B");
  await one.saving.finish();
  answer(two, "C", 4);
  await two.saving.finish();
  assert.equal(lms.state()?.questions[3], undefined, "no LMS joins");
  one.leave();
  two.leave();
  const again = await begin();
  await clock.pass(2);
  assert.deepEqual([again.store.question(3).text, again.store.question(4).text], ["B", "C"]);
  assert.deepEqual([lms.state()?.questions[3].text, lms.state()?.questions[4].text], ["B", "C"]);
});

test("answers that contradict each other are for the learner to decide on, and nothing else is", async () => {
  const other = new Disk();
  const [one, two] = [await begin(), await launch({ lms, clock, disk: other })];
  answer(one, "A", 4);
  answer(one, "B");
  answer(two, "C");
  for (const text of ["A", "B", "C"]) answer(two, text, 5);
  await two.saving.finish();
  one.kill();
  const { origin } = (await begin()).session;
  assert.ok(origin);
  assert.deepEqual(contradictions(origin.given, origin.own), [3]);
});

test("where the learner was comes back, too", async () => {
  const page = await begin();
  page.store.moveTo(2);
  page.store.reachLesson(2, 1);
  await settled();
  const again = await begin();
  assert.equal(again.store.state.place.index, 2);
});

test("a copy that nobody came back to for 30 days goes when somebody else opens the course; one's own never", async () => {
  answer(await begin(), "B");
  await settled();
  clock.timers = []; // the tab is gone
  clock.ms += 31 * 24 * 3_600_000;
  const name = [...disk.kept.keys()].find((key) => key.endsWith(":state")) || "";
  disk.kept.set("tlm:essai:somebody:state", disk.kept.get(name) || "");
  const again = await begin();
  await settled();
  assert.equal(again.store.question(3).text, "B");
  assert.ok(!disk.kept.has("tlm:essai:somebody:state"));
});

test("two windows on one record: each brings what the other did", async () => {
  const [one, two] = [await begin(), await begin()];
  answer(one, "B");
  answer(two, "C", 4);
  await settled();
  assert.equal(two.store.question(3).text, "B");
  assert.equal(one.store.question(4).text, "C");
  await one.saving.finish();
  one.leave();
  await clock.pass(100);
  await two.saving.finish();
  two.leave();
  assert.deepEqual([lms.state()?.questions[3].text, lms.state()?.questions[4].text], ["B", "C"]);
});

test("a shared device keeps nothing of a learner, and what stood there goes", async () => {
  const page = await begin();
  answer(page, "B");
  page.device.share(true);
  page.saving.keepAgain();
  answer(page, "C");
  await settled();
  assert.deepEqual([...new Set(disk.keys())], ["tlm:poste-partage"]);
  assert.equal(page.saving.isAtRisk(), true);
  await page.saving.finish();
  assert.equal(page.saving.isAtRisk(), false);
  page.device.share(false);
  page.saving.keepAgain();
  await settled();
  assert.equal((await begin()).mirror.kept()?.questions[3].text, "C");
});

test("a device that refuses is told, and the page warns before it goes", async () => {
  disk.isBlocked = true;
  lms.line = "cut";
  const page = await begin();
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["unstable-unkept", true]);
});

test("where the device keeps nothing, the page says to wait and commits sooner", async () => {
  disk.isBlocked = true;
  const page = await begin();
  await clock.pass(100);
  answer(page, "B");
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["saving-unkept", true]);
  await clock.pass(16);
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["saved", false]);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("in a preview nothing is kept on the device, nothing asked for, and the page says so", async () => {
  const page = await begin({ mode: "browse" });
  answer(page, "B");
  await clock.pass(200);
  assert.deepEqual([disk.keys(), page.looks(), page.last().status], [[], 0, "browse"]);
});

test("a new login to Moodle, which empties localStorage, loses nothing", async () => {
  const page = await begin();
  lms.line = "cut";
  answer(page, "B");
  page.device.write("texts", JSON.stringify({ 7: [5, "Mon lieu."] }));
  await settled();
  page.kill();
  disk.clear();
  const again = await begin();
  assert.equal(again.store.question(3).text, "B");
  assert.match(again.device.read("texts"), /Mon lieu/);
});

test("what earlier versions of the page kept in localStorage moves, and leaves it", async () => {
  const page = await begin();
  answer(page, "B");
  page.device.write("texts", JSON.stringify({ 7: [5, "Mon lieu."] }));
  await settled();
  for (const [key, text] of disk.kept) disk.setItem(key, text);
  disk.kept.clear();
  const again = await begin();
  await settled();
  assert.equal(again.store.question(3).text, "B");
  assert.match(again.device.read("texts"), /Mon lieu/);
  assert.deepEqual(Object.keys(disk).filter((key) => key.startsWith("tlm:")), []);
});

test("a learner's own words never pass through localStorage", async () => {
  disk.refuses = true;
  const page = await begin();
  assert.equal(page.device.write("texts", JSON.stringify({ 7: [5, "Mon lieu."] })), false);
  answer(page, "B");
  page.leave();
  await settled();
  assert.doesNotMatch(JSON.stringify(Object.assign({}, disk)), /Mon lieu/);
  assert.equal((await begin()).store.question(3).text, "B", "answers by number have that last resort");
});

test("the last word of a page that goes is there, whatever the disk did not do any more", async () => {
  const page = await begin();
  await settled();
  disk.isStuck = true;
  answer(page, "B");
  page.device.write("texts", JSON.stringify({ 7: [5, "Mon lieu."] }));
  page.leave();
  disk.isStuck = false;
  const again = await begin();
  await settled();
  assert.equal(again.store.question(3).text, "B");
  assert.match(again.device.read("texts"), /Mon lieu/);
  assert.deepEqual([...disk.kept.keys()].filter((key) => key.includes("~")), []);
});

test("work that was done while nobody knew the learner stays apart until somebody takes it over", async () => {
  const page = await begin();
  answer(page, "B");
  await settled();
  const mine = [...disk.kept].find(([key]) => key.endsWith(":state")) || ["", ""];
  disk.kept.clear();
  disk.kept.set("tlm:essai:ztntfpztntfp:state", mine[1]);
  lms.kept = {};
  const again = await begin();
  assert.equal(again.store.question(3).text, "");
  await again.session.stranger?.load();
  assert.equal(again.session.stranger?.readState("state")?.questions[3].text, "B");
});


test("what is attached has the room that is left, and comes back", async () => {
  const page = await begin();
  /** @type {number[]} */
  const rooms = [];
  page.session.attachment = (room) => {
    rooms.push(room);
    return "Zm9v";
  };
  page.store.changed(false);
  await page.saving.finish();
  const text = lms.kept["cmi.suspend_data"];
  assert.match(text, /^[\w-]+\.Zm9v$/);
  assert.equal(rooms[rooms.length - 1], 4096 - (text.length - 4));
  const again = await begin();
  assert.equal(again.session.attached, "Zm9v");
  answer(again, "B");
  await again.saving.finish();
  assert.match(lms.kept["cmi.suspend_data"], /\.Zm9v$/, "who has not looked at it yet must not lose it");
});

test("what is attached and does not fit is left out, and the state is whole", async () => {
  const page = await begin();
  page.session.attachment = (room) => "A".repeat(room + 1);
  answer(page, "B");
  await page.saving.finish();
  assert.equal(lms.state()?.questions[3].text, "B");
  assert.doesNotMatch(lms.kept["cmi.suspend_data"], /\./);
});

test("packages of one course keep their mirrors apart", async () => {
  const one = await begin({ contents: Object.assign({}, CONTENTS, { name: "essai-un" }) });
  const two = await launch({ lms: new Lms(), clock, disk, contents: Object.assign({}, CONTENTS, { name: "essai-deux" }) });
  answer(one, "B");
  answer(two, "C");
  assert.deepEqual(disk.keys().map((key) => key.split(":").pop()).sort(), ["state-deux", "state-un"]);
});

test("an hour of ordinary study takes at most 20 commits", async () => {
  const page = await begin();
  const before = lms.commits - 1;
  for (let lesson = 0; lesson < 6; lesson += 1) {
    page.store.moveTo(lesson);
    page.store.reachLesson(lesson, 1);
    for (const question of [3, 4]) {
      await clock.pass(200);
      page.store.answer(question, { text: "AB".charAt(lesson % 2) });
      page.store.gain(question, { isTry: true, best: 100 });
      page.store.answer(question, { text: "AB".charAt(lesson % 2), checked: 1 });
    }
    await clock.pass(80);
    page.store.reachLesson(lesson, DONE);
  }
  page.store.startAttempt(9);
  for (let step = 0; step < 10; step += 1) {
    page.store.moveTo(5);
    page.store.answer(5, { text: "ABCDEFGHIJ".charAt(step), epoch: 1 });
    page.store.moveTo(6);
    await clock.pass(50);
  }
  page.store.sendAttempt(9, 7000);
  await clock.pass(220);
  await page.saving.finish();
  page.saving.close();
  assert.ok(clock.ms - 1_700_000_000_000 >= 3_600_000);
  assert.ok(lms.commits - before <= 20, `${lms.commits - before} commits`);
});


test("offline, the line says so at once, and nothing is committed until it is back", async () => {
  const page = await begin();
  await clock.pass(100);
  const before = lms.commits;
  answer(page, "B");
  lms.line = "offline";
  page.saving.retry();
  assert.equal(page.last().status, "offline");
  await clock.pass(200);
  assert.equal(lms.commits, before);
  lms.line = "good";
  page.saving.retry();
  await settled();
  await clock.pass(2);
  assert.deepEqual([page.last().status, lms.state()?.questions[3].text], ["saved", "B"]);
});

test("a pass that went out on a line that was cut is told again, and reaches Moodle", async () => {
  const page = await begin();
  await clock.pass(100);
  for (const lesson of [0, 1, 2]) page.store.reachLesson(lesson, DONE);
  page.store.startAttempt(9);
  page.store.sendAttempt(9, 9000);
  lms.line = "cut";
  await clock.pass(10);
  assert.equal(lms.kept["cmi.core.lesson_status"], "incomplete");
  lms.line = "good";
  await clock.pass(120);
  assert.deepEqual([lms.kept["cmi.core.lesson_status"], Number(lms.kept["cmi.core.score.raw"])], ["passed", 90]);
});

test("after a doubt everything goes once more when the page goes", async () => {
  const page = await begin();
  await clock.pass(100);
  answer(page, "B");
  lms.line = "cut";
  await clock.pass(95);
  lms.line = "good";
  await clock.pass(120);
  lms.kept = {};
  page.leave();
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a session that was lost writes no more: the activity is loaded anew", async () => {
  const page = await begin();
  lms.line = "expired";
  answer(page, "B");
  await clock.pass(91);
  const before = lms.commits;
  lms.line = "good";
  answer(page, "C");
  await clock.pass(500);
  page.leave();
  assert.equal(lms.commits, before);
  const again = await begin();
  await clock.pass(2);
  assert.deepEqual([again.store.question(3).text, lms.state()?.questions[3].text], ["C", "C"]);
});

test("where the device keeps nothing, a lost session is tried again as long as the page is there", async () => {
  disk.isBlocked = true;
  const page = await begin();
  lms.line = "expired";
  answer(page, "B");
  await clock.pass(20);
  assert.deepEqual([page.last().status, page.last().way], ["expired-unkept", "retry"]);
  lms.line = "good";
  page.saving.again();
  await settled();
  await clock.pass(2);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a page that was hidden for ten minutes loads the activity anew before it writes", async () => {
  const page = await begin();
  answer(page, "B");
  page.saving.hide();
  await clock.pass(300);
  page.saving.show();
  assert.equal(lms.relaunches, 0, "five minutes are no sleep");
  page.saving.hide();
  await clock.pass(601);
  const before = lms.commits;
  page.saving.show();
  answer(page, "C");
  await settled();
  assert.equal(lms.relaunches, 1);
  page.leave();
  assert.equal(lms.commits, before);
  assert.equal((await begin()).store.question(3).text, "C");
});

test("a page in sight while the machine slept loads the activity anew before it writes", async () => {
  const page = await begin();
  for (let minute = 0; minute < 30; minute += 1) await clock.pass(60);
  assert.equal(lms.relaunches, 0, "half an hour of reading is no sleep");
  answer(page, "B");
  const before = lms.commits;
  clock.ms += 3_600_000;
  await clock.pass(1);
  assert.equal(lms.relaunches, 1);
  assert.equal(lms.commits, before, "what was to be committed meanwhile is not");
  assert.equal((await begin()).store.question(3).text, "B");
});

test("an answer that comes before a page knows that it slept is on the device only", async () => {
  const page = await begin();
  await clock.pass(100);
  const before = lms.commits;
  clock.ms += 3_600_000;
  answer(page, "B");
  page.leave();
  assert.equal(lms.commits, before);
  assert.equal((await begin()).store.question(3).text, "B");
});

test("a page that slept and finds no line waits for it", async () => {
  const page = await begin();
  page.saving.hide();
  await clock.pass(601);
  lms.line = "cut";
  page.saving.show();
  await settled();
  assert.equal(lms.relaunches, 0);
  lms.line = "good";
  page.saving.retry();
  await settled();
  assert.equal(lms.relaunches, 1);
});

test("a page that is closed in its sleep leaves what others wrote meanwhile", async () => {
  const page = await begin();
  answer(page, "B");
  page.saving.hide();
  await clock.pass(700);
  const before = lms.commits;
  page.leave();
  assert.equal(lms.commits, before);
});

for (const sight of /** @type {const} */ (["absent", "other"])) {
  test(`a witness that is ${sight} says nothing of the session while the LMS takes what it is given`, async () => {
    lms.sight = sight;
    const page = await begin();
    answer(page, "B");
    await clock.pass(91);
    assert.equal(page.last().status, "saved");
  });
}

test("values reach the LMS with pauses long enough for one that saves after two seconds of calm", async () => {
  const page = await begin({ calmMs: 2000 });
  await clock.pass(10);
  /** @type {number[]} */
  const times = [];
  const { recorder } = page.session;
  const set = recorder?.setState;
  Object.assign(recorder || {}, { setState: (/** @type {string} */ text) => (times.push(clock.ms), set?.(text)) });
  for (let step = 0; step < 60; step += 1) {
    answer(page, "ABCD".charAt(step % 4), 3 + (step % 3));
    await clock.pass(0.5);
  }
  assert.ok(times.length >= 5, "work without a pause is sent while it goes on");
  assert.ok(times.every((at, place) => place === 0 || at === times[place - 1] || at - times[place - 1] >= 2500));
});

test("an LMS that never saves again after a failure is not trusted again: only opening anew helps", async () => {
  const page = await begin({ calmMs: 2000 });
  answer(page, "B");
  lms.line = "cut";
  await clock.pass(95);
  lms.line = "good";
  await clock.pass(120);
  assert.deepEqual([page.last().status, page.last().way], ["reopen", ""]);
  const again = await begin({ calmMs: 2000 });
  await clock.pass(2);
  assert.deepEqual([again.store.question(3).text, lms.state()?.questions[3].text], ["B", "B"]);
});

test("an LMS that saves after calm is given it before the learner is told to close", async () => {
  const page = await begin({ calmMs: 2000 });
  await clock.pass(10);
  answer(page, "B");
  let isDone = false;
  const end = page.saving.finish().then((isSafe) => {
    isDone = true;
    return isSafe;
  });
  await clock.pass(1);
  assert.deepEqual([isDone, page.saving.isAtRisk()], [false, true]);
  await clock.pass(4);
  assert.deepEqual([await end, page.saving.isAtRisk()], [true, false]);
});

test("an LMS that cuts what it keeps is told of, and given what fits; the device has the rest", async () => {
  const page = await begin();
  for (const index of [3, 4, 5, 6]) answer(page, "x".repeat(60), index);
  page.store.gain(3, { best: 25200 });
  page.store.reachLesson(0, DONE);
  await page.saving.finish();
  page.leave();
  lms.room = 120;
  lms.kept["cmi.suspend_data"] = lms.kept["cmi.suspend_data"].slice(0, 120);
  const again = await begin();
  assert.equal(again.store.question(4).text, "x".repeat(60));
  again.store.reachLesson(1, DONE);
  await again.saving.finish();
  assert.deepEqual([again.last().status, again.saving.isAtRisk()], ["short", false]);
  assert.equal(lms.state()?.lessons[1].status, DONE);
  assert.equal(lms.state()?.questions[3].best, 25200);
});

test("where neither the LMS nor the device keeps all of it, the page says so and warns before it goes", async () => {
  disk.isBlocked = true;
  const first = await begin();
  for (const index of [3, 4, 5, 6]) answer(first, "x".repeat(60), index);
  await first.saving.finish();
  first.leave();
  lms.room = 120;
  lms.kept["cmi.suspend_data"] = lms.kept["cmi.suspend_data"].slice(0, 120);
  const page = await begin();
  answer(page, "B");
  await page.saving.finish();
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["short-unkept", true]);
});

test("a clock that was set back while a page slept does not hide its sleep", async () => {
  const page = await begin();
  answer(page, "B");
  page.saving.hide();
  await clock.pass(601);
  clock.ms -= 86_400_000;
  page.saving.show();
  await settled();
  assert.equal(lms.relaunches, 1);
});

test("a clock that is set back makes no pause longer", async () => {
  const page = await begin({ calmMs: 2500 });
  await clock.pass(100);
  answer(page, "B");
  await clock.pass(3);
  clock.ms -= 300_000;
  assert.equal(page.saving.isAtRisk(), false);
  answer(page, "C");
  await clock.pass(4);
  assert.equal(held(page), "C");
  let isSafe;
  page.saving.finish().then((is) => {
    isSafe = is;
  });
  await settled();
  await clock.pass(4);
  assert.equal(isSafe, true);
});

test("a preview writes nothing on the device, whatever is said of who uses it", async () => {
  const before = await begin();
  answer(before, "B");
  before.leave();
  await settled();
  const kept = new Map(disk.kept);
  const page = await begin({ mode: "browse" });
  answer(page, "C");
  page.device.write("texts", "{}");
  page.device.share(false);
  await settled();
  page.leave();
  await settled();
  assert.deepEqual(disk.kept, kept);
});

test("learners whose names are alike to a short hash are two learners", async () => {
  const names = ["eleve72365@lycee.fr", "eleve280120@lycee.fr", "paul.aicewib", "marie.dupont"];
  for (const name of names) {
    const device = deviceOn(disk.opened(), "essai", name, clock.now);
    await device.load();
    assert.equal(device.read("state"), "");
    device.write("state", `${clock.ms.toString(36)}.${name}`);
    assert.equal(await device.rest(), true);
  }
  assert.equal(disk.kept.size, names.length);
});

test("what a device holds in memory only is not at rest", async () => {
  const device = deviceOn(disk.opened(), "essai", "camille", clock.now);
  await device.load();
  device.write("texts", "{}");
  assert.equal(await device.rest(), true);
  disk.refuses = true;
  device.write("texts", '{"1":[1,"Le mien."]}');
  assert.equal(await device.rest(), false);
  disk.refuses = false;
  device.write("texts", '{"1":[2,"Le mien."]}');
  assert.equal(await device.rest(), true);
});

for (const around of [(/** @type {string} */ text) => `${text}\n`, (/** @type {string} */ text) => ` ${text}`]) {
  test(`a state that comes back as ${JSON.stringify(around("…"))} is read`, async () => {
    const page = await begin();
    answer(page, "B");
    await clock.pass(100);
    page.leave();
    lms.kept["cmi.suspend_data"] = around(lms.kept["cmi.suspend_data"]);
    disk = new Disk();
    assert.equal((await begin()).store.question(3).text, "B");
  });
}
