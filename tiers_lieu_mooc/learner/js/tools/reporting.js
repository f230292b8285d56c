/**
 * Tells the recorder of answers: one interaction, or one for each part. Trainers read them; what the learner
 * did is in the state, and waits for nothing of this. What is handed in while this script is on its way is told
 * once it is there, and what no session told the next one does, since it has no row.
 */

import { rowsOf } from "../../../../scorm_export/runtime/rows.js";
import { all, indexes, numberOf, questionAt, textOf } from "./borrowed.js";
import { hundredths, objectivesOf } from "./objectives.js";
import { responsesTo } from "./responses.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../../../scorm_export/runtime/recorder.js").Interaction} Interaction
 */

/** Enough for a report, and under the 250 characters that 2004 promises for a description. */
const LONGEST_DESCRIPTION = 240;

/** @param {import("../session.js").Told} told  @returns {Interaction[]} */
export function interactionsOf({ question: { element, kind, key }, answer, grade, latencyS, at }) {
  const { id, objectives, points, title } = key;
  const description = textOf(element.querySelector("[data-stem]")).slice(0, LONGEST_DESCRIPTION) || title;
  const responses = responsesTo(kind, key, answer, grade);
  const weighting = hundredths(points / responses.length);
  return responses.map((each) => Object.assign({ weighting, latencyS, objectives, description, at }, each, { id: each.part ? `${id}.${each.part}` : id }));
}

/** @param {Session} session */
export function reportAnswers(session) {
  const { recorder, saving, store, contents } = session;
  if (!recorder) return;
  const rows = rowsOf(recorder);
  session.tellReports = () => tellReports(session, rows);
  session.tellObjectives = () => objectivesOf(store.state, contents).forEach(rows.setObjective);
  session.tellObjectives();
  if (saving && (session.mustRecall || indexes(session.reports).length)) saving.putSoon();
}

/**
 * Tell the recorder of the answers that it has not heard of: those of known rows first, in their order.
 *
 * @param {Session} session
 * @param {import("../../../../scorm_export/runtime/rows.js").Rows} rows
 */
function tellReports(session, rows) {
  // A row that the LMS does not count must not be written over by a new answer.
  if (session.mustRecall) {
    if (document.readyState === "loading") return false;
    reportAll(session);
    session.mustRecall = false;
  }
  let isMoved = false;
  const { reports, store } = session;
  session.reports = {};
  // As unsigned numbers: −1 comes last.
  const known = (/** @type {number} */ index) => reports[index].row >>> 0;
  for (const index of indexes(reports).sort((one, other) => known(one) - known(other) || one - other)) {
    const { row } = reports[index];
    const interactions = interactionsOf(reports[index]);
    const { questions } = store.state;
    // A question must not write over its neighbour's: it may have more parts than in an older package, and two
    // sessions at once may have given the same row to two.
    const isTight = indexes(questions).some((other) => {
      const after = questions[other].row - row;
      return after < interactions.length && (after > 0 || (after === 0 && other < index));
    });
    const first = rows.setInteractions(row < 0 || isTight ? null : row, interactions);
    if (first !== null && first !== row) {
      store.setRow(index, first);
      isMoved = true;
    }
  }
  return isMoved;
}

/**
 * Report the answers that were handed in.
 *
 * @param {Session} session
 */
function reportAll(session) {
  for (const element of all(document, "[data-question]:not([data-quoted])")) {
    const question = questionAt(element);
    const { index } = question.key;
    const { text, checked, epoch } = session.store.question(index);
    // What is never graded is handed in with its quiz.
    const quiz = epoch ? element.closest("[data-quiz]") : null;
    const isSent = quiz && epoch <= session.store.quiz(numberOf(quiz)).sent;
    if (!text || !(checked || isSent) || session.reports[index]) continue;
    const answer = question.kind.unpack(question.key, text);
    if (answer) session.report(question, answer, question.kind.grade(question.key, answer), false);
  }
}
