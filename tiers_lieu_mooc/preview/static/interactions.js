/**
 * The answers that the content reported, as a trainer reads them.
 *
 * @module
 */

/** @typedef {import('./asked.js').Page} Page */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */

import { askedBy, inWords } from "./asked.js";
import { secondsOf } from "./attempt.js";
import { number, row, the, word, wordOr } from "./dom.js";
import { rowsOf } from "./gradebook.js";

/** @param {CmiRecord} record @param {Page} page */
export function showInteractions(record, page) {
  const rows = rowsOf(record, "cmi.interactions");
  const lines = rows.map((name) => row(cellsOf(record, name, page)));
  the("[data-answers] tbody").replaceChildren(...lines);
  the("[data-answers]").hidden = rows.length === 0;
  the("[data-no-answers]").hidden = rows.length > 0;
}

/**
 * @param {CmiRecord} record
 * @param {string} name  of the row
 * @param {Page} page
 */
function cellsOf(record, name, page) {
  const field = (/** @type {string} */ leaf) => record[`${name}.${leaf}`] || "";
  const [id, type] = [field("id"), field("type")];
  const found = askedBy(page, id);
  const said = (/** @type {string} */ text) =>
    found && text ? inWords(found.asked, found.part, type, text) : text;
  const given = field("student_response") || field("learner_response");
  const right = rowsOf(record, `${name}.correct_responses`).map(
    (each) => record[`${each}.pattern`] || "",
  );
  return [
    questionText(found, id, field("description")),
    said(given),
    right.map(said).join(" / "),
    resultText(field("result")),
    timeText(field("latency")),
  ];
}

/**
 * @param {ReturnType<typeof askedBy>} found
 * @param {string} id
 * @param {string} description
 */
function questionText(found, id, description) {
  if (!found) return description ? `${description} (${id})` : id;
  const { asked, part } = found;
  return part ? word("part", { stem: asked.stem, part }) : asked.stem;
}

/** @param {string} result */
function resultText(result) {
  if (result !== "" && Number.isFinite(Number(result))) {
    return word("result-share", { percent: number(Number(result) * 100) });
  }
  return result && wordOr(`result-${result}`, result);
}

/** @param {string} latency */
export function timeText(latency) {
  if (!latency) return "";
  const seconds = Math.round(secondsOf(latency));
  const minutes = Math.floor(seconds / 60);
  const values = { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: seconds % 60 };
  return word(minutes >= 60 ? "hours" : minutes ? "minutes" : "seconds", values);
}
