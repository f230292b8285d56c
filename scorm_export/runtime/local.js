/**
 * The recorder when no LMS listens: nothing is reported, and the page itself keeps what it can.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */

import { SCORM_12 } from "./scorm12.js";
import { tracked } from "./tracked.js";

/** @returns {Recorder} one that was left before it said anything, and so never does */
export function local() {
  const silent = tracked({}, SCORM_12);
  silent.leave();
  return Object.assign({}, silent, /** @type {const} */ ({ kind: "local", isTracked: false, stateRoom: Infinity, isNarrow: () => false }));
}
