/**
 * The project sheet as one file: a page that people read and print anywhere, with what it was made
 * from inside, so that it can be taken up again here or on another device.
 */

import { all, decode, emptyState, first, numberOf, registersOf, textOf, tried, word } from "./borrowed.js";
import { PROGRESS, keepProgress } from "./progress.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../state.js").State} State
 *
 * @typedef {object} SheetFile
 * @property {import("../texts.js").Registers} texts
 * @property {State} progress  of the whole course, as far as it was known where the file was made
 *
 * @typedef {"foreign" | "newer" | "damaged" | "huge"} Fault
 */

const FORMAT = "fiche-projet";
const VERSION = 1;
/** Characters; the fields of a course hold far less. */
export const LARGEST = 2000000;
/** From the mark of the element on. What a learner wrote may hold the mark, too: the last is ours. */
const DATA = /^[^>]*>([^<]*)/;
const HEAD =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<style>body{max-width:42rem;margin:1rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}.t{white-space:pre-wrap;border-left:3px solid #777;padding-left:.8em}h2,h3{break-after:avoid}</style>";

/**
 * Levels of the sheet's sections, and nothing else.
 *
 * @param {State} state
 * @returns {State}
 */
export function levelsOf({ revision, sheet }) {
  const part = Object.assign(emptyState(), { revision, sheet: Object.assign({}, sheet) });
  delete part.sheet[0]; // whether the LMS keeps the texts is asked package by package
  return part;
}

/**
 * The data as it stands in the file.
 *
 * @param {Session} session
 */
function dataOf(session) {
  const { contents, device, texts } = session;
  /** @type {{[index: string]: [number, string]}} */
  const rows = {};
  for (const [index, { stamp, text }] of Object.entries(texts ? texts.kept : {})) rows[index] = [stamp, text];
  keepProgress(session);
  const progress = device ? device.read(PROGRESS) : "";
  // No « < »: nothing in a text can end the element that holds it.
  return JSON.stringify({ format: FORMAT, version: VERSION, course: contents.id, texts: rows, progress }).replace(/</g, "\\u003c");
}

/**
 * @param {string} text  of a file, whatever it is
 * @param {string} course
 * @returns {SheetFile | Fault}
 */
export function readFile(text, course) {
  if (text.length > LARGEST) return "huge";
  /** @returns {SheetFile | Fault | null} */
  const read = () => {
    const data = JSON.parse(/** @type {RegExpExecArray} */ (DATA.exec(text.slice(text.lastIndexOf('id="fiche-donnees"'))))[1]);
    if (data.format !== FORMAT || !(data.version >= 1)) return null;
    if (data.version > VERSION) return "newer";
    if (data.course !== course) return "foreign";
    const progress = decode(String(data.progress));
    return progress && { texts: registersOf(data.texts), progress };
  };
  return tried(read) || "damaged";
}

/**
 * The whole file.
 *
 * @param {Session} session
 * @param {Date} today
 * @returns {string}
 */
export function writeFile(session, today) {
  const said = (/** @type {string} */ name, values = {}) => word(name, values, "sheet-words");
  const sheet = textOf(first(document, "#ma-fiche h2"));
  const title = said("file-title", { sheet, course: textOf(first(document, "h1")) });
  const page = document.implementation.createHTMLDocument(title);
  const add = (/** @type {string} */ tag, /** @type {string} */ text) => {
    const element = page.body.appendChild(page.createElement(tag));
    element.textContent = text;
    return element;
  };
  page.head.insertAdjacentHTML("afterbegin", HEAD);
  page.documentElement.lang = document.documentElement.lang;
  add("h1", title);
  add("p", said("file-note", { sheet, day: today.toLocaleDateString("fr-FR") })).className = "n";
  const write = (/** @type {string} */ label, /** @type {Element} */ holder) => {
    add("h3", label);
    const text = session.texts ? session.texts.at(numberOf(holder)).text : "";
    add("p", text || said("file-empty")).className = "t";
  };
  for (const section of all(document, ".rubrique")) {
    add("h2", textOf(first(section, "h3")));
    for (const holder of all(section, "[data-note]")) write(textOf(first(holder, "label")), holder);
  }
  const isWritten = (/** @type {Element} */ holder) => session.texts && session.texts.at(numberOf(holder)).text;
  const others = all(document, "[data-kind=réflexion]").filter(isWritten);
  if (others.length) add("h2", said("file-others"));
  for (const holder of others) write(textOf(first(holder, "[data-stem]")), holder);
  const data = add("script", dataOf(session));
  data.setAttribute("type", "application/json");
  data.id = "fiche-donnees";
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`;
}

/**
 * What people wrote, as they read it in a file.
 *
 * @param {string} file
 */
export function textIn(file) {
  const { body } = new DOMParser().parseFromString(file, "text/html");
  return all(body, ":scope > :not(script):not(.n)").map(({ textContent }) => textContent).join("\n\n");
}

