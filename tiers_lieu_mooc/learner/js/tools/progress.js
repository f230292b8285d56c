/**
 * What of the whole course is known on this device: the state of this package, and what the other
 * packages of the course left in `progress`. No answer is kept there but those of
 * self-positionings, which a later module shows again.
 */

import { all, decode, emptyState, encode, indexes, join, numberOf } from "./borrowed.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../state.js").State} State */

/** What it is called on the device. */
export const PROGRESS = "progress";

/** @param {Session} session  @returns {State} as last left on this device, empty when nothing was */
export function kept({ device }) {
  return (device && decode(device.read(PROGRESS))) || emptyState();
}

/**
 * All that is known here of the learner's work in the course.
 *
 * @param {Session} session
 * @returns {State}
 */
export function known(session) {
  return join(session.store.state, kept(session));
}

/**
 * What goes on to other packages: lessons, quizzes and levels of the project sheet, of answers
 * only those named.
 *
 * @param {State} state
 * @param {readonly number[]} answers  permanent numbers
 * @returns {State}
 */
export function progressOf({ revision, lessons, quizzes, sheet, questions }, answers) {
  const part = Object.assign(emptyState(), { revision, lessons, quizzes, sheet });
  for (const index of answers) if (index in questions) part.questions[index] = questions[index];
  return part;
}

/** @param {Session} session */
export function keepProgress(session) {
  const { device } = session;
  if (!device) return;
  const here = all(document, "[data-kind=positionnement]").map(numberOf);
  const answers = here.concat(indexes(kept(session).questions));
  device.write(PROGRESS, encode(progressOf(known(session), answers)));
}
