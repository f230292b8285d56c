/**
 * A device, an LMS and a line for tests of saving: clock, disk, network and LMS are small models that
 * a test moves by hand. Everything else is the page's own code.
 */

import { deviceOn } from "../../tiers_lieu_mooc/learner/js/device.js";
import { launch as begin } from "../../tiers_lieu_mooc/learner/js/launching.js";
import { mirrorOn } from "../../tiers_lieu_mooc/learner/js/mirror.js";
import { Session } from "../../tiers_lieu_mooc/learner/js/session.js";
import { decode } from "../../tiers_lieu_mooc/learner/js/state.js";
import { tracked } from "../../scorm_export/runtime/tracked.js";
import { SCORM_12 } from "../../scorm_export/runtime/scorm12.js";

/** @typedef {import("../../tiers_lieu_mooc/learner/js/witness.js").Sight} Sight */

/** Time that passes when it is told to; promises settle between two timers. */
export class Clock {
  constructor() {
    this.ms = 1_700_000_000_000;
    /** @type {{at: number, act: () => void}[]} */
    this.timers = [];
  }

  now = () => this.ms;

  /** @param {() => void} act  @param {number} ms */
  after = (act, ms) => this.timers.push({ at: this.ms + ms, act });

  /** @param {number} timer */
  cancel = (timer) => {
    if (this.timers[timer - 1]) this.timers[timer - 1].at = Infinity;
  };

  /** @param {number} seconds */
  async pass(seconds) {
    const end = this.ms + seconds * 1000;
    for (;;) {
      const next = this.timers.reduce((one, other) => (other.at < one.at ? other : one), { at: Infinity, act() {} });
      if (next.at > end) break;
      // What a machine that slept is late with is done when it wakes.
      this.ms = Math.max(this.ms, next.at);
      next.at = Infinity;
      next.act();
      await settled();
    }
    this.ms = end;
    await settled();
  }
}

export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** What a browser keeps: IndexedDB, as texts by key, and localStorage beside it. */
export class Disk {
  isBlocked = false;
  /** Without IndexedDB. */
  refuses = false;
  /** No answer comes any more: the page goes. */
  isStuck = false;
  /** What IndexedDB holds. @type {Map<string, string>} */
  kept = new Map();
  /** Windows that hear of what others change. @type {Set<(key: string) => void>} */
  ears = new Set();

  /** One window's way to it. @returns {import("../../tiers_lieu_mooc/learner/js/disk.js").Disk} */
  opened() {
    /** @type {(key: string) => void} */
    let ear = () => {};
    const write = (/** @type {string} */ key, /** @type {string} */ text) => {
      if (text) this.kept.set(key, text);
      else this.kept.delete(key);
      for (const other of this.ears) if (other !== ear) other(key);
    };
    return {
      load: async (prefix) => {
        this.check();
        return Object.fromEntries([...this.kept].filter(([key]) => key.startsWith(prefix)));
      },
      change: async (key, act) => {
        this.check();
        if (this.refuses) throw new Error("refused");
        if (this.isStuck) return new Promise(() => {});
        const found = this.kept.get(key) || "";
        const text = act(found);
        if (text !== found) write(key, text);
        return text;
      },
      put: (key, text) => this.isBlocked || write(key, text),
      hear: (act) => {
        ear = act;
        this.ears.add(ear);
      },
    };
  }

  /** @param {string} key */
  getItem(key) {
    this.check();
    return key in this ? /** @type {any} */ (this)[key] : null;
  }

  /** @param {string} key  @param {string} text */
  setItem(key, text) {
    this.check();
    /** @type {any} */ (this)[key] = text;
  }

  /** @param {string} key */
  removeItem(key) {
    this.check();
    delete (/** @type {any} */ (this)[key]);
  }

  check() {
    if (this.isBlocked) throw new Error("blocked");
  }

  /** What learners left there. */
  keys() {
    return [...this.kept.keys(), ...Object.keys(this).filter((key) => key.startsWith("tlm:"))];
  }

  /** What Moodle does to it at a new login (LMS-OBSERVED.md). */
  clear() {
    for (const key of Object.keys(this).filter((each) => each.startsWith("tlm:"))) this.removeItem(key);
  }
}

/** Everything in this process shares one disk at a time. @param {Disk} disk */
export function useDisk(disk) {
  Object.defineProperty(globalThis, "localStorage", { value: disk, configurable: true, writable: true });
}

/**
 * An LMS of SCORM 1.2 as Moodle is: what is committed while the line is cut counts as saved and is
 * not sent again unless the value changes, with "true" for an answer; without a session, "false".
 */
export class Lms {
  /** @type {Record<string, string>} what the server has */
  kept = {};
  /** @type {"good" | "cut" | "offline" | "expired" | "refusing"} */
  line = "good";
  /** What a witness says, whatever the line. @type {Sight | ""} */
  sight = "";
  /** Characters of suspend data that it keeps. */
  room = Infinity;
  /** @type {"normal" | "browse"} */
  mode = "normal";
  commits = 0;
  relaunches = 0;

  launch() {
    /** @type {Record<string, string>} */
    const held = Object.assign({}, this.kept);
    /** @type {Record<string, string>} */
    const sent = Object.assign({}, this.kept);
    let error = "0";
    const flush = () => {
      this.commits += 1;
      error = this.line === "refusing" || this.line === "expired" ? "101" : "0";
      if (error !== "0") return "false";
      for (const [element, value] of Object.entries(held)) {
        if (sent[element] === value) continue;
        sent[element] = value;
        if (this.line === "good") this.kept[element] = element === "cmi.suspend_data" ? value.slice(0, this.room) : value;
      }
      return "true";
    };
    return {
      LMSInitialize: () => "true",
      LMSGetValue: (/** @type {string} */ element) => {
        if (element.endsWith("_id")) return "camille";
        if (element.endsWith("_mode")) return this.mode;
        if (element.endsWith("_children")) return "id,type";
        if (element.endsWith("_count")) return String(Object.keys(this.kept).filter((each) => each.startsWith(element.replace("_count", "")) && each.endsWith(".id")).length);
        return held[element] || "";
      },
      LMSSetValue(/** @type {string} */ element, /** @type {string} */ value) {
        held[element] = value;
        error = "0";
        return "true";
      },
      LMSCommit: flush,
      LMSFinish: flush,
      LMSGetLastError: () => error,
    };
  }

  state() {
    return decode((this.kept["cmi.suspend_data"] || "").split(".")[0]);
  }
}

export const CONTENTS = {
  id: "essai",
  name: "essai",
  lessons: [0, 1, 2],
  recorded: /** @type {[number, number][]} */ ([[0, 9]]),
  score: 100,
  quizzes: [{ index: 9, pass: 60, attempts: 3 }],
  objectives: [],
};

/**
 * A launch of the package, as `keeping.js` does it.
 *
 * @param {{lms: Lms, clock: Clock, disk: Disk, mode?: "normal" | "browse", contents?: typeof CONTENTS, calmMs?: number}} around
 */
export async function launch({ lms, clock, disk, mode = "normal", contents = CONTENTS, calmMs = 0 }) {
  useDisk(disk);
  const session = new Session(contents);
  lms.mode = mode;
  const recorder = Object.assign(tracked(lms.launch(), SCORM_12, clock.now), { calmMs, relaunch: () => lms.relaunches++ >= 0 });
  session.recorder = recorder;
  const opening = recorder.open();
  const opened = disk.opened();
  const device = deviceOn(opened, contents.id, opening.learnerId, clock.now);
  device.isIdle = opening.isRefused || opening.mode === "browse";
  await device.load();
  opened.hear(device.hear);
  const mirror = mirrorOn(device, contents, clock.now);
  Object.assign(session, { device, mirror, stranger: deviceOn(opened, contents.id, "", clock.now) });
  /** @type {{status: string, at: number, way: string}[]} */
  const shown = [];
  let looks = 0;
  let isAlive = true;
  begin(session, mirror, opening, {
    now: clock.now,
    after: (act, ms) => clock.after(() => isAlive && act(), ms),
    cancel: clock.cancel,
    painted: (act) => act(),
    isOnline: () => lms.line !== "offline",
    isLocal: () => false,
    look() {
      looks += 1;
      return Promise.resolve(lms.sight || /** @type {Sight} */ ({ good: "same", cut: "none", offline: "none", expired: "other", refusing: "same" }[lms.line]));
    },
    show: (status, at, way) => shown.push({ status, at, way }),
  });
  const saving = /** @type {import("../../tiers_lieu_mooc/learner/js/saving.js").Saving} */ (session.saving);
  session.store.onChange = saving.changed;
  device.onNews = (name) => isAlive && name === mirror.name && saving.hear();
  device.onTrouble = saving.keepAgain;
  return {
    store: session.store,
    session,
    device,
    mirror,
    saving,
    looks: () => looks,
    last: () => shown[shown.length - 1],
    /** A crash: nothing of this window happens any more. */
    kill() {
      isAlive = false;
    },
    /** As the page does when it is left. */
    leave() {
      saving.close();
      device.leave();
      isAlive = false;
    },
    statuses: () => shown.map(({ status }) => status).filter((each, place, all) => each !== all[place - 1]),
  };
}
