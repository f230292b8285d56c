/** The page « Attestation de suivi »: how far the learner is, then the sheet to print. */

import { all, first, focusOn, number, numberOf, openPage, say } from "./borrowed.js";
import { beside, offerInstead } from "./instead.js";
import { known } from "./progress.js";
import { standingOf } from "./standing.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("./standing.js").Standing} Standing
 */

/** Where this device keeps the name that was confirmed. */
const NAME = "name";
/** Of the criteria, as the page names them. */
const CRITERIA = /** @type {const} */ (["lessons", "quizzes", "placed", "sections"]);

/**
 * A name as people say it: most LMSs write « Nom, Prénom ».
 *
 * @param {string} name
 */
export function spoken(name) {
  const [last, given, ...rest] = name.split(",").map((part) => part.trim());
  return given && last && !rest.length ? `${given} ${last}` : name.trim();
}

/**
 * A day in words: `1er mars 2026`.
 *
 * @param {Date} day
 * @param {{first: string, months: string}} words  months separated by blanks
 */
export function inWords(day, { first: one, months }) {
  const date = day.getDate();
  return [date === 1 ? one : String(date), months.split(" ")[day.getMonth()], String(day.getFullYear())].join("\u00a0");
}

/**
 * @param {string} text
 * @param {{[slot: string]: string | number}} values
 */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, slot) => String(values[slot]));
}

/**
 * Show how far the learner is.
 *
 * @param {Session} session
 */
export function showAttestation(session) {
  const list = first(document, "[data-attestation]");
  if (!list) return;
  const standing = standingOf(known(session), JSON.parse(list.dataset.attestation || "{}"));
  const shown = CRITERIA.filter((name) => {
    const item = first(list, `[data-criterion=${name}]`);
    if (item) showCriterion(item, standing[name], standing.quizzes.low);
    return item;
  });
  const status = first(document, "[data-attestation-status]");
  const count = shown.filter((name) => standing[name].isReached).length;
  if (status) say(status, standing.isReached ? status.dataset.reached || "" : filled(status.dataset.short || "", { count, total: shown.length }));
  offer(session, standing.isReached);
}

/**
 * @param {HTMLElement} item
 * @param {Standing["lessons"]} criterion
 * @param {number} low
 */
function showCriterion(item, { count, needed, isReached, missing }, low) {
  const bar = item.querySelector("progress");
  if (bar) {
    bar.max = needed || 1;
    bar.value = Math.min(count, bar.max);
  }
  const counted = first(item, "[data-counted]");
  if (counted) say(counted, filled(counted.dataset.counted || "", { count: number(count), needed: number(needed), low }));
  hide(item, "[data-met]", !isReached);
  hide(item, "[data-unmet]", isReached);
  hide(item, "[data-missing]", isReached);
  const links = all(item, "li[data-index]");
  for (const link of /** @type {HTMLElement[]} */ (links)) link.hidden = !missing.includes(numberOf(link));
  const here = links.map(numberOf);
  hide(item, "[data-elsewhere]", missing.every((index) => here.includes(index)));
}

/** @param {Element} within  @param {string} selector  @param {boolean} isHidden */
function hide(within, selector, isHidden) {
  const element = first(within, selector);
  if (element) element.hidden = isHidden;
}

/**
 * The form is there when the rule is reached, and goes when the sheet is shown.
 *
 * @param {Session} session
 * @param {boolean} isReached
 */
function offer(session, isReached) {
  const form = first(document, "[data-attestation-form]");
  const sheet = first(document, "[data-attestation-sheet]");
  if (!form || !sheet) return;
  form.hidden = !isReached || sheet.childElementCount > 0;
  const field = form.querySelector("input");
  if (isReached && field && !field.value && document.activeElement !== field) field.value = nameOf(session);
}

/** @param {Session} session */
function nameOf({ device, learnerName }) {
  return (device && device.read(NAME)) || spoken(learnerName);
}

/**
 * Hear the form and the sheet's buttons.
 *
 * @param {Session} session
 */
export function serveAttestation(session) {
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    const form = button.hasAttribute("data-hand-in") && button.closest("[data-attestation-form]");
    if (form) confirm(session, form);
    if (button.hasAttribute("data-attestation-print")) print(button);
    if (button.hasAttribute("data-attestation-again")) takeBack(session);
  });
  document.addEventListener("learner:open", markSheet);
}

/** @param {Element} button */
function print(button) {
  const sheet = /** @type {HTMLElement} */ (first(document, ".certificate"));
  const file = `<meta charset="utf-8"><base href="${location.href}">${sheet.outerHTML}`;
  window.print();
  offerInstead(button, "print", sheet.innerText, () => beside(file));
}

/** @param {Session} session  @param {Element} form */
function confirm(session, form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const alert = /** @type {HTMLElement} */ (form.querySelector("[role=alert]"));
  const name = field.value.replace(/\s+/g, " ").trim();
  say(alert, name ? "" : alert.dataset.empty || "");
  if (name) field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
  if (!name) focusOn(field);
  else if (show(name)) {
    if (session.device) session.device.write(NAME, name);
    showAttestation(session);
    focusOn(document.querySelector(".certificate h3"));
  }
}

/** @param {string} name  @returns {boolean} whether there is a sheet to show */
function show(name) {
  const sheet = first(document, "[data-attestation-sheet]");
  const paper = /** @type {HTMLTemplateElement | null} */ (document.querySelector("[data-attestation-paper]"));
  if (!sheet || !paper) return false;
  sheet.textContent = "";
  sheet.appendChild(paper.content.cloneNode(true));
  for (const picture of /** @type {HTMLImageElement[]} */ (all(sheet, "img"))) picture.removeAttribute("loading");
  say(first(sheet, "[data-slot=name]"), name);
  const date = first(sheet, "[data-slot=date]");
  if (date) say(date, inWords(new Date(), { first: date.dataset.first || "", months: date.dataset.months || "" }));
  markSheet();
  return true;
}

/** @param {Session} session */
function takeBack(session) {
  const sheet = first(document, "[data-attestation-sheet]");
  if (sheet) sheet.textContent = "";
  markSheet();
  showAttestation(session);
  focusOn(document.querySelector("[data-attestation-form] input"));
}

/** What is printed from the page that shows the sheet is the sheet, and nothing else. */
function markSheet() {
  const page = openPage();
  document.documentElement.classList.toggle("on-paper", page !== null && page.querySelector(".certificate") !== null);
}
