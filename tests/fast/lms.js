/**
 * The server of a fake LMS, and the line to it. What the LMS's own page does is `FakeApi`, the same as in
 * Chromium.
 */

import { readFileSync } from "node:fs";

import { FakeApi, editionOf } from "../support/lms/api.js";
import { LocalStorage } from "./device.js";

/**
 * @typedef {import("../support/lms/api.js").Profile} Profile
 * @typedef {import("../support/lms/api.js").Values} Values
 * @typedef {import("../support/lms/api.js").Receipt} Receipt
 * @typedef {import("../support/lms/api.js").Launch} Launch
 * @typedef {import("./device.js").Device} Device
 * @typedef {import("./window.js").Tab} Tab
 */

/** Milliseconds that a request takes to come, when nothing waits for it. */
const WAY_MS = 120;

/** @type {Profile} */
const USUAL = {
  target: "scorm12",
  sends: "everything",
  offline: "false",
  needs_suspend: false,
  reviews: false,
  binds_sessions: false,
  empties_storage: false,
  ships_storage: false,
  completes_untouched: false,
  tells_errors: true,
  is_once: false,
  opening: {},
  unanswered: [],
  refused: {},
  limits: {},
};

/** @type {readonly (Profile & {name: string})[]} */
export const PROFILES = Object.entries(JSON.parse(readFileSync(new URL("../support/lms/profiles.json", import.meta.url), "utf8"))).map(([name, facts]) => /** @type {any} */ ({ ...USUAL, .../** @type {Partial<Profile>} */ (facts), name }));

const FINAL = new Set(["completed", "passed", "failed"]);
export const STATE = "cmi.suspend_data";

/** One learner's record. */
export class Server {
  /** @type {Values} */
  kept = {};
  /** Of an LMS that gives packages a localStorage of its own. @type {Record<string, string>} */
  shipped = {};
  /** Whether the record has ever said that the course is over. */
  isFinal = false;
  /** Told after each change of the record, by whom. @type {(tab: Tab) => void} */
  onKept = () => {};

  /**
   * @param {Profile} profile
   * @param {number} room  characters of suspend data that it keeps of what it takes; 0: all
   * @param {boolean} isCutAtOnce  whether a session reads what is kept of it, or what it gave
   */
  constructor(profile, room = 0, isCutAtOnce = true) {
    this.profile = profile;
    this.room = room;
    this.isCutAtOnce = isCutAtOnce;
  }

  /**
   * What one window posted arrives.
   *
   * @param {Tab} tab
   * @param {number} session  that it was launched in
   * @param {Values} values
   * @returns {Receipt}
   */
  receive(tab, session, values) {
    const { line } = tab.device;
    if (line === "cut") return "unreachable";
    if (line === "expired" || (this.profile.binds_sessions && session !== tab.device.session)) return "expired";
    if (line === "refusing") return "refused";
    if (line === "open") {
      Object.assign(this.kept, values);
      if (this.room && STATE in values) this.kept[STATE] = values[STATE].slice(0, this.room);
      this.isFinal = this.isFinal || FINAL.has(this.kept[editionOf(this.profile).status]);
      if (this.profile.ships_storage) this.shipped = { ...tab.local };
      this.onKept(tab);
    }
    return "kept";
  }

  /**
   * The window's LMS opens the package.
   *
   * @param {Tab} tab
   * @param {Partial<Launch>} launch
   * @returns {{fake: FakeApi, api: Record<string, (...parameters: string[]) => unknown>}}
   */
  launch(tab, launch) {
    const { session } = tab.device;
    if (this.profile.ships_storage) tab.local = Object.assign(new LocalStorage(tab.device, tab.clock), this.shipped);
    const queue = new Queue(tab, (values) => this.receive(tab, session, values));
    const fake = new FakeApi(this.profile, this.kept, "camille", {
      send: (values) => this.receive(tab, session, values),
      sendLater: (values) => queue.add(values),
      after: (act, ms) => tab.setTimeout(act, ms),
      cancel: (timer) => tab.clearTimeout(timer),
    }, this.isCutAtOnce ? { ...launch, room: this.room } : launch);
    return { fake, api: fake.functions() };
  }
}

/** Values that wait until those before them have come; what fails is dropped without a word. */
class Queue {
  /** @type {Values | null} */
  #waiting = null;
  #isUnderWay = false;

  /** @param {Tab} tab  @param {(values: Values) => void} send */
  constructor(tab, send) {
    this.tab = tab;
    this.send = send;
  }

  /** @param {Values} values */
  add(values) {
    this.#waiting = Object.assign(this.#waiting || {}, values);
    if (!this.#isUnderWay) this.#go();
  }

  #go() {
    const batch = this.#waiting;
    this.#waiting = null;
    this.#isUnderWay = Boolean(batch);
    if (!batch) return;
    this.tab.setTimeout(() => {
      this.send(batch);
      this.#go();
    }, WAY_MS);
  }
}
