import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { DONE } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { CONTENTS, Clock, Disk, Lms, launch, settled, useDisk } from "../../support/odd_line.js";

let clock = new Clock();
let lms = new Lms();
let disk = new Disk();
const begin = (/** @type {object} */ more = {}) => launch(Object.assign({ lms, clock }, more));

beforeEach(() => {
  clock = new Clock();
  lms = new Lms();
  disk = new Disk();
  useDisk(disk);
});

/** @param {ReturnType<typeof begin>} page  @param {string} text  @param {number} [index] */
const answer = (page, text, index = 3) => page.store.answer(index, { text });

test("an answer is on the device at once and in the LMS 90 s later, with a proof", async () => {
  const page = begin();
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

test("a launch says nothing of saving before the learner did something", async () => {
  const page = begin();
  assert.equal(page.last().status, "ready");
  answer(page, "B");
  assert.equal(page.last().status, "saving");
});

test("each change puts the commit off, but not for ever", async () => {
  const page = begin();
  await clock.pass(100);
  const before = lms.commits;
  for (let step = 0; step < 12; step += 1) {
    answer(page, "ABCDEFGHIJKL".charAt(step));
    await clock.pass(30);
  }
  assert.equal(lms.commits - before, 1);
});

test("a lesson that is done and a quiz that is sent are committed within seconds", async () => {
  const page = begin();
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

test("a proof holds for 60 s; what was committed meanwhile is proven then", async () => {
  const page = begin();
  await clock.pass(200);
  const before = page.looks();
  page.store.reachLesson(0, DONE);
  await clock.pass(2);
  assert.equal(page.looks(), before + 1);
  page.store.reachLesson(1, DONE);
  await clock.pass(2);
  assert.equal(page.looks(), before + 1);
  assert.equal(page.last().status, "saved");
  await clock.pass(60);
  assert.equal(page.looks(), before + 2);
});

test("a line that is cut behind a commit that says true is told, and mended by a text that is new", async () => {
  const page = begin();
  await clock.pass(100);
  lms.line = "cut";
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.last().canRetry], ["unstable", false]);
  assert.equal(lms.state()?.questions[3], undefined);
  lms.line = "good";
  await clock.pass(120);
  assert.equal(page.last().status, "saved");
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a pass that was reached while the line was cut reaches the LMS once it is back", async () => {
  const page = begin();
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
  const page = begin();
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
  assert.deepEqual([page.last().status, page.last().canRetry], ["unstable", true]);
  lms.line = "good";
  page.saving.again();
  await settled();
  assert.deepEqual([page.last().status, page.last().canRetry], ["saved", false]);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("a session that ended is told as such, with the button at once", async () => {
  const page = begin();
  lms.line = "expired";
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.last().canRetry], ["expired", true]);
});

test("the line that comes back is used at once", async () => {
  const page = begin();
  await clock.pass(100);
  lms.line = "cut";
  answer(page, "B");
  await clock.pass(130);
  lms.line = "good";
  page.saving.retry();
  await settled();
  assert.equal(page.last().status, "saved");
});

test("while there is trouble, work does not bring more commits than the repetitions", async () => {
  const page = begin();
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

test("an end that is proven takes the mirror off the device, and nothing else", async () => {
  const page = begin();
  page.device.write("texts", "Mon lieu.");
  answer(page, "B");
  assert.equal(await page.saving.finish(), true);
  page.saving.close();
  assert.deepEqual(disk.keys().map((key) => key.split(":").pop()), ["texts"]);
});

test("an end without a proof leaves the mirror", async () => {
  const page = begin();
  lms.line = "cut";
  answer(page, "B");
  assert.equal(await page.saving.finish(), false);
  page.saving.close();
  assert.equal(page.mirror.kept()?.questions[3].text, "B");
});

test("a proof is worth nothing for what changed since its commit", async () => {
  const page = begin();
  answer(page, "B");
  const proof = page.saving.commit();
  answer(page, "C");
  await proof;
  page.saving.close();
  assert.equal(page.mirror.kept()?.questions[3].text, "C");
});

test("what was killed is found again, and taken over when the learner says so", async () => {
  answer(begin(), "B");
  const again = begin();
  assert.equal(again.store.question(3).text, "");
  assert.ok(again.found && again.found.isOwn);
  again.take();
  await settled();
  assert.equal(again.store.question(3).text, "B");
  assert.equal(lms.state()?.questions[3].text, "B");
  assert.equal(begin().found, null);
});

test("an offer that is never answered is kept, beside what comes after it", async () => {
  const first = begin();
  for (const text of ["B", "C", "D"]) answer(first, text);
  answer(first, "X", 4);
  const second = begin();
  assert.ok(second.found);
  answer(second, "E");
  await second.saving.finish();
  second.saving.close();
  const third = begin();
  assert.ok(third.found);
  third.take();
  assert.deepEqual([third.store.question(3).text, third.store.question(4).text], ["E", "X"]);
});

test("an offer that is refused does not come again", async () => {
  answer(begin(), "B");
  const again = begin();
  if (again.found) again.mirror.refuse(again.found);
  await again.saving.again();
  assert.equal(begin().found, null);
  assert.equal(again.store.question(3).text, "");
});

test("where the learner was is no reason to ask", () => {
  const page = begin();
  page.store.moveTo(2);
  page.store.reachLesson(2, 1);
  const again = begin();
  assert.equal(again.found, null);
  assert.equal(again.store.state.place.index, 2);
});

test("a mirror is not offered after 30 days, and gone", async () => {
  answer(begin(), "B");
  clock.timers = []; // the tab is gone
  clock.ms += 31 * 24 * 3_600_000;
  assert.equal(begin().found, null);
  assert.deepEqual(disk.keys(), []);
});

test("two windows on one record: each brings what the other did", async () => {
  const [one, two] = [begin(), begin()];
  answer(one, "B");
  answer(two, "C", 4);
  assert.equal(two.store.question(3).text, "B");
  one.saving.hear();
  assert.equal(one.store.question(4).text, "C");
  await one.saving.finish();
  one.saving.close();
  two.saving.hear();
  assert.equal(two.mirror.kept()?.questions[4].text, "C", "a window that ends must not take the other's mirror away");
  await clock.pass(100);
  await two.saving.finish();
  two.saving.close();
  assert.deepEqual([lms.state()?.questions[3].text, lms.state()?.questions[4].text], ["B", "C"]);
});

test("a shared device keeps nothing of a learner, and what stood there goes", async () => {
  const page = begin();
  answer(page, "B");
  page.device.share(true);
  page.saving.keepAgain();
  answer(page, "C");
  assert.deepEqual(disk.keys(), ["tlm:poste-partage"]);
  assert.equal(page.saving.isAtRisk(), true);
  await page.saving.finish();
  assert.equal(page.saving.isAtRisk(), false);
  page.device.share(false);
  page.saving.keepAgain();
  assert.equal(page.mirror.kept()?.questions[3].text, "C");
});

test("a device that refuses is told, and the page warns before it goes", async () => {
  disk.isBlocked = true;
  lms.line = "cut";
  const page = begin();
  answer(page, "B");
  await clock.pass(91);
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["unstable-unkept", true]);
});

test("where the device keeps nothing, the page says to wait and commits sooner", async () => {
  disk.isBlocked = true;
  const page = begin();
  await clock.pass(100);
  answer(page, "B");
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["unkept", true]);
  await clock.pass(16);
  assert.deepEqual([page.last().status, page.saving.isAtRisk()], ["saved", false]);
  assert.equal(lms.state()?.questions[3].text, "B");
});

test("in a preview nothing is kept on the device, nothing asked for, and the page says so", async () => {
  const page = begin({ mode: "browse" });
  answer(page, "B");
  await clock.pass(200);
  assert.deepEqual([disk.keys(), page.looks(), page.last().status], [[], 0, "browse"]);
});

test("work that was done while nobody knew the learner is offered once the learner is known", async () => {
  const page = begin();
  answer(page, "B");
  const unknown = Object.keys(disk).find((each) => each.endsWith(":state")) || "";
  const text = disk.getItem(unknown);
  disk.removeItem(unknown);
  lms.kept = {};
  const { Device } = await import("../../../tiers_lieu_mooc/learner/js/device.js");
  new Device("essai", "").write("state", text);
  const again = begin();
  assert.equal(again.found && again.found.isOwn, false);
  again.take();
  assert.equal(again.store.question(3).text, "B");
  assert.equal(new Device("essai", "").read("state"), "");
});

test("somebody else's refused work stays for its owner and is not offered again", async () => {
  const { Device } = await import("../../../tiers_lieu_mooc/learner/js/device.js");
  const page = begin();
  answer(page, "B");
  new Device("essai", "").write("state", page.device.read("state"));
  page.device.erase("state");
  const again = begin();
  if (again.found) again.mirror.refuse(again.found);
  assert.notEqual(new Device("essai", "").read("state"), "");
  assert.equal(begin().found, null);
});

test("what is attached has the room that is left, and comes back", async () => {
  const page = begin();
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
  const again = begin();
  assert.equal(again.session.attached, "Zm9v");
  answer(again, "B");
  await again.saving.finish();
  assert.match(lms.kept["cmi.suspend_data"], /\.Zm9v$/, "who has not looked at it yet must not lose it");
});

test("what is attached and does not fit is left out, and the state is whole", async () => {
  const page = begin();
  page.session.attachment = (room) => "A".repeat(room + 1);
  answer(page, "B");
  await page.saving.finish();
  assert.equal(lms.state()?.questions[3].text, "B");
  assert.doesNotMatch(lms.kept["cmi.suspend_data"], /\./);
});

test("packages of one course keep their mirrors apart", () => {
  const one = begin({ contents: Object.assign({}, CONTENTS, { name: "essai-un" }) });
  const two = launch({ lms: new Lms(), clock, contents: Object.assign({}, CONTENTS, { name: "essai-deux" }) });
  answer(one, "B");
  answer(two, "C");
  assert.deepEqual(disk.keys().map((key) => key.split(":").pop()).sort(), ["state-deux", "state-un"]);
});

test("an hour of ordinary study takes at most 20 commits", async () => {
  const page = begin();
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

test("what is offered in one window outlives the proven end of another", async () => {
  const one = begin();
  answer(one, "B");
  const two = begin();
  assert.equal(two.found?.state.questions[3].text, "B");
  one.saving.finish();
  await clock.pass(1);
  one.saving.close();
  assert.equal(one.mirror.kept(), null);
  two.saving.hear();
  assert.equal(two.mirror.kept()?.questions[3].text, "B");
});
