/**
 * One session between a content and the strict LMS: stages, the record, the last error.
 *
 * @module
 */

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./table.js').ApiRole} ApiRole */
/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./judge.js').Answer} Answer */
/** @typedef {import('./switches.js').Switches} Switches */

import { ownAnswer, ownRefusal, unsetRefusal } from "./demands.js";
import { answer, heldAfter, judge, rowCount } from "./judge.js";
import { entry } from "./table.js";

/** @typedef {'new' | 'open' | 'closed'} Stage */

/**
 * Whether a call may be made at this stage.
 *
 * @param {'initialize' | 'terminate' | 'commit' | 'get' | 'set'} role
 * @param {Stage} stage
 * @returns {string} "none", or a name from the table's faults
 */
function stageFault(role, stage) {
  if (role === "initialize") {
    return { new: "none", open: "initializeTwice", closed: "initializeAfterTerminate" }[stage];
  }
  return { new: `${role}BeforeInitialize`, open: "none", closed: `${role}AfterTerminate` }[stage];
}

/**
 * A number or a boolean is taken for its text, as LMSs do; nothing at all is no argument.
 *
 * @param {unknown} argument
 * @returns {string | undefined}
 */
function textOf(argument) {
  return argument === undefined || argument === null ? undefined : String(argument);
}

/** The judge decides first, then the LMS's own demands; the engine runs what both let through. */
export class Session {
  /** @type {Stage} */
  stage = "new";
  #rules;
  #engine;
  #switches;
  /** @type {Record<string, string | undefined>} */
  #held;

  /**
   * @param {Table} rules     of one edition
   * @param {Engine | null} engine   started with the same record; null: the judge alone decides
   * @param {CmiRecord} given what the LMS knows before the session
   * @param {Switches} switches
   */
  constructor(rules, engine, given, switches) {
    this.#rules = rules;
    this.#engine = engine;
    this.#switches = switches;
    this.#held = { ...given };
  }

  /** @returns {CmiRecord} everything that was given and set */
  record() {
    return { ...this.#held };
  }

  /**
   * @param {'initialize' | 'terminate' | 'commit'} role
   * @param {unknown} argument  must be ""
   * @returns {Answer}
   */
  say(role, argument) {
    const fault = this.#isLoose || argument === "" ? this.#stageFault(role) : "badArgument";
    const verdict = this.#run(answer(this.#rules, fault), role, "");
    if (verdict.fault === "none" && role === "initialize") this.stage = "open";
    if (verdict.fault === "none" && role === "terminate") this.stage = "closed";
    return verdict;
  }

  /**
   * @param {unknown} element
   * @returns {Answer}
   */
  get(element) {
    const fault = this.#stageFault("get");
    if (fault !== "none") return answer(this.#rules, fault);
    const name = textOf(element) || "";
    const own =
      ownAnswer(this.#switches, name, false) || unsetRefusal(this.#switches, this.#held, name);
    if (own) return own;
    if (this.#isLoose) return answer(this.#rules, "none", this.#looselyRead(name));
    return this.#run(judge(this.#rules, this.#held, name), "get", name);
  }

  /**
   * @param {unknown} element
   * @param {unknown} value
   * @returns {Answer}
   */
  set(element, value) {
    const fault = this.#stageFault("set");
    if (fault !== "none") return answer(this.#rules, fault);
    const name = textOf(element) || "";
    const text = textOf(value);
    if (text === undefined) return answer(this.#rules, "badArgument");
    const verdict = this.#judged(name, text);
    if (verdict.fault === "none") this.#held[name] = heldAfter(this.#rules, this.#held, name, text);
    return verdict;
  }

  get #isLoose() {
    return !this.#switches.validates;
  }

  /** @param {'initialize' | 'terminate' | 'commit' | 'get' | 'set'} role */
  #stageFault(role) {
    return this.#isLoose ? "none" : stageFault(role, this.stage);
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {Answer}
   */
  #judged(name, text) {
    const own = ownAnswer(this.#switches, name, true);
    if (own) return own;
    if (this.#isLoose) return answer(this.#rules, "none");
    const verdict = judge(this.#rules, this.#held, name, text);
    const refusal = verdict.fault === "none" && ownRefusal(this.#switches, this.#held, name, text);
    return refusal || this.#run(verdict, "set", name, text);
  }

  /**
   * What is there, and "" where nothing is, whatever the element.
   *
   * @param {string} name
   */
  #looselyRead(name) {
    if (name.endsWith("._count")) return String(rowCount(this.#held, name.slice(0, -7)));
    const rule = entry(this.#rules.elements, name);
    return (rule && rule.value) || this.#held[name] || "";
  }

  /**
   * The engine's errors count; its wording of values does not, since it shortens times and numbers.
   *
   * @param {Answer} verdict
   * @param {ApiRole} role
   * @param {string[]} parameters
   * @returns {Answer}
   */
  #run(verdict, role, ...parameters) {
    const engine = this.#engine;
    if (verdict.fault !== "none" || !engine) return verdict;
    const said = this.#ask(engine, role, ...parameters);
    const code = this.#ask(engine, "lastError");
    if (code === "0" && (role === "get" || said === "true")) return verdict;
    return { fault: "engine", code: code === "0" ? "101" : code, value: "" };
  }

  /**
   * @param {Engine} engine
   * @param {ApiRole} role
   * @param {string[]} parameters
   */
  #ask(engine, role, ...parameters) {
    const act = /** @type {Function} */ (engine[this.#rules.api[role]]);
    return String(act.apply(engine, parameters));
  }
}
