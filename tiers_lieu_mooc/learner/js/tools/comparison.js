/** A self-positioning beside an earlier one: « Au départ » and « Aujourd’hui », chart and table. */

import { all, first, isComplete, numberOf, say, unpackSmall } from "./borrowed.js";
import { known } from "./progress.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../state.js").State} State
 */

/**
 * Name of the words that say how far an answer moved.
 *
 * @param {number} before  degree from 0; -1: none
 * @param {number} now
 */
export function changeOf(before, now) {
  if (before < 0 || now < 0) return "unknown";
  const count = Math.abs(now - before);
  if (!count) return "same";
  return `${now > before ? "up" : "down"}-${count < 2 ? "one" : "many"}`;
}

/**
 * How a degree is marked in the chart.
 *
 * @param {number} degree
 * @param {number} before
 * @param {number} now
 * @returns {string}  names for the style sheet; "" for none
 */
export function marksOf(degree, before, now) {
  const marks = [];
  if (degree === before) marks.push("before");
  if (degree === now) marks.push("now");
  if (before >= 0 && now >= 0) {
    if (degree > Math.min(before, now) && degree <= Math.max(before, now)) marks.push("back");
    if (degree >= Math.min(before, now) && degree < Math.max(before, now)) marks.push("on");
  }
  return marks.join(" ");
}

/**
 * Fill in every comparison of the page whose own answer was handed in.
 *
 * @param {Session} session
 */
export function showComparisons(session) {
  const boxes = all(document, "[data-comparison]");
  const state = boxes.length ? known(session) : session.store.state;
  for (const box of boxes) show(/** @type {HTMLElement} */ (box), state);
}

/** @param {HTMLElement} box  @param {State} state */
function show(box, state) {
  const element = /** @type {HTMLElement} */ (box.closest("[data-question]"));
  const index = numberOf(element);
  const now = isHandedIn(state, element, index) ? degreesOf(state, index, element) : null;
  box.hidden = !now;
  if (!now) return;
  const before = degreesOf(state, Number(box.dataset.comparison), element);
  reveal(box, "missing", !before);
  const back = box.querySelector("[data-comparison-back] a");
  reveal(box, "back", Boolean(back && document.getElementById((back.getAttribute("href") || "").slice(1))));
  now.forEach((degree, row) => fillRow(box, row, before ? before[row] : -1, degree));
}

/**
 * In a lesson an answer is shown once it was handed in, in a quiz once the quiz was sent.
 *
 * @param {State} state
 * @param {Element} element
 * @param {number} index
 */
function isHandedIn(state, element, index) {
  const record = state.questions[index];
  const quiz = /** @type {HTMLElement | null} */ (element.closest("[data-quiz]"));
  if (!record || !quiz) return Boolean(record && record.tries);
  return (state.quizzes[numberOf(quiz)] || { sent: 0 }).sent >= record.epoch;
}

/**
 * The degrees of an answer, from 0, to the question in this element or to one like it.
 *
 * @param {State} state
 * @param {number} index
 * @param {HTMLElement} element
 * @returns {number[] | null}
 */
function degreesOf(state, index, element) {
  const { items = 0, options = 0 } = JSON.parse(element.dataset.key || "{}");
  const record = state.questions[index];
  const degrees = record ? unpackSmall(record.text, items, options) : null;
  return isComplete(degrees) ? degrees : null;
}

/** @param {HTMLElement} box  @param {string} part  @param {boolean} isShown */
function reveal(box, part, isShown) {
  const element = first(box, `[data-comparison-${part}]`);
  if (element) element.hidden = !isShown;
}

/**
 * @param {HTMLElement} box
 * @param {number} row
 * @param {number} before
 * @param {number} now
 */
function fillRow(box, row, before, now) {
  const words = (/** @type {HTMLTemplateElement} */ (box.querySelector("[data-comparison-words]"))).content;
  const text = (/** @type {string} */ selector) => (words.querySelector(selector) || { textContent: "" }).textContent || "";
  const unknown = text("[data-change=unknown]");
  const degree = (/** @type {number} */ at) => (at < 0 ? unknown : text(`[data-degree="${at}"]`));
  const line = all(box, "[data-comparison-line]")[row];
  all(line, ".track > i").forEach((mark, at) => mark.setAttribute("class", marksOf(at, before, now)));
  const cells = all(box, "[data-comparison-row]")[row];
  say(cells.querySelector("[data-cell=before]"), degree(before));
  say(cells.querySelector("[data-cell=now]"), degree(now));
  const change = changeOf(before, now);
  say(cells.querySelector("[data-cell=change]"), change === "unknown" ? "–" : text(`[data-change=${change}]`).replace("{count}", String(Math.abs(now - before))));
}
