/**
 * Picks the recorder for a page: the LMS of the package's own standard, else none.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { findApi, relaunch } from "./find-api.js";
import { local } from "./local.js";
import { tracked } from "./tracked.js";

/** Milliseconds between two looks; some LMSs define their object after the page has loaded. */
const PAUSE_MS = 100;

/** Kolibri writes after two seconds without a change, never sooner, and never again once that failed (LMS-OBSERVED.md). */
const KOLIBRI_CALM_MS = 2000;

/**
 * @typedef {object} Page  the part of a window that is used
 * @property {(act: () => void, ms: number) => unknown} setTimeout
 * @property {unknown} [kolibri]  what Kolibri gives to every content; its frame cannot be launched from within
 */

/**
 * @param {Dialect} dialect  of the standard that the package was made for, never guessed; without an object
 *   where no LMS is meant
 * @param {Page} window
 * @param {number} [timeoutMs]  how long a late LMS is awaited
 * @returns {Promise<Recorder>} not yet open
 */
export function findRecorder(dialect, window, timeoutMs = 3000) {
  const { object } = dialect;
  const method = `${dialect.prefix}Initialize`;
  return new Promise((resolve) => {
    /** @param {number} leftMs */
    function look(leftMs) {
      const api = object && findApi(window, object, method);
      const calmMs = window.kolibri ? KOLIBRI_CALM_MS : 0;
      const again = () => !calmMs && relaunch(window, object, method);
      if (api) resolve(Object.assign(tracked(api, dialect), { calmMs, relaunch: again }));
      else if (object && leftMs > 0) window.setTimeout(() => look(leftMs - PAUSE_MS), PAUSE_MS);
      else resolve(local(dialect));
    }
    look(timeoutMs);
  });
}
