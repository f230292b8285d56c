/**
 * What an LMS takes and refuses beyond the standard: its switches, applied to the tables and to calls.
 *
 * @module
 */

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./judge.js').Answer} Answer */
/** @typedef {import('./switches.js').Switches} Switches */

import { addressOf, named } from "./judge.js";
import { startOf } from "./switches.js";
import { forStandard } from "./table.js";

/**
 * The tables as one edition of one LMS has them: its own limits in place of the standard's.
 *
 * @param {Table} table
 * @param {Standard} standard
 * @param {Switches} switches
 * @returns {Table}
 */
export function tablesOf(table, standard, { limits }) {
  const own = forStandard(table, standard);
  const types = { ...own.types };
  const elements = { ...own.elements };
  for (const [element, maxLength] of Object.entries(limits)) {
    const rule = elements[element];
    const type = rule && rule.type;
    if (!rule || !type) continue;
    const name = `${type} of ${element}`;
    types[name] = { ...types[type], maxLength };
    elements[element] = { ...rule, type: name };
  }
  return { ...own, types, elements };
}

/**
 * What this LMS answers where the standard does not count.
 *
 * @param {Switches} switches
 * @param {string} element
 * @param {boolean} isSetting
 * @returns {Answer | null} null: as the standard has it
 */
export function ownAnswer({ refused, unanswered }, element, isSetting) {
  const start = startOf(Object.keys(refused), element);
  if (start) return { fault: "notHere", code: String(refused[start]), value: "" };
  if (!isSetting && startOf(unanswered, element)) return { fault: "none", code: "0", value: "" };
  return null;
}

/**
 * Why this LMS does not answer for a value that nobody has set.
 *
 * @param {Switches} switches
 * @param {CmiRecord} record
 * @param {string} element
 * @returns {Answer | null}
 */
export function unsetRefusal({ refusedUnset }, record, element) {
  const code = refusedUnset[addressOf(element).pattern];
  if (!code || record[element] !== undefined) return null;
  return { fault: "notHere", code, value: "" };
}

/**
 * Why this LMS refuses a value that the standard allows.
 *
 * @param {Switches} switches
 * @param {CmiRecord} record
 * @param {string} element
 * @param {string} value
 * @returns {Answer | null}
 */
export function ownRefusal({ patterns }, record, element, value) {
  const { pattern: name, indexes } = addressOf(element);
  const broken = patterns.find(({ element: wanted, pattern, when }) => {
    if (wanted !== name) return false;
    const other = when && record[named(when.element, indexes)];
    if (when && !when.is.includes(other || "")) return false;
    return !new RegExp(`^(?:${pattern})$`, "u").test(value);
  });
  return broken ? { fault: "ownForm", code: broken.code, value: "" } : null;
}
