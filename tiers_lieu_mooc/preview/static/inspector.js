/**
 * Everything that the page shows of a session beside the package itself.
 *
 * @module
 */

/** @typedef {import('./lms.js').Call} Call */
/** @typedef {import('./switches.js').Switches} Switches */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./vault.js').Fate} Fate */
/** @typedef {import('./vault.js').Message} Message */

import { readPage } from "./asked.js";
import { tablesOf } from "./demands.js";
import { row, the } from "./dom.js";
import { gradebookOf } from "./gradebook.js";
import { showGradebook } from "./gradebook-view.js";
import { showInteractions } from "./interactions.js";
import { Journal } from "./journal.js";
import { RecordTree } from "./record-tree.js";
import { shippedOf } from "./shipped.js";
import { showState } from "./state-view.js";
import { DEFAULTS } from "./switches.js";
import { Watch } from "./watch.js";

const STATE = "cmi.suspend_data";

export class Inspector {
  #about;
  #journal;
  #tree = new RecordTree();
  #watch;
  /** @type {Switches} */
  #switches = DEFAULTS;
  /** Of what the call under way has sent. @type {Fate | ""} */
  #fate = "";
  /** Messages of the session that were lost after the content had been told that all is well. */
  #dropped = 0;

  /**
   * @param {object} about
   * @param {Standard} about.standard
   * @param {Table} about.rules
   * @param {HTMLIFrameElement} about.frame
   * @param {string} about.name  of the package
   */
  constructor(about) {
    this.#about = about;
    this.#journal = new Journal(about.name);
    this.#watch = new Watch((element) => this.#limitOf(element, DEFAULTS));
  }

  /**
   * A session begins.
   *
   * @param {CmiRecord} given
   * @param {Switches} switches
   */
  begin(given, switches) {
    this.#switches = switches;
    this.#drop(0);
    this.#watch.begin(given);
    this.#tree.begin(given);
  }

  /** @param {Call} call */
  hear(call) {
    const fate = this.#fate;
    this.#fate = "";
    this.#journal.add({ ...call, remarks: this.#watch.look(call, fate) });
  }

  /** @param {Message} message  that the content has just sent */
  receive({ fate, isLate }) {
    if (!isLate) this.#fate = fate;
    else if (fate !== "kept") this.#drop(this.#dropped + 1);
  }

  /** @param {number} count */
  #drop(count) {
    this.#dropped = count;
    the("[data-dropped]").hidden = count === 0;
    the("[data-dropped-count]").textContent = String(count);
  }

  calls() {
    return this.#journal.calls();
  }

  /**
   * @param {CmiRecord} record
   * @param {CmiRecord} kept
   */
  show(record, kept) {
    const { frame, standard } = this.#about;
    const page = readPage(frame.contentDocument);
    this.#tree.show(record, kept);
    showInteractions(record, page);
    showState(record[STATE] || "", this.#limitOf(STATE, this.#switches), page);
    showGradebook(gradebookOf(standard, kept, this.#switches));
    this.#showShipped(kept);
  }

  /** @param {CmiRecord} kept */
  #showShipped(kept) {
    the("[data-shipped]").hidden = !this.#switches.shipsStorage;
    const lines = Object.entries(shippedOf(kept)).map(row);
    the("[data-none-shipped]").hidden = lines.length > 0;
    the("[data-shipped-table]").hidden = lines.length === 0;
    the("[data-shipped-table] tbody").replaceChildren(...lines);
  }

  /**
   * @param {string} element
   * @param {Switches} switches
   * @returns {number} characters that the element takes
   */
  #limitOf(element, switches) {
    const { rules, standard } = this.#about;
    const { elements, types } = tablesOf(rules, standard, switches);
    const name = element.replace(/\.\d+(?=\.)/g, ".n");
    const rule = Object.hasOwn(elements, name) ? elements[name] : undefined;
    const type = rule && rule.type ? types[rule.type] : undefined;
    return (type && type.maxLength) || Infinity;
  }
}
