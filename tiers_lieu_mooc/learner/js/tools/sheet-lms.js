/**
 * The project sheet's texts beside the state in the LMS: only when the learner asks for it, as many
 * as there is room for, those of the one-page version first.
 */

import { all, first, LONGEST, numberOf, packNumber, Reader, say, tell, textOf, tried, word } from "./borrowed.js";
import { Squeezer } from "./squeeze.js";
import { setPast, take } from "./taking.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../texts.js").Registers} Registers
 */

/** First character of every attachment of this format: its words and characters are the format too. */
const MARK = "A";
/**
 * Section 0 of the state's sheet is the sheet as a whole: whether the LMS keeps its texts. Below the
 * levels of sections, so that nobody who counts those begun need know it.
 */
const WHOLE_SHEET = 0;
const ASKED = -1;
const REFUSED = 0;
/** What this device has told the LMS, by number the stamps: it need not be warned of its own past. */
const SENT = "texts-sent";
const MOST_SENT = 200;

/**
 * @param {Registers} texts
 * @param {readonly number[]} order  the most important first
 * @param {number} room
 * @returns {{text: string, left: number[]}}  `left`: numbers of those that did not fit
 */
export function packSheet(texts, order, room) {
  const squeezer = new Squeezer();
  const left = [];
  let text = MARK;
  for (const index of order.filter((each) => each in texts)) {
    const count = squeezer.phrases.length;
    const packed = squeezer.squeeze(texts[index].text);
    const row = packNumber(index) + packNumber(texts[index].stamp) + packNumber(packed.length) + packed;
    if (text.length + row.length <= room) text += row;
    else {
      squeezer.forget(count);
      left.push(index);
    }
  }
  return { text: text.length > room ? "" : text, left };
}

/**
 * @param {string} text
 * @returns {Registers | null}  null when `packSheet` did not write it
 */
export function unpackSheet(text) {
  if (text.charAt(0) !== MARK) return null;
  const reader = new Reader(text.slice(1));
  const squeezer = new Squeezer();
  /** @type {Registers} */
  const texts = {};
  while (!reader.failed && reader.at < reader.text.length) {
    const [index, stamp] = [reader.number(), reader.number()];
    const expanded = squeezer.expand(reader.chunk());
    if (expanded === null || reader.failed || !stamp) return null;
    texts[index] = { stamp, text: expanded.slice(0, LONGEST) };
  }
  return reader.failed ? null : texts;
}

/** @param {Session} session */
export function keepOnLms(session) {
  const { device, recorder, store, texts } = session;
  if (!recorder || !recorder.isTracked || !device || device.isIdle || !texts) return;
  const isAsked = () => store.level(WHOLE_SHEET) === ASKED;
  const found = unpackSheet(session.attached);
  // What a newer version of the page wrote, under a later mark, is not ours to replace; what an LMS cut is.
  const isForeign = session.attached >= "B";
  let offered = { key: "", text: "", left: /** @type {number[]} */ ([]) };

  const show = () => {
    const panel = first(document, "[data-sheet-lms]");
    if (!panel) return;
    panel.hidden = false;
    const box = /** @type {HTMLInputElement | null} */ (first(panel, "input"));
    if (box) box.checked = isAsked();
    const names = offered.left.map(nameOf).join(", ");
    const told = isAsked() ? (names ? "lms-partly" : "lms-whole") : store.state.sheet[WHOLE_SHEET] ? "lms-off" : "";
    say(first(panel, "[data-sheet-kept]"), told && word(told, { names }, "sheet-words"));
  };

  session.attachment = (room) => {
    if (!isAsked()) return "";
    if (isForeign) return session.attached;
    const key = `${room} ${JSON.stringify(texts.kept)}`;
    if (offered.key !== key) {
      offered = Object.assign({ key }, packSheet(texts.kept, order(), room));
      remember(device, texts.kept);
      // What there was no room for is known only now.
      show();
    }
    return offered.text;
  };

  document.addEventListener("change", ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    if (box.hasAttribute("data-sheet-keep")) store.judge(WHOLE_SHEET, box.checked ? ASKED : REFUSED);
  });
  for (const what of ["ready", "change"]) document.addEventListener(`learner:${what}`, show);
  document.addEventListener("learner:text", () => {
    if (isAsked()) store.changed(false);
  });
  if (found) receive(session, found);
  show();
}

/** Numbers of the fields, those of the one-page version first. */
function order() {
  const root = document.documentElement;
  const short = all(root, "[data-mirror]").map((mirror) => Number(mirror.getAttribute("data-mirror")));
  const others = all(root, "#ma-fiche [data-note]").map(numberOf).filter((index) => !short.includes(index));
  return [...short, ...others];
}

/** @param {number} index */
function nameOf(index) {
  const label = first(document, `#ma-fiche [data-note][data-index="${index}"] label`);
  return word("lms-name", { name: textOf(label) }, "sheet-words");
}

/** Whatever stands there, by number. @param {import("../device.js").Device} device  @returns {{[index: string]: unknown}} */
const sentBy = (device) => Object.assign({}, tried(() => JSON.parse(device.read(SENT))));

/** @param {unknown} sent  of one text  @returns {unknown[]} */
const stampsIn = (sent) => /** @type {unknown[]} */ ([]).concat(sent || []);

/**
 * @param {import("../device.js").Device} device
 * @param {Registers} texts
 */
function remember(device, texts) {
  const sent = sentBy(device);
  for (const [index, { stamp }] of Object.entries(texts)) {
    const stamps = stampsIn(sent[index]).filter((each) => each !== stamp).slice(1 - MOST_SENT);
    sent[index] = stamps.concat(stamp);
  }
  device.write(SENT, JSON.stringify(sent));
}

/**
 * Take in what the LMS kept. An older text that this device never told it comes from another one,
 * which did not know of ours: both stay.
 *
 * @param {Session} session
 * @param {Registers} found
 */
function receive({ device, texts }, found) {
  if (!device || !texts) return;
  take(texts, found);
  const sent = sentBy(device);
  for (const [index, { stamp, text }] of Object.entries(found)) {
    const kept = texts.at(Number(index));
    const isOwn = stampsIn(sent[index]).includes(stamp);
    if (stamp < kept.stamp && !isOwn && text && text !== kept.text && !kept.past) setPast(texts, Number(index), text);
  }
  tell("text");
}
