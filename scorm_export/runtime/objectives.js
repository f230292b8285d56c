/**
 * Objectives, found by their identifiers: rows may exist before the session, from the manifest or
 * from an earlier package.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Objective} Objective */
/** @typedef {import('./calls.js').Calls} Calls */

import { tableOf } from "./calls.js";

const TABLE = "cmi.objectives.";

/**
 * @param {Calls} calls
 * @returns {Map<string, number> | null} rows by identifier; null when the LMS keeps none
 */
function readRows(calls) {
  const table = tableOf(calls, TABLE);
  if (!table) return null;
  const rows = new Map();
  for (let row = 0; row < table.count; row += 1) rows.set(calls.get(`${TABLE}${row}.id`), row);
  return rows;
}

/**
 * @param {Calls} calls
 * @param {import('./record.js').LearnerRecord} record
 * @param {import('./dialect.js').Dialect} dialect
 */
export function objectiveRows(calls, record, dialect) {
  /** @type {Map<string, number> | null | undefined} */
  let rows;

  /**
   * @param {Map<string, number>} known
   * @param {string} id
   */
  function append(known, id) {
    const row = known.size;
    if (!calls.set(`${TABLE}${row}.id`, id)) return null;
    known.set(id, row);
    record.begin(`${TABLE}${row}.`);
    return row;
  }

  /** @param {Objective} objective */
  return (objective) => {
    if (rows === undefined) rows = readRows(calls);
    if (!rows) return;
    const id = dialect.identifier(objective.id);
    const found = rows.get(id);
    const row = found === undefined ? append(rows, id) : found;
    if (row !== null) record.report(`${TABLE}${row}.`, objective);
  };
}
