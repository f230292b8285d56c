/**
 * A device, an LMS and a line for tests of saving: clock, disk, network and LMS are small models that
 * a test moves by hand. Everything else is the page's own code.
 */

import { Device } from "../../tiers_lieu_mooc/learner/js/device.js";
import { Mirror } from "../../tiers_lieu_mooc/learner/js/mirror.js";
import { savingWith } from "../../tiers_lieu_mooc/learner/js/saving.js";
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
      this.ms = next.at;
      next.at = Infinity;
      next.act();
      await settled();
    }
    this.ms = end;
    await settled();
  }
}

export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A browser's disk. */
export class Disk {
  isBlocked = false;

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
    return Object.keys(this).filter((key) => key.startsWith("tlm:"));
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
  /** @type {"good" | "cut" | "expired" | "refusing"} */
  line = "good";
  commits = 0;

  launch() {
    /** @type {Record<string, string>} */
    const held = Object.assign({}, this.kept);
    /** @type {Record<string, string>} */
    const sent = Object.assign({}, this.kept);
    const flush = () => {
      this.commits += 1;
      if (this.line === "refusing" || this.line === "expired") return "false";
      for (const [element, value] of Object.entries(held)) {
        if (sent[element] === value) continue;
        sent[element] = value;
        if (this.line === "good") this.kept[element] = value;
      }
      return "true";
    };
    return {
      LMSInitialize: () => "true",
      LMSGetValue: (/** @type {string} */ element) => {
        if (element.endsWith("_id")) return "camille";
        if (element.endsWith("_children")) return "id,type";
        if (element.endsWith("_count")) return "0";
        return held[element] || "";
      },
      LMSSetValue(/** @type {string} */ element, /** @type {string} */ value) {
        held[element] = value;
        return "true";
      },
      LMSCommit: flush,
      LMSFinish: flush,
      LMSGetLastError: () => "0",
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
 * @param {{lms: Lms, clock: Clock, mode?: "normal" | "browse", contents?: typeof CONTENTS}} around
 */
export function launch({ lms, clock, mode = "normal", contents = CONTENTS }) {
  const session = new Session(contents);
  const recorder = tracked(lms.launch(), SCORM_12, clock.now);
  session.recorder = recorder;
  const { state, learnerId } = recorder.open();
  const device = new Device(contents.id, learnerId);
  const mirror = new Mirror(device, contents, clock.now);
  session.device = device;
  const [kept, attached = ""] = state.split(".");
  session.attached = attached;
  session.store.adopt(decode(kept));
  const found = mirror.find(session.store, [device, new Device(contents.id, "")], true);
  /** @type {{status: string, at: number, canRetry: boolean}[]} */
  const shown = [];
  let looks = 0;
  let isAlive = true;
  const saving = savingWith(session, mirror, mode, {
    now: clock.now,
    after: (act, ms) => clock.after(() => isAlive && act(), ms),
    cancel: clock.cancel,
    painted: (act) => act(),
    isOnline: () => true,
    look() {
      looks += 1;
      return Promise.resolve(/** @type {Sight} */ ({ good: "same", cut: "none", expired: "other", refusing: "same" }[lms.line]));
    },
    show: (status, at, canRetry) => shown.push({ status, at, canRetry }),
  });
  session.store.onChange = saving.changed;
  return {
    store: session.store,
    session,
    device,
    mirror,
    found,
    saving,
    looks: () => looks,
    last: () => shown[shown.length - 1],
    /** A crash: nothing of this window happens any more. */
    kill() {
      isAlive = false;
    },
    statuses: () => shown.map(({ status }) => status).filter((each, place, all) => each !== all[place - 1]),
    take() {
      if (!found) return;
      mirror.accept(session.store, found);
      saving.again();
    },
  };
}
