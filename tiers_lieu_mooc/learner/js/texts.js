/**
 * What learners write in their own words: open questions and the project sheet. By permanent number
 * a register each, whose newest edit wins, so that tabs, packages and devices can be joined in any
 * order and any number of times (`tools/taking.js`). A stamp is a hybrid clock: later than every stamp
 * that this device has seen, and at least the seconds since 2026, so that of two devices that never
 * met the later edit wins. All packages of a course on a device share one set of texts.
 */

import { tried } from "./tried.js";

/**
 * @typedef {object} Register
 * @property {number} stamp  from 1; 0: never written
 * @property {string} text
 * @property {string} [past]  another text that this one took the place of, until the learner decides;
 *   it belongs to this device and is no part of what is joined
 *
 * @typedef {{[index: number]: Register}} Registers  by permanent number
 */

const NAME = "texts";
const EPOCH_S = Date.UTC(2026, 0, 1) / 1000;
/** Stamps stay below what `packNumber` writes; a device whose clock is decades ahead leaves room. */
export const LAST_STAMP = 2 ** 30 - 1;
const LAST_CLOCK = 2 ** 29;
/** As the fields' `maxlength`. */
export const LONGEST = 4000;
/** @type {Register} */
const NEVER = { stamp: 0, text: "" };

/**
 * Whether one text takes the place of another; of two of the same stamp the greater does.
 *
 * @param {Register} one
 * @param {Register} other
 */
export function isLater(one, other) {
  return one.stamp === other.stamp ? one.text > other.text : one.stamp > other.stamp;
}

/** @param {Registers} texts */
export function pack(texts) {
  /** @type {{[index: string]: (number | string | undefined)[]}} */
  const rows = {};
  for (const [index, { stamp, text, past }] of Object.entries(texts)) rows[index] = past ? [stamp, text, past] : [stamp, text];
  return JSON.stringify(rows);
}

/**
 * Read what `pack` wrote; whatever in it is no text is left out.
 *
 * @param {string} packed
 * @returns {Registers}
 */
export const unpack = (packed) => registersOf(tried(() => JSON.parse(packed)));

/** @param {unknown} rows  as `pack` lays them out  @returns {Registers} */
export function registersOf(rows) {
  /** @type {Registers} */
  const texts = {};
  for (const [index, row] of Object.entries(Object(rows))) {
    const [stamp, text, past] = Array.isArray(row) ? row : [];
    const isRow = Number.isInteger(stamp) && stamp > 0 && stamp <= LAST_STAMP && typeof text === "string";
    if (!isRow || !/^\d{1,5}$/.test(index)) continue;
    texts[Number(index)] = { stamp, text: text.slice(0, LONGEST) };
    if (typeof past === "string" && past) texts[Number(index)].past = past;
  }
  return texts;
}

/**
 * Two sets of texts as `pack` wrote them, joined: of each text the newest stays.
 *
 * @param {string} one
 * @param {string} other
 */
export function joinTexts(one, other) {
  const [joined, more] = [unpack(one), unpack(other)];
  for (const index of Object.keys(more).map(Number)) {
    if (!joined[index] || isLater(more[index], joined[index])) joined[index] = more[index];
  }
  return pack(joined);
}

export class Texts {
  /**
   * @param {Pick<import("./device.js").Device, "read" | "write">} device
   * @param {() => number} now  milliseconds
   */
  constructor(device, now = Date.now) {
    this.device = device;
    this.now = now;
    /** @type {Registers} */
    this.kept = {};
    this.load();
  }

  /** Read again what the device keeps: another window may have written. */
  load() {
    this.kept = unpack(this.device.read(NAME));
  }

  /** @param {number} index */
  at(index) {
    return this.kept[index] || NEVER;
  }

  /** @returns {boolean}  whether it will be there at the next visit */
  write() {
    return this.device.write(NAME, pack(this.kept));
  }

  /**
   * The learner wrote a text. If meanwhile another one has come to this place, it becomes its past.
   *
   * @param {number} index
   * @param {string} text
   * @param {number} base  stamp of the text that the learner saw and changed
   * @returns {boolean}  whether it will be there at the next visit
   */
  edit(index, text, base) {
    this.load();
    const { stamp, text: before, past } = this.at(index);
    if (before !== text || !stamp) {
      const seen = Object.values(this.kept).reduce((most, register) => Math.max(most, register.stamp), 0);
      const clock = Math.min(Math.floor(this.now() / 1000) - EPOCH_S, LAST_CLOCK);
      this.kept[index] = { stamp: Math.min(Math.max(seen + 1, clock), LAST_STAMP), text };
      const replaced = before && stamp !== base ? before : past;
      if (replaced) this.kept[index].past = replaced;
    }
    return this.write();
  }
}
