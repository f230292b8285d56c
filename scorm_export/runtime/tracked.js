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
import { interactionRows } from "./interactions.js";
import { objectiveRows } from "./objectives.js";
import { learnerRecord } from "./record.js";

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
  const putInteractions = interactionRows(calls, dialect);
  const putObjective = objectiveRows(calls, record);
  let opening = NOTHING;
  let openedAt = 0;
  /** @type {'new' | 'open' | 'closed'} one Initialize and one Terminate a launch */
  let stage = "new";

  /** Without it 2004 gives nothing back at the next launch; with `logout` some LMSs sign out. */
  const keepForLater = () => calls.set(`${core}exit`, "suspend");

  function commit() {
    calls.set(`${core}session_time`, dialect.span((now() - openedAt) / 1000));
    record.offer();
    return calls.say("Commit");
  }

  /** @returns {Opening} */
  function readOpening() {
    const mode = record.read(core + dialect.mode);
    return {
      state: record.read("cmi.suspend_data"),
      location: record.read(core + dialect.location),
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      learnerId: record.read(`${core}${dialect.learner}id`),
      learnerName: record.read(`${core}${dialect.learner}name`),
    };
  }

  function setFirstStatus() {
    if (opening.mode !== "normal") return record.keepFinal();
    const [status, incomplete] = dialect.statuses(core, false, "unknown")[0];
    // No status beside a saved state is an LMS that does not tell, and it may hold a pass.
    if (record.read(status) || !opening.state) record.raise(status, incomplete);
  }

  function open() {
    if (stage !== "new") return opening;
    stage = "open";
    openedAt = now();
    calls.say("Initialize");
    opening = readOpening();
    keepForLater();
    setFirstStatus();
    commit();
    return opening;
  }

  function close() {
    // Before the calls: an LMS may take the page away while it answers.
    stage = "closed";
    keepForLater();
    commit();
    calls.say(dialect.end);
  }

  const isOpen = () => stage === "open";

  return {
    kind: dialect.kind,
    isTracked: true,
    stateRoom: dialect.stateRoom,
    open,
    setState(state) {
      if (isOpen()) record.write("cmi.suspend_data", state);
    },
    setLocation(location) {
      if (isOpen()) record.write(core + dialect.location, oneLine(location, dialect.locationRoom));
    },
    setResult(result) {
      if (!isOpen()) return;
      record.advance(result.progress);
      record.report(core, result);
    },
    setInteractions: (row, interactions) => (isOpen() ? putInteractions(row, interactions) : null),
    setObjective(objective) {
      if (isOpen()) putObjective(objective);
    },
    hasNews: record.hasNews,
    commit: () => isOpen() && commit(),
    prove: record.prove,
    close() {
      if (isOpen()) close();
    },
    refusals: () => calls.refusals,
  };
}
