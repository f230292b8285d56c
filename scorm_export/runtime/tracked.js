/**
 * The recorder over an LMS, for either edition.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */
/** @typedef {import('./recorder.js').Opening} Opening */
/** @typedef {import('./find-api.js').Api} Api */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { guarded } from "./calls.js";
import { oneLine } from "./formats.js";
import { learnerRecord } from "./record.js";

const STATE = "cmi.suspend_data";

/** What an LMS writes of itself where no learner is known. */
const NOBODY = /^\s*(null|undefined|nan|false|0|anonymous)?\s*$/i;

/** @type {Opening} */
const NOTHING = { state: "", location: "", mode: "normal", learnerId: "", learnerName: "" };

/**
 * @param {Api} api
 * @param {Dialect} dialect
 * @param {() => number} [now]  milliseconds
 * @returns {Recorder}
 */
export function tracked(api, dialect, now = Date.now) {
  const { core } = dialect;
  const calls = guarded(api, dialect.prefix);
  const record = learnerRecord(calls, dialect);
  let opening = NOTHING;
  let openedAt = 0;
  let room = dialect.stateRoom;
  /** Characters of a state up to which the LMS was seen to keep all. */
  let keptLength = 0;
  /** The LMS took no state the last time, and not for its length. */
  let isRefusing = false;
  /** @type {'new' | 'open' | 'closed'} one Initialize and one Terminate a launch */
  let stage = "new";

  /** Without it 2004 gives nothing back at the next launch; with `logout` some LMSs sign out. */
  const keepForLater = () => calls.set(`${core}exit`, "suspend");

  function commit() {
    calls.set(`${core}session_time`, dialect.span((now() - openedAt) / 1000));
    record.offer();
    const isTaken = calls.say("Commit");
    if (isTaken) readBack();
    return isTaken && !isRefusing;
  }

  /** An LMS may keep fewer characters than it was given, and say nothing. */
  function readBack() {
    const given = record.read(STATE);
    if (given.length <= keptLength) return;
    const back = calls.get(STATE);
    if (back && back.length < given.length && given.startsWith(back)) room = back.length;
    else keptLength = given.length;
  }

  /** @returns {Opening} */
  function readOpening() {
    const mode = record.read(core + dialect.mode);
    return {
      state: record.read(STATE),
      location: record.read(core + dialect.location),
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      learnerId: record.read(`${core}${dialect.learner}id`).replace(NOBODY, ""),
      learnerName: record.read(`${core}${dialect.learner}name`),
    };
  }

  const firstStatus = () => dialect.statuses(core, false, "unknown")[0];

  function refused() {
    stage = "closed";
    opening = Object.assign({}, NOTHING, { isRefused: true });
    return opening;
  }

  function setFirstStatus() {
    if (opening.mode !== "normal") return record.keepFinal();
    const [status, incomplete] = firstStatus();
    // No status beside a saved state is an LMS that does not tell, and it may hold a pass.
    if (record.read(status) || !opening.state) record.raise(status, incomplete);
  }

  function open() {
    if (stage !== "new") return opening;
    stage = "open";
    openedAt = now();
    // A session that somebody began already is refused a second beginning, and answers all the same; one
    // that has ended, as under a page that comes back from the back/forward cache, knows nobody.
    if (!calls.say("Initialize") && !calls.isAnswered(`${core}${dialect.learner}id`)) {
      return refused();
    }
    opening = readOpening();
    // Whoever cannot read what is there would write over it.
    const needed = [STATE, core + dialect.mode, `${core}${dialect.learner}id`, firstStatus()[0]];
    if (needed.some(record.isHidden)) return refused();
    if (opening.mode === "browse") {
      browse();
      return opening;
    }
    keepForLater();
    setFirstStatus();
    commit();
    return opening;
  }

  /** Moodle completes a 1.2 activity that ends without a status, previewed or not. */
  function browse() {
    const [status] = firstStatus();
    if (!dialect.isScaled && record.isLow(status)) calls.set(status, "browsed");
  }

  function close() {
    // Before the calls: an LMS may take the page away while it answers.
    stage = "closed";
    if (opening.mode !== "browse") {
      keepForLater();
      commit();
    }
    calls.say(dialect.end);
  }

  const isOpen = () => stage === "open" && opening.mode !== "browse";

  return {
    kind: dialect.kind,
    isTracked: true,
    calmMs: 0,
    get stateRoom() {
      return room;
    },
    open,
    setState(state) {
      if (!isOpen()) return;
      record.write(STATE, state);
      const held = record.read(STATE);
      // What it held it takes still: the new one was too long. Else it takes nothing for now.
      const isLong = held !== state && held.length < state.length && calls.set(STATE, held);
      if (isLong) room = state.length - 1;
      isRefusing = held !== state && !isLong;
    },
    setLocation(location) {
      if (isOpen()) record.write(core + dialect.location, oneLine(location, dialect.locationRoom));
    },
    setResult(result) {
      if (!isOpen()) return;
      record.advance(result.progress);
      record.report(core, result);
    },
    lend(part) {
      const act = part(calls, record, dialect);
      return (...given) => (isOpen() ? act(...given) : null);
    },
    hasNews: record.hasNews,
    commit: () => isOpen() && commit(),
    settle: record.settle,
    renew() {
      if (!isOpen()) return;
      const again = record.renew();
      if (!again) return;
      commit();
      again();
    },
    narrow(limit) {
      room = Math.min(room, limit);
    },
    isNarrow: () => room < dialect.stateRoom,
    close() {
      if (stage === "open") close();
    },
    leave() {
      stage = "closed";
    },
    relaunch: () => false,
    refusals: () => calls.refusals,
  };
}
