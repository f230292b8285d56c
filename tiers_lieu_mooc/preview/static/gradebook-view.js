/**
 * What this LMS would show to a trainer, in words.
 *
 * @module
 */

/** @typedef {import('./gradebook.js').Gradebook} Gradebook */

import { number, row, the, word, wordOr } from "./dom.js";
import { timeText } from "./interactions.js";

/** @param {Gradebook} book */
export function showGradebook(book) {
  const { status, success, grade, isProgress, isDone, time, objectives } = book;
  const shown = grade === null ? word("grade-none") : word("grade-of", { grade: number(grade) });
  const lines = [
    [word("grade-status"), statusText(status)],
    ...(success ? [[word("grade-success"), statusText(success)]] : []),
    [word(isProgress ? "grade-progress" : "grade-grade"), shown],
    ...(isDone === null ? [] : [[word("grade-done"), word(isDone ? "done" : "not-done")]]),
    [word("grade-time"), timeText(time) || word("grade-none")],
    [word("grade-answers"), answersText(book)],
    ...objectives.map(({ id, score, status: reached }) => [
      word("grade-objective", { id }),
      [score, reached && statusText(reached)].filter(Boolean).join(" ; ") || word("grade-none"),
    ]),
  ];
  the("[data-gradebook] tbody").replaceChildren(...lines.map(row));
}

/** @param {string} status */
const statusText = (status) => wordOr(`status-${status || "none"}`, status);

/** @param {Gradebook} book */
function answersText({ interactions, rows }) {
  if (interactions === "none") return word("answers-none");
  if (interactions === "empty row") return word("answers-empty", { count: rows });
  return word("answers-rows", { count: rows });
}
