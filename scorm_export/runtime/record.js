/**
 * The learner's record as an LMS holds it: written when it adds something, never lowered.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Success} Success */
/** @typedef {ReturnType<typeof learnerRecord>} LearnerRecord */
/** @typedef {import('./calls.js').Calls} Calls */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { decimal } from "./formats.js";

/**
 * Higher replaces lower, equals stay. Success and completion never share an element in 2004, so
 * one table serves both editions; what it does not name ("unknown", "browsed", "") is lowest. By the
 * first letter, whatever its case: AICC's LMSs tell no more, and others write « Passed ».
 *
 * @type {Record<string, number | undefined>}
 */
const RANK = { i: 1, f: 2, c: 2, p: 3 };

/** @param {string} status */
const rank = (status) => RANK[status.trim().charAt(0).toLowerCase()] || 0;

/**
 * @param {number} value
 * @param {number} most
 */
const within = (value, most) => Math.min(most, Math.max(0, value));

/**
 * The same number, written otherwise.
 *
 * @param {string} number
 */
const otherForm = (number) =>
  number.endsWith("0") && number.includes(".") ? String(Number(number)) : number + (number.includes(".") ? "0" : ".0");

/**
 * @param {Calls} calls
 * @param {Dialect} dialect
 */
export function learnerRecord(calls, dialect) {
  /** @type {Map<string, string>} what the LMS holds, as read or as accepted */
  const held = new Map();
  /** @type {Set<string>} read and not written since, or committed while the line stood */
  const settled = new Set();
  /** @type {Set<string>} written since the last commit */
  const fresh = new Set();
  /** @type {Set<string>} committed since the line was seen to stand */
  let offered = new Set();
  /** @type {Set<string>} what was offered before it was seen the last time */
  let late = offered;
  let lowest = 0;

  /** @type {Set<string>} statuses and scores written in this session */
  const results = new Set();

  /** @param {string} element  what cannot be read is asked for again the next time */
  function read(element) {
    const value = held.has(element) ? "" : calls.get(element);
    if (!held.has(element) && !calls.isLost()) {
      held.set(element, value);
      settled.add(element);
    }
    return held.get(element) || "";
  }

  /**
   * @param {string} element
   * @param {string} value
   */
  function write(element, value) {
    if (settled.has(element) && held.get(element) === value) return;
    settled.delete(element);
    if (!calls.set(element, value)) return;
    held.set(element, value);
    fresh.add(element);
  }

  /**
   * @param {string} element
   * @param {string} status
   */
  function raise(element, status) {
    const known = read(element);
    // What cannot be read may be higher.
    if (held.has(element) && rank(status) > lowest && (rank(status) > rank(known) || status === known)) tell(element, status);
  }

  /**
   * @param {string} element  a status or a score
   * @param {string} value
   */
  function tell(element, value) {
    write(element, value);
    results.add(element);
  }

  /**
   * @param {string} element
   * @param {string} value  "" is never more; an equal one that may be lost is offered again
   */
  function isMore(element, value) {
    const known = parseFloat(read(element));
    return value !== "" && held.has(element) && (known === Number(value) ? !settled.has(element) && !fresh.has(element) : !(known > Number(value)));
  }

  /**
   * @param {string} parent
   * @param {number} score
   */
  function raiseScore(parent, score) {
    const raw = decimal(within(score, 100), 2);
    if (!isMore(`${parent}score.raw`, raw)) return;
    tell(`${parent}score.raw`, raw);
    tell(`${parent}score.min`, "0");
    tell(`${parent}score.max`, "100");
    if (dialect.isScaled) tell(`${parent}score.scaled`, decimal(Number(raw) / 100, 4));
  }

  return {
    read,
    /** @param {string} element  whether something unknown may stand there */
    isHidden: (element) => (read(element), !held.has(element)),
    write,
    raise,

    /** What was written up to now is committed. */
    offer() {
      for (const element of fresh) offered.add(element);
      fresh.clear();
    },

    /** The line stood after the last commit: what it held need not be offered again. */
    settle() {
      for (const element of offered) if (!fresh.has(element)) settled.add(element);
      late = offered;
      offered = new Set();
    },

    hasNews: () => fresh.size > 0,

    /**
     * What was told in this session may be lost: it is told again. Moodle's 1.2 sends only what differs
     * from what it collected last, sent or not (LMS-OBSERVED.md): a score is written in another form of
     * the same number; a status has no other form, so that a lower one goes before it, but where it stood
     * before the doubt: a page that dies in between must not leave less than there was.
     *
     * @returns {(() => void) | null} tells the statuses again, once the lower ones were committed
     */
    renew() {
      /** @type {[string, string][]} */
      const lowered = [];
      for (const element of results) {
        if (fresh.has(element)) continue;
        const value = held.get(element) || "";
        const isSure = settled.has(element) && !late.has(element);
        settled.delete(element);
        if (/score/.test(element)) write(element, otherForm(value));
        else if (!isSure && !dialect.isScaled && rank(value) > rank("incomplete")) {
          lowered.push([element, value]);
          calls.set(element, value === "passed" ? "completed" : "incomplete");
        }
      }
      return lowered.length ? () => lowered.forEach(([element, value]) => write(element, value)) : null;
    },

    /** @param {string} element  a status: whether nothing was begun yet */
    isLow: (element) => rank(read(element)) === 0,

    /** From now on only final statuses are written: the LMS shows work that is over. */
    keepFinal() {
      lowest = rank("incomplete");
    },

    /**
     * Tells of a new row, so that values it cannot have yet are not asked for.
     *
     * @param {string} parent
     */
    begin(parent) {
      for (const [element] of dialect.statuses(parent, false, "unknown")) held.set(element, "");
      held.set(`${parent}score.raw`, "");
    },

    /**
     * The score first: an LMS that is cut off between the two must not show a pass without it.
     *
     * @param {string} parent  before the names of the elements, with its point
     * @param {{completed: boolean, success: Success, score: number | null}} standing
     */
    report(parent, { completed, success, score }) {
      if (score !== null) raiseScore(parent, score);
      // Moodle refuses to tell a success that was never set.
      for (const [element, status] of dialect.statuses(parent, completed, success)) {
        if (rank(status)) raise(element, status);
      }
    },

    /** @param {number} progress  0 to 1; 0 is not written, since LMSs read it as "not attempted" */
    advance(progress) {
      const element = `${dialect.core}progress_measure`;
      const measure = decimal(within(progress, 1), 4);
      if (dialect.isScaled && progress > 0 && isMore(element, measure)) write(element, measure);
    },
  };
}
