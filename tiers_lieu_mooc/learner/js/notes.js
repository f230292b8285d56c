/** Open texts, kept on the learner's device only; a device that keeps nothing is no error. */

import { first } from "./kind.js";
import { say, word } from "./words.js";

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("./session.js").Session} Session
 */

/** @param {Pick<Question, "element">} question */
export const isReflection = ({ element }) => element.dataset.kind === "réflexion";

/**
 * The kept text as an answer, or null.
 *
 * @param {Session} session
 * @param {Question} question
 * @returns {import("./kind.js").Answer | null}
 */
export function noteOf({ device }, { key }) {
  const text = device && device.read(`note-${key.index}`);
  return text ? [text] : null;
}

/**
 * Bring a kept text back, or keep the one that was typed before the notebook was there.
 *
 * @param {Session} session
 * @param {Question} question
 */
export function showNote(session, question) {
  const { element, kind, key } = question;
  const note = noteOf(session, question);
  if (element.hasAttribute("data-touched")) keepNote(session, question, kind.read(element, key));
  else if (note) kind.write(element, key, note);
}

/**
 * @param {Session} session
 * @param {Question} question
 * @param {import("./kind.js").Answer | null} answer
 */
export function keepNote({ device }, { element, key }, answer) {
  if (!device) return;
  const isKept = device.write(`note-${key.index}`, answer ? String(answer[0]) : "");
  element.dataset.kept = isKept ? "note-kept" : "note-lost";
  say(first(element, "[data-verdict]"), word(element.dataset.kept));
}
