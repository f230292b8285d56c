/**
 * When and how the state is kept (UX §4.3): on this device at every change, with the recorder at
 * once (memory only), in the LMS by few commits after the screen was painted, since LMSs block on
 * them. A commit that says "true" proves nothing: a witness does. Pure but for what is injected.
 */

import { objectivesOf, resultOf } from "./report.js";
import { encode, only, work } from "./state.js";

/** Seconds after the last unsaved change at which a commit is due (UX §4.3, step 3). */
const CALM_S = 90;
/** The same where the device keeps nothing: what is not yet in the LMS would go with the page. */
const CALM_UNKEPT_S = 15;
/** Who works without a pause is not left unsaved for longer: 12 commits an hour at most. */
const LONGEST_S = 300;
/** Two milestones closer than this make one commit: SCORM.md §3.6, « after a burst of changes ». */
const BURST_S = 1;
/** How long a proof holds (UX §4.3, step 4). */
const PROOF_S = 60;
/** Repetitions: after 2, 4, 8… seconds, 60 at most, 20 of them (UX §4.3, step 5). */
const LAST_RETRY_S = 60;
const MOST_TRIES = 20;

/**
 * @typedef {object} World  what saving needs of the page around it
 * @property {() => number} now  milliseconds
 * @property {(act: () => void, ms: number) => number} after
 * @property {(timer: number) => void} cancel
 * @property {(act: () => void) => void} painted  once the screen shows what happened
 * @property {() => boolean} isOnline  false only when it is certain
 * @property {() => Promise<import("./witness.js").Sight>} look
 * @property {(status: string, at: number, canRetry: boolean) => void} show
 *   `status`: a word `save-…`; `at`: milliseconds, of the last proof or commit
 *
 * @typedef {ReturnType<typeof savingWith>} Saving
 */

/**
 * @param {import("./session.js").Session} session  its recorder is open, its store has what the LMS gave
 * @param {import("./mirror.js").Mirror} mirror
 * @param {"normal" | "review" | "browse"} mode
 * @param {World} world
 */
export function savingWith(session, mirror, mode, world) {
  const { store, contents } = session;
  const recorder = /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder} */ (session.recorder);
  const { isTracked } = recorder;
  const isRecorded = mode !== "browse";
  /** For the next commit, and for the next look. */
  let [timer, lookTimer] = [0, 0];
  /** A milestone waits for its commit. */
  let isUrgent = false;
  let unsavedSince = 0;
  /** Something changed and was not committed since, or in vain. */
  let isUnsaved = false;
  /** The learner did something: what a launch offers anew is not worth a word. */
  let isTouched = false;
  /** The last commit waits for its witness. */
  let isLooking = false;
  /** The LMS has everything: it gave it itself, or a witness was seen after the last commit. */
  let isProven = false;
  let isKept = true;
  /** @type {"" | "unstable" | "expired"} */
  let trouble = "";
  /** No line, or no session: what is set now is lost. */
  let isCut = false;
  let tries = 0;
  let provenAt = -Infinity;
  let savedAt = 0;
  /** Counts commits: a look tells of the one before it only. */
  let round = 0;
  let isClosed = false;

  function statusNow() {
    if (!isRecorded) return "browse";
    if (!isTracked || trouble) return (trouble || "local") + (isKept ? "" : "-unkept");
    if (isTouched && (isUnsaved || isLooking)) return isKept ? "saving" : "unkept";
    return savedAt ? "saved" : "ready";
  }

  function tell() {
    world.show(statusNow(), savedAt, trouble === "expired" || tries >= MOST_TRIES);
  }

  function keep() {
    if (isRecorded && !isClosed) isKept = mirror.keep(store);
  }

  /** What learners did with lessons and questions that are no more is kept as long as there is room. */
  function tellState() {
    const room = recorder.stateRoom;
    const whole = encode(store.state);
    const text = whole.length > room ? encode(only(store.state, contents.recorded)) : whole;
    const more = session.attachment(Math.max(0, room - text.length - 1));
    recorder.setState(more && text.length + more.length < room ? `${text}.${more}` : text);
  }

  /**
   * A status that is set while the line is cut would count as kept in Moodle and never be sent again:
   * it waits until the line is back, or the page goes.
   */
  function tellResult() {
    if (!isClosed && (isCut || !world.isOnline())) return;
    for (const objective of objectivesOf(store.state, contents)) recorder.setObjective(objective);
    recorder.setResult(resultOf(store.state, contents));
  }

  /** @param {number} delayS */
  function commitIn(delayS) {
    world.cancel(timer);
    timer = world.after(() => world.painted(commit), delayS * 1000);
  }

  /** @param {boolean} isMilestone */
  function schedule(isMilestone) {
    const now = world.now();
    if (!isUnsaved) unsavedSince = now;
    isUnsaved = true;
    isProven = false;
    // Repetitions go at their own pace; a milestone is not put off by what comes after it.
    if (!isTracked || (trouble && tries < MOST_TRIES) || isUrgent) return;
    isUrgent = isMilestone;
    const calmS = Math.min(isKept ? CALM_S : CALM_UNKEPT_S, LONGEST_S - (now - unsavedSince) / 1000);
    commitIn(isMilestone ? BURST_S : Math.max(calmS, BURST_S));
  }

  function commit() {
    world.cancel(timer);
    if (isClosed || !isUnsaved || !isTracked) return Promise.resolve();
    isUrgent = false;
    isLooking = false;
    // Also of what was taken over from the device, which nobody changed since.
    isProven = false;
    unsavedSince = world.now();
    if (trouble) store.renew();
    tellState();
    tellResult();
    isUnsaved = !recorder.commit();
    round += 1;
    const age = (world.now() - provenAt) / 1000;
    if (isUnsaved || trouble || age > PROOF_S) return verify();
    savedAt = world.now();
    world.cancel(lookTimer);
    lookTimer = world.after(verify, (PROOF_S - age) * 1000);
    tell();
    return Promise.resolve();
  }

  /** Look for the witness of the last commit. */
  function verify() {
    if (!isRecorded) return Promise.resolve();
    const [asked, isTaken] = [round, !isUnsaved];
    world.cancel(lookTimer);
    isLooking = true;
    tell();
    return world.look().then((sight) => {
      if (asked === round && !isClosed) settle(isTaken, sight);
    });
  }

  /** @param {boolean} isTaken  what the LMS said  @param {import("./witness.js").Sight} sight */
  function settle(isTaken, sight) {
    isLooking = false;
    isCut = sight === "none" || sight === "other";
    if (isTaken && !isCut) relax(sight === "same");
    else {
      trouble = sight === "other" ? "expired" : "unstable";
      isUnsaved = true;
      tries += 1;
      if (tries < MOST_TRIES) commitIn(Math.min(2 ** tries, LAST_RETRY_S));
    }
    tell();
  }

  /** @param {boolean} isSeen  by a witness, not only by the LMS's word */
  function relax(isSeen) {
    const wasTrouble = trouble;
    trouble = "";
    tries = 0;
    savedAt = world.now();
    if (isSeen) {
      provenAt = savedAt;
      recorder.prove();
      isProven = !isUnsaved;
    }
    if (!wasTrouble) return;
    // What waited for the line.
    tellResult();
    if (recorder.hasNews()) schedule(true);
  }

  function retry() {
    if (trouble && tries < MOST_TRIES) commit();
  }

  if (!isTracked) keep();
  tellState();
  tellResult();
  isProven = !recorder.hasNews();
  if (!isProven) schedule(false);
  tell();
  // An LMS that refused the very first commit is in trouble already.
  if (recorder.refusals().some(({ call }) => call === "Commit")) {
    isUnsaved = true;
    verify();
  }
  return {
    tell,
    commit,
    retry,
    /** @param {boolean} isMilestone  losing it would hurt, commit soon */
    changed(isMilestone) {
      isTouched = true;
      keep();
      tellState();
      if (isMilestone) tellResult();
      schedule(isMilestone);
      tell();
    },
    /** The learner asks, or took over what was found on the device: now. */
    again() {
      tries = 0;
      isTouched = true;
      isUnsaved = true;
      keep();
      return commit();
    },
    /** Keep on this device anew: it was told to be shared, or to be the learner's own, or erasing was undone. */
    keepAgain() {
      isClosed = isClosed && isTracked;
      keep();
      tell();
    },
    /** Nothing of this learner stays on this device, until `keepAgain`. */
    forget() {
      mirror.forget();
      isClosed = isClosed || !isTracked;
      isKept = false;
      tell();
    },
    /** @returns {boolean}  whether another window brought something */
    hear() {
      const before = work(store.state);
      mirror.take(store);
      if (!mirror.written && !isProven) keep();
      tellState();
      if (work(store.state) === before) return false;
      isProven = false;
      return true;
    },
    /** Whether what was done is neither in the LMS nor on this device. */
    isAtRisk: () => isRecorded && !isClosed && !isKept && (isUnsaved || isLooking),
    /**
     * Commit and prove it.
     *
     * @returns {Promise<boolean>}  whether the page may go: what was done is in the LMS, or where none
     *   listens, on this device
     */
    finish() {
      if (!isTracked) return Promise.resolve(isKept);
      return commit()
        .then(() => (isProven || trouble ? undefined : verify()))
        .then(() => !trouble);
    },
    /** End the session; what is proven to be in the LMS leaves this device. */
    close() {
      if (isClosed) return;
      isClosed = true;
      if (isTracked) {
        if (isProven && !mirror.pending) mirror.erase();
        tellState();
        tellResult();
      }
      recorder.close();
    },
  };
}
