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

import { readPage } from "./asked.js";
import { tablesOf } from "./demands.js";
import { gradebookOf } from "./gradebook.js";
import { showGradebook } from "./gradebook-view.js";
import { showInteractions } from "./interactions.js";
import { Journal } from "./journal.js";
import { RecordTree } from "./record-tree.js";
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
    this.#watch.begin(given);
    this.#tree.begin(given);
  }

  /** @param {Call} call */
  hear(call) {
    const fate = this.#fate;
    this.#fate = "";
    this.#journal.add({ ...call, remarks: this.#watch.look(call, fate) });
  }

  /** @param {Fate} fate  of what the content has just sent */
  receive(fate) {
    this.#fate = fate;
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
