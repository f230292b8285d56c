/** One section at a time: opening them, progress. */

import { DONE, OPENED } from "./state.js";
import { textOf } from "./kind.js";
import { painted, tell } from "./session.js";
import { tried } from "./tried.js";
import { counted, say } from "./words.js";

/** @typedef {import("./session.js").Session} Session */

/**
 * The sections that are there, in order. A selector would look at every element of the document, which
 * takes a slow phone a few milliseconds each time.
 */
export function pages() {
  const main = document.getElementById("contenu");
  const children = /** @type {HTMLElement[]} */ (main ? Array.from(main.children) : []);
  return children.filter((child) => child.hasAttribute("data-page"));
}

/** The section that is shown, or null. */
export const openPage = () => pages().find((page) => page.classList.contains("open")) || null;

/** The element that an address ends in, or null. @param {string} hash */
export const targetOf = (hash) => document.getElementById(tried(() => decodeURIComponent(hash.slice(1))) || hash.slice(1));

/** The section that holds an element, or null. @param {Element | null} target */
export const pageAround = (target) => target && /** @type {HTMLElement | null} */ (target.closest("[data-page]"));

/** What the document is called before a section is open. */
let courseTitle = "";

/**
 * Show one section and hide the others.
 *
 * @param {Session} session
 * @param {HTMLElement} page
 */
export function open(session, page) {
  for (const each of pages()) {
    each.classList.toggle("open", each === page);
  }
  // A lesson, a quiz, the question at which a quiz was left, the project sheet.
  const { at, index } = page.dataset;
  if (page.hasAttribute("data-lesson")) session.store.reachLesson(Number(index), OPENED);
  if (index) session.store.moveTo(Number(at || index));
  if (session.recorder) session.recorder.setLocation(page.id);
  courseTitle = courseTitle || document.title;
  document.title = `${textOf(page.querySelector("h2"))} – ${courseTitle}`;
  showProgress(session);
  tell("open");
}

/** Milliseconds after which a section is there as a whole, whatever is painted: its frame may be scrolled out of sight. */
const WHOLE_MS = 200;

/**
 * Lay a section out in two frames: what a screen can hold, then the rest. All of a long lesson takes a
 * slow phone a tenth of a second, which would pass between the learner's press and its effect.
 *
 * @param {Element} page
 */
export function showTopFirst(page) {
  const complete = () => page.classList.remove("opening");
  page.classList.add("opening");
  painted(complete);
  setTimeout(complete, WHOLE_MS);
}

/**
 * Say how many lessons are done.
 *
 * @param {Session} session
 */
export function showProgress({ contents: { lessons }, store }) {
  const total = lessons.length;
  const done = lessons.filter((index) => store.lesson(index) === DONE).length;
  const bar = /** @type {HTMLProgressElement | null} */ (document.querySelector("[data-progress]"));
  if (bar) bar.value = done;
  say(document.querySelector("[data-progress-text]"), counted("progress", done, { total }));
}

/**
 * Where the learner was: the section that holds the kept place, or the first.
 *
 * @param {Session} session
 */
export function keptPage(session) {
  const { index } = session.store.state.place;
  return pageAround(document.querySelector(`[data-page][data-index="${index}"], [data-question][data-index="${index}"]:not([data-quoted])`));
}
