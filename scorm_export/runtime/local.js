/**
 * The recorder when no LMS listens: nothing is reported, and the page itself keeps what it can.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */

import { tracked } from "./tracked.js";

/** @param {import('./dialect.js').Dialect} dialect  @returns {Recorder} one that was left before it said anything, and so never does */
export function local(dialect) {
  const silent = tracked({}, dialect);
  silent.leave();
  return Object.assign({}, silent, /** @type {const} */ ({ kind: "local", isTracked: false, stateRoom: Infinity, isNarrow: () => false }));
}
