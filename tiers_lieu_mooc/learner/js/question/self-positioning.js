/** Statements on a scale (positionnement); never graded. */

import { all, packSmall, textOf, ungraded, unpackSmall } from "../kind.js";

/** @param {Element} element */
const statements = (element) => all(element, "[data-statement]");

/** @param {Element} statement  @returns {HTMLInputElement | null} */
const ticked = (statement) => statement.querySelector("input:checked");

/** @type {import("../kind.js").Kind} */
export const selfPositioning = {
  read(element) {
    const answer = statements(element).map((statement) => {
      const box = ticked(statement);
      return box ? Number(box.value) : -1;
    });
    return answer.some((degree) => degree >= 0) ? answer : null;
  },
  write(element, key, answer) {
    statements(element).forEach((statement, row) => {
      for (const box of /** @type {HTMLInputElement[]} */ (all(statement, "input"))) box.checked = answer !== null && Number(box.value) === answer[row];
    });
  },
  words(element) {
    return statements(element)
      .filter(ticked)
      .map((statement) => {
        const box = ticked(statement);
        return `${textOf(statement.querySelector("legend"))} → ${textOf(box && box.labels && box.labels[0])}`;
      });
  },
  grade: ungraded,
  pack: (key, answer) => packSmall(answer),
  unpack: ({ items = 0, options = 0 }, text) => unpackSmall(text, items, options),
};
