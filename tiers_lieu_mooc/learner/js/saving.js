/**
 * When and how the state is kept (ARCHITECTURE §5, UX §4.3): on this device at every change, in the LMS by few
 * commits after the screen was painted, since LMSs block on them. What a commit says proves nothing, nor does
 * a witness that was seen after it: a later launch does, which is why the device's copy stays. Pure but for
 * what is injected.
 */

import { resultOf } from "./report.js";
import { encode, only, slim, work } from "./state.js";
import { tried } from "./tried.js";

/** Seconds after the last unsaved change at which a commit is due (UX §4.3, step 3). */
const CALM_S = 90;
/** The same where the device keeps nothing: what is not yet in the LMS would go with the page. */
const CALM_UNKEPT_S = 15;
/** Who works without a pause is not left unsaved for longer: 12 commits an hour at most. */
const LONGEST_S = 300;
/** Two milestones closer than this make one commit: SCORM.md §3.6, « after a burst of changes ». */
const BURST_S = 1;
/** Between two times that values are set, where that must not be at once. */
const GAP_MS = 3000;
/** A page that was hidden for so long may be behind what another session wrote (ARCHITECTURE §5). */
const SLEEP_S = 600;
/** A page in sight notes so often that it is awake: a machine that sleeps with its lid closed tells nobody. */
const BEAT_S = 60;
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
 * @property {() => boolean} isLocal  the page itself comes from this device, line or no line
 * @property {() => Promise<import("./witness.js").Sight>} look
 * @property {(status: string, at: number, way: "" | "retry" | "relaunch") => void} show
 *   `status`: a word `save-…`; `at`: milliseconds, of the last commit; `way`: what a button offers
 *
 * @typedef {ReturnType<typeof savingWith>} Saving
 */

/**
 * @param {import("./session.js").Session} session  its recorder is open, its store has what LMS and device gave
 * @param {import("./mirror.js").Mirror} mirror
 * @param {Pick<import("../../../scorm_export/runtime/recorder.js").Opening, "mode" | "isRefused">} opening
 * @param {World} world
 * @param {boolean} [isBehind]  the LMS lacks something of what the store holds
 */
export function savingWith(session, mirror, { mode, isRefused }, world, isBehind = false) {
  const { store, contents } = session;
  const recorder = /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder} */ (session.recorder);
  const { isTracked } = recorder;
  const isRecorded = mode !== "browse" && !isRefused;
  /** For the next commit, and for the next values. */
  let [timer, putTimer] = [0, 0];
  /** A milestone waits for its commit. */
  let isUrgent = false;
  let unsavedSince = 0;
  /** Something changed and was not committed since, or in vain. */
  let isUnsaved = false;
  /** The learner did something: what a launch offers anew is not worth a word. */
  let isTouched = false;
  /** The last commit waits for a look at the line. */
  let isLooking = false;
  let isKept = true;
  /** @type {"" | "unstable" | "expired"} */
  let trouble = "";
  /** No line: what is set now is lost. */
  let isCut = false;
  /** What was sent may be lost: it goes once more, in a form that looks new, and again when the page goes. */
  let [isDoubted, wasDoubted] = [false, false];
  /** The session is over for this page: another one may have written since. Nothing is sent any more. */
  let isStale = false;
  /** A button loads the LMS's page anew. */
  let canRelaunch = true;
  /** It is stale for having slept, and is loaded anew without being asked. */
  let isSlept = false;
  /** When the page was last awake and in sight. */
  let seenAt = world.now();
  let beatTimer = 0;
  let tries = 0;
  let savedAt = 0;
  let putAt = -Infinity;
  /** Counts commits: a look tells of the one before it only. */
  let round = 0;
  let isClosed = false;
  /** The learner took everything off this device, and no LMS has it. */
  let isForgotten = false;

  function statusNow() {
    const unkept = isKept ? "" : "-unkept";
    if (mode === "browse") return mode;
    if (isRefused) return "refused";
    if (isOver()) return canRelaunch ? "expired" : "reopen";
    if (!isTracked) return `local${unkept}`;
    if (isTouched && !world.isOnline()) return `offline${unkept}`;
    if (trouble) return trouble + unkept;
    if (isTouched && (isUnsaved || isLooking)) return `saving${unkept}`;
    if (recorder.isNarrow()) return `short${unkept}`;
    return savedAt ? "saved" : "ready";
  }

  function tell() {
    const way = trouble === "expired" || tries >= MOST_TRIES ? "retry" : "";
    world.show(statusNow(), savedAt, isOver() ? (canRelaunch ? "relaunch" : "") : way);
  }

  function keep() {
    if (isRecorded && !isForgotten) isKept = mirror.keep(store);
  }

  const seconds = (/** @type {number} */ since) => (world.now() - since) / 1000;
  // A clock that was set back tells nothing of the time that passed.
  const isAsleep = () => Math.abs(seconds(seenAt)) >= SLEEP_S;
  /** Milliseconds left of a pause since values were set. @param {number} pauseMs */
  const pauseLeft = (pauseMs) => Math.min(pauseMs, Math.max(0, putAt + pauseMs - world.now()));
  // What is on no disk any more stays in this page, and is tried again.
  const isOver = () => isRefused || (isStale && isKept);
  const mayCommit = () => isTracked && isRecorded && !isClosed && !isOver() && !isAsleep();

  /** What learners did with what is no more goes first when there is no room, then the answers behind the points. */
  function tellState() {
    const limit = recorder.stateRoom;
    const texts = [() => store.state, () => only(store.state, contents.recorded), () => slim(only(store.state, contents.recorded))];
    const text = texts.reduce((found, state) => (found && found.length <= limit ? found : encode(state())), "");
    // Half a state is none: the device's copy, and what the LMS has, are worth more.
    if (text.length > limit) return;
    const more = tried(() => session.attachment(Math.max(0, limit - text.length - 1)));
    recorder.setState(more && text.length + more.length < limit ? `${text}.${more}` : text);
    // Refused for its length: what fits goes instead.
    if (text.length > recorder.stateRoom) tellState();
  }

  /**
   * A status that is set while the line is cut would count as kept in Moodle and never be sent again:
   * it waits until the line is back, or the page goes.
   */
  function tellResult() {
    if (!isClosed && (isCut || isOffline())) return;
    tried(session.tellObjectives);
    recorder.setResult(resultOf(store.state, contents));
  }

  /** A page of this device, as in an app or a server on it, saves without a line. */
  const isOffline = () => !world.isOnline() && !world.isLocal();

  function put() {
    world.cancel(putTimer);
    putTimer = 0;
    putAt = world.now();
    // A page that goes does not come to keep them.
    if (tried(session.tellReports)) keep();
    tellState();
    tellResult();
  }

  const putDue = () => putTimer && mayCommit() && putAll();

  function putSoon() {
    if (putTimer || !mayCommit()) return;
    const act = () => world.painted(putDue);
    // To an LMS that saves after 2 s of calm (Kolibri), which must find them, or while questions still arrive.
    const gapMs = session.mustRecall || recorder.calmMs ? GAP_MS : 0;
    putTimer = world.after(act, pauseLeft(gapMs));
  }

  /** What was answered in other sessions is told when the last question has arrived. */
  function putAll() {
    const wasDue = session.mustRecall;
    put();
    if (session.mustRecall) putSoon();
    else if (wasDue) schedule(true);
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
    putSoon();
    // Repetitions go at their own pace; a milestone is not put off by what comes after it.
    if (!isTracked || (trouble && tries < MOST_TRIES) || isUrgent) return;
    isUrgent = isMilestone;
    const calmS = Math.min(isKept ? CALM_S : CALM_UNKEPT_S, LONGEST_S - (now - unsavedSince) / 1000);
    commitIn(isMilestone ? BURST_S : Math.max(calmS, BURST_S));
  }

  /** @returns {Promise<void>} */
  function commit() {
    world.cancel(timer);
    if (!isUnsaved || !mayCommit()) return Promise.resolve();
    isUrgent = false;
    isLooking = false;
    if (isOffline()) {
      fail("unstable", false);
      tell();
      return Promise.resolve();
    }
    unsavedSince = world.now();
    if (isDoubted) store.renew();
    put();
    send();
    round += 1;
    return verify();
  }

  function send() {
    const before = recorder.stateRoom;
    isUnsaved = !recorder.commit();
    // It keeps fewer characters than it was given: what fits goes instead.
    if (recorder.stateRoom === before) return;
    tellState();
    isUnsaved = !recorder.commit();
  }

  /** Look whether the line stands behind the last commit. */
  function verify() {
    if (!isRecorded) return Promise.resolve();
    const [asked, isTaken] = [round, !isUnsaved];
    isLooking = true;
    tell();
    return world.look().then((sight) => {
      if (asked === round && !isClosed) settle(isTaken, sight);
    });
  }

  /** @param {boolean} isTaken  what the LMS said  @param {import("./witness.js").Sight} sight */
  function settle(isTaken, sight) {
    isLooking = false;
    isCut = sight === "none";
    if (isTaken && !isCut) relax();
    else fail(!isTaken && sight === "other" ? "expired" : "unstable", true);
    tell();
  }

  /** @param {"unstable" | "expired"} what  @param {boolean} isSent  and perhaps lost on its way */
  function fail(what, isSent) {
    trouble = what;
    isUnsaved = true;
    tries += 1;
    if (isSent) isDoubted = wasDoubted = true;
    // Over for this page, and safe: whoever goes on elsewhere must not be overwritten.
    if (what === "expired" && isKept) retire();
    else if (tries < MOST_TRIES) commitIn(Math.min(2 ** tries, LAST_RETRY_S));
  }

  function relax() {
    const wasTrouble = trouble;
    trouble = "";
    isDoubted = isStale = false;
    tries = 0;
    savedAt = world.now();
    recorder.settle();
    // Kolibri never saves again in a session in which that failed, and says nothing of it.
    if (wasDoubted && recorder.calmMs) retire();
    if (!wasTrouble || isStale) return;
    // What waited for the line, and what may have been lost with it.
    tellResult();
    // Once, not at each repetition: a lower status goes before the one that may be lost.
    if (wasDoubted) recorder.renew();
    session.mustRecall = session.mustRecall || wasDoubted;
    if (wasDoubted || recorder.hasNews()) schedule(true);
  }

  function retire() {
    isStale = true;
    canRelaunch = !recorder.calmMs;
  }

  /** The line may be back. */
  function retry() {
    tries = 0;
    tell();
    if (isSlept) wake();
    else if (trouble) commit();
  }

  function beat() {
    isSlept = isSlept || (isAsleep() && isTracked && isRecorded && isKept);
    seenAt = world.now();
    beatTimer = world.after(beat, BEAT_S * 1000);
    if (!isSlept) return;
    retire();
    retry();
  }

  /** A page that slept begins a new session as soon as there is a line. */
  function wake() {
    world.look().then((sight) => sight !== "none" && relaunch());
  }

  function relaunch() {
    keep();
    recorder.leave();
    // Loading the LMS's page ends this one, which has nothing more to say.
    isClosed = true;
    canRelaunch = recorder.relaunch();
    isClosed = canRelaunch;
    isSlept = false;
    tell();
  }

  /** Until an LMS that waits for calm has saved what it was given. */
  const calm = () =>
    new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      if (recorder.calmMs) world.after(resolve, pauseLeft(recorder.calmMs + 500));
      else resolve();
    });

  if (isRecorded) keep();
  if (isTracked && isRecorded) {
    tellState();
    tellResult();
    if (isBehind || recorder.hasNews()) schedule(isBehind);
    else if (session.mustRecall) putSoon();
  }
  tell();
  beat();
  // An LMS that refused the very first commit is in trouble already.
  if (isRecorded && recorder.refusals().some(({ call }) => call === "Commit")) {
    isUnsaved = true;
    verify();
  }
  return {
    tell,
    putSoon,
    /** Set at once what waits for it: the page may be about to go. */
    putDue,
    commit,
    retry,
    relaunch,
    /** @param {boolean} isMilestone  losing it would hurt, commit soon */
    changed(isMilestone) {
      isTouched = true;
      keep();
      schedule(isMilestone);
      tell();
    },
    /** The learner asks, or decided on what was found on the device: now. */
    again() {
      tries = 0;
      isTouched = true;
      isUnsaved = true;
      keep();
      return commit();
    },
    /** The page goes out of sight. */
    hide() {
      commit();
      world.cancel(beatTimer);
      seenAt = world.now();
    },
    /** It is looked at again. */
    show() {
      beat();
      if (!isSlept) retry();
    },
    /** Keep on this device anew: it was told to be shared, or the learner's own, refuses, or erasing was undone. */
    keepAgain() {
      isForgotten = false;
      keep();
      tell();
    },
    /** Nothing of this learner stays on this device, until `keepAgain`. */
    forget() {
      mirror.device.eraseAll();
      isForgotten = !isTracked;
      isKept = false;
      tell();
    },
    /** @returns {boolean}  whether another window brought something */
    hear() {
      const before = work(store.state);
      mirror.take(store);
      if (work(store.state) === before) return false;
      putSoon();
      return true;
    },
    /** Whether what was done is neither in the LMS nor on this device, or goes with a closing. */
    isAtRisk: () =>
      isRecorded && !isClosed && ((!isKept && (isUnsaved || isLooking || recorder.isNarrow())) || Math.abs(world.now() - putAt) < recorder.calmMs),
    /**
     * Commit, and see that the line stands.
     *
     * @returns {Promise<boolean>}  whether the page may go: what was done was sent, or where nobody listens, is
     *   kept on this device
     */
    finish() {
      if (!isTracked) {
        const late = new Promise((/** @type {(isWhole: boolean) => void} */ resolve) => world.after(() => resolve(false), GAP_MS));
        return Promise.race([mirror.device.rest(), late]).then((isWhole) => {
          isKept = isKept && isWhole;
          tell();
          return isKept;
        });
      }
      return commit()
        .then(() => (isStale || trouble ? undefined : verify()))
        .then(calm)
        .then(() => !trouble && !isStale);
    },
    /** End the session. */
    close() {
      if (isClosed) return;
      const isSaid = mayCommit();
      if (isOver() || isAsleep()) recorder.leave();
      isClosed = true;
      if (isSaid) {
        if (wasDoubted) store.renew();
        put();
      }
      recorder.close();
    },
  };
}
