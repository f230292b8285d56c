/**
 * Spaced reminders (PROGRAMME §10): before a quiz, questions of earlier modules for practice. They are
 * copies: what the learner does with them is neither counted nor kept.
 */

import { all, first } from "../kind.js";
import { generator, shuffle } from "../random.js";
import { WHOLE } from "../state.js";

/** @typedef {import("../session.js").Session} Session */

/** Quick to answer; ``rendering/revisiting.py`` has the same list. */
const LIGHT_KINDS = ["qcu", "qcm", "vrai-faux"];

/** @param {Session} session */
export function reminders(session) {
  const look = () => {
    const place = first(document, ".page.open[data-ready] [data-reminder]:not([data-chosen])");
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
  const seed = session.store.state.seed + Number(first(document, ".page.open")?.dataset.index);
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
 * @returns {HTMLFormElement[]}
 */
function candidatesFor(place) {
  const brought = /** @type {HTMLTemplateElement | null} */ (place.querySelector("[data-reminder-candidates]"));
  if (brought) return Array.from(brought.content.querySelectorAll("form"));
  /** @type {HTMLFormElement[]} */
  const found = [];
  for (const quiz of /** @type {HTMLElement[]} */ (all(document.documentElement, "[data-quiz]"))) {
    if (quiz.contains(place)) break;
    if (JSON.parse(quiz.dataset.quiz || "{}").correction !== "jamais") found.push(.../** @type {HTMLFormElement[]} */ (all(quiz, "[data-question]")));
  }
  return found.filter((form) => LIGHT_KINDS.includes(form.dataset.kind || "") && keyOf(form).points > 0 && !form.querySelector("img"));
}

/** @param {HTMLElement} form  @returns {import("../kind.js").Key} */
const keyOf = (form) => JSON.parse(form.dataset.key || "{}");

/**
 * What went wrong before what was never asked, and what is known already last; among equals, by chance.
 *
 * @template {HTMLElement} T
 * @param {T[]} forms
 * @param {Session} session
 * @param {number} seed
 */
function weakestFirst(forms, { store }, seed) {
  const rank = (/** @type {T} */ form) => {
    const { best } = store.question(keyOf(form).index);
    return best < 0 ? 0.5 : best === WHOLE ? 1 : (best / WHOLE) * 0.4;
  };
  const mixed = shuffle(forms, generator(seed));
  // A number each, then its place: old browsers' sort does not keep equals in order.
  const order = mixed.map((form, at) => ({ form, at, rank: rank(form) })).sort((one, other) => one.rank - other.rank || one.at - other.at);
  return order.map(({ form }) => form);
}

/**
 * A question as if nobody had ever touched it, under names of its own, to be checked by itself.
 *
 * @param {HTMLFormElement} source
 * @param {HTMLElement} place
 * @returns {HTMLFormElement}
 */
function copyOf(source, place) {
  const copy = document.importNode(source, true);
  for (const name of ["hidden", "data-touched", "data-locked", "data-kept", "data-checked", "data-tries", "data-required"]) copy.removeAttribute(name);
  for (const region of all(copy, "[data-verdict], [data-alert], [data-tries-left]")) region.textContent = "";
  for (const element of [copy, ...all(copy, "*")]) rename(element);
  for (const field of /** @type {HTMLInputElement[]} */ (all(copy, "input, select, textarea, button"))) field.disabled = false;
  copy.reset();
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
 * @param {HTMLFormElement} copy
 * @param {HTMLElement} place
 */
function addCheck(copy, place) {
  const check = /** @type {HTMLTemplateElement} */ (place.querySelector("[data-reminder-check]"));
  const button = copy.querySelector("[type=submit]");
  if (button && button.parentNode) copy.removeChild(/** @type {Node} */ (button.parentNode));
  copy.insertBefore(document.importNode(check.content, true), copy.querySelector("[data-alert]"));
}
