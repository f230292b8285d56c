/** Steps to put in order (ordre), moved by buttons. */

import { all, arrange, arrangement, gradeParts, mark, packSmall, textOf, unpackSmall } from "../kind.js";

/** @type {import("../kind.js").Kind} */
export const ordering = {
  // The order that is shown at first is nobody's answer; a first move makes it one.
  read: (element) => (element.hasAttribute("data-moved") ? arrangement(element) : null),
  write(element, key, answer) {
    mark(element, "data-moved", answer !== null);
    if (answer) arrange(element, answer.map(Number));
  },
  words: (element, answer) => answer.map((item) => textOf(element.querySelector(`[data-place="${item}"] [data-step]`))),
  grade({ scoring }, answer) {
    const grade = gradeParts(
      answer.map((item, place) => item === place),
      scoring,
    );
    const neighbours = answer.slice(1).filter((item, place) => item === Number(answer[place]) + 1).length;
    return scoring === "voisins" ? Object.assign(grade, { share: neighbours / (answer.length - 1) }) : grade;
  },
  pack: (key, answer) => packSmall(answer),
  unpack({ items = 0 }, text) {
    const answer = unpackSmall(text, items, items);
    return answer && new Set(answer).size === items && !answer.includes(-1) ? answer : null;
  },
};

/**
 * Move one step by moving its neighbour, so that the pressed button keeps the focus.
 *
 * @param {Element} element
 * @param {HTMLElement} button
 * @returns {{step: string, position: number, total: number}}  what a status line says
 */
export function move(element, button) {
  const item = /** @type {Element} */ (button.closest("[data-place]"));
  const list = /** @type {Element} */ (item.parentNode);
  const down = button.dataset.move === "1";
  const neighbour = down ? item.nextElementSibling : item.previousElementSibling;
  if (neighbour) list.insertBefore(neighbour, down ? item : item.nextElementSibling);
  element.setAttribute("data-moved", "");
  const steps = all(element, "[data-place]");
  return { step: textOf(item.querySelector("[data-step]")), position: steps.indexOf(item) + 1, total: steps.length };
}
