/** Rows with a list to choose from: matching (appariement) and sorting (classement). */

import { all, gradeParts, packSmall, textOf, unpackSmall } from "../kind.js";

/** @typedef {import("../kind.js").Key} Key */

/** @param {Element} element  @returns {HTMLSelectElement[]} the lists, in the author's order of rows */
function lists(element) {
  const found = /** @type {HTMLSelectElement[]} */ (all(element, "[data-row]"));
  return found.sort((one, other) => Number(one.dataset.row) - Number(other.dataset.row));
}

/** @type {import("../kind.js").Kind} */
export const rows = {
  read(element) {
    const answer = lists(element).map((list) => (list.value === "" ? -1 : Number(list.value)));
    return answer.some((option) => option >= 0) ? answer : null;
  },
  write(element, key, answer) {
    lists(element).forEach((list, row) => {
      list.value = answer && answer[row] !== -1 ? String(answer[row]) : "";
    });
  },
  words(element, answer) {
    return lists(element)
      .filter((_, row) => answer[row] !== -1)
      .map((list) => `${textOf(list.labels && list.labels[0])} → ${textOf(list.selectedOptions[0])}`);
  },
  grade: ({ rows: right = [], scoring }, answer) => gradeParts(right.map((option, row) => answer[row] === option), scoring),
  pack: (key, answer) => packSmall(answer),
  unpack: ({ rows: right = [], options = 0 }, text) => unpackSmall(text, right.length, options),
};
