/**
 * A simulated LMS after a profile, from one launch to the next.
 *
 * @module
 */

/** @typedef {import('../../../tiers_lieu_mooc/preview/static/attempt.js').Mode} Mode */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/lms.js').Call} Call */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/vault.js').Fate} Fate */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/vault.js').Line} Line */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/vault.js').Values} Values */

import { tracked } from "../../../scorm_export/runtime/tracked.js";
import { isOver } from "../../../tiers_lieu_mooc/preview/static/attempt.js";
import { startEngine } from "../../../tiers_lieu_mooc/preview/static/engine.js";
import { entryFor } from "../../../tiers_lieu_mooc/preview/static/entry.js";
import { gradebookOf } from "../../../tiers_lieu_mooc/preview/static/gradebook.js";
import { simulate } from "../../../tiers_lieu_mooc/preview/static/simulation.js";
import { dialectOf, switchesFor, tableOf } from "../runtime/support.js";

const learner = { id: "u1", first: "Camille", last: "Martin" };

/** One LMS, one learner, one package. */
export class Place {
  /** @type {Line} */
  line = "normal";
  login = 1;
  /** What the server has. @type {Values} */
  kept = {};
  /** @type {Fate[]} */
  fates = [];
  /** @type {Call[]} */
  calls = [];
  /** Bytes that the page waited for. @type {number[]} */
  stalls = [];
  /** @type {ReturnType<typeof simulate> | undefined} */
  launched;
  /** Virtual milliseconds. */
  #now = 0;
  /** @type {{at: number, act: () => void}[]} */
  #waiting = [];

  /**
   * @param {string} profile
   * @param {Standard} standard
   * @param {Readonly<Record<string, string>>} [chosen]  of the settings of the LMS
   */
  constructor(profile, standard, chosen = {}) {
    this.standard = standard;
    this.switches = switchesFor(profile, standard, chosen);
    this.isOld = standard === "scorm12";
    this.core = this.isOld ? "cmi.core." : "cmi.";
    this.status = this.isOld ? "cmi.core.lesson_status" : "cmi.completion_status";
    this.mode = this.isOld ? "cmi.core.lesson_mode" : "cmi.mode";
  }

  /** @param {Mode} [mode] */
  launch(mode = "normal") {
    const { standard, switches } = this;
    const launched = simulate({
      standard,
      table: tableOf(standard),
      switches,
      stored: this.kept,
      learner,
      mode,
      startEngine,
      line: () => this.line,
      login: () => this.login,
      later: (act, ms = 0) => this.#waiting.push({ at: this.#now + ms, act }),
      stall: (bytes) => this.stalls.push(bytes),
      onCall: (call) => this.calls.push(call),
      onMessage: ({ kept, fate }) => {
        this.kept = kept;
        this.fates.push(fate);
      },
    });
    this.launched = launched;
    return new Visit(this, launched);
  }

  /**
   * Whether the learner is let in, and into which attempt.
   *
   * @param {number} known  attempts that were begun
   * @param {"last" | "new"} wanted
   */
  entry(known, wanted) {
    return entryFor(this.switches, { known, wanted, isOver: isOver(this.standard, this.kept) });
  }

  /**
   * The page comes to rest, and stays so.
   *
   * @param {number} [ms]
   */
  rest(ms = 5000) {
    this.#now += ms;
    const due = this.#waiting.filter(({ at }) => at <= this.#now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { act } of due) act();
  }

  gradebook() {
    return gradebookOf(this.standard, this.kept, this.switches);
  }
}

/** One launch. */
class Visit {
  /**
   * @param {Place} place
   * @param {ReturnType<typeof simulate>} launched
   */
  constructor(place, { given, lms, vault, storage }) {
    this.storage = storage;
    this.given = given;
    this.lms = lms;
    this.vault = vault;
    this.prefix = place.isOld ? "LMS" : "";
    this.standard = place.standard;
    this.place = place;
  }

  /**
   * @param {string} name
   * @param {...string} parameters
   */
  #call(name, ...parameters) {
    const act = this.lms.api[this.prefix + name];
    if (!act) throw new Error(`no ${name}`);
    return act(...parameters);
  }

  open() {
    this.#call("Initialize", "");
    return this;
  }

  /** @param {string} element */
  get = (element) => this.#call("GetValue", element);

  /**
   * @param {string} element
   * @param {string} value
   */
  set = (element, value) => this.#call("SetValue", element, value);

  commit = () => this.#call("Commit", "");

  end = () => this.#call(this.prefix ? "Finish" : "Terminate", "");

  error = () => this.#call("GetLastError");

  /** Values, all of them set. @param {Values} values */
  write(values) {
    for (const [element, value] of Object.entries(values)) this.set(element, value);
    return this;
  }

  recorder() {
    return tracked(this.lms.api, dialectOf(this.standard), () => 0);
  }
}
