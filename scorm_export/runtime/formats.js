/**
 * Values as SCORM writes them. All pure; the two editions share what they can.
 *
 * Sources: SCORM 1.2 run-time book, appendix A (CMITimespan, CMITime, CMIDecimal); SCORM 2004
 * run-time book 4.1.1.6 (characterstring, timeinterval, second time). Where Moodle takes less than
 * the book allows, its narrower form is written.
 *
 * @module
 */

/**
 * One line of plain text: line breaks and control characters become blanks.
 *
 * @param {string} text
 * @param {number} limit  characters (UTF-16 units, as LMSs count); no pair is cut in two
 */
export function oneLine(text, limit) {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  return line.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
}

/**
 * A decimal without exponent.
 *
 * @param {number} number
 * @param {number} places  most digits after the point
 * @returns {string} "" for what no LMS need take: more than ten digits before the point (2004's
 *   real(10,7)), infinite, not a number
 */
export function decimal(number, places) {
  const text = String(Number(number.toFixed(places)));
  return /^-?\d{1,10}(\.\d+)?$/.test(text) ? text : "";
}

/**
 * Whole hundredths of a second, never negative. Rounded before it is cut into units, so that
 * 59.999 s is a minute and never "60" seconds.
 *
 * @param {number} seconds
 */
const hundredths = (seconds) => Math.round(Math.max(0, seconds || 0) * 100);

/**
 * `HH:MM:SS.SS`. Moodle takes two-digit hours only, so 100 hours and more are written as the most
 * that fits.
 *
 * @param {number} seconds
 */
export function timespan(seconds) {
  const whole = Math.min(hundredths(seconds), 35_999_999);
  const hours = String(Math.floor(whole / 360_000)).padStart(2, "0");
  return hours + new Date(whole * 10).toISOString().slice(13, 22);
}

/**
 * `PT1H2M3.45S`, always with all three parts, since a bare `PT` is not a duration.
 *
 * @param {number} seconds
 */
export function duration(seconds) {
  const whole = hundredths(Math.min(seconds, 1e9));
  return `PT${Math.floor(whole / 360_000)}H${Math.floor(whole / 6000) % 60}M${(whole % 6000) / 100}S`;
}

/**
 * `YYYY-MM-DDThh:mm:ss`, local time without zone: Moodle refuses the zone of `toISOString()`.
 *
 * @param {Date} at
 * @returns {string} "" when it is no date
 */
export function timestamp(at) {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return Number(local) ? local.toISOString().slice(0, 19) : "";
}

/**
 * `HH:MM:SS`, local time.
 *
 * @param {Date} at
 */
export const clock = (at) => timestamp(at).slice(11);

/**
 * An identifier that Moodle takes wherever 2004 has one.
 *
 * @param {string} id
 */
export const identifier = (id) => id.replace(/[^A-Za-z0-9_.]/g, "_").slice(0, 255);
