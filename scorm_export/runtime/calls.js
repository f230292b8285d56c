/**
 * Calls to an LMS, guarded: an LMS may throw, answer nothing, or answer booleans for text.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Refusal} Refusal */
/** @typedef {import('./find-api.js').Api} Api */

/** Refusals kept; an LMS that refuses everything must not fill the memory. */
const KEPT = 100;

/**
 * @typedef {object} Calls
 * @property {(element: string) => string} get  "" when there is nothing
 * @property {(element: string, value: string) => boolean} set
 * @property {(name: string) => boolean} say    a call about the session; whether it said "true"
 * @property {readonly Refusal[]} refusals
 */

/**
 * How many rows a table has.
 *
 * @param {Calls} calls
 * @param {string} table     its name, with its point
 * @param {string} children  as the LMS told them
 * @returns {number | null} null when the LMS keeps no such table
 */
export function rowCount(calls, table, children) {
  const count = children.includes("id") ? calls.get(`${table}_count`) : "";
  return /^\d+$/.test(count) ? Number(count) : null;
}

/**
 * @param {Api} api
 * @param {string} prefix  before every call's name: `LMS` in 1.2
 * @returns {Calls}
 */
export function guarded(api, prefix) {
  /** @type {Refusal[]} */
  const refusals = [];

  /**
   * @param {string} name
   * @param {string[]} parameters
   * @returns {string | null} null when the LMS threw
   */
  function answer(name, ...parameters) {
    try {
      const given = /** @type {any} */ (api)[prefix + name](...parameters);
      return given === undefined || given === null ? "" : String(given);
    } catch {
      return null;
    }
  }

  /**
   * @param {string | null} given
   * @param {string} call
   * @param {string[]} parameters
   */
  function isHonoured(given, call, [element = "", value]) {
    if (given === "true" || given === "1") return true;
    const code = given === null ? "exception" : answer("GetLastError") || "0";
    // Some LMSs answer nothing to SetValue; without an error that is a yes.
    if (given === "" && code === "0" && value !== undefined) return true;
    if (refusals.length < KEPT) refusals.push({ call, element, value: value || "", code });
    return false;
  }

  /**
   * @param {string} call
   * @param {string[]} parameters
   */
  const asked = (call, ...parameters) => isHonoured(answer(call, ...parameters), call, parameters);

  return {
    refusals,
    get(element) {
      const given = answer("GetValue", element);
      if (given === null) isHonoured(given, "GetValue", [element]);
      return given || "";
    },
    set: (element, value) => asked("SetValue", element, value),
    say: (name) => asked(name, ""),
  };
}
