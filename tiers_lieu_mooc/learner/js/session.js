/** What the parts of the page share during one visit. */

import { interactionsOf, Stopwatch } from "./reporting.js";
import { Store } from "./store.js";

/** @typedef {import("./question.js").Question} Question */

export class Session {
  /** @param {import("./report.js").Contents} contents */
  constructor(contents) {
    this.contents = contents;
    this.store = new Store();
    this.stopwatch = new Stopwatch();
    /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder | null} */
    this.recorder = null;
    /** @type {ReturnType<typeof import("./notes.js").notebook>} */
    this.notes = { read: () => "", write: () => null };
  }

  /**
   * @param {Question} question
   * @param {import("./kind.js").Answer} answer
   * @param {import("./kind.js").Grade} grade
   */
  report(question, answer, grade) {
    const { index } = question.key;
    const interactions = interactionsOf(question, answer, grade, this.stopwatch.read(index));
    if (!this.recorder || !interactions.length) return;
    const { row } = this.store.question(index);
    this.store.gain(index, { row: this.recorder.setInteractions(row < 0 ? null : row, interactions) });
  }
}
