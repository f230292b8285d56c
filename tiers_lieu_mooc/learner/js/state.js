/**
 * The learner's state: a join-semilattice, and its form as text.
 *
 * Everything is keyed by permanent index (the line of `published-ids.txt`), so that a state
 * outlives every republication. `join` is commutative, associative and idempotent: two tabs, two
 * devices or a lost commit never lose an answer.
 */

import { Reader, packNumber } from "./base64.js";

/**
 * @typedef {object} LessonRecord
 * @property {number} status  `OPENED` or `DONE`
 *
 * @typedef {object} QuestionRecord
 * @property {number} tries  checks of an inline question, at most `MAX_TRIES`
 * @property {number} best  best share of the points in parts of `WHOLE`; -1: never graded
 * @property {number} row  first row of its interactions in the LMS; -1: none
 * @property {number} epoch  the quiz attempt that the answer belongs to, from 1; 0 outside quizzes
 * @property {number} stamp  the state's revision when the answer was given
 * @property {number} checked  1 when the answer was handed in for correction
 * @property {string} text  the answer, packed by the question's kind; "" for none
 *
 * @typedef {object} QuizRecord
 * @property {number} best  best score in hundredths of a percent; -1: never sent
 * @property {number} sent  the last attempt that was sent, 0: none
 * @property {number} attempt  the attempt that was started last, 0: none
 * @property {number} seed  of that attempt's draw and order
 *
 * @typedef {object} SheetRecord  of a section of the project sheet, by its number; 0: the sheet as a
 *   whole, whose level -1 says that its texts are to be kept by the LMS, too
 * @property {number} stamp  the state's revision when it was judged
 * @property {number} level  as the learner sees it: 0 empty, 1 an idea, 2 precise, 3 precise and checked with somebody
 *
 * @typedef {readonly (readonly [number, number])[]} Ranges  of permanent numbers: first and last, both in it
 *
 * @typedef {object} State
 * @property {number} revision  grows with each change, and when an unproven state is offered again
 * @property {number} seed  of the order of answers outside quizzes; 0: not chosen yet
 * @property {{stamp: number, index: number}} place  where the learner is; index -1: nowhere yet
 * @property {{[index: number]: LessonRecord}} lessons
 * @property {{[index: number]: QuestionRecord}} questions
 * @property {{[index: number]: QuizRecord}} quizzes
 * @property {{[section: number]: SheetRecord}} sheet
 *
 * @typedef {{[field: string]: number | string}} Fields
 */

/** First character of every state of this format; a new format takes the next letter. */
export const VERSION = "B";
/** How many kinds of record the formats hold, the oldest first; all are read for ever. */
const PARTS = { A: 3, B: 4 };
export const OPENED = 1;
export const DONE = 2;
/** All of a question's points. Halves to tenths, twelfths and percents of it are whole numbers. */
export const WHOLE = 25200;
export const MAX_TRIES = 30;
export const MAX_ATTEMPTS = 1022;
/** Rows beyond are not remembered: what they hold is reported anew, after the last (two characters). */
export const MAX_ROW = 1021;
/** Stamps, rows, indexes and seeds stop here (three characters); the laws of `join` hold all the same. */
export const MAX_COUNT = 32766;
/**
 * The revision goes on (five characters): it makes the text of each repetition new, without which
 * Moodle would not send it again (LMS-OBSERVED.md). At a change a second it lasts for a year.
 */
export const MAX_REVISION = 33554431;

/**
 * The fields of each kind of record: of some, the most counts; the others are one register, whose
 * latest value wins, compared field after field. Order and names are the format.
 */
const SHAPES = /** @type {const} */ ([
  { part: "lessons", most: ["status"], latest: [] },
  { part: "questions", most: ["tries", "best", "row"], latest: ["epoch", "stamp", "checked", "text"] },
  { part: "quizzes", most: ["best", "sent"], latest: ["attempt", "seed"] },
  { part: "sheet", most: [], latest: ["stamp", "level"] },
]);

/** @returns {State} */
export function emptyState() {
  return { revision: 0, seed: 0, place: { stamp: 0, index: -1 }, lessons: {}, questions: {}, quizzes: {}, sheet: {} };
}

/** @returns {QuestionRecord} */
export function emptyQuestion() {
  return { tries: 0, best: -1, row: -1, epoch: 0, stamp: 0, checked: 0, text: "" };
}

/** @returns {QuizRecord} */
export function emptyQuiz() {
  return { best: -1, sent: 0, attempt: 0, seed: 0 };
}

/**
 * @param {{[index: number]: unknown}} records
 * @returns {number[]}  ascending: every engine lists numbers so, before all other keys (ECMA-262, 10.1.11)
 */
export function indexes(records) {
  return Object.keys(records).map(Number);
}

/** @param {State} state  @param {typeof SHAPES[number]["part"]} part */
function recordsOf(state, part) {
  return /** @type {{[index: number]: Fields}} */ (/** @type {unknown} */ (state[part]));
}

/**
 * The least state that holds all that both hold.
 *
 * @param {State} one
 * @param {State} other
 * @returns {State}
 */
export function join(one, other) {
  const joined = emptyState();
  joined.revision = Math.max(one.revision, other.revision);
  joined.seed = Math.max(one.seed, other.seed);
  joined.place = later(one.place, other.place, ["stamp", "index"]);
  for (const { part, most, latest } of SHAPES) {
    const records = Object.assign(recordsOf(joined, part), recordsOf(one, part));
    const others = recordsOf(other, part);
    for (const index of indexes(others)) {
      const [mine = others[index], its] = [records[index], others[index]];
      records[index] = Object.assign({}, later(mine, its, latest));
      for (const field of most) records[index][field] = Math.max(Number(mine[field]), Number(its[field]));
    }
  }
  return joined;
}

/**
 * The greater of two records, compared field after field.
 *
 * @template {object} T
 * @param {T} one
 * @param {T} other
 * @param {readonly (keyof T)[]} fields
 */
function later(one, other, fields) {
  for (const field of fields) if (one[field] !== other[field]) return one[field] > other[field] ? one : other;
  return one;
}

/**
 * What of a state is about these indexes: what was retired since leaves room when there is none.
 *
 * @param {State} state
 * @param {Ranges} kept
 * @returns {State}
 */
export function only(state, kept) {
  const part = Object.assign({}, state, { lessons: {}, questions: {}, quizzes: {} });
  for (const name of /** @type {const} */ (["lessons", "questions", "quizzes"])) {
    for (const index of indexes(state[name])) {
      if (kept.some(([first, last]) => first <= index && index <= last)) recordsOf(part, name)[index] = recordsOf(state, name)[index];
    }
  }
  return part;
}

/**
 * Points and tries without the answers behind them, for an LMS that keeps very little.
 *
 * @param {State} state
 * @returns {State}
 */
export function slim(state) {
  const questions = Object.assign({}, state.questions);
  // As nobody's answer: it must not win over another device's.
  for (const index of indexes(questions)) questions[index] = Object.assign({}, questions[index], { epoch: 0, stamp: 0, checked: 0, text: "" });
  return Object.assign({}, state, { questions });
}

/**
 * What a learner would miss, as a text to compare: answers, points, what is done; not where they
 * were, nor how this is kept.
 *
 * @param {State} state
 * @returns {string}
 */
export function work({ lessons, questions, quizzes, sheet }) {
  return JSON.stringify([
    indexes(lessons).filter((index) => lessons[index].status === DONE),
    indexes(questions).map((index) => {
      const { tries, best, epoch, checked, text } = questions[index];
      return tries || best >= 0 || text ? [index, tries, best, epoch, checked, text] : 0;
    }),
    quizzes,
    indexes(sheet).map((section) => [section, sheet[section].level]),
  ]);
}

/**
 * The state as text, at most as long as the compiler's bound for the package.
 *
 * @param {State} state
 * @returns {string}
 */
export function encode(state) {
  const { revision, seed, place } = state;
  let text = VERSION + [revision, seed, place.stamp, place.index + 1].map(packNumber).join("");
  for (const { part, most, latest } of SHAPES) {
    const records = recordsOf(state, part);
    let next = 0;
    text += packNumber(indexes(records).length);
    for (const index of indexes(records)) {
      text += packNumber(index - next);
      for (const field of [...most, ...latest]) text += packField(records[index][field]);
      next = index + 1;
    }
  }
  return text;
}

/** @param {number | string} value  -1 or more, or characters of the alphabet */
function packField(value) {
  return typeof value === "number" ? packNumber(value + 1) : packNumber(value.length) + value;
}

/**
 * Read a state; anything that is not one gives null, whatever it is.
 *
 * @param {string} text
 * @returns {State | null}
 */
export function decode(text) {
  // With no other character in it: what is joined from here and there must stay a text of this format.
  if (!/^[AB][\w-]*$/.test(text)) return null;
  const reader = new Reader(text.slice(1));
  const state = emptyState();
  state.revision = reader.number();
  state.seed = reader.number();
  state.place = { stamp: reader.number(), index: reader.number() - 1 };
  for (const { part, most, latest } of SHAPES.slice(0, PARTS[/** @type {"A" | "B"} */ (text[0])])) {
    const records = recordsOf(state, part);
    let next = 0;
    for (let left = reader.number(); left > 0 && !reader.failed; left -= 1) {
      next += reader.number();
      /** @type {Fields} */
      const record = {};
      for (const field of [...most, ...latest]) record[field] = field === "text" ? reader.chunk() : reader.number() - 1;
      records[next] = record;
      next += 1;
    }
  }
  return reader.failed || reader.at !== text.length - 1 ? null : state;
}
