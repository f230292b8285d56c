/** The page of the project sheet: levels, count, earlier versions, file, print. */

import { all, counted, encode, first, focusOn, join, numberOf, say, tell, word } from "./borrowed.js";
import { beside, offerInstead } from "./instead.js";
import { printOnly } from "./printing.js";
import { PROGRESS, kept, known } from "./progress.js";
import { LARGEST, levelsOf, readFile, textIn, writeFile } from "./sheet-file.js";
import { keepOnLms } from "./sheet-lms.js";
import { setPast, take } from "./taking.js";

/** @typedef {import("../session.js").Session} Session */

const WORDS = "sheet-words";
const root = document.documentElement;

/** @param {Session} session */
export function openSheet(session) {
  takeLevels(session);
  keepEarlyLevels(session);
  keepOnLms(session);
  const refresh = () => {
    declare(session);
    show(session);
  };
  for (const what of ["ready", "change", "text"]) document.addEventListener(`learner:${what}`, refresh);
  refresh();
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button) press(session, button);
  });
  document.addEventListener("change", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (!keepLevel(session.store, field) && field.hasAttribute("data-sheet-import")) receive(session, field);
  });
}

/**
 * Levels judged in another package of the course, on this device, count here too.
 *
 * @param {Session} session
 */
function takeLevels(session) {
  learn(session.store, levelsOf(known(session)));
}

/**
 * Levels chosen while this script was on its way.
 *
 * @param {Session} session
 */
function keepEarlyLevels({ store }) {
  for (const box of /** @type {HTMLInputElement[]} */ (all(root, "[data-level] input:checked"))) keepLevel(store, box);
}

/**
 * @param {import("../store.js").Store} store
 * @param {HTMLInputElement} box
 * @returns {boolean}  whether it is a level's
 */
function keepLevel(store, box) {
  const level = box.closest("[data-level]");
  if (level) store.judge(Number(level.getAttribute("data-level")), Number(box.value));
  return level !== null;
}

/**
 * Join work that was done elsewhere; told only if there was something new in it.
 *
 * @param {import("../store.js").Store} store
 * @param {import("../state.js").State} part
 */
function learn(store, part) {
  const before = encode(store.state);
  store.merge(part);
  if (encode(store.state) !== before) store.changed(false);
}

/**
 * A section is begun as soon as something is written there, unless its writer judged otherwise.
 *
 * @param {Session} session
 */
function declare({ store, texts }) {
  for (const level of all(root, "[data-level]")) {
    const number = Number(level.getAttribute("data-level"));
    const section = level.closest(".rubrique");
    const isWritten = section && texts && all(section, "[data-note]").some((holder) => texts.at(numberOf(holder)).text);
    if (isWritten && !store.state.sheet[number]) store.judge(number, 1);
  }
}

/** @param {Session} session */
function show(session) {
  const { store, texts } = session;
  if (!texts) return;
  const levels = all(root, "[data-level]");
  let begun = 0;
  for (const fieldset of levels) {
    const level = store.level(Number(fieldset.getAttribute("data-level")));
    begun += Number(level > 0);
    for (const box of /** @type {HTMLInputElement[]} */ (all(fieldset, "input"))) box.checked = Number(box.value) === level;
  }
  say(first(document, "[data-sheet-count]"), counted("begun", begun, { total: levels.length }, WORDS));
  for (const mirror of all(root, "[data-mirror]")) {
    say(first(mirror, "[data-written]"), texts.at(Number(mirror.getAttribute("data-mirror"))).text);
  }
  for (const holder of all(root, "[data-note], [data-kind=réflexion]")) showPast(holder, texts.at(numberOf(holder)).past);
}

/**
 * Offer, under its field, the text that another one took the place of.
 *
 * @param {Element} holder
 * @param {string} [past]
 */
function showPast(holder, past) {
  let offer = first(holder, "[data-past]");
  if (!past) {
    if (offer) offer.remove();
    return;
  }
  if (!offer) {
    const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("sheet-past"));
    if (!template) return;
    holder.appendChild(template.content.cloneNode(true));
    offer = first(holder, "[data-past]");
  }
  say(offer && first(offer, "[data-slot=text]"), past);
}

/**
 * @param {Session} session
 * @param {HTMLButtonElement} button
 */
function press(session, button) {
  const { dataset } = button;
  if ("sheetDownload" in dataset) download(session, button);
  else if (dataset.sheetPrint) {
    const page = document.getElementById(dataset.sheetPrint);
    if (page) printOnly(page);
    offerFile(button, "print", writeFile(session, new Date()));
  } else if ("pastBack" in dataset || "pastDrop" in dataset) decide(session, button, "pastBack" in dataset);
}

/**
 * Bring an earlier version back, and keep the one that it replaces; or keep it no more.
 *
 * @param {Session} session
 * @param {Element} button
 * @param {boolean} isBack
 */
function decide({ texts }, button, isBack) {
  const holder = button.closest("[data-index]");
  if (!holder || !texts) return;
  const index = numberOf(holder);
  const { stamp, text, past } = texts.at(index);
  if (isBack && past) texts.edit(index, past, stamp);
  setPast(texts, index, isBack ? text : "");
  tell("text");
  // The button may be gone.
  focusOn(first(holder, "textarea"));
}

/** @param {Session} session  @param {Element} button */
function download(session, button) {
  const today = new Date();
  const file = writeFile(session, today);
  const link = document.createElement("a");
  link.href = beside(file);
  link.download = word("file-name", { day: today.toISOString().slice(0, 10) }, WORDS);
  document.body.appendChild(link);
  link.click();
  link.remove();
  offerFile(button, "file", file);
}

/** @param {Element} button  @param {string} name  @param {string} file */
function offerFile(button, name, file) {
  offerInstead(button, name, textIn(file), () => beside(file));
}

/**
 * @param {Session} session
 * @param {HTMLInputElement} input
 */
function receive(session, input) {
  const file = input.files && input.files[0];
  const answer = (/** @type {string} */ text) => say(first(document, "[data-sheet-imported]"), text);
  if (!file) return;
  answer("");
  if (file.size > LARGEST * 2) {
    answer(word("import-huge", {}, WORDS));
    return;
  }
  const reader = new FileReader();
  reader.onerror = () => answer(word("import-damaged", {}, WORDS));
  reader.onload = () => answer(takeFile(session, String(reader.result)));
  reader.readAsText(file);
  input.value = "";
}

/**
 * Join a file to what is here.
 *
 * @param {Session} session
 * @param {string} text
 * @returns {string}  what came of it, in words
 */
function takeFile(session, text) {
  const { contents, device, recorder, store, texts } = session;
  const file = readFile(text, contents.id);
  if (typeof file === "string") return word(`import-${file}`, {}, WORDS);
  if (!texts || !device || !recorder) return "";
  const { taken, older, replaced } = take(texts, file.texts);
  const part = levelsOf(file.progress);
  // Nothing but levels goes into what an LMS is told: a file may come from anywhere, and complete the course of
  // somebody who opened no lesson.
  if (!recorder.isTracked) part.lessons = file.progress.lessons;
  device.write(PROGRESS, encode(join(file.progress, kept(session))));
  learn(store, part);
  tell("text");
  const said = [taken ? counted("taken", taken, {}, WORDS) : word("taken-none", {}, WORDS)];
  if (older) said.push(counted("older", older, {}, WORDS));
  if (replaced) said.push(counted("replaced", replaced, {}, WORDS));
  return said.join(" ");
}
