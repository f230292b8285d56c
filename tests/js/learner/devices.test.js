/** Windows, devices, lost commits, crashes: whatever the order, every answer that was given is found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { DONE, decode, emptyState, encode, join, work } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { Store } from "../../../tiers_lieu_mooc/learner/js/store.js";
import { Clock, Disk, Lms, launch, useDisk } from "../../support/odd_line.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/state.js").State} State */
/** @typedef {ReturnType<typeof launch>} Window */

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

  /** @param {boolean} isAtOnce  whether both devices are in use at once, and no session ends well */
  constructor(isAtOnce) {
    this.isAtOnce = isAtOnce;
  }

  /** The windows of the other device crash. @param {number} slot */
  abandon(slot) {
    this.windows.forEach((window, place) => {
      if (!window || this.device(place) === this.device(slot)) return;
      window.kill();
      this.windows[place] = null;
    });
  }

  /** @param {number} slot  the last has the second device for itself */
  device(slot) {
    return this.disks[slot < SLOTS - 1 ? 0 : 1];
  }

  /** @param {number} slot */
  enter(slot) {
    if (!this.isAtOnce) this.abandon(slot);
    useDisk(this.device(slot));
    const window = this.windows[slot] || launch(this);
    if (!this.windows[slot]) window.take();
    this.windows[slot] = window;
    return window;
  }

  /** @param {number} slot  @param {any} what */
  async step(slot, what) {
    const window = this.enter(slot);
    const { store, saving } = window;
    const isEnd = ["close", "finish"].includes(what.do) && !this.isAtOnce;
    if (what.do === "answer") store.answer(what.question, { text: what.text, checked: what.checked });
    else if (what.do === "lesson") store.reachLesson(what.lesson, what.status);
    else if (what.do === "start") store.startAttempt(9);
    else if (what.do === "send" && store.quiz(9).attempt) store.sendAttempt(9, what.score);
    else if (what.do === "judge") store.judge(what.section, what.level);
    else if (what.do === "line") this.lms.line = what.line;
    else if (what.do === "hear") saving.hear();
    else if (what.do === "retry") saving.retry();
    else if (what.do === "pass") await this.clock.pass(what.seconds);
    this.all = join(this.all, store.state);
    if (isEnd && (what.do === "close" || (await saving.finish()))) saving.close();
    if (isEnd || what.do === "kill") this.leave(slot);
    else this.tellOthers(slot);
  }

  /** The windows of a device hear of what one of them wrote. @param {number} slot */
  tellOthers(slot) {
    this.windows.forEach((other, place) => {
      if (other && place !== slot && this.device(place) === this.device(slot)) {
        useDisk(this.device(place));
        other.saving.hear();
        this.all = join(this.all, other.store.state);
      }
    });
  }

  /** @param {number} slot */
  leave(slot) {
    this.windows[slot]?.kill();
    this.windows[slot] = null;
    this.tellOthers(slot);
  }

  /** Everybody comes back once more, on a good line. */
  async end() {
    for (const window of this.windows) window?.kill();
    this.windows.fill(null);
    this.lms.line = "good";
    for (const slot of [0, SLOTS - 1, 0]) {
      const window = this.enter(slot);
      await window.saving.again();
      assert.equal(await window.saving.finish(), true);
      window.saving.close();
      this.windows[slot] = null;
    }
  }
}

/**
 * What was taken over on a line that is cut, in a session that was proven until then, and that ends
 * before anybody has looked for a witness: it must stay on its device.
 *
 * @type {[[number, any][]]}
 */
const TAKEN_IN_VAIN = [
  [
    [0, { do: "answer", question: 3, text: "A", checked: 0 }],
    [2, { do: "start", score: 0 }],
    [0, { do: "line", line: "cut" }],
    [2, { do: "close" }],
  ],
];

// A session that ends well takes its mirror away. If at that moment a session on another device is
// open that began before, its next commit overwrites the record, since no LMS joins: so the devices
// are used in turn here, or at once with sessions that do not end well.
for (const isAtOnce of [false, true]) {
  const how = isAtOnce ? "at once" : "in turn";
  test(`two devices used ${how}: whatever windows, lines and crashes do, the LMS ends with the join of all work`, async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const life = new Life(isAtOnce);
        for (const [slot, what] of steps) await life.step(slot, what);
        await life.end();
        const state = /** @type {State} */ (life.lms.state());
        assert.equal(work(state), work(life.all));
        assert.deepEqual([state.questions, state.lessons], [life.all.questions, life.all.lessons]);
      }),
      { numRuns: 100, examples: [TAKEN_IN_VAIN] },
    );
  });
}

test("on one device the newest answer is the one that stays, whatever was lost between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), act), { maxLength: 30 }), async (steps) => {
      const life = new Life(false);
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

