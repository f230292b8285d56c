/**
 * The fields in which learners write their own words, open questions and the project sheet, and what
 * the page says about their keeping. The same text may stand in several places of the page.
 */

import { all, first } from "./kind.js";
import { tell } from "./session.js";
import { say, word } from "./words.js";

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("./session.js").Session} Session
 */

const HOLDERS = "[data-note], [data-kind=réflexion]";
/** A text is kept at the latest this long after a key was pressed. */
const PAUSE_MS = 500;
/** In which something was typed that is not kept yet. @type {Set<HTMLElement>} */
const typed = new Set();

/** @param {Pick<Question, "element">} question */
export const isReflection = ({ element }) => element.dataset.kind === "réflexion";

/** @param {Element} holder */
export const numberOf = (holder) => Number(holder.getAttribute("data-index"));

/** @param {Element} holder */
const fieldOf = (holder) => /** @type {HTMLTextAreaElement} */ (holder.querySelector("textarea"));

/**
 * The kept text as an answer, or null.
 *
 * @param {Session} session
 * @param {Question} question
 * @returns {import("./kind.js").Answer | null}
 */
export function noteOf(session, { key }) {
  settleNotes(session);
  const text = session.texts && session.texts.at(key.index).text;
  return text ? [text] : null;
}

/**
 * Keep what was typed since the last time.
 *
 * @param {Session} session
 */
export function settleNotes(session) {
  const { texts } = session;
  if (!texts || !typed.size) return;
  for (const holder of typed) {
    const isKept = texts.edit(numberOf(holder), fieldOf(holder).value, Number(holder.dataset.base || -1));
    holder.dataset.base = String(texts.at(numberOf(holder)).stamp);
    tellKept(session, holder, isKept);
  }
  typed.clear();
  tell("text");
}

/** @param {Session} session  @param {HTMLElement} holder  @param {boolean} isKept */
function tellKept({ device }, holder, isKept) {
  holder.dataset.kept = isKept ? "note-kept" : device && device.isShared ? "note-shared" : "note-lost";
  say(first(holder, "[data-verdict]"), word(holder.dataset.kept));
}

/**
 * Show every text as it stands, but where the learner is writing.
 *
 * @param {Session} session
 * @param {Element} [place]  to look in
 */
export function showNotes(session, place = document.documentElement) {
  const { texts } = session;
  if (!texts) return;
  for (const holder of /** @type {HTMLElement[]} */ (all(place, HOLDERS))) {
    const index = numberOf(holder);
    const field = fieldOf(holder);
    // The page may have stopped arriving between a holder and its field.
    if (!field) continue;
    const { stamp, text } = texts.at(index);
    const isWriting = field === document.activeElement && holder.dataset.base && text !== field.value;
    if (typed.has(holder) || isWriting) continue;
    holder.dataset.base = String(stamp);
    if (field.value !== text) field.value = text;
    if (text && !holder.dataset.kept) tellKept(session, holder, texts.write());
    say(first(holder, "[data-written]"), text);
  }
}

/**
 * Keep texts as they are typed, from now on.
 *
 * @param {Session} session
 */
export function keepNotes(session) {
  let timer = 0;
  const settle = () => {
    clearTimeout(timer);
    settleNotes(session);
  };
  document.addEventListener("input", (event) => {
    const holder = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(HOLDERS));
    if (!holder) return;
    typed.add(holder);
    clearTimeout(timer);
    // What is said of a text is said at its first letter: said when the field is left, it would push
    // the button away from under the finger that left it.
    if (holder.hasAttribute("data-kept")) timer = window.setTimeout(settle, PAUSE_MS);
    else settle();
  });
  for (const what of ["change", "learner:ready"]) document.addEventListener(what, settle);
  document.addEventListener("learner:text", () => showNotes(session));
  // Another window of this learner, perhaps of another package of the course, has written.
  document.addEventListener("learner:news", () => {
    if (session.texts) session.texts.load();
    tell("text");
  });
}
