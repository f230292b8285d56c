/**
 * Finding and making elements, typed.
 *
 * @module
 */

/**
 * The element that the template must have.
 *
 * @param {string} selector
 * @param {ParentNode} [parent]
 * @returns {HTMLElement}
 */
export function the(selector, parent = document) {
  const found = parent.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const all = (selector) =>
  [...document.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);

/**
 * A row of texts, never of markup: what the content says is not trusted.
 *
 * @param {readonly string[]} texts
 */
export function row(texts) {
  const line = document.createElement("tr");
  for (const text of texts) line.insertCell().textContent = text;
  return line;
}

/** @param {string} name  of a word that the template holds */
export const word = (name) => the(`[data-word="${name}"]`).textContent || "";
