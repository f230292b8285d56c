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

/**
 * A word that the template holds, with `{name}` where a value goes.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  const text = the(`[data-word="${name}"]`).textContent || "";
  return text.replace(/\{(\w+)\}/g, (place, slot) => String(slot in values ? values[slot] : place));
}

/**
 * A word that the template may lack, such as that of a value which the content made up.
 *
 * @param {string} name
 * @param {string} otherwise
 */
export function wordOr(name, otherwise) {
  const found = document.querySelector(`[data-word="${CSS.escape(name)}"]`);
  return (found && found.textContent) || otherwise;
}

/**
 * A number as French readers write it, two decimals at most.
 *
 * @param {number} value
 */
export const number = (value) => value.toLocaleString("fr", { maximumFractionDigits: 2 });

/**
 * An element with a text.
 *
 * @param {string} name
 * @param {string} [text]
 */
export function made(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
