/**
 * News of the package that is shown: a new build, or one that failed.
 *
 * @module
 */

import { the } from "./dom.js";

/**
 * @param {string} build
 * @param {() => void} onNew  the package was built anew
 */
export function followNews(build, onNew) {
  /** @type {string | undefined} */
  let shown;
  const news = new EventSource(`/api/nouvelles?paquet=${encodeURIComponent(build)}`);
  news.addEventListener("message", ({ data }) => {
    const { fingerprint, stale } = JSON.parse(data);
    the("[data-stale]").hidden = !stale;
    if (shown !== undefined && shown !== fingerprint && fingerprint) onNew();
    shown = fingerprint || shown;
  });
}
