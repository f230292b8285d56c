/**
 * Reports answers as the page does, to a strict LMS: reads questions with their answers on standard
 * input, prints the rows of interactions that the LMS holds for each. `tests/support/reported.py` asks
 * for it.
 */

import { readFileSync } from "node:fs";

import { KINDS } from "../../tiers_lieu_mooc/learner/js/question/index.js";
import { interactionsOf } from "../../tiers_lieu_mooc/learner/js/tools/reporting.js";
import { recording } from "../js/runtime/support.js";

/**
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Key} Key
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Answer} Answer
 * @typedef {import("../../tiers_lieu_mooc/preview/static/table.js").Standard} Standard
 */

/** @type {{standard: Standard, questions: {kind: string, key: Key, answers: Answer[]}[]}} */
const { standard, questions } = JSON.parse(readFileSync(0, "utf8"));
const element = /** @type {Element} */ (/** @type {unknown} */ ({ querySelector: () => null }));
console.log(JSON.stringify(questions.map(rowsOf)));

/**
 * An LMS for each question: it need not keep more than 250 rows.
 *
 * @param {typeof questions[number]} asked
 */
function rowsOf({ kind: name, key, answers }) {
  const { recorder, calls } = recording(standard);
  const kind = KINDS[name];
  const question = /** @type {import("../../tiers_lieu_mooc/learner/js/question.js").Question} */ (
    /** @type {unknown} */ ({ element, kind, key })
  );
  recorder.open();
  const rows = answers.map((answer) => {
    const before = calls.length;
    recorder.setInteractions(null, interactionsOf({ row: -1, question, answer, grade: kind.grade(key, answer), latencyS: 5, at: new Date() }));
    return held(calls.slice(before));
  });
  if (recorder.refusals().length) throw new Error(JSON.stringify(recorder.refusals()));
  return rows;
}

/**
 * The rows that were written, each by the name of its elements in SCORM 1.2.
 *
 * @param {readonly import("../js/runtime/support.js").Call[]} calls
 */
function held(calls) {
  /** @type {{[row: string]: {[field: string]: string}}} */
  const found = {};
  for (const { name, parameters } of calls) {
    const [element = "", value = ""] = parameters;
    const [, row = "", field = ""] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) || [];
    if (name.endsWith("SetValue") && row) {
      const own = (found[row] = found[row] || {});
      own[field.replace("learner_response", "student_response")] = value;
    }
  }
  return Object.values(found);
}
