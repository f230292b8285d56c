/** What reports say of an answer, kind by kind, in the terms of the standard (`recorder.js`). */

import { ALPHABET, KINDS, numberIn, rightOnes, verdictOf } from "./borrowed.js";

/**
 * @typedef {import("../kind.js").Kind} Kind
 * @typedef {import("../kind.js").Key} Key
 * @typedef {import("../kind.js").Answer} Answer
 * @typedef {import("../kind.js").Grade} Grade
 * @typedef {import("../kind.js").Report} Report
 *
 * @typedef {Pick<Report, "type" | "response" | "patterns"> & Partial<Report>} Part  its result is the whole answer's where it has none
 *
 * @typedef {(key: Key, answer: Answer, grade: Grade) => Part[]} Reporter
 */

/** Names of options in reports: one character each, as SCORM 1.2 wants (CMIIdentifier, choice). */
const LETTERS = ALPHABET.slice(26, 62);

/** @param {number | string} index */
const letter = (index) => LETTERS.charAt(Number(index));

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

/**
 * Rows have digits first.
 *
 * @param {number} row
 * @param {number | string} option
 * @returns {[string, string]}
 */
const pair = (row, option) => [letter((row + 27) % 36), letter(option)];

/** @type {Reporter} */
const choice = (key, answer) => [{ type: "choice", response: answer.map(letter), patterns: [rightOnes(key).map(letter)] }];

/** @type {Reporter} */
function trueFalse(key, answer) {
  const [response, right] = [answer[0], rightOnes(key)[0]].map((index) => index === (key.agree || 0));
  return [{ type: "true-false", response, patterns: [right] }];
}

/** @type {Reporter} */
function shortAnswer({ forms = [] }, answer) {
  const patterns = forms.filter((form) => form.right).map((form) => form.text);
  return [{ type: "fill-in", response: String(answer[0]), patterns }];
}

/** @type {Reporter} */
function numeric(key, answer) {
  const response = numberIn(key, answer);
  if (response === null) return [];
  const patterns = (key.ranges || []).filter((range) => range.right).slice(0, 1).map(({ low, high }) => ({ min: low, max: high }));
  return [{ type: "numeric", response, patterns }];
}

/** @type {Reporter} */
function rows({ rows: right = [] }, answer) {
  const response = answer.map((option, row) => pair(row, option)).filter((_, row) => answer[row] !== -1);
  return [{ type: "matching", response, patterns: [right.map((option, row) => pair(row, option))] }];
}

/** @type {Reporter} */
const ordering = (key, answer) => [{ type: "sequencing", response: answer.map(letter), patterns: [answer.map((_, item) => letter(item))] }];

/** @type {Reporter} */
function gaps({ gaps: all = [] }, answer, { parts }) {
  return all.map(({ variants, right = 0 }, gap) => {
    /** @type {Part} */
    const typed = { type: "fill-in", response: String(answer[gap]), patterns: variants || [] };
    /** @type {Part} */
    const chosen = { type: "choice", response: answer[gap] === -1 ? [] : [letter(answer[gap])], patterns: [[letter(right)]] };
    return Object.assign(variants ? typed : chosen, { part: gap + 1, result: parts[gap] ? "correct" : "wrong" });
  });
}

/** @type {Reporter} */
function selfPositioning(key, answer) {
  return answer
    .map((degree, row) => ({ part: row + 1, type: /** @type {const} */ ("likert"), response: String(Number(degree) + 1), patterns: [], result: /** @type {const} */ ("neutral") }))
    .filter((_, row) => answer[row] !== -1);
}

/** @type {Reporter} */
const reflection = ({ sent }, answer) => (sent ? [{ type: "long-fill-in", response: String(answer[0]), patterns: [], result: "neutral" }] : []);

/** By the first name of their kind. @type {{[name: string]: Reporter}} */
const REPORTERS = {
  qcu: choice,
  "vrai-faux": trueFalse,
  "réponse-courte": shortAnswer,
  numérique: numeric,
  appariement: rows,
  ordre: ordering,
  trous: gaps,
  positionnement: selfPositioning,
  réflexion: reflection,
};

/**
 * @param {Kind} kind
 * @param {Key} key
 * @param {Answer} answer
 * @param {Grade} grade
 * @returns {Report[]}
 */
export function responsesTo(kind, key, answer, grade) {
  const name = Object.keys(KINDS).find((each) => KINDS[each] === kind);
  const parts = REPORTERS[/** @type {string} */ (name)](key, answer, grade);
  return parts.map((part) => Object.assign({ result: resultOf(grade.share) }, part));
}
