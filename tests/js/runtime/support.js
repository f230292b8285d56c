/**
 * LMSs to talk to, and answers to report.
 *
 * @module
 */

/** @typedef {import('../../../scorm_export/runtime/recorder.js').Interaction} Interaction */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/lms.js').Call} Call */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/switches.js').Profile} Profile */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').CmiRecord} CmiRecord */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Table} Table */

import { readFileSync } from "node:fs";

import { rowsOf } from "../../../scorm_export/runtime/rows.js";
import { SCORM_12 } from "../../../scorm_export/runtime/scorm12.js";
import { SCORM_2004 } from "../../../scorm_export/runtime/scorm2004.js";
import { tracked } from "../../../scorm_export/runtime/tracked.js";
import { startEngine } from "../../../tiers_lieu_mooc/preview/static/engine.js";
import { SimulatedLms } from "../../../tiers_lieu_mooc/preview/static/lms.js";
import { switchesOf } from "../../../tiers_lieu_mooc/preview/static/switches.js";

/** @type {readonly Standard[]} */
export const STANDARDS = ["scorm12", "scorm2004-3", "scorm2004-4"];

/**
 * @param {Standard} standard
 * @returns {Table}
 */
export function tableOf(standard) {
  const name = standard === "scorm12" ? "scorm12" : "scorm2004";
  const path = new URL(`../../../scorm_export/datamodel/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf-8"));
}

/**
 * An LMS as its profile describes it.
 *
 * @param {string} name
 * @returns {Profile}
 */
export function profileOf(name) {
  const path = new URL(`../../../tiers_lieu_mooc/preview/profiles/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf-8"));
}

/**
 * @param {string} name  of a profile
 * @param {Standard} standard
 * @param {Readonly<Record<string, string>>} [chosen]  of its settings
 */
export const switchesFor = (name, standard, chosen = {}) =>
  switchesOf(profileOf(name), standard, chosen);

/** @param {Standard} standard */
export const dialectOf = (standard) => (standard === "scorm12" ? SCORM_12 : SCORM_2004);

/**
 * A strict LMS with scorm-again under it, and what it was told.
 *
 * @param {Standard} standard
 * @param {CmiRecord} [given]
 */
export function strictLms(standard, given = {}) {
  /** @type {Call[]} */
  const calls = [];
  /** @type {CmiRecord[]} */
  const commits = [];
  const lms = new SimulatedLms(
    { standard, table: tableOf(standard), given, startEngine },
    {
      onCall: (call) => calls.push(call),
      onCommit: (record) => (commits.push(record), "0"),
    },
  );
  return { lms, calls, commits };
}

/**
 * A recorder on a strict LMS.
 *
 * @param {Standard} standard
 * @param {CmiRecord} [given]
 * @param {() => number} [now]
 */
export function recording(standard, given = {}, now = () => 0) {
  const { lms, calls, commits } = strictLms(standard, given);
  const recorder = withRows(tracked(lms.api, dialectOf(standard), now));
  return { lms, calls, commits, recorder, written: () => writes(calls) };
}

/** With the rows that only trainers read. @param {import('../../../scorm_export/runtime/recorder.js').Recorder} recorder */
export const withRows = (recorder) => Object.assign(recorder, rowsOf(recorder));

/**
 * The elements and values that were set, in order.
 *
 * @param {readonly Call[]} calls
 */
export function writes(calls) {
  return calls
    .filter((call) => call.name.endsWith("SetValue"))
    .map(({ parameters: [element, value] }) => `${element} = ${value}`);
}

/**
 * @param {Partial<Interaction>} [changes]
 * @returns {Interaction}
 */
export function interaction(changes = {}) {
  return {
    id: "module.question_1",
    type: "choice",
    response: ["a", "c"],
    patterns: [["a", "b"]],
    result: 0.5,
    weighting: 2,
    latencyS: 12.34,
    objectives: ["O1"],
    description: "Quels usages ?",
    at: new Date(2026, 10, 23, 9, 5, 7),
    ...changes,
  };
}
