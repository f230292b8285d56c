/** What a launch makes of what the LMS gives back and what this device kept (ARCHITECTURE §5); pure. */

import { savingWith } from "./saving.js";
import { decode, work } from "./state.js";

/**
 * Join what this device holds to what the LMS gave, without a question, and save from now on: what the LMS
 * lacks is sent again. What contradicts itself is left for the learner to decide on (`tools/choosing.js`).
 *
 * @param {import("./session.js").Session} session  its recorder is open
 * @param {import("./mirror.js").Mirror} mirror
 * @param {import("../../../scorm_export/runtime/recorder.js").Opening} opening
 * @param {import("./saving.js").World} world
 */
export function launch(session, mirror, opening, world) {
  const { store } = session;
  const recorder = /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder} */ (session.recorder);
  const [kept, attached = ""] = opening.state.trim().split(".");
  const given = decode(kept);
  // A state that breaks off was cut by an LMS that keeps no more; none keeps less than a line of it.
  if (!given && /^[AB].{39}/.test(kept)) recorder.narrow(opening.state.length);
  session.attached = attached;
  store.adopt(given);
  const before = work(store.state);
  const own = opening.mode === "browse" || opening.isRefused ? null : mirror.kept();
  if (own && given) session.origin = { given, own };
  if (own) store.merge(own);
  const isBehind = work(store.state) !== before;
  // An LMS may have kept the state and dropped a row, or hold the row of a session that knew less.
  session.mustRecall = Object.values(store.state.questions).some(({ text }) => text);
  session.saving = savingWith(session, mirror, opening, world, isBehind);
}
