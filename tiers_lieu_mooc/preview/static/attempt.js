/**
 * What the simulated LMS gives to a launch, and what it makes of the record when a session ends.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */

/**
 * @typedef {object} Learner
 * @property {string} id
 * @property {string} name  « Nom, Prénom »
 */

/**
 * What belongs to one session only; the next one finds none of it.
 *
 * @type {readonly string[]}
 */
const PASSING = ["cmi.core.session_time", "cmi.core.exit", "cmi.session_time", "cmi.exit"];

/** @param {Standard} standard */
const coreOf = (standard) => (standard === "scorm12" ? "cmi.core." : "cmi.");

/**
 * @param {CmiRecord} record
 * @returns {Record<string, string>}
 */
function lasting(record) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [element, value] of Object.entries(record)) {
    if (value !== undefined && !PASSING.includes(element)) kept[element] = value;
  }
  return kept;
}

/**
 * What the LMS knows when it launches the content.
 *
 * 2004 begins a new attempt, with nothing of the old one, unless the last session ended with exit
 * "suspend" (run-time book 4.2.8); 1.2 gives back what it has (3.4.4).
 *
 * @param {Standard} standard
 * @param {CmiRecord} stored  as the last session left it; {} for a first launch
 * @param {Learner} learner
 * @returns {Record<string, string>}
 */
export function givenTo(standard, stored, learner) {
  const core = coreOf(standard);
  const person = standard === "scorm12" ? "student" : "learner";
  const isSuspended = stored[`${core}exit`] === "suspend";
  const isFresh = Object.keys(stored).length === 0 || (core === "cmi." && !isSuspended);
  const zero = standard === "scorm12" ? "0000:00:00.00" : "PT0H0M0S";
  return {
    [`${core}total_time`]: zero,
    ...(isFresh ? {} : lasting(stored)),
    [`${core}${person}_id`]: learner.id,
    [`${core}${person}_name`]: learner.name,
    [`${core}credit`]: "credit",
    [`${core}${standard === "scorm12" ? "lesson_mode" : "mode"}`]: "normal",
    [`${core}entry`]: isFresh ? "ab-initio" : isSuspended ? "resume" : "",
  };
}

/**
 * The record after the content ended its session: its time counts, and in 1.2 a content that never
 * set a status has completed (run-time book 3.4.4, lesson_status).
 *
 * @param {Standard} standard
 * @param {CmiRecord} record
 * @returns {Record<string, string>}
 */
export function afterTheEnd(standard, record) {
  const core = coreOf(standard);
  const total = secondsOf(record[`${core}total_time`]) + secondsOf(record[`${core}session_time`]);
  /** @type {Record<string, string>} */
  const ended = {
    [`${core}total_time`]: standard === "scorm12" ? timespan(total) : duration(total),
  };
  if (standard === "scorm12" && !record["cmi.core.lesson_status"]) {
    ended["cmi.core.lesson_status"] = "completed";
  }
  return ended;
}

/**
 * @param {string} [text]  a time span of 1.2 or a duration of 2004; months and years, which have no
 *   fixed length, count as 30 and 365 days
 */
function secondsOf(text = "") {
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
