/**
 * Picks the recorder for a page: the LMS of the package's own standard, else none.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */
/** @typedef {import('./recorder.js').RecorderKind} RecorderKind */

import { findApi, relaunch } from "./find-api.js";
import { local } from "./local.js";
import { SCORM_12 } from "./scorm12.js";
import { SCORM_2004 } from "./scorm2004.js";
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
 * @param {RecorderKind} standard  what the package was made for; never guessed
 * @param {Page} window
 * @param {number} [timeoutMs]  how long a late LMS is awaited
 * @returns {Promise<Recorder>} not yet open
 */
export function findRecorder(standard, window, timeoutMs = 3000) {
  const dialect = { scorm12: SCORM_12, scorm2004: SCORM_2004, local: null }[standard];

  return new Promise((resolve) => {
    /** @param {number} leftMs */
    function look(leftMs) {
      const method = dialect ? `${dialect.prefix}Initialize` : "";
      const api = dialect && findApi(window, dialect.object, method);
      const calmMs = window.kolibri ? KOLIBRI_CALM_MS : 0;
      const again = () => !calmMs && dialect !== null && relaunch(window, dialect.object, method);
      if (dialect && api) resolve(Object.assign(tracked(api, dialect), { calmMs, relaunch: again }));
      else if (dialect && leftMs > 0) window.setTimeout(() => look(leftMs - PAUSE_MS), PAUSE_MS);
      else resolve(local());
    }
    look(timeoutMs);
  });
}
