/** Windows, devices, lost commits, crashes: whatever the order, every answer that was given is found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { DONE, decode, emptyState, encode, join, work } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { Store } from "../../../tiers_lieu_mooc/learner/js/store.js";
import { Clock, Disk, Lms, launch, settled, useDisk } from "../../support/odd_line.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/state.js").State} State */
/** @typedef {Awaited<ReturnType<typeof launch>>} Window */

const SLOTS = 3;
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("answer"), question: fc.integer({ min: 3, max: 6 }), text: fc.constantFrom("A", "B", "C", ""), checked: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("lesson"), lesson: fc.nat(2), status: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("start", "send"), score: fc.nat(10000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("judge"), section: fc.integer({ min: 1, max: 12 }), level: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("kill", "close", "finish", "hear", "retry") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("line"), line: fc.constantFrom("good", "good", "cut", "expired", "refusing") }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("pass"), seconds: fc.integer({ min: 1, max: 400 }) }) },
);
const story = fc.array(fc.tuple(fc.nat(SLOTS - 1), act), { maxLength: 40 });

/** What one learner does in windows on two devices, and the join of all that their windows ever knew. */
class Life {
  lms = new Lms();
  clock = new Clock();
  disks = [new Disk(), new Disk()];
  /** @type {(Window | null)[]} */
  windows = Array(SLOTS).fill(null);
  all = emptyState();

  /** @param {number} slot  the last has the second device for itself */
  device(slot) {
    return this.disks[slot < SLOTS - 1 ? 0 : 1];
  }

  /** @param {number} slot */
  async enter(slot) {
    const disk = this.device(slot);
    useDisk(disk);
    const window = this.windows[slot] || (await launch({ lms: this.lms, clock: this.clock, disk }));
    this.windows[slot] = window;
    return window;
  }

  /** @param {number} slot  @param {any} what */
  async step(slot, what) {
    const window = await this.enter(slot);
    const { store, saving } = window;
    const isEnd = ["close", "finish"].includes(what.do);
    if (what.do === "answer") store.answer(what.question, { text: what.text, checked: what.checked });
    else if (what.do === "lesson") store.reachLesson(what.lesson, what.status);
    else if (what.do === "start") store.startAttempt(9);
    else if (what.do === "send" && store.quiz(9).attempt) store.sendAttempt(9, what.score);
    else if (what.do === "judge") store.judge(what.section, what.level);
    else if (what.do === "line") this.lms.line = what.line;
    else if (what.do === "hear") saving.hear();
    else if (what.do === "retry") saving.retry();
    else if (what.do === "pass") await this.clock.pass(what.seconds);
    await settled();
    this.all = join(this.all, store.state);
    if (isEnd && (what.do === "close" || (await saving.finish()))) window.leave();
    if (isEnd || what.do === "kill") this.leave(slot);
    await settled();
    for (const other of this.windows) if (other) this.all = join(this.all, other.store.state);
  }

  /** @param {number} slot */
  leave(slot) {
    this.windows[slot]?.kill();
    this.windows[slot] = null;
  }

  /** Everybody comes back once more, on a good line. */
  async end() {
    for (const window of this.windows) window?.kill();
    this.windows.fill(null);
    this.lms.line = "good";
    for (const slot of [0, SLOTS - 1, 0]) {
      const window = await this.enter(slot);
      await window.saving.again();
      assert.equal(await window.saving.finish(), true);
      window.leave();
      this.windows[slot] = null;
    }
  }
}

test("two devices, used in turn or at once: whatever windows, lines and crashes do, the LMS ends with the join of all work", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const life = new Life();
      for (const [slot, what] of steps) await life.step(slot, what);
      await life.end();
      const state = /** @type {State} */ (life.lms.state());
      assert.equal(work(state), work(life.all));
      assert.deepEqual([state.questions, state.lessons], [life.all.questions, life.all.lessons]);
    }),
    { numRuns: 200 },
  );
});

test("on one device the newest answer is the one that stays, whatever was lost between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), act), { maxLength: 30 }), async (steps) => {
      const life = new Life();
      /** @type {{[question: number]: string}} */
      const newest = {};
      for (const [slot, what] of steps) {
        await life.step(slot, what);
        if (what.do === "answer") newest[what.question] = what.text;
      }
      await life.end();
      for (const [question, text] of Object.entries(newest)) {
        assert.equal(life.lms.state()?.questions[Number(question)]?.text || "", text);
      }
    }),
    { numRuns: 100 },
  );
});

test("answers given before the kept state arrives are the newest, and nothing kept is lost", () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: 3, max: 6 }), fc.constantFrom("A", "B", "C", "D")), { maxLength: 12 });
  fc.assert(
    fc.property(answers, answers, (before, early) => {
      const [kept, now] = [new Store(), new Store()];
      for (const [question, text] of before) kept.answer(question, { text });
      for (const [question, text] of early) now.answer(question, { text });
      const expected = Object.assign({}, Object.fromEntries(before), Object.fromEntries(early));
      now.adopt(decode(encode(kept.state)));
      for (const state of [now.state, join(now.state, kept.state), join(kept.state, now.state)]) {
        for (const [question, text] of Object.entries(expected)) assert.equal(state.questions[Number(question)].text, text);
      }
    }),
  );
});

test("a lesson that is done stays so beside any other state", () => {
  const store = new Store();
  store.reachLesson(0, DONE);
  const other = new Store();
  other.reachLesson(0, 1);
  assert.equal(join(other.state, store.state).lessons[0].status, DONE);
});

