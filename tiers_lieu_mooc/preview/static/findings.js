/**
 * Why the package that is shown is an old one: what was found in the sources, where, and the way
 * there.
 *
 * @module
 */

/**
 * @typedef {object} Finding
 * @property {string} place
 * @property {string} severity
 * @property {string} message  code stands between backquotes
 * @property {string} mend
 * @property {string} code
 * @property {string} page
 * @property {{number: number, text: string, is_place: boolean}[]} excerpt
 * @property {string} editor
 */

import { the } from "./dom.js";

/** Show what keeps the package from being built anew, or that nothing does. */
export async function showFindings() {
  const list = the("[data-findings]");
  const answer = await fetch("/api/constats");
  if (!answer.ok) return;
  const { trouble, findings } = await answer.json();
  const reason = the("[data-trouble]");
  reason.hidden = !trouble;
  reason.textContent = trouble;
  list.replaceChildren(...findings.map(line));
}

/** @param {Finding} finding */
function line(finding) {
  const template = /** @type {HTMLTemplateElement} */ (the("[data-finding]"));
  const made = /** @type {HTMLElement} */ (
    document.importNode(template.content, true).firstElementChild
  );
  /** @param {string} name */
  const slot = (name) => the(`[data-slot=${name}]`, made);
  slot("place").textContent = finding.place;
  slot("severity").textContent = finding.severity;
  slot("code").textContent = finding.code;
  slot("message").append(...withCode(finding.message));
  slot("mend").append(...withCode(finding.mend));
  slot("mend").hidden = !finding.mend;
  slot("excerpt").append(...finding.excerpt.map(sourceLine));
  slot("excerpt").hidden = finding.excerpt.length === 0;
  const editor = /** @type {HTMLAnchorElement} */ (slot("editor"));
  const page = /** @type {HTMLAnchorElement} */ (slot("page"));
  if (finding.page) page.href = finding.page;
  if (finding.editor) editor.href = finding.editor;
  else editor.remove();
  return made;
}

/** @param {{number: number, text: string, is_place: boolean}} source */
function sourceLine({ number, text, is_place: isPlace }) {
  const made = document.createElement(isPlace ? "mark" : "span");
  made.textContent = `${String(number).padStart(4)}  ${text}\n`;
  return made;
}

/**
 * @param {string} sentence
 * @returns {Node[]}
 */
function withCode(sentence) {
  return sentence.split("`").map((part, place) => {
    if (place % 2 === 0) return document.createTextNode(part);
    const made = document.createElement("code");
    made.textContent = part;
    return made;
  });
}
