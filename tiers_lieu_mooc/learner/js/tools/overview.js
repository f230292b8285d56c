/** What looks over the whole course, kept up to date: progress, comparisons, the attestation. */

import { oncePainted } from "../shared.js";
import { serveAttestation, showAttestation } from "./attestation.js";
import { showComparisons } from "./comparison.js";
import { keepProgress } from "./progress.js";

/** @param {import("../session.js").Session} session */
export function keepOverview(session) {
  function refresh() {
    keepProgress(session);
    showComparisons(session);
    showAttestation(session);
  }
  const refreshSoon = oncePainted(refresh);
  for (const what of ["ready", "change"]) document.addEventListener(`learner:${what}`, refreshSoon);
  serveAttestation(session);
  refresh();
}
