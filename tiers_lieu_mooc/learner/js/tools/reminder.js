/**
 * Spaced reminders (PROGRAMME §10): before a quiz, questions of earlier modules for practice. They are
 * copies: what the learner does with them is neither counted nor kept.
 */

import { all, first, generator, numberOf, openPage, shuffle, WHOLE } from "./borrowed.js";
import { byRank } from "./finding.js";

/** @typedef {import("../session.js").Session} Session */

/** Quick to answer; ``rendering/revisiting.py`` has the same list. */
const LIGHT_KINDS = ["qcu", "qcm", "vrai-faux"];

/** @param {Session} session */
export function reminders(session) {
  const look = () => {
    const page = openPage();
    const place = page && page.hasAttribute("data-ready") && first(page, "[data-reminder]:not([data-chosen])");
    if (place) propose(session, place);
  };
  document.addEventListener("learner:open", look);
  document.addEventListener("learner:ready", look);
  look();
}

/**
 * @param {Session} session
 * @param {HTMLElement} place
 */
function propose(session, place) {
  const list = first(place, "[data-reminder-questions]");
  if (!list) return;
  place.setAttribute("data-chosen", "");
  const seed = session.store.state.seed + numberOf(/** @type {Element} */ (openPage()));
  const chosen = weakestFirst(candidatesFor(place), session, seed).slice(0, Number(place.dataset.reminder));
  for (const source of chosen) {
    const copy = copyOf(source, place);
    list.appendChild(copy);
    session.prepare(copy);
  }
}

/**
 * The questions that may be asked: those that came with the quiz, or those of the quizzes before it.
 *
 * @param {HTMLElement} place
 * @returns {HTMLElement[]}
 */
function candidatesFor(place) {
  const brought = /** @type {HTMLTemplateElement | null} */ (place.querySelector("[data-reminder-candidates]"));
  if (brought) return Array.from(brought.content.querySelectorAll("[data-question]"));
  /** @type {HTMLElement[]} */
  const found = [];
  for (const quiz of /** @type {HTMLElement[]} */ (all(document, "[data-quiz]"))) {
    if (quiz.contains(place)) break;
    if (JSON.parse(quiz.dataset.quiz || "{}").correction !== "jamais") found.push(.../** @type {HTMLElement[]} */ (all(quiz, "[data-question]")));
  }
  return found.filter((element) => LIGHT_KINDS.includes(element.dataset.kind || "") && keyOf(element).points > 0 && !element.querySelector("img"));
}

/** @param {HTMLElement} element  @returns {import("../kind.js").Key} */
const keyOf = (element) => JSON.parse(element.dataset.key || "{}");

/**
 * What went wrong before what was never asked, and what is known already last; among equals, by chance.
 *
 * @template {HTMLElement} T
 * @param {T[]} questions
 * @param {Session} session
 * @param {number} seed
 */
function weakestFirst(questions, { store }, seed) {
  const rank = (/** @type {T} */ element) => {
    const { best } = store.question(keyOf(element).index);
    return best < 0 ? 0.5 : best === WHOLE ? 1 : (best / WHOLE) * 0.4;
  };
  return byRank(shuffle(questions, generator(seed)), rank);
}

/**
 * A question as if nobody had ever touched it, under names of its own, to be checked by itself.
 *
 * @param {HTMLElement} source
 * @param {HTMLElement} place
 * @returns {HTMLElement}
 */
function copyOf(source, place) {
  const copy = document.importNode(source, true);
  for (const name of ["hidden", "data-touched", "data-locked", "data-kept", "data-checked", "data-tries", "data-required"]) copy.removeAttribute(name);
  for (const region of all(copy, "[data-verdict], [data-alert], [data-tries-left]")) region.textContent = "";
  for (const element of [copy, ...all(copy, "*")]) rename(element);
  for (const field of /** @type {HTMLInputElement[]} */ (all(copy, "input, select, textarea, button"))) {
    field.disabled = false;
    if (/radio|checkbox/.test(field.type)) field.checked = false;
    else field.value = "";
  }
  if (!copy.hasAttribute("data-quoted")) addCheck(copy, place);
  copy.setAttribute("data-quoted", "");
  return copy;
}

/** @param {Element} element  a part of a copy: no two elements of a page have the same name */
function rename(element) {
  for (const name of ["id", "for", "name", "aria-describedby", "aria-labelledby"]) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, value.replace(/\S+/g, "$&-r"));
  }
  element.removeAttribute("aria-invalid");
}

/**
 * In a quiz that is corrected at the end a question has no button of its own.
 *
 * @param {HTMLElement} copy
 * @param {HTMLElement} place
 */
function addCheck(copy, place) {
  const check = /** @type {HTMLTemplateElement} */ (place.querySelector("[data-reminder-check]"));
  const button = copy.querySelector("[data-hand-in]");
  if (button) /** @type {Element} */ (button.parentNode).remove();
  copy.insertBefore(document.importNode(check.content, true), copy.querySelector("[data-alert]"));
}
