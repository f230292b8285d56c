/** Tells the recorder of an answer: one interaction, or one for each part. */

import { textOf } from "./kind.js";

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("../../../scorm_export/runtime/recorder.js").Interaction} Interaction
 */

/** Enough for a report, and under the 250 characters that 2004 promises for a description. */
const LONGEST_DESCRIPTION = 240;

/**
 * @param {Question} question
 * @param {import("./kind.js").Answer} answer
 * @param {import("./kind.js").Grade} grade
 * @param {number | null} latencyS  seconds between the first sight of the question and the answer; null when it
 *   was given in another session, nobody knows when
 * @returns {Interaction[]}
 */
export function interactionsOf({ element, kind, key }, answer, grade, latencyS) {
  const description = textOf(element.querySelector("[data-stem]")).slice(0, LONGEST_DESCRIPTION) || key.title;
  const reports = kind.report(key, answer, grade);
  const weighting = reports.length ? Math.round((key.points / reports.length) * 100) / 100 : 0;
  const { id, objectives } = key;
  const at = latencyS === null ? null : new Date();
  return reports.map((each) =>
    Object.assign({ weighting, latencyS, objectives, description, at }, each, { id: each.part ? `${id}.${each.part}` : id }),
  );
}

/** When each question was first seen, to report how long an answer took. */
export class Stopwatch {
  constructor() {
    /** @type {{[index: number]: number}} */
    this.started = {};
  }

  /** @param {number} index */
  start(index) {
    if (!(index in this.started)) this.started[index] = Date.now();
  }

  /** @param {number} index  @returns {number} seconds */
  read(index) {
    return index in this.started ? (Date.now() - this.started[index]) / 1000 : 0;
  }
}
