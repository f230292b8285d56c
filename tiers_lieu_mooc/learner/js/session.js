/** What the parts of the page share during one visit. */

import { interactionsOf, Stopwatch } from "./reporting.js";
import { Store } from "./store.js";
import { Texts } from "./texts.js";

/** @typedef {import("./question.js").Question} Question */

/**
 * Tell whoever listens on the document: `ready` (sections arrived and were made ready), `open` (a
 * section was opened), `change` (the state changed), `text` (a text of the learner's changed).
 *
 * @param {"ready" | "open" | "change" | "text"} what
 */
export function tell(what) {
  document.dispatchEvent(new CustomEvent(`learner:${what}`));
}

/**
 * Do something after the screen shows what the learner did: in the frame after the next, at once
 * where nothing is shown.
 *
 * @param {() => void} act
 */
export function painted(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

/**
 * One call for a burst of them, once the screen shows what happened.
 *
 * @param {() => void} act
 */
export function oncePainted(act) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    painted(() => {
      isDue = false;
      act();
    });
  };
}

export class Session {
  /** @param {import("./report.js").Contents} contents */
  constructor(contents) {
    this.contents = contents;
    this.store = new Store();
    this.stopwatch = new Stopwatch();
    /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder | null} */
    this.recorder = null;
    /** Makes a question ready that a tool has put into the page. @type {(element: Element) => void} */
    this.prepare = () => {};
    /** What this device keeps; null until the learner is known. @type {import("./device.js").Device | null} */
    this.device = null;
    /** As the LMS writes it; "" when unknown. */
    this.learnerName = "";
    /** @type {import("./saving.js").Saving | null} */
    this.saving = null;
    /** What the LMS keeps beside the state, as it was found; characters of the base64url alphabet. */
    this.attached = "";
    /**
     * What the LMS is to keep beside the state, in at most so many characters; "" for nothing. The
     * state comes first: what does not fit is left out whole. Until somebody else takes charge of it,
     * what was found stays. `store.changed(false)` says that there is something new.
     *
     * @type {(room: number) => string}
     */
    this.attachment = () => this.attached;
    /** @type {Texts | null} */
    this.notebook = null;
  }

  /** What learners wrote in their own words; null until the learner is known. */
  get texts() {
    if (this.device && !this.notebook) this.notebook = new Texts(this.device);
    return this.notebook;
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
    // A question that has more parts than in an older package must not write over its neighbour's.
    const isTight = Object.values(this.store.state.questions).some((other) => other.row > row && other.row < row + interactions.length);
    this.store.gain(index, { row: this.recorder.setInteractions(row < 0 || isTight ? null : row, interactions) });
  }
}
