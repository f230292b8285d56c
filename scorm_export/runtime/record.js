/**
 * The learner's record as an LMS holds it: written when it adds something, never lowered.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Success} Success */
/** @typedef {import('./calls.js').Calls} Calls */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { decimal } from "./formats.js";

/**
 * Higher replaces lower, equals stay. Success and completion never share an element in 2004, so
 * one table serves both editions; what it does not name ("unknown", "browsed", "") is lowest.
 *
 * @type {Record<string, number | undefined>}
 */
const RANK = { incomplete: 1, failed: 2, completed: 2, passed: 3 };

/** @param {string} status */
const rank = (status) => RANK[status] || 0;

/**
 * @param {number} value
 * @param {number} most
 */
const within = (value, most) => Math.min(most, Math.max(0, value));

/**
 * @param {Calls} calls
 * @param {Dialect} dialect
 */
export function learnerRecord(calls, dialect) {
  /** @type {Map<string, string>} what the LMS holds, as read or as accepted */
  const held = new Map();
  /** @type {Set<string>} read and not written since, or seen to be kept: a commit's "true" is no proof */
  const proven = new Set();
  /** @type {Set<string>} written since the last commit */
  const fresh = new Set();
  /** @type {Set<string>} committed since the last proof */
  const offered = new Set();
  let lowest = 0;

  /** @param {string} element */
  function read(element) {
    if (!held.has(element)) {
      held.set(element, calls.get(element));
      proven.add(element);
    }
    return held.get(element) || "";
  }

  /**
   * @param {string} element
   * @param {string} value
   */
  function write(element, value) {
    if (proven.has(element) && held.get(element) === value) return;
    proven.delete(element);
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
    if (rank(status) > Math.max(lowest, rank(known))) write(element, status);
    else if (status === known && rank(status) > lowest) write(element, status);
  }

  /**
   * @param {string} element
   * @param {string} value  "" is never more; an equal one that nobody proved is offered again
   */
  function isMore(element, value) {
    const known = parseFloat(read(element));
    return value !== "" && (known === Number(value) ? !proven.has(element) : !(known > Number(value)));
  }

  /**
   * @param {string} parent
   * @param {number} score
   */
  function raiseScore(parent, score) {
    const raw = decimal(within(score, 100), 2);
    if (!isMore(`${parent}score.raw`, raw)) return;
    write(`${parent}score.raw`, raw);
    write(`${parent}score.min`, "0");
    write(`${parent}score.max`, "100");
    if (dialect.isScaled) write(`${parent}score.scaled`, decimal(Number(raw) / 100, 4));
  }

  return {
    read,
    write,
    raise,

    /** What was written up to now is committed. */
    offer() {
      for (const element of fresh) offered.add(element);
      fresh.clear();
    },

    /** What was committed up to now is kept: it need not be offered again. */
    prove() {
      for (const element of offered) if (!fresh.has(element)) proven.add(element);
      offered.clear();
    },

    hasNews: () => fresh.size > 0,

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
      for (const [element, status] of dialect.statuses(parent, completed, success)) {
        raise(element, status);
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
