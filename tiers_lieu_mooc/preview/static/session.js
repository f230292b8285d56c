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

import { answer, heldAfter, judge } from "./judge.js";

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

/** The judge decides first; the engine runs only what the judge let through. */
export class Session {
  /** @type {Stage} */
  stage = "new";
  #rules;
  #engine;
  /** @type {Record<string, string | undefined>} */
  #held;

  /**
   * @param {Table} rules     of one edition
   * @param {Engine} engine   started with the same record
   * @param {CmiRecord} given what the LMS knows before the session
   */
  constructor(rules, engine, given) {
    this.#rules = rules;
    this.#engine = engine;
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
    const fault = argument === "" ? stageFault(role, this.stage) : "badArgument";
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
    const fault = stageFault("get", this.stage);
    if (fault !== "none") return answer(this.#rules, fault);
    const name = textOf(element) || "";
    return this.#run(judge(this.#rules, this.#held, name), "get", name);
  }

  /**
   * @param {unknown} element
   * @param {unknown} value
   * @returns {Answer}
   */
  set(element, value) {
    const fault = stageFault("set", this.stage);
    if (fault !== "none") return answer(this.#rules, fault);
    const name = textOf(element) || "";
    const text = textOf(value);
    if (text === undefined) return answer(this.#rules, "badArgument");
    const verdict = this.#run(judge(this.#rules, this.#held, name, text), "set", name, text);
    if (verdict.fault === "none") this.#held[name] = heldAfter(this.#rules, this.#held, name, text);
    return verdict;
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
    if (verdict.fault !== "none") return verdict;
    const said = this.#ask(role, ...parameters);
    const code = this.#ask("lastError");
    if (code === "0" && (role === "get" || said === "true")) return verdict;
    return { fault: "engine", code: code === "0" ? "101" : code, value: "" };
  }

  /**
   * @param {ApiRole} role
   * @param {string[]} parameters
   */
  #ask(role, ...parameters) {
    const act = /** @type {Function} */ (this.#engine[this.#rules.api[role]]);
    return String(act.apply(this.#engine, parameters));
  }
}
