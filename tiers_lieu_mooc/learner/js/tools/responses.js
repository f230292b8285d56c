/** What reports say of an answer, kind by kind, in the terms of the standard (`recorder.js`). */

import { KINDS, parseNumber, rightOnes, verdictOf } from "./borrowed.js";

/**
 * @typedef {import("../kind.js").Kind} Kind
 * @typedef {import("../kind.js").Key} Key
 * @typedef {import("../kind.js").Answer} Answer
 * @typedef {import("../kind.js").Grade} Grade
 * @typedef {import("../kind.js").Report} Report
 *
 * @typedef {(key: Key, answer: Answer, grade: Grade) => Report[]} Reporter
 */

/** Names of options in reports: one character each, as SCORM 1.2 wants (CMIIdentifier, choice). */
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const SOURCES = "123456789abcdefghijklmnopqrstuvwxyz0";

/** @param {number} index */
const letter = (index) => LETTERS.charAt(index);

/** @param {number} index */
const source = (index) => SOURCES.charAt(index);

/**
 * The share as a report says it: a word at both ends, a number between.
 *
 * @param {number} share
 */
function resultOf(share) {
  const verdict = verdictOf(share);
  if (verdict === "partial") return Math.round(share * 10000) / 10000;
  return verdict === "right" ? "correct" : "wrong";
}

/** @param {number} row  @param {number} option  @returns {[string, string]} */
const pair = (row, option) => [source(row), letter(option)];

/** @type {Reporter} */
function choice(key, answer, { share }) {
  const response = answer.map((index) => letter(Number(index)));
  return [{ type: "choice", response, patterns: [rightOnes(key).map(letter)], result: resultOf(share) }];
}

/** @type {Reporter} */
function trueFalse(key, answer, { share }) {
  return [{ type: "true-false", response: answer[0] === 0, patterns: [rightOnes(key)[0] === 0], result: resultOf(share) }];
}

/** @type {Reporter} */
function shortAnswer({ forms = [] }, answer, { share }) {
  const patterns = forms.filter((form) => form.right).map((form) => form.text);
  return [{ type: "fill-in", response: String(answer[0]), patterns, result: resultOf(share) }];
}

/** @type {Reporter} */
function numeric({ ranges = [], unit = "" }, answer, { share }) {
  const response = parseNumber(String(answer[0]), unit);
  if (response === null) return [];
  const patterns = ranges.filter((range) => range.right).slice(0, 1).map(({ low, high }) => ({ min: low, max: high }));
  return [{ type: "numeric", response, patterns, result: resultOf(share) }];
}

/** @type {Reporter} */
function rows({ rows: right = [] }, answer, { share }) {
  const chosen = right.map((_, row) => row).filter((row) => answer[row] !== -1);
  const response = chosen.map((row) => pair(row, Number(answer[row])));
  return [{ type: "matching", response, patterns: [right.map((option, row) => pair(row, option))], result: resultOf(share) }];
}

/** @type {Reporter} */
function ordering({ items = 0 }, answer, { share }) {
  const right = Array.from({ length: items }, (_, item) => letter(item));
  const response = answer.map((item) => letter(Number(item)));
  return [{ type: "sequencing", response, patterns: [right], result: resultOf(share) }];
}

/** @type {Reporter} */
function gaps({ gaps: all = [] }, answer, { parts }) {
  return all.map(({ variants, right = 0 }, gap) => {
    const part = { part: gap + 1, result: /** @type {"correct" | "wrong"} */ (parts[gap] ? "correct" : "wrong") };
    if (variants) return Object.assign(part, { type: /** @type {const} */ ("fill-in"), response: String(answer[gap]), patterns: variants });
    const chosen = answer[gap] === -1 ? [] : [letter(Number(answer[gap]))];
    return Object.assign(part, { type: /** @type {const} */ ("choice"), response: chosen, patterns: [[letter(right)]] });
  });
}

/** @type {Reporter} */
function selfPositioning(key, answer) {
  return answer
    .map((degree, row) => ({ part: row + 1, type: /** @type {const} */ ("likert"), response: String(Number(degree) + 1), patterns: [], result: /** @type {const} */ ("neutral") }))
    .filter((_, row) => answer[row] !== -1);
}

/** @type {Reporter} */
function reflection({ sent }, answer) {
  if (!sent) return [];
  return [{ type: "long-fill-in", response: String(answer[0]), patterns: [], result: "neutral" }];
}

/** By one of the names that authors type. */
const REPORTERS = new Map([
  [KINDS.qcu, choice],
  [KINDS["vrai-faux"], trueFalse],
  [KINDS["réponse-courte"], shortAnswer],
  [KINDS.numérique, numeric],
  [KINDS.appariement, rows],
  [KINDS.ordre, ordering],
  [KINDS.trous, gaps],
  [KINDS.positionnement, selfPositioning],
  [KINDS.réflexion, reflection],
]);

/**
 * @param {Kind} kind
 * @param {Key} key
 * @param {Answer} answer
 * @param {Grade} grade
 * @returns {Report[]}
 */
export function responsesTo(kind, key, answer, grade) {
  return /** @type {Reporter} */ (REPORTERS.get(kind))(key, answer, grade);
}
