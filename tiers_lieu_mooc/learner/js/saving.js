/**
 * When and how the state reaches the LMS: every change is handed to the recorder at once (memory
 * only), commits are few and come after the screen has been painted, since LMSs block on them.
 */

import { first } from "./kind.js";
import { objectivesOf, resultOf } from "./report.js";
import { encode, only } from "./state.js";
import { say, word } from "./words.js";

/** Seconds after the last unsaved change at which a commit is due (UX §4.3, step 3). */
const CALM_S = 90;
/** Two milestones closer than this make one commit: SCORM.md §3.6, « after a burst of changes ». */
const BURST_S = 1;
/** Seconds before the first repetition of a refused commit, doubled up to the last (UX §4.3, step 5). */
const FIRST_RETRY_S = 2;
const LAST_RETRY_S = 60;

/**
 * @typedef {object} Saving
 * @property {(isMilestone: boolean) => void} changed  `isMilestone`: losing it would hurt, commit soon
 * @property {() => void} commit  what is unsaved, now
 * @property {() => void} tell  what it last said, for a page whose line has just arrived
 * @property {() => void} close  ends the session; everything is with the recorder already
 */

/**
 * @param {import("../../../scorm_export/runtime/recorder.js").Recorder} recorder  open
 * @param {import("./store.js").Store} store
 * @param {import("./report.js").Contents} contents
 * @returns {Saving}
 */
export function savingWith(recorder, store, contents) {
  let timer = 0;
  let dueAt = Infinity;
  let retryS = FIRST_RETRY_S;
  let isUnsaved = false;
  let said = { status: "ready", time: "" };

  /** @param {string} status  @param {string} [time] */
  function show(status, time = "") {
    said = { status, time };
    say(first(document, "[data-save]"), word(`save-${recorder.isTracked ? status : "local"}`, { time }));
  }

  function tellResult() {
    for (const objective of objectivesOf(store.state, contents)) recorder.setObjective(objective);
    recorder.setResult(resultOf(store.state, contents));
  }

  /** @param {number} delayS */
  function commitIn(delayS) {
    const wanted = Date.now() + delayS * 1000;
    if (wanted >= dueAt) return;
    dueAt = wanted;
    clearTimeout(timer);
    timer = window.setTimeout(commit, delayS * 1000);
  }

  function commit() {
    clearTimeout(timer);
    dueAt = Infinity;
    if (!isUnsaved) return;
    isUnsaved = !recorder.commit();
    if (isUnsaved) {
      commitIn(retryS);
      retryS = Math.min(retryS * 2, LAST_RETRY_S);
      show("unsaved");
    } else {
      const now = new Date();
      retryS = FIRST_RETRY_S;
      show("saved", `${now.getHours()}\u00a0h\u00a0${`0${now.getMinutes()}`.slice(-2)}`);
    }
  }

  /** What learners did with lessons and questions that are no more is kept as long as there is room. */
  function tellState() {
    const whole = encode(store.state);
    recorder.setState(whole.length > recorder.stateRoom ? encode(only(store.state, contents.recorded)) : whole);
  }

  tellState();
  tellResult();
  show("ready");
  return {
    changed(isMilestone) {
      isUnsaved = true;
      tellState();
      if (isMilestone) tellResult();
      commitIn(isMilestone ? BURST_S : CALM_S);
      show("saving");
    },
    commit,
    tell: () => show(said.status, said.time),
    close() {
      clearTimeout(timer);
      recorder.close();
    },
  };
}
