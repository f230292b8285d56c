/**
 * Starts the learner's page. The script is `async` and the page may still be arriving: everything
 * works by events on the document and by making sections ready as they come.
 */

import { findRecorder } from "../../../scorm_export/runtime/launch.js";
import { equip } from "./equip.js";
import { keepSaved } from "./keeping.js";
import { all, first } from "./kind.js";
import { keepNotes, settleNotes, showNotes } from "./notes.js";
import { keptPage, open, openPage, pageAround, pages, showProgress, showTopFirst, targetOf } from "./pages.js";
import { change, check, edit, prepare, renew } from "./practice.js";
import { lackOf, questionAt } from "./question.js";
import { move } from "./question/ordering.js";
import { focusOn, quizIn } from "./quiz.js";
import { readOn } from "./reading-place.js";
import { Session, tell } from "./session.js";
import { lent } from "./shared.js";
import { DONE } from "./state.js";
import { say, word } from "./words.js";

const root = document.documentElement;
// What the package holds stands with the script: before it, a long line would push the page's encoding
// out of the first kilobyte, where browsers look for it.
const session = new Session(JSON.parse(/** @type {HTMLElement} */ (document.currentScript).dataset.package || "{}"));
session.prepare = (element) => prepare(session, element);
session.refresh = refresh;
/** @type {Map<Element, import("./quiz.js").Quiz>} */
const quizzes = new Map();
let isRestored = false;
/** Links by the address they were followed from. @type {{[hash: string]: Element}} */
const followed = {};
/** A link that was followed before its place arrived. @type {Element | null} */
let awaited = null;
/** Questions handed in before the recorder was found. @type {Element[]} */
const waiting = [];
/** The question that is being typed in: `change` comes only when its field is left. @type {Element | null} */
let typing = null;
/** Where Enter was pressed last. @type {EventTarget | null} */
let entered = null;
/** Sections wait to be made ready. */
let isDue = false;
/** Sections were made ready, and nobody was told. */
let hasNews = false;
/** Milliseconds after which the rest waits for another task; a section takes a few on an old phone. */
const SLICE_MS = 20;

root.classList.add("js");
// The second style sheet has been on its way without holding the first lesson up (css/more.css).
/** @type {HTMLLinkElement} */ (document.querySelector("link[media=print]")).media = "all";
// Asked for by the page, the second script would share a poor line with this one: answers would wait for both.
document.head.appendChild(document.createElement("script")).src = "tools.js";
keepNotes(session);

/** @param {Element} section */
const isArriving = (section) => !section.nextElementSibling && document.readyState === "loading";

/**
 * Make a section ready, once, as soon as all of it is there.
 *
 * @param {Element | null} section
 * @returns {boolean}  whether it is
 */
function bring(section) {
  if (!section || !session.saving || isArriving(section)) return false;
  if (section.hasAttribute("data-ready")) return true;
  section.setAttribute("data-ready", "");
  hasNews = true;
  if (section.hasAttribute("data-quiz")) quizzes.set(section, quizIn(session, /** @type {HTMLElement} */ (section)));
  else for (const question of all(section, "[data-question]")) prepare(session, question);
  showNotes(session, section);
  return true;
}

/** Make ready what has arrived since the last time: what is looked at first, the rest bit by bit. */
function makeReady() {
  isDue = false;
  if (!session.saving) return;
  session.saving.tell();
  restorePlace();
  bring(openPage());
  const page = awaited && pageAround(targetOf(awaited.getAttribute("href") || ""));
  if (awaited && bring(page)) follow(awaited);
  const until = Date.now() + SLICE_MS;
  const left = pages().filter((section) => !section.hasAttribute("data-ready") && !isArriving(section));
  if (left.some((section) => bring(section) && Date.now() > until)) {
    makeReadySoon();
    return;
  }
  if (!hasNews) return;
  hasNews = false;
  // A quiz under way says which of its questions is next, when the kept one was retired.
  restorePlace();
  showProgress(session);
  tell("ready");
}

/** In a task of its own: between two, the page answers its reader. */
function makeReadySoon() {
  if (!isDue) setTimeout(makeReady);
  isDue = true;
}

/** Go back to where the learner was, once that has arrived, unless an address says otherwise. */
function restorePlace() {
  if (isRestored) return;
  const target = targetOf(location.hash);
  const page = pageAround(target) || keptPage(session);
  if (page && bring(page)) {
    isRestored = true;
    open(session, page);
    if (!target || target === page) readOn(session, page);
  } else if (document.readyState !== "loading" && pages().every((section) => section.hasAttribute("data-ready"))) isRestored = true;
}

/** Before anything is known, and whenever nothing is open, the address says which section is, or the first. */
function openFirst() {
  if (openPage()) return;
  const page = pageAround(targetOf(location.hash)) || pages()[0];
  if (page) page.classList.add("open");
}

/** @param {Element | null} link  to follow again as soon as its page is there */
function expectPage(link) {
  awaited = link;
  say(document.querySelector("[data-awaited]"), link ? word("awaited") : "");
}

/**
 * Show a section, from its top or at one of its parts: a term, a source, a note.
 *
 * @param {HTMLElement} page
 * @param {Element} part  the section itself, or what to look at in it
 */
function visit(page, part) {
  isRestored = true;
  expectPage(null);
  bring(page);
  if (part === page) showTopFirst(page);
  open(session, page);
  if (part === page) {
    window.scrollTo(0, 0);
    focusOn(page.querySelector("h2"));
    return;
  }
  if (!part.hasAttribute("href")) part.setAttribute("tabindex", "-1");
  part.scrollIntoView();
  focusOn(part);
}

/**
 * Follow a link to another place of the page. Going back leads to the link again.
 *
 * @param {Element} link
 */
function follow(link) {
  const address = link.getAttribute("href") || "";
  const target = targetOf(address);
  const page = pageAround(target);
  if (!target && document.readyState === "loading") {
    expectPage(link);
    return;
  }
  if (!page || !target) {
    focusOn(target);
    return;
  }
  // The address names no place yet when the package has just been opened: going back needs one.
  const here = openPage();
  if (!location.hash && here) history.replaceState(null, "", `#${here.id}`);
  if (address !== location.hash) {
    followed[location.hash] = link;
    // Not left to the browser, which drops the focus when an address ends in what cannot have it.
    history.pushState(null, "", address);
  }
  visit(page, target);
}

function arrive() {
  const target = targetOf(location.hash);
  const page = pageAround(target);
  const link = followed[location.hash];
  if (page && target) visit(page, link && page.contains(link) ? link : target);
}

/**
 * A lesson is done when its reader says so, and not before its required questions are answered.
 *
 * @param {Element} link
 */
function finish(link) {
  const page = /** @type {HTMLElement | null} */ (link.closest("[data-lesson]"));
  if (!page) return true;
  const missing = all(page, "[data-question][data-required]").find((element) => {
    const question = questionAt(element);
    return lackOf(question, question.kind.read(element, question.key));
  });
  const alert = page.querySelector("[data-page-alert]");
  say(alert, missing ? word("required-missing") : "");
  if (missing) {
    focusOn(missing.querySelector("input, select, textarea, button"));
    return false;
  }
  session.store.reachLesson(Number(page.dataset.index), DONE);
  return true;
}

/** @param {HTMLElement} button  inside a quiz */
function steer(button) {
  const quiz = quizAround(button);
  if (!quiz) return;
  const { dataset } = button;
  if ("quizStart" in dataset || "quizAgain" in dataset) quiz.start();
  else if ("quizReview" in dataset) quiz.review();
  else if ("quizSend" in dataset) quiz.send();
  else if (dataset.quizEdit) quiz.edit(Number(dataset.quizEdit));
  else quiz.turn("quizNext" in dataset ? 1 : -1);
}

/** @param {Element} element  a quoted question is nobody's but the learner's, wherever it stands */
function quizAround(element) {
  return quizzes.get(/** @type {Element} */ (element.closest("[data-quoted], [data-quiz]")));
}

/** @param {Element} element  a question whose answer changed */
function changed(element) {
  typing = null;
  const quiz = quizAround(element);
  if (quiz) quiz.change(questionAt(element));
  else change(session, element);
}

/** Take what is being typed for an answer: the page may be about to go. */
function settle() {
  if (typing) changed(typing);
  settleNotes(session);
}

document.addEventListener("input", (event) => {
  typing = /** @type {Element} */ (event.target).closest("[data-question]");
  if (typing) edit(questionAt(typing));
});

document.addEventListener("click", (event) => {
  // A browser whose window has no focus tells of no change.
  settle();
  const target = /** @type {Element} */ (event.target);
  const link = target.closest("a[href^='#']");
  const button = target.closest("button");
  const question = button && button.closest("[data-question]");
  if (link) {
    event.preventDefault();
    session.store.together(() => {
      if (!link.hasAttribute("data-done") || finish(link)) follow(link);
    });
  } else if (question && button.dataset.move) {
    say(question.querySelector("[data-moved-status]"), word("moved", move(question, button)));
    changed(question);
  } else if (button && button.hasAttribute("data-back")) history.back();
  else if (question && button.hasAttribute("data-hand-in")) handOver(question);
  else if (button && button.closest("[data-quiz]") && button.type === "button") steer(button);
});

document.addEventListener("change", (event) => {
  const question = /** @type {Element} */ (event.target).closest("[data-question]");
  if (question) changed(question);
});

/** @param {Element} question */
function handOver(question) {
  const quiz = quizAround(question);
  if (quiz) quiz.check(questionAt(question));
  else if (session.saving) check(session, question);
  else waiting.push(question);
}

// Enter in a field stands for the button that hands in what is in it. When the key is let go, the browser
// has told of the change; a key that was pressed elsewhere means something else.
document.addEventListener("keydown", ({ key, target }) => {
  entered = key === "Enter" ? target : null;
});

document.addEventListener("keyup", ({ key, target }) => {
  if (key !== "Enter" || target !== entered || !(target instanceof HTMLInputElement)) return;
  const around = target.closest("[data-question], [data-search], [data-attestation-form]");
  const button = around && first(around, "[data-hand-in]");
  if (button) button.click();
});

// There is a single form, and nothing is sent with it.
document.addEventListener("submit", (event) => event.preventDefault());

document.addEventListener("learner:change", () => showProgress(session));

window.addEventListener("hashchange", arrive);

// A page that comes back from the back/forward cache has ended its session: begin a new one, with the LMS's
// page, which may refuse a second beginning.
window.addEventListener("pageshow", (event) => {
  // In a task of its own: Firefox brings the page around this one back after it, and until then does not
  // take it to another address.
  if (event.persisted) setTimeout(() => (session.recorder && session.recorder.relaunch()) || location.reload());
});

/**
 * Show the state as it is now, since other work was joined to it.
 *
 * @param {boolean} isElsewhere  whether to go to where the learner was in that work
 */
function refresh(isElsewhere) {
  settle();
  for (const page of all(root, "[data-ready]")) page.removeAttribute("data-ready");
  for (const element of all(root, "[data-page]:not([data-quiz]) [data-question]:not([data-quoted])")) renew(element);
  isRestored = !isElsewhere;
  makeReady();
}

openFirst();
// Laid out by itself: the sections that have just been hidden do not count as moved when one is opened.
setTimeout(() => root.offsetHeight);
const arrivals = new MutationObserver(() => {
  openFirst();
  makeReadySoon();
});
if (document.readyState === "loading") {
  arrivals.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    arrivals.disconnect();
    openFirst();
    makeReadySoon();
    // Chromium then looks for the address's place once more, and drops the focus.
    const held = document.activeElement;
    window.addEventListener("load", () => {
      if (document.activeElement === document.body) focusOn(held);
    });
  });
}

/** @param {import("../../../scorm_export/runtime/recorder.js").Recorder} recorder */
function begin(recorder) {
  session.recorder = recorder;
  keepSaved(session, settle).then(() => {
    makeReady();
    for (const question of waiting) check(session, question);
    equip(session, { lent });
  });
}

// Not in the task that read this script and laid the page out: an LMS takes its time to answer. Until
// it was asked once, nobody is shown a section that they are then taken away from.
if (!performance.getEntriesByType("paint").length) root.classList.add("waiting");

/**
 * Each kind of package has a script of its own, with one edition of the standard in it.
 *
 * @param {import("../../../scorm_export/runtime/dialect.js").Dialect} dialect
 */
export function start(dialect) {
  setTimeout(() => findRecorder(dialect, window).then(begin));
  setTimeout(() => root.classList.remove("waiting"));
}
