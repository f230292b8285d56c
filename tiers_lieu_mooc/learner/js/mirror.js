/**
 * The state's mirror on this device: written at every change, read by the other windows of the same
 * learner and at the next launch, whatever became of the LMS meanwhile (UX §4.3, steps 1 and 8).
 */

import { decode, emptyState, encode, join, only, work } from "./state.js";

/** A mirror that nobody came back to goes after 30 days (UX §4.3, step 9). */
const LONGEST_MS = 30 * 24 * 3600 * 1000;

/** What was refused once is not offered again. */
const DECLINED = "declined";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./device.js").Device} Device
 *
 * @typedef {object} Found  what this device holds and the LMS lacks
 * @property {Device} device
 * @property {State} state
 * @property {boolean} isOwn  kept for the learner whom the LMS names, not for somebody unknown
 */

/**
 * Read a mirror.
 *
 * @param {string} text
 */
function read(text) {
  const [time, state] = text.split(".");
  return { time: parseInt(time, 36) || 0, state: decode(state || "") };
}

export class Mirror {
  /**
   * @param {Device} device
   * @param {{id: string, name: string, recorded: import("./state.js").Ranges}} contents
   * @param {() => number} now  milliseconds
   */
  constructor(device, contents, now) {
    const { id, name, recorded } = contents;
    this.device = device;
    /** Each package of a course has its own, since each has its own record in the LMS. */
    this.name = `state${name.slice(id.length)}`;
    this.recorded = recorded;
    this.now = now;
    /** What stands there by our own hand. */
    this.written = "";
    /** What was offered to the learner, and is not yet answered. @type {State | null} */
    this.pending = null;
  }

  /**
   * Look for work that the LMS lacks: this learner's own first, then what was done while nobody knew
   * who it was. What the LMS has, too, is no question.
   *
   * @param {import("./store.js").Store} store  with what the LMS gave
   * @param {readonly Device[]} devices  this learner's, then the unknown learner's when that is another
   * @param {boolean} isKnown  whether the LMS names its learner
   * @returns {Found | null}
   */
  find(store, devices, isKnown) {
    for (const device of devices) {
      const { time, state } = read(device.read(this.name));
      const isOwn = device === this.device;
      if (!state || this.now() - time > LONGEST_MS) device.erase(this.name);
      else if (!this.isAhead(state, store.state)) {
        if (isOwn) store.merge(state);
      } else if (isOwn || this.device.read(DECLINED) !== String(state.revision)) {
        // Answers from now on are newer than these, which may yet be taken over.
        store.merge(Object.assign(emptyState(), { revision: state.revision }));
        if (isOwn) this.pending = state;
        return { device, state, isOwn: isOwn && isKnown };
      }
    }
    return null;
  }

  /** @param {State} state  @param {State} known */
  isAhead(state, known) {
    // What was retired from the course does not count: the LMS may have had no room for it.
    const worth = (/** @type {State} */ each) => work(only(each, this.recorded));
    return worth(join(known, state)) !== worth(known);
  }

  /** What is kept for this learner, however old: where no LMS listens, this is the only place. */
  kept() {
    return read(this.device.read(this.name)).state;
  }

  /**
   * The learner takes over what was found.
   *
   * @param {import("./store.js").Store} store
   * @param {Found} found
   */
  accept(store, { device, state }) {
    this.pending = null;
    store.merge(state);
    if (device !== this.device) device.erase(this.name);
  }

  /** @param {Found} found */
  refuse({ device, state }) {
    this.pending = null;
    if (device === this.device) this.written = device.read(this.name);
    else this.device.write(DECLINED, String(state.revision));
  }

  /**
   * Bring together what this window and the others know, here and on the device.
   *
   * @param {import("./store.js").Store} store
   * @returns {boolean}  whether it will still be there at the next visit
   */
  keep(store) {
    this.take(store);
    const whole = this.pending ? join(this.pending, store.state) : store.state;
    this.written = `${this.now().toString(36)}.${encode(whole)}`;
    return this.device.write(this.name, this.written);
  }

  /**
   * Take over what another window wrote since.
   *
   * @param {import("./store.js").Store} store
   */
  take(store) {
    const text = this.device.read(this.name);
    const { state } = read(text === this.written ? "" : text);
    this.written = text;
    if (!state) return;
    if (this.pending) this.pending = join(this.pending, state);
    else store.merge(state);
  }

  /** The LMS has it all, for certain. */
  erase() {
    this.device.erase(this.name);
    this.written = "";
  }

  /** Nothing of this learner is to stay here. */
  forget() {
    this.pending = null;
    this.written = "";
    this.device.eraseAll();
  }
}
