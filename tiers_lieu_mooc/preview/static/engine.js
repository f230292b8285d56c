/**
 * The run time under the strict layer: scorm-again, kept from the network and from the clock.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */

import * as scorm12 from "scorm-again/scorm12";
import * as scorm2004 from "scorm-again/scorm2004";

/** @typedef {Record<string, (...parameters: string[]) => unknown>} Engine */

/** Silent: what happens is told by the log of calls. */
const SETTINGS = { autocommit: false, lmsCommitUrl: false, logLevel: 5 };

/**
 * @param {Standard} standard
 * @param {CmiRecord} record  what the LMS holds before the session
 * @returns {Engine} the API object, with the standard's own names
 */
export function startEngine(standard, record) {
  // The published types name a default export, the published modules have named ones.
  const { Scorm12API, Scorm2004API } = /** @type {any} */ ({ ...scorm12, ...scorm2004 });
  const engine = new (standard === "scorm12" ? Scorm12API : Scorm2004API)(SETTINGS);
  engine.loadFromFlattenedJSON({ ...record }, "");
  return engine;
}
