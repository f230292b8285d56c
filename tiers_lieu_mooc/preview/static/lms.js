/**
 * The simulated LMS as the content meets it: an API object with the standard's own names, which
 * tells of every call with its answer and its error.
 *
 * @module
 */

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./judge.js').Answer} Answer */
/** @typedef {import('./switches.js').Switches} Switches */

import { tablesOf } from "./demands.js";
import { judge } from "./judge.js";
import { Session } from "./session.js";
import { DEFAULTS } from "./switches.js";
import { entry, forStandard } from "./table.js";

/**
 * One call as it was answered.
 *
 * @typedef {object} Call
 * @property {number} at             milliseconds since 1970
 * @property {string} name           as the standard calls it
 * @property {readonly string[]} parameters
 * @property {string} answer
 * @property {string} code           the error that the call left, "0" for none
 * @property {boolean} isRefused     an error, but for reading what has no value yet
 * @property {boolean} isByEngine    refused by the engine although the strict layer let it through
 * @property {boolean} isOwn         refused by this LMS although the standard allows it
 * @property {boolean} isLine        a commit that did not arrive: the line's fault, not the content's
 * @property {string} strictly       for a value that was taken: the error of a strict LMS; "0" for none
 */

/**
 * @typedef {object} Listener
 * @property {(call: Call) => void} [onCall]
 * @property {(record: CmiRecord, isFinal: boolean) => string} [onCommit]  gives the error code
 * @property {(element: string, value: string) => void} [onSet]  a value that was taken
 */

/** @typedef {Record<string, (...parameters: unknown[]) => string>} Api */

/** A strict LMS with an engine under it. */
const CHECKED_TWICE = { ...DEFAULTS, checksTwice: true };

/** A simulated LMS for one launch of a content. */
export class SimulatedLms {
  #rules;
  #session;
  #listener;
  /** The standard's own tables. @type {Table} */
  #strict;
  #switches;
  /** @type {Answer} */
  #last = { fault: "none", code: "0", value: "" };
  /** What a strict LMS would have said to the last value. */
  #strictly = "0";

  /**
   * @param {object} launch
   * @param {Standard} launch.standard
   * @param {Table} launch.table
   * @param {CmiRecord} launch.given  what the LMS knows before the session
   * @param {(standard: Standard, given: CmiRecord) => Engine} launch.startEngine
   * @param {Switches} [launch.switches]
   * @param {Listener} [listener]
   */
  constructor({ standard, table, given, startEngine, switches = CHECKED_TWICE }, listener = {}) {
    const engine = switches.checksTwice ? startEngine(standard, given) : null;
    this.#strict = forStandard(table, standard);
    this.#rules = tablesOf(table, standard, switches);
    this.#switches = switches;
    this.#session = new Session(this.#rules, engine, given, switches);
    this.#listener = listener;
    /** Name under which the content looks for the API. */
    this.object = this.#rules.api.object;
    /** @type {Api} */
    this.api = this.#logged(this.#functions());
  }

  get stage() {
    return this.#session.stage;
  }

  record() {
    return this.#session.record();
  }

  /** @returns {Api} */
  #functions() {
    const { api, errorTexts } = this.#rules;
    return {
      [api.initialize]: (argument) => this.#say("initialize", argument),
      [api.terminate]: (argument) => this.#say("terminate", argument),
      [api.commit]: (argument) => this.#say("commit", argument),
      [api.get]: (element) => this.#kept(this.#session.get(element)).value,
      [api.set]: (element, value) => this.#set(element, value),
      [api.lastError]: () => (this.#switches.tellsErrors ? this.#last.code : "0"),
      [api.errorString]: (code) => entry(errorTexts, String(code)) || "",
      [api.diagnostic]: (code) =>
        entry(errorTexts, code === "" ? this.#last.code : String(code)) || "",
    };
  }

  /**
   * @param {'initialize' | 'terminate' | 'commit'} role
   * @param {unknown} argument
   */
  #say(role, argument) {
    const verdict = this.#session.say(role, argument);
    const { onCommit } = this.#listener;
    if (verdict.fault !== "none" || role === "initialize" || !onCommit) return this.#truth(verdict);
    const code = onCommit(this.record(), role === "terminate");
    return this.#truth(code === "0" ? verdict : { fault: "notKept", code, value: "" });
  }

  /**
   * @param {unknown} element
   * @param {unknown} value
   */
  #set(element, value) {
    const held = this.record();
    const [name, text] = [String(element), String(value)];
    const verdict = this.#session.set(element, value);
    this.#strictly = verdict.fault === "none" ? judge(this.#strict, held, name, text).code : "0";
    const { onSet } = this.#listener;
    if (verdict.fault === "none" && onSet) onSet(name, String(this.record()[name]));
    return this.#truth(verdict);
  }

  /** @param {Answer} verdict */
  #kept(verdict) {
    this.#last = verdict;
    return verdict;
  }

  /** @param {Answer} verdict */
  #truth(verdict) {
    return String(this.#kept(verdict).fault === "none" || !this.#switches.tellsErrors);
  }

  /**
   * @param {Api} functions
   * @returns {Api}
   */
  #logged(functions) {
    return new Proxy(functions, {
      get: (target, name) => {
        const act = Reflect.get(target, name);
        if (typeof act !== "function") return act;
        return (/** @type {unknown[]} */ ...parameters) => {
          const said = act(...parameters);
          this.#tell(String(name), parameters, said);
          return said;
        };
      },
    });
  }

  /**
   * @param {string} name
   * @param {readonly unknown[]} parameters
   * @param {string} said
   */
  #tell(name, parameters, said) {
    const { onCall } = this.#listener;
    if (!onCall) return;
    const { lastError, errorString, diagnostic } = this.#rules.api;
    const isAboutErrors = [lastError, errorString, diagnostic].includes(name);
    const { fault, code } = isAboutErrors ? { fault: "none", code: "0" } : this.#last;
    onCall({
      at: Date.now(),
      name,
      parameters: parameters.map(String),
      answer: said,
      code,
      isRefused: code !== "0" && fault !== "notInitialized",
      isByEngine: fault === "engine",
      isOwn: ["notHere", "ownForm"].includes(fault),
      isLine: fault === "notKept",
      strictly: name === this.#rules.api.set ? this.#strictly : "0",
    });
  }
}
