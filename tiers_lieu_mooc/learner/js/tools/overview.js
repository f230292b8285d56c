/** What looks over the whole course, kept up to date: progress, comparisons, the attestation. */

import { serveAttestation, showAttestation } from "./attestation.js";
import { showComparisons } from "./comparison.js";
import { keepProgress } from "./progress.js";

/** @param {import("../session.js").Session} session */
export function keepOverview(session) {
  let timer = 0;
  function refresh() {
    keepProgress(session);
    showComparisons(session);
    showAttestation(session);
  }
  // After what the reader did has been painted, once for a burst of changes.
  function refreshSoon() {
    clearTimeout(timer);
    timer = window.setTimeout(refresh, 0);
  }
  for (const what of ["ready", "change"]) document.addEventListener(`learner:${what}`, refreshSoon);
  serveAttestation(session);
  refresh();
}
