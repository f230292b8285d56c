/**
 * What the simulated LMS gives to a launch, and what it makes of the record when a session ends.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./switches.js').Switches} Switches */

/**
 * @typedef {object} Learner
 * @property {string} id
 * @property {string} first  first name
 * @property {string} last
 */

/** How a designer wants a launch to be; "normal" leaves it to the LMS. @typedef {"normal" | "review" | "browse" | "no-credit"} Mode */

/**
 * What belongs to one session only; the next one finds none of it.
 *
 * @type {readonly string[]}
 */
const PASSING = ["cmi.core.session_time", "cmi.core.exit", "cmi.session_time", "cmi.exit"];

/** @param {Standard} standard */
const coreOf = (standard) => (standard === "scorm12" ? "cmi.core." : "cmi.");

/**
 * What outlives the session that wrote it.
 *
 * @param {CmiRecord} record
 * @returns {Record<string, string>}
 */
export function lasting(record) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [element, value] of Object.entries(record)) {
    if (value !== undefined && !PASSING.includes(element)) kept[element] = value;
  }
  return kept;
}

/** Statuses after which nothing more is expected. */
const FINAL = ["completed", "passed", "failed"];

/**
 * Whether nothing more is expected of an attempt.
 *
 * @param {Standard} standard
 * @param {CmiRecord} kept
 */
export const isOver = (standard, kept) =>
  FINAL.includes(kept[standard === "scorm12" ? "cmi.core.lesson_status" : "cmi.completion_status"] || "");

/**
 * Whether the launch begins anew, with nothing of what is kept.
 *
 * @param {Standard} standard
 * @param {CmiRecord} stored
 * @param {Switches} switches
 */
export function isFresh(standard, stored, { resumesOnlySuspended }) {
  const isSuspended = stored[`${coreOf(standard)}exit`] === "suspend";
  return Object.keys(stored).length === 0 || (resumesOnlySuspended && !isSuspended);
}

/**
 * What the LMS knows when it launches the content.
 *
 * @param {object} launch
 * @param {Standard} launch.standard
 * @param {CmiRecord} launch.stored  as the last session left it; {} for a first launch
 * @param {Learner} launch.learner
 * @param {Switches} launch.switches
 * @param {Mode} [launch.mode]
 * @returns {Record<string, string>}
 */
export function givenTo({ standard, stored, learner, switches, mode = "normal" }) {
  const core = coreOf(standard);
  const isOld = standard === "scorm12";
  const person = isOld ? "student" : "learner";
  const isNew = isFresh(standard, stored, switches);
  const kept = isNew ? {} : lasting(stored);
  const { first, last, id } = learner;
  return {
    [`${core}total_time`]: isOld ? "0000:00:00.00" : "PT0H0M0S",
    [`${core}credit`]: "credit",
    [`${core}${isOld ? "lesson_mode" : "mode"}`]: "normal",
    ...switches.opening,
    ...kept,
    [`${core}${person}_id`]: id,
    [`${core}${person}_name`]:
      switches.nameOrder === "first last" ? `${first} ${last}` : `${last}, ${first}`,
    ...modeOf(standard, kept, switches, mode),
    [`${core}entry`]: isNew ? "ab-initio" : stored[`${core}exit`] === "suspend" ? "resume" : "",
  };
}

/**
 * Mode and credit of a launch: what the designer asks for, or what the LMS makes of a final status.
 *
 * @param {Standard} standard
 * @param {CmiRecord} kept
 * @param {Switches} switches
 * @param {Mode} mode
 */
function modeOf(standard, kept, { reviewsAfterCompletion, opening }, mode) {
  const core = coreOf(standard);
  const isOld = standard === "scorm12";
  const isReview = reviewsAfterCompletion && isOver(standard, kept);
  const asked = mode === "normal" && isReview ? "review" : mode;
  const isCounted = asked === "normal" && opening[`${core}credit`] !== "no-credit";
  return {
    [`${core}${isOld ? "lesson_mode" : "mode"}`]: asked === "no-credit" ? "normal" : asked,
    [`${core}credit`]: isCounted ? "credit" : "no-credit",
  };
}

/**
 * The total time once the session's counts.
 *
 * @param {Standard} standard
 * @param {CmiRecord} record
 * @returns {Record<string, string>}
 */
export function timeAfter(standard, record) {
  const core = coreOf(standard);
  const total = secondsOf(record[`${core}total_time`]) + secondsOf(record[`${core}session_time`]);
  return { [`${core}total_time`]: standard === "scorm12" ? timespan(total) : duration(total) };
}

/**
 * What the LMS itself writes when the content has ended its session.
 *
 * @param {Standard} standard
 * @param {CmiRecord} record
 * @param {Switches} switches
 * @returns {Record<string, string>}
 */
export function afterTheEnd(standard, record, { completesAtEnd, masteryAtEnd, totalTimeAt }) {
  const ended = totalTimeAt === "end" ? timeAfter(standard, record) : {};
  if (standard !== "scorm12") return ended;
  const status = "cmi.core.lesson_status";
  if (completesAtEnd && !record[status]) ended[status] = "completed";
  const [mastery, raw] = [record["cmi.student_data.mastery_score"], record["cmi.core.score.raw"]];
  if (masteryAtEnd && mastery && raw) {
    ended[status] = Number(raw) >= Number(mastery) ? "passed" : "failed";
  }
  return ended;
}

/**
 * @param {string} [text]  a time span of 1.2 or a duration of 2004; months and years, which have no
 *   fixed length, count as 30 and 365 days
 */
export function secondsOf(text = "") {
  const span = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (span) return Number(span[1]) * 3600 + Number(span[2]) * 60 + Number(span[3]);
  const units = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;
  const [, ...parts] = units.exec(text) || [];
  const lengths = [31_536_000, 2_592_000, 86_400, 3600, 60, 1];
  return parts.reduce((sum, part, index) => sum + Number(part || 0) * Number(lengths[index]), 0);
}

/** @param {number} seconds */
function timespan(seconds) {
  const [hours, minutes, rest] = inUnits(seconds);
  return `${String(hours).padStart(4, "0")}:${String(minutes).padStart(2, "0")}:${rest.toFixed(2).padStart(5, "0")}`;
}

/** @param {number} seconds */
function duration(seconds) {
  const [hours, minutes, rest] = inUnits(seconds);
  return `PT${hours}H${minutes}M${rest}S`;
}

/**
 * @param {number} seconds
 * @returns {[number, number, number]} hours, minutes, seconds with hundredths
 */
function inUnits(seconds) {
  const hundredths = Math.round(seconds * 100);
  return [
    Math.floor(hundredths / 360_000),
    Math.floor(hundredths / 6000) % 60,
    (hundredths % 6000) / 100,
  ];
}
