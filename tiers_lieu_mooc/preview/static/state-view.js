/**
 * The saved state in words, and the room that it takes. It is read by the code that writes it.
 *
 * @module
 */

/** @typedef {import('./asked.js').Page} Page */
/** @typedef {import('../../learner/js/state.js').State} State */

import { DONE, WHOLE, decode, indexes } from "../../learner/js/state.js";
import { number, row, the, word } from "./dom.js";

/**
 * @param {string} text   as the content set it
 * @param {number} limit  characters that this LMS takes
 * @param {Page} page
 */
export function showState(text, limit, page) {
  const [packed = "", attached = ""] = text.split(".");
  const state = text ? decode(packed) : null;
  const meter = /** @type {HTMLMeterElement} */ (the("[data-room]"));
  meter.max = limit;
  meter.high = limit * 0.9;
  meter.value = text.length;
  the("[data-room-text]").textContent = word("room", {
    size: number(text.length),
    limit: number(limit),
    percent: number((text.length / limit) * 100),
  });
  const lines = state ? linesOf(state, page, attached) : [];
  the("[data-state-lines] tbody").replaceChildren(...lines.map(row));
  the("[data-state-lines]").hidden = lines.length === 0;
  the("[data-state-empty]").hidden = text !== "";
  the("[data-state-unknown]").hidden = text === "" || state !== null;
  the("[data-state-raw]").textContent = text;
}

/**
 * @param {State} state
 * @param {Page} page
 * @param {string} attached
 * @returns {string[][]}
 */
function linesOf(state, page, attached) {
  const place = state.place.index;
  const titles = new Map([...page.lessons, ...page.quizzes]);
  return [
    [word("state-revision"), number(state.revision)],
    [word("state-place"), place < 0 ? word("state-nowhere") : titled(titles, place)],
    ...indexes(state.lessons).map((index) => [
      word("state-lesson", { title: titled(page.lessons, index) }),
      word(state.lessons[index]?.status === DONE ? "state-done" : "state-opened"),
    ]),
    ...indexes(state.questions).map((index) => questionLine(state, index, page)),
    ...indexes(state.quizzes).map((index) => quizLine(state, index, page)),
    ...indexes(state.sheet).map((index) => [
      word("state-sheet", { section: index }),
      word("state-level", { level: state.sheet[index]?.level || 0 }),
    ]),
    ...(attached ? [[word("state-attached"), word("state-size", { size: number(attached.length) })]] : []),
  ];
}

/**
 * @param {Map<number, string>} titles
 * @param {number} index
 */
const titled = (titles, index) => titles.get(index) || word("state-number", { index });

/**
 * @param {State} state
 * @param {number} index
 * @param {Page} page
 */
function questionLine({ questions }, index, { byIndex }) {
  const record = questions[index];
  const asked = byIndex.get(index);
  const stem = asked ? asked.stem : word("state-number", { index });
  if (!record) return [stem, ""];
  const answer = asked && asked.kind && record.text && asked.kind.unpack(asked.key, record.text);
  const said = asked && asked.kind && answer ? asked.kind.words(asked.element, answer).join(" ; ") : "";
  const parts = [
    said && word("state-answer", { answer: said }),
    record.tries && word("state-tries", { tries: record.tries }),
    record.best >= 0 && word("state-best", { percent: number((record.best / WHOLE) * 100) }),
  ];
  return [word("state-question", { stem }), parts.filter(Boolean).join(" ; ")];
}

/**
 * @param {State} state
 * @param {number} index
 * @param {Page} page
 */
function quizLine({ quizzes }, index, page) {
  const { best = -1, sent = 0, attempt = 0 } = quizzes[index] || {};
  const parts = [
    word("state-attempts", { attempt, sent }),
    best >= 0 && word("state-best", { percent: number(best / 100) }),
  ];
  return [
    word("state-quiz", { title: titled(page.quizzes, index) }),
    parts.filter(Boolean).join(" ; "),
  ];
}
