/**
 * Searches what the page holds, on the page itself: there is no server to ask. What is looked through
 * is read from the sections when the first search is made, a little at a time.
 */

import { all, counted, first, mark, say, targetOf, textOf, word } from "./borrowed.js";
import { byRank, excerpt, fold, stemsOf, weigh } from "./finding.js";

/**
 * @typedef {{plain: string, element: Element}} Passage
 * @typedef {{title: string, isTerm: boolean, passages: Passage[], element: Element}} Entry
 * @typedef {{entry: Entry, rank: number, passage: Passage | null}} Found
 */

/** Milliseconds of work in one go: a telephone must answer to a finger in between. */
const GO = 8;
const MOST_SHOWN = 40;
const READ = "p, li, td, th, dt, dd, h3, h4, figcaption, blockquote, pre";
/** Answers, corrections and controls are not for reading on: a search must not give them away. */
const UNREAD = ".question, nav, template, .peek, [data-quiz] [data-in], [role=status], [role=alert], [data-search], .contents, .page > .note";

/** @param {() => Iterator<unknown>} work  @param {() => void} then */
function bitByBit(work, then) {
  const steps = work();
  const go = () => {
    const end = performance.now() + GO;
    while (!steps.next().done) {
      if (performance.now() > end) {
        setTimeout(go, 0);
        return;
      }
    }
    then();
  };
  go();
}

/** What is read in an element but not in one of those inside it. @param {Element} element */
function ownText(element) {
  if (!element.querySelector(READ)) return textOf(element);
  const nodes = Array.from(element.childNodes).filter((node) => !(node instanceof Element && (node.matches(READ) || node.querySelector(READ))));
  return nodes
    .map(({ textContent }) => textContent)
    .join(" ")
    .trim();
}

export function makeSearchable() {
  const part = (/** @type {string} */ name) => document.querySelector(`[data-search${name}]`);
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Set<Element>} */
  const read = new Set();
  let asked = "";
  let turn = 0;
  let passages = 0;
  /** @type {Element | null} */
  let shown = null;

  /** @param {Element} section */
  function* reading(section) {
    read.add(section);
    const heading = section.querySelector("h2");
    if (!heading || section.querySelector("[data-search]")) return;
    const entry = { title: fold(textOf(heading)), isTerm: false, passages: /** @type {Passage[]} */ ([]), element: /** @type {Element} */ (section) };
    entries.push(entry);
    let current = entry;
    for (const element of all(section, READ)) {
      const text = element.closest(UNREAD) ? "" : ownText(element);
      if (!text) continue;
      if (element.matches("dt[id]")) {
        current = { title: fold(text), isTerm: true, passages: [], element };
        entries.push(current);
      } else current.passages.push({ plain: fold(text), element });
      yield element;
    }
  }

  function* readAll() {
    for (const section of all(document, "[data-page][data-ready]")) if (!read.has(section)) for (const element of reading(section)) yield element;
  }

  /** @param {Element} element  @returns {string} */
  function idOf(element) {
    if (!element.id) {
      passages += 1;
      element.id = `passage-${passages}`;
    }
    return element.id;
  }

  /** @param {Found} found  @param {string[]} stems */
  function line({ entry, passage }, stems) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const target = passage ? passage.element : entry.element;
    const section = /** @type {Element} */ (target.closest("[data-page]"));
    const title = textOf(entry.isTerm ? entry.element : section.querySelector("h2"));
    link.setAttribute("href", `#${idOf(entry.isTerm ? entry.element : target)}`);
    link.textContent = entry.isTerm ? `${title} – ${textOf(section.querySelector("h2"))}` : title;
    const text = passage ? passage.element : entry.passages.length ? entry.passages[0].element : null;
    if (text) {
      const line = item.appendChild(document.createElement("p"));
      for (const part of excerpt(textOf(text), stems)) {
        line.appendChild(document.createElement(part.isFound ? "mark" : "span")).textContent = part.text;
      }
    }
    return item;
  }

  /** @param {number} count  @param {Element[]} lines */
  function show(count, lines) {
    const list = part("-results");
    const advice = part("-advice");
    if (!list || !advice) return;
    list.textContent = "";
    for (const each of lines) list.appendChild(each);
    mark(advice, "hidden", count > 0);
    say(part("-status"), count ? counted("found", count, { asked }) : word("found-none", { asked }));
  }

  function search() {
    const stems = stemsOf(asked);
    turn += 1;
    const mine = turn;
    /** @type {Found[]} */
    const results = [];
    /** @type {Element[]} */
    const lines = [];
    function* work() {
      for (const element of readAll()) yield element;
      for (const entry of stems.length ? entries : []) {
        const found = turn === mine && weigh(entry, stems);
        if (found) results.push({ entry, rank: found.rank, passage: found.passage });
        yield entry;
      }
      const best = byRank(results, ({ rank }) => rank);
      for (const found of best.slice(0, MOST_SHOWN)) yield lines.push(line(found, stems));
    }
    bitByBit(work, () => {
      if (turn === mine) show(results.length, lines);
    });
  }

  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-search] [data-hand-in]");
    const field = /** @type {HTMLInputElement | null} */ (first(document, "[data-search-field]"));
    if (!button || !field) return;
    asked = field.value.trim();
    if (stemsOf(asked).length) search();
    else say(part("-status"), word("found-empty"));
  });

  // What arrives later is searched too, but not under the finger that is about to follow a result.
  document.addEventListener("learner:ready", () => {
    const list = part("-results");
    if (asked && list && !list.contains(document.activeElement)) search();
  });

  // The passage that a result led to is marked until the learner moves on.
  document.addEventListener("learner:open", () => {
    if (shown) shown.classList.remove("found");
    shown = /^#passage-\d+$/.test(location.hash) ? targetOf(location.hash) : null;
    if (!shown) return;
    shown.classList.add("found");
    for (let around = shown.closest("details"); around; around = around.parentElement && around.parentElement.closest("details")) around.setAttribute("open", "");
  });
}
