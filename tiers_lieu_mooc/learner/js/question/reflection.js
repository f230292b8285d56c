/**
 * An open text (réflexion): never graded and never part of the state, since it may be personal and
 * long; it stays on the learner's device, and goes to the LMS only where the author says so.
 */

import { ungraded } from "../kind.js";
import { shortAnswer } from "./short-answer.js";

/** @type {import("../kind.js").Kind} */
export const reflection = Object.assign({}, shortAnswer, {
  grade: ungraded,
  pack: () => "",
  unpack: () => null,
});
