/**
 * News of the package that is shown: what changed in it is shown in place.
 *
 * @module
 */

/** @typedef {import('./patch.js').Section} Section */

/**
 * @typedef {object} News
 * @property {string} fingerprint  of the package; "" while there is none
 * @property {string} since        the fingerprint told before
 * @property {Section[] | null} sections  what differs; null when the package must be loaded again
 * @property {boolean} stale
 * @property {string} storage      why attempts cannot be written, if so
 */

import { the } from "./dom.js";
import { showFindings } from "./findings.js";
import { meet, patch } from "./patch.js";
import { Place } from "./place.js";

/**
 * Follow a package. A browser opens six lines to one server and no more, so a window that nobody
 * sees lets its line go, and asks what it missed when it is seen again.
 *
 * @param {string} build
 * @param {HTMLIFrameElement} frame
 * @param {() => Promise<void>} relaunch  loads the package again in the same attempt
 */
export function followNews(build, frame, relaunch) {
  const place = new Place(frame);
  /** @type {string | undefined} */
  let shown;
  /** @type {EventSource | null} */
  let line = null;

  /** @param {News} news */
  function hear({ fingerprint, since, sections, stale, storage }) {
    the("[data-stale]").hidden = !stale;
    if (stale) showFindings();
    const unwritten = the("[data-storage]");
    unwritten.hidden = !storage;
    unwritten.textContent = storage;
    if (!fingerprint) return;
    const isNew = shown !== undefined && shown !== fingerprint;
    const isFollowing = isNew && since === shown && sections !== null;
    shown = fingerprint;
    if (!isNew || (isFollowing && sections && patch(frame, sections))) return;
    place.note();
    relaunch();
  }

  function followWhileSeen() {
    if (document.visibilityState === "hidden") {
      line?.close();
      line = null;
    } else if (!line) {
      line = new EventSource(`/api/nouvelles?paquet=${encodeURIComponent(build)}`);
      line.addEventListener("message", ({ data }) => hear(JSON.parse(data)));
    }
  }

  meet(frame, () => place.restore());
  document.addEventListener("visibilitychange", followWhileSeen);
  followWhileSeen();
}
