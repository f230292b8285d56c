/**
 * What the server of an LMS keeps of a session: what was sent, when, and what became of it on the way.
 * The session knows only what the API told it; the two differ when the line fails.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./switches.js').Switches} Switches */

/**
 * What becomes of what is sent. `lost`: answered as if it were kept. `expired`: the LMS knows nobody any
 * more. `cut`: nothing arrives. `slow` is slow and `noStorage` the browser's, nothing else.
 *
 * @typedef {"normal" | "slow" | "refused" | "lost" | "expired" | "cut" | "noStorage"} Line
 */

/** @typedef {Record<string, string>} Values */

import { afterTheEnd, lasting, timeAfter } from "./attempt.js";
import { SHIPPED } from "./shipped.js";

/** From the least: what is not named is lowest (SCORM.md §4, Claroline). */
const STATUSES = ["unknown", "not attempted", "browsed", "incomplete", "completed", "failed", "passed"];

/** General exception: the code that Moodle gave for an expired session (LMS-OBSERVED.md). */
const EXPIRED = "101";

/** @typedef {"kept" | "lost" | "refused" | "expired" | "cut"} Fate  of one message */

/**
 * @typedef {object} Message
 * @property {Values} kept    all that the server has after it
 * @property {Values} sent    what it held
 * @property {Fate} fate
 * @property {boolean} isLate  it went after the call that set its values had answered: the content
 *   cannot know of it
 */

/** One session's values on their way to the server. */
export class Vault {
  #launch;
  #switches;
  /** What the server has. @type {Values} */
  #kept;
  /** What counts as kept, whether it is or not. @type {Values} */
  #saved;
  /** Values that wait for the page to come to rest. @type {Values} */
  #late = {};
  #changes = 0;
  #isLeaving = false;
  #login;
  /** One message failed, and this LMS sends no other in this session. */
  isSilent = false;

  /**
   * @param {object} launch
   * @param {Standard} launch.standard
   * @param {Switches} launch.switches
   * @param {CmiRecord} launch.stored  what the server has before; {} when the attempt begins anew
   * @param {CmiRecord} launch.given   what the content was given
   * @param {() => Line} launch.line   as it is now
   * @param {() => number} launch.login  how often somebody has logged in on this device
   * @param {(act: () => void, ms?: number) => void} launch.later  once the page has come to rest, or
   *   after so long
   * @param {(bytes: number) => void} launch.stall  keeps the page waiting while so much is on a slow line
   * @param {(message: Message) => void} launch.onMessage
   */
  constructor(launch) {
    this.#launch = launch;
    this.#switches = launch.switches;
    // A record that is sent whole has nothing of what belonged to the session before.
    this.#login = launch.login();
    const isWhole = launch.switches.sends === "everything";
    this.#kept = isWhole ? lasting(launch.stored) : defined(launch.stored);
    this.#saved = defined(launch.given);
  }

  /** @returns {Values} */
  kept() {
    return { ...this.#kept };
  }

  /** The page goes: what is still to be sent goes with a last message, or never. */
  leave() {
    this.#isLeaving = true;
  }

  /** The page did not go after all. */
  stay() {
    this.#isLeaving = false;
  }

  /**
   * A value was set.
   *
   * @param {string} element
   * @param {string} value
   */
  set(element, value) {
    const { sends, isLate, calmMs } = this.#switches;
    const isCalm = sends === "after calm";
    if (this.isSilent || !(isCalm || sends === "each value")) return;
    if (!isLate && !isCalm) this.#send({ [element]: value });
    else if (!this.#isLeaving) {
      this.#late[element] = value;
      this.#sendSoon(isCalm ? calmMs : 0);
    }
  }

  /**
   * The content's own storage has changed, where it travels with the rest.
   *
   * @param {string} key
   * @param {string} value  "" when it was taken away
   */
  ship(key, value) {
    this.set(SHIPPED + key, value);
  }

  /** Nobody is logged in any more, or somebody has logged in since: nothing of this session is taken. */
  get isOver() {
    const isOld = this.#switches.refusesOldLogin && this.#launch.login() !== this.#login;
    return isOld || this.#launch.line() === "expired";
  }

  /** @param {number} calmMs  that no other value may be set before */
  #sendSoon(calmMs) {
    this.#changes += 1;
    const change = this.#changes;
    this.#launch.later(() => {
      const isCalm = change === this.#changes && !this.#isLeaving;
      if (isCalm || !calmMs) this.#sendLate();
    }, calmMs);
  }

  /**
   * @param {CmiRecord} record   all that the session holds
   * @param {boolean} isFinal
   * @returns {string} the error code that the API gives, "0" for none
   */
  commit(record, isFinal) {
    const { sends, brokenBy, offline } = this.#switches;
    if (brokenBy.includes(record["adl.nav.request"] || "")) return "101";
    if (sends === "each value" || sends === "after calm") return "0";
    const own = isFinal ? this.#atEnd(record) : this.#atCommit(record);
    const fate = this.#send({ ...this.#due(record), ...own });
    if (fate === "cut" && offline === "true") return "0";
    return { kept: "0", lost: "0", refused: this.#failure, expired: EXPIRED, cut: this.#failure }[fate];
  }

  get #failure() {
    return this.#launch.standard === "scorm12" ? "101" : "391";
  }

  /** @param {CmiRecord} record */
  #atEnd(record) {
    return afterTheEnd(this.#launch.standard, { ...this.#kept, ...defined(record) }, this.#switches);
  }

  /** @param {CmiRecord} record */
  #atCommit(record) {
    const { standard, switches } = this.#launch;
    return switches.totalTimeAt === "commit" ? timeAfter(standard, record) : {};
  }

  /**
   * The values that a commit sends.
   *
   * @param {CmiRecord} record
   */
  #due(record) {
    const { sends } = this.#switches;
    const values = defined(record);
    if (sends === "everything") return values;
    const known = sends === "what changed" ? this.#saved : defined(this.#launch.given);
    return chosen(values, (value, element) => known[element] !== value);
  }

  #sendLate() {
    const values = this.#late;
    // What fails is dropped without a word.
    this.#late = {};
    if (Object.keys(values).length) this.#send(values, true);
  }

  /**
   * @param {Values} values
   * @param {boolean} [isLate]
   * @returns {Fate}
   */
  #send(values, isLate = false) {
    const { blocks, givesUp } = this.#switches;
    if (blocks && !this.#isLeaving && this.#launch.line() === "slow") {
      this.#launch.stall(bytesOf(values));
    }
    const fate = this.#fateOf(values);
    // Moodle 1.2 takes for kept whatever it sent; others only what was answered.
    if (fate === "kept" || fate === "lost" || this.#switches.sends === "what changed") {
      Object.assign(this.#saved, values);
    }
    if (fate === "kept") this.#keep(this.#isLeaving ? this.#lastWords(values) : values);
    if (givesUp && fate !== "kept" && fate !== "lost") this.isSilent = true;
    this.#launch.onMessage({ kept: this.kept(), sent: values, fate, isLate });
    return fate;
  }

  /**
   * @param {Values} values
   * @returns {Fate}
   */
  #fateOf(values) {
    const line = this.#launch.line();
    if (line === "refused" || line === "lost" || line === "cut") return line;
    if (this.isOver) return "expired";
    const isTooLong = this.#isLeaving && bytesOf(values) > this.#switches.leavingRoom;
    return isTooLong ? "lost" : "kept";
  }

  /** @param {Values} values */
  #lastWords(values) {
    const { leavingLineBreak } = this.#switches;
    if (!leavingLineBreak) return values;
    const entries = Object.entries(values);
    return Object.fromEntries(
      entries.map(([element, value]) => [element, value.replace(/\r?\n/g, leavingLineBreak)]),
    );
  }

  /** @param {Values} values */
  #keep(values) {
    const isKept = (/** @type {string} */ value, /** @type {string} */ element) =>
      !this.#switches.keepsBest || !isLess(element, value, this.#kept[element]);
    Object.assign(this.#kept, chosen(values, isKept));
  }
}

/**
 * Bytes of a message, as UTF-8.
 *
 * @param {Values} values
 */
export const bytesOf = (values) => new TextEncoder().encode(JSON.stringify(values)).length;

/**
 * @param {string} element
 * @param {string} value
 * @param {string | undefined} held
 */
function isLess(element, value, held) {
  if (held === undefined || held === "") return false;
  if (/_status$/.test(element) && !/^cmi\.(objectives|interactions)/.test(element)) {
    return STATUSES.indexOf(value) < STATUSES.indexOf(held);
  }
  return /^cmi\.(core\.)?score\.(raw|scaled)$/.test(element) && Number(value) < Number(held);
}

/**
 * @param {Values} values
 * @param {(value: string, element: string) => boolean} isWanted
 * @returns {Values}
 */
function chosen(values, isWanted) {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.filter(([element, value]) => isWanted(value, element)));
}

/**
 * @param {CmiRecord} record
 * @returns {Values}
 */
function defined(record) {
  /** @type {Values} */
  const values = {};
  for (const [element, value] of Object.entries(record)) {
    if (value !== undefined) values[element] = value;
  }
  return values;
}
