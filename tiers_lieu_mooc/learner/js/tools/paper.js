/**
 * Printing a lesson, a module, everything: what is chosen is marked, the style sheet does the rest.
 * Whatever prints (the menu of the browser too) gets what a pencil needs: blank lists, room for a text. Corrections never stand beside the questions; they are sheets of their own, asked for.
 */

import { all, oncePainted, openPage, pages, say, textOf, word } from "./borrowed.js";
import { offerInstead } from "./instead.js";

/** Letters in a line of a text field on paper, and lines at least. */
const LINE = 70;
const LINES = 6;

/** Milliseconds that pictures may take to arrive before the page is printed without them. */
const PATIENCE = 5000;

const root = document.documentElement;

/** @param {Element} page */
const isInside = (page) => page.matches("[data-lesson], [data-quiz]");

/** @param {"page" | "module" | "all"} what  @returns {Element[]} */
function chosen(what) {
  const sections = pages();
  const current = openPage();
  if (what === "all") {
    const end = sections.findIndex(({ id }) => id === "plan");
    return sections.filter((page, place) => place < end || page.matches("#glossaire, #sources, #a-propos"));
  }
  if (!current || what === "page") return current ? [current] : [];
  let from = sections.indexOf(current);
  while (from > 0 && isInside(sections[from])) from -= 1;
  let to = from + 1;
  while (to < sections.length && isInside(sections[to])) to += 1;
  return sections.slice(from, to);
}

/** Whether the right answer may be known: of a quiz, once it is sent and as far as its result shows it. @param {Element} question */
function isOpenToAll(question) {
  const quiz = /** @type {HTMLElement | null} */ (question.closest("[data-quiz]"));
  const result = quiz && /** @type {HTMLElement | null} */ (quiz.querySelector(".result"));
  return !quiz || Boolean(result && !result.hidden && !(/** @type {HTMLElement} */ (question).hidden));
}

/** @param {Element[]} pages  @param {string} selector */
function within(pages, selector) {
  return pages.reduce((found, page) => found.concat(all(page, selector)), /** @type {Element[]} */ ([]));
}

/** @param {Element[]} pages */
function addCorrections(pages) {
  const template = /** @type {HTMLTemplateElement | null} */ (root.querySelector("template[data-paper-corrections]"));
  const sheet = template && /** @type {Element | null} */ (document.importNode(template.content, true).firstElementChild);
  const main = root.querySelector("main");
  if (!sheet || !main) return;
  for (const question of within(pages, "[data-question]")) {
    const parts = isOpenToAll(question) ? all(question, "[data-corrections] [data-for=solution], [data-corrections] [data-for=explanation]") : [];
    if (!parts.length) continue;
    const title = sheet.appendChild(document.createElement("h3"));
    title.textContent = textOf(question.querySelector("[data-stem]"));
    for (const part of parts) sheet.appendChild(part.cloneNode(true));
  }
  main.appendChild(sheet);
}

/** Take back what a print has changed. */
function restore() {
  root.classList.remove("printing");
  for (const page of all(root, ".printed")) page.classList.remove("printed");
  for (const sheet of all(root, "[data-paper-sheet]")) sheet.remove();
}

/** @param {Element[]} pages  @returns {Promise<unknown>} */
function picturesOf(pages) {
  if (root.classList.contains("light")) return Promise.resolve();
  const arrivals = /** @type {HTMLImageElement[]} */ (within(pages, "img")).map((picture) => {
    picture.setAttribute("loading", "eager");
    return new Promise((arrived) => {
      if (picture.complete) arrived(null);
      picture.onload = picture.onerror = arrived;
    });
  });
  return Promise.race([Promise.all(arrivals), new Promise((late) => setTimeout(late, PATIENCE))]);
}

/** @param {Element} button */
function print(button) {
  restore();
  const pages = chosen(/** @type {"page" | "module" | "all"} */ (button.getAttribute("data-paper-print")));
  for (const page of pages) page.classList.add("printed");
  root.classList.add("printing");
  const wanted = /** @type {HTMLInputElement | null} */ (root.querySelector("[data-paper-answers]"));
  if (wanted && wanted.checked) addCorrections(pages);
  // Beside the frame, the course itself can be printed.
  picturesOf(pages).then(() => {
    window.print();
    offerInstead(button, "print", location.href, () => location.href);
  });
}

/** What puts the screen back as it was after a print. @type {(() => void)[]} */
let undo = [];

/** Give a pencil what it needs, on every page: the style sheet knows which are printed. */
function prepare() {
  leave();
  for (const list of /** @type {HTMLSelectElement[]} */ (all(root, "select"))) {
    if (list.value) continue;
    list.classList.add("blank");
    undo.push(() => list.classList.remove("blank"));
  }
  for (const field of /** @type {HTMLTextAreaElement[]} */ (all(root, "textarea"))) {
    const { rows, value } = field;
    const lines = value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 1);
    field.rows = Math.max(rows, LINES, lines);
    undo.push(() => {
      field.rows = rows;
    });
  }
  for (const details of all(root, "figure details:not([open])")) {
    details.setAttribute("open", "");
    undo.push(() => details.removeAttribute("open"));
  }
}

function leave() {
  for (const each of undo) each();
  undo = [];
}

export function offerPaper() {
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-paper-print]");
    if (button) print(button);
  });
  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", () => {
    leave();
    restore();
  });

  function name() {
    const page = openPage();
    const isLesson = Boolean(page && page.hasAttribute("data-lesson"));
    say(root.querySelector("[data-paper-print=page]"), word(isLesson ? "paper-lesson" : "paper-page"));
    const module = /** @type {HTMLElement | null} */ (root.querySelector("[data-paper-print=module]"));
    if (module) module.hidden = !page || chosen("module").length < 2;
  }
  for (const what of ["ready", "open"]) document.addEventListener(`learner:${what}`, oncePainted(name));
  // Without the event after a print (Safari before 13) the next move puts the page back.
  document.addEventListener("learner:open", () => {
    if (root.classList.contains("printing")) restore();
  });
  name();
}
