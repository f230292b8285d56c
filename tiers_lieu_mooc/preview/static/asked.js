/**
 * What the page in the frame asks, so that a record can be read in its words. A page that is not ours
 * has nothing to tell: its record is shown as it is.
 *
 * @module
 */

/** @typedef {import('../../learner/js/kind.js').Kind} Kind */
/** @typedef {import('../../learner/js/kind.js').Key} Key */

/**
 * @typedef {object} Asked
 * @property {string} stem
 * @property {Element} element
 * @property {Kind | undefined} kind
 * @property {Key} key
 */

/**
 * @typedef {object} Page
 * @property {Map<string, Asked>} questions  by the identifier of their reports
 * @property {Map<number, Asked>} byIndex    by permanent number
 * @property {Map<number, string>} lessons   titles by permanent number
 * @property {Map<number, string>} quizzes
 */

import { textOf } from "../../learner/js/kind.js";
import { KINDS } from "../../learner/js/question/index.js";

const CHOICES = "abcdefghijklmnopqrstuvwxyz0123456789";
const ROWS = "123456789abcdefghijklmnopqrstuvwxyz0";

/**
 * @param {Document | null} page
 * @returns {Page}
 */
export function readPage(page) {
  /** @type {Page} */
  const found = {
    questions: new Map(),
    byIndex: new Map(),
    lessons: titlesOf(page, "[data-lesson]"),
    quizzes: titlesOf(page, "[data-quiz]"),
  };
  const questions = page ? page.querySelectorAll("[data-question]:not([data-quoted])") : [];
  for (const element of questions) {
    const { key: text = "{}", kind = "" } = /** @type {HTMLElement} */ (element).dataset;
    /** @type {Key} */
    const key = JSON.parse(text);
    const asked = { stem: textOf(element.querySelector("[data-stem]")), element, kind: KINDS[kind], key };
    found.questions.set(key.id, asked);
    found.byIndex.set(key.index, asked);
  }
  return found;
}

/**
 * @param {Document | null} page
 * @param {string} selector
 * @returns {Map<number, string>}
 */
function titlesOf(page, selector) {
  const sections = page ? [...page.querySelectorAll(selector)] : [];
  return new Map(
    sections.map((section) => [
      Number(section.getAttribute("data-index")),
      textOf(section.querySelector("h2")),
    ]),
  );
}

/**
 * The question that an interaction reports, and which part of it; part 0 for the whole.
 *
 * @param {Page} page
 * @param {string} id  of the interaction
 */
export function askedBy({ questions }, id) {
  const whole = questions.get(id);
  if (whole) return { asked: whole, part: 0 };
  const [, name = "", part = ""] = /^(.*)\.(\d+)$/.exec(id) || [];
  const asked = questions.get(name);
  return asked ? { asked, part: Number(part) } : null;
}

/**
 * A response or a pattern in the question's own words.
 *
 * @param {Pick<Asked, "element" | "key">} asked
 * @param {number} part
 * @param {string} type  of the interaction
 * @param {string} text  as it is kept
 * @returns {string}
 */
export function inWords({ element, key: { agree = 0 } }, part, type, text) {
  const pieces = text.split(/\[,\]|,/);
  if (type === "true-false") return choiceText(element, /^(t|1)/.test(text) ? agree : 1 - agree) || text;
  if (type === "choice") {
    const lists = element.querySelectorAll("select[data-gap]");
    return pieces
      .map((piece) => {
        const place = CHOICES.indexOf(piece);
        return (part ? gapText(element, part, place) : choiceText(element, place)) || piece;
      })
      .join(lists.length ? " / " : " ; ");
  }
  if (type === "matching") return pieces.map((piece) => pairText(element, piece)).join(" ; ");
  if (type === "sequencing") {
    return pieces.map((piece) => stepText(element, CHOICES.indexOf(piece)) || piece).join(" → ");
  }
  if (type === "likert") return degreeText(element, part, Number(text)) || text;
  return text.replace(/^(\{[a-z_]+=[^}]*\})+/, "").replace(/^(.*)\[:\]\1$/, "$1");
}

/** @param {Element} element @param {number} place */
const choiceText = (element, place) => textOf(element.querySelector(`[data-choice-text="${place}"]`));

/** @param {Element} element @param {number} place */
const stepText = (element, place) => textOf(element.querySelector(`[data-place="${place}"] [data-step]`));

/**
 * @param {Element} element
 * @param {number} part
 * @param {number} place
 */
function gapText(element, part, place) {
  return textOf(element.querySelector(`select[data-gap="${part}"] option[value="${place}"]`));
}

/**
 * @param {Element} element
 * @param {string} piece
 */
function pairText(element, piece) {
  const [source = "", target = ""] = piece.split(/\[\.\]|\./);
  const list = element.querySelector(`[data-row="${ROWS.indexOf(source)}"]`);
  if (!list) return piece;
  const label = element.querySelector(`label[for="${CSS.escape(list.id)}"]`);
  const option = list.querySelector(`option[value="${CHOICES.indexOf(target)}"]`);
  return `${textOf(label)} → ${textOf(option)}`;
}

/**
 * @param {Element} element
 * @param {number} part   of the statement, from 1
 * @param {number} degree from 1
 */
function degreeText(element, part, degree) {
  const statement = element.querySelectorAll("[data-statement]")[part - 1];
  const box = statement && statement.querySelector(`input[value="${degree - 1}"]`);
  return box ? textOf(box.closest("label")) : "";
}
