/**
 * Reported answers: the rows they sit on.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Interaction} Interaction */
/** @typedef {import('./calls.js').Calls} Calls */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { fieldsOf } from "./answered.js";
import { tableOf } from "./calls.js";

/** The Moodle app counts ten where there are more, on resume (LMS-OBSERVED.md). */
const MISCOUNT = 10;

/**
 * @param {Calls} calls
 * @param {unknown} _record
 * @param {Dialect} dialect
 */
export function interactionRows(calls, _record, dialect) {
  const name = "cmi.interactions.";
  /** @type {string[]} identifiers by row, as far as this session knows them */
  const ids = [];
  /** Asked once. @type {ReturnType<typeof tableOf> | undefined} */
  let table;

  function asked() {
    if (table === undefined) table = tableOf(calls, name);
    return table;
  }

  /**
   * @param {number} row
   * @param {string} id
   */
  function mayHold(row, id) {
    const holds = ids[row] || (dialect.isInteractionRead && calls.get(`${name}${row}.id`));
    return !holds || holds === id;
  }

  /**
   * @param {number} row
   * @param {Interaction} interaction
   */
  function write(row, interaction) {
    const id = dialect.identifier(interaction.id);
    // Without its identifier a row does not exist, and the rest would be refused one by one.
    if (!calls.set(`${name}${row}.id`, id)) return false;
    ids[row] = id;
    for (const [field, value] of fieldsOf(dialect, interaction)) {
      const isKept = table && table.has(field.replace(/\..*/, ""));
      if (value && isKept) calls.set(`${name}${row}.${field}`, value);
    }
    return true;
  }

  /**
   * @param {number | null} row
   * @param {readonly Interaction[]} interactions
   * @returns {number | null}
   */
  function put(row, interactions) {
    const known = asked();
    if (!known || !interactions.length) return null;
    // Whether the LMS told how many rows it keeps, in a way that can be trusted.
    const isSure = known.isCounted && known.count !== MISCOUNT;
    // Some LMSs count late.
    const rows = Math.max(known.count, ids.length);
    // A row that an LMS was given in part is no hole either.
    const canReuse =
      row !== null &&
      (row <= rows || !isSure) &&
      // Nothing is asked of rows that are not there.
      interactions.every((each, index) => (row + index >= rows && isSure) || mayHold(row + index, dialect.identifier(each.id)));
    const fill = (/** @type {number} */ first) => interactions.every((each, index) => write(first + index, each));
    if (canReuse && fill(row)) return row;
    return fill(rows) ? rows : null;
  }

  return put;
}
