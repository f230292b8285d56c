/** What looks over the whole course, kept up to date: progress, comparisons, the attestation. */

import { oncePainted } from "./borrowed.js";
import { serveAttestation, showAttestation } from "./attestation.js";
import { showComparisons } from "./comparison.js";
import { keepProgress } from "./progress.js";

/** @param {import("../session.js").Session} session */
export function keepOverview(session) {
  /** Of the state that the other packages were told of. */
  let revision = -1;

  function pass() {
    ({ revision } = session.store.state);
    keepProgress(session);
  }

  function refresh() {
    pass();
    showComparisons(session);
    showAttestation(session);
  }
  const refreshSoon = oncePainted(refresh);
  for (const what of ["ready", "change"]) document.addEventListener(`learner:${what}`, refreshSoon);
  // The page may go before what was done last is painted.
  window.addEventListener("pagehide", () => {
    if (session.store.state.revision !== revision) pass();
  });
  serveAttestation(session);
  refresh();
}
