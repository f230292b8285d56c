/**
 * The page's own words. They stand in the template, never here: the page writes them in hidden
 * `data-word` elements, with `{name}` where a value goes; what a first lesson can do without comes after it.
 */

/** @param {string} name  @param {string} id  of a template */
function elementOf(name, id) {
  const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById(id));
  return template && template.content.querySelector(`[data-word="${name}"]`);
}

/**
 * @param {string} name
 * @param {{[slot: string]: string | number}} [values]
 * @param {string} [from]  id of the template that holds the word
 */
export function word(name, values = {}, from = "words") {
  const element = elementOf(name, from) || elementOf(name, "more-words");
  const text = (element && element.textContent) || "";
  return text.replace(/\{(\w+)\}/g, (place, slot) => String(slot in values ? values[slot] : place));
}

/**
 * A number as French readers write it: a comma, two decimals at most.
 *
 * @param {number} value
 */
export function number(value) {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}

/**
 * One of two words, by number: French keeps the singular up to 1.99.
 *
 * @param {string} name
 * @param {number} count
 * @param {{[slot: string]: string | number}} [values]
 * @param {string} [from]
 */
export function counted(name, count, values = {}, from) {
  return word(count < 2 ? `${name}-one` : `${name}-many`, Object.assign({ count: number(count) }, values), from);
}

/**
 * Write a text where it is not written yet: a live region repeats itself otherwise.
 *
 * @param {Element | null} element
 * @param {string} text
 */
export function say(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
