/**
 * What every question kind offers, and the little that several kinds share.
 *
 * @typedef {readonly (number | string)[]} Answer
 *   choices: indexes of the ticked ones; rows: the option chosen in each, -1 for none; ordering: the
 *   items' indexes in the chosen order; typed: the texts. Indexes follow the author's order.
 *
 * @typedef {object} Key  what the page holds of a question, in `data-key`
 * @property {string} id  interaction identifier
 * @property {number} index  permanent number
 * @property {number} points
 * @property {number} tries  0: no limit
 * @property {number} penalty  share lost at each extra try
 * @property {string} scoring
 * @property {boolean} shuffled
 * @property {readonly string[]} objectives
 * @property {string} title
 * @property {readonly {share: number, right: boolean}[]} [choices]
 * @property {number} [agree]  the choice that calls a statement true, where it is not the first
 * @property {readonly {text: string, share: number, right: boolean}[]} [forms]
 * @property {import("./compare.js").Matching} [matching]
 * @property {readonly {low: number, high: number, share: number, right: boolean}[]} [ranges]
 * @property {string} [unit]
 * @property {readonly number[]} [rows]  the right option of each row
 * @property {number} [items]  how many steps, rows or statements
 * @property {number} [options]  how many options or degrees a row has
 * @property {readonly {variants?: readonly string[], right?: number}[]} [gaps]
 * @property {boolean} [sent]  whether an open text goes to the LMS
 *
 * @typedef {object} Grade
 * @property {number} share  of the points, 0 to 1
 * @property {readonly boolean[]} parts  right or not, part by part (rows, gaps, steps); [] when it has none
 * @property {readonly string[]} marks  names of the corrections to show, as in `data-for`
 *
 * @typedef {Pick<import("../../../scorm_export/runtime/recorder.js").Interaction, "type" | "response" | "patterns" | "result">
 *   & {part?: number}} Report  one interaction (`tools/responses.js`); `part` from 1 when a question needs several
 *
 * @typedef {object} Kind
 * @property {(element: Element, key: Key) => Answer | null} read  null: nothing was answered
 * @property {(element: Element, key: Key, answer: Answer | null) => void} write
 * @property {(element: Element, answer: Answer) => string[]} words  the answer as a reader would say it
 * @property {(key: Key, answer: Answer) => Grade} grade
 * @property {(key: Key, answer: Answer) => string} pack  at most as long as the compiler counts
 * @property {(key: Key, text: string) => Answer | null} unpack  null: not an answer to this question
 */

import { ALPHABET } from "./base64.js";

/**
 * @template {Element} E
 * @param {ParentNode} element
 * @param {string} selector
 * @returns {E[]}
 */
export function all(element, selector) {
  return /** @type {E[]} */ (Array.from(element.querySelectorAll(selector)));
}

/**
 * `toggleAttribute`, which browsers of the floor lack (Chrome 69, Safari 12).
 *
 * @param {Element} element
 * @param {string} name
 * @param {boolean} isSet
 */
export function mark(element, name, isSet) {
  if (isSet) element.setAttribute(name, "");
  else element.removeAttribute(name);
}

/**
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {E | null}
 */
export function first(within, selector) {
  return /** @type {E | null} */ (within.querySelector(selector));
}

/** @param {Element | null} element */
export function textOf(element) {
  return ((element && element.textContent) || "").replace(/\s+/g, " ").trim();
}

/** @param {Answer | null} answer */
export function isComplete(answer) {
  return answer !== null && answer.every((part) => part !== -1 && part !== "");
}

/**
 * Three verdicts, from the share of the points.
 *
 * @param {number} share
 * @returns {"right" | "partial" | "wrong"}
 */
export function verdictOf(share) {
  if (share > 0.9999) return "right";
  return share > 0.0001 ? "partial" : "wrong";
}

/** The grade of what cannot be right or wrong, or is nothing that was expected. @returns {Grade} */
export const ungraded = () => ({ share: 0, parts: [], marks: [] });

/** @param {number} share */
export const clamp = (share) => Math.max(0, Math.min(1, share));

/**
 * Grade parts that weigh the same.
 *
 * @param {readonly boolean[]} parts
 * @param {string} scoring
 * @returns {Grade}
 */
export function gradeParts(parts, scoring) {
  const right = parts.filter(Boolean).length;
  const share = scoring === "tout-ou-rien" ? Number(right === parts.length) : right / parts.length;
  return { share, parts, marks: parts.map((_, index) => `part${index}`) };
}

/**
 * Small numbers from -1 on, one character each.
 *
 * @param {Answer} answer
 */
export function packSmall(answer) {
  return answer.map((value) => ALPHABET.charAt(Number(value) + 1)).join("");
}

/**
 * @param {string} text
 * @param {number} count  how many numbers there must be
 * @param {number} limit  they stay under it
 * @returns {number[] | null}
 */
export function unpackSmall(text, count, limit) {
  const values = Array.from(text, (symbol) => ALPHABET.indexOf(symbol) - 1);
  return values.length === count && values.every((value) => value < limit) ? values : null;
}

/**
 * Put the children of the shuffled list in this order; those marked as fixed stay where they are.
 *
 * @param {Element} element
 * @param {readonly number[]} order  indexes as written by the author
 */
export function arrange(element, order) {
  const list = element.querySelector("[data-shuffle]");
  if (!list) return;
  for (const index of order) {
    const child = list.querySelector(`[data-place="${index}"]`);
    if (child) list.appendChild(child);
  }
}

/**
 * The order of the shuffled list as it stands.
 *
 * @param {Element} element
 */
export function arrangement(element) {
  return all(element, "[data-place]").map((child) => Number(child.getAttribute("data-place")));
}
