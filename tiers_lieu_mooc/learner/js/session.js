/** What the parts of the page share during one visit. */

import { Stopwatch } from "./stopwatch.js";
import { Store } from "./store.js";
import { Texts } from "./texts.js";

/**
 * @typedef {import("./question.js").Question} Question
 *
 * @typedef {object} Told  an answer for the recorder
 * @property {number} row  first row of its interactions in the LMS; -1: none
 * @property {Question} question
 * @property {import("./kind.js").Answer} answer
 * @property {import("./kind.js").Grade} grade
 * @property {number | null} latencyS  seconds between the first sight of the question and the answer; null when it
 *   was given in another session, nobody knows when
 * @property {Date | null} at
 */

/**
 * Tell whoever listens on the document: `ready` (sections arrived and were made ready), `open` (a
 * section was opened), `change` (the state changed), `text` (a text of the learner's changed), `news` (another
 * window wrote on the device).
 *
 * @param {"ready" | "open" | "change" | "text" | "news"} what
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
    /** @type {import("./mirror.js").Mirror | null} */
    this.mirror = null;
    /**
     * What the LMS gave and what this device held, before they were joined; null where one of them is nothing.
     *
     * @type {{given: import("./state.js").State, own: import("./state.js").State} | null}
     */
    this.origin = null;
    /** What this device keeps of nobody in particular, where the learner is known. @type {import("./device.js").Device | null} */
    this.stranger = null;
    /** Shows the state anew; whether to go to where the learner was in it. @type {(isElsewhere: boolean) => void} */
    this.refresh = () => {};
    /** @type {Texts | null} */
    this.notebook = null;
    /** Answers that the LMS has not heard of yet, by permanent number. @type {{[index: number]: Told}} */
    this.reports = {};
    /**
     * Tells the recorder of the answers that it has not heard of, once the second script is there
     * (`tools/reporting.js`); whether one of them has another row now.
     *
     * @type {() => unknown}
     */
    this.tellReports = () => {};
    /** Tells the recorder what was reached of each objective, likewise. */
    this.tellObjectives = () => {};
    /** The LMS may lack some of it. */
    this.mustRecall = false;
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
   * @param {boolean} [isNew]  just given; else nobody knows any more when, nor how long it took
   */
  report(question, answer, grade, isNew = true) {
    const { index } = question.key;
    const { row } = this.store.question(index);
    this.reports[index] = { row, question, answer, grade, latencyS: isNew ? this.stopwatch.read(index) : null, at: isNew ? new Date() : null };
  }
}
