/** Statements on a scale (positionnement); never graded. */

import { all, packSmall, textOf, unpackSmall } from "../kind.js";

/** @param {Element} form */
const statements = (form) => all(form, "[data-statement]");

/** @param {Element} statement  @returns {HTMLInputElement | null} */
const ticked = (statement) => statement.querySelector("input:checked");

/** @type {import("../kind.js").Kind} */
export const selfPositioning = {
  read(form) {
    const answer = statements(form).map((statement) => {
      const box = ticked(statement);
      return box ? Number(box.value) : -1;
    });
    return answer.some((degree) => degree >= 0) ? answer : null;
  },
  write(form, key, answer) {
    statements(form).forEach((statement, row) => {
      for (const box of /** @type {HTMLInputElement[]} */ (all(statement, "input"))) box.checked = answer !== null && Number(box.value) === answer[row];
    });
  },
  words(form) {
    return statements(form)
      .filter(ticked)
      .map((statement) => {
        const box = ticked(statement);
        return `${textOf(statement.querySelector("legend"))} → ${textOf(box && box.labels && box.labels[0])}`;
      });
  },
  grade: () => ({ share: 0, parts: [], marks: [] }),
  pack: (key, answer) => packSmall(answer),
  unpack: ({ items = 0, options = 0 }, text) => unpackSmall(text, items, options),
  report(key, answer) {
    return answer
      .map((degree, row) => ({ part: row + 1, type: /** @type {const} */ ("likert"), response: String(Number(degree) + 1), patterns: [], result: /** @type {const} */ ("neutral") }))
      .filter((_, row) => answer[row] !== -1);
  },
};
