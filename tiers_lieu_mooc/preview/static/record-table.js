/**
 * The learner's record as a table, kept up to date row by row.
 *
 * @module
 */

/** @typedef {import('./table.js').CmiRecord} CmiRecord */

import { row, the } from "./dom.js";

/** The elements in order, each with its value. */
export class RecordTable {
  #body = the("[data-record] tbody");
  /** @type {Map<string, HTMLTableRowElement>} */
  #rows = new Map();

  /** @param {CmiRecord} record  all of it */
  show(record) {
    for (const [element, line] of this.#rows) {
      if (record[element] === undefined) {
        line.remove();
        this.#rows.delete(element);
      }
    }
    for (const [element, value] of Object.entries(record)) this.#set(element, value || "");
  }

  /**
   * @param {string} element
   * @param {string} value
   */
  #set(element, value) {
    const known = this.#rows.get(element);
    const cell = known && known.cells[1];
    if (cell) {
      if (cell.textContent !== value) cell.textContent = value;
      return;
    }
    const line = row([element, value]);
    const next = [...this.#rows.keys()].filter((each) => comesAfter(each, element)).sort(byName)[0];
    this.#body.insertBefore(line, (next && this.#rows.get(next)) || null);
    this.#rows.set(element, line);
  }
}

const order = new Intl.Collator("en", { numeric: true });

/**
 * @param {string} one
 * @param {string} other
 */
const byName = (one, other) => order.compare(one, other);

/**
 * @param {string} one
 * @param {string} other
 */
const comesAfter = (one, other) => byName(one, other) > 0;
