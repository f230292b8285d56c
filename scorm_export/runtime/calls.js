/**
 * Calls to an LMS, guarded: an LMS may throw, answer nothing, or answer booleans for text.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Refusal} Refusal */
/** @typedef {import('./find-api.js').Api} Api */

/** Refusals kept; an LMS that refuses everything must not fill the memory. */
const KEPT = 100;

/** Asked so often before it counts as unreadable: some LMSs fail once and answer then. */
const TRIES = 3;

/**
 * What an LMS answers that could not look: 101, a general exception; 301, no session in 1.2 and a general failure
 * in 2004; 102 to 104, 122 and 123, a session that never began or has ended. Others say that there is nothing.
 */
const UNREAD = /^(1[02]|301)/;

/**
 * @typedef {object} Calls
 * @property {(element: string) => string} get  "" when there is nothing
 * @property {() => boolean} isLost  whether what was got last could not be read, so that "" says nothing of it
 * @property {(element: string) => boolean} isAnswered  whether asking for it leaves no error
 * @property {(element: string, value: string) => boolean} set
 * @property {(name: string) => boolean} say    a call about the session; whether it left no error
 * @property {readonly Refusal[]} refusals
 */

/**
 * What an LMS tells of a table. One that answers neither fields nor count, and calls it no error,
 * keeps whatever it is sent (Open edX, LMS-OBSERVED.md).
 *
 * @param {Calls} calls
 * @param {string} table  its name, with its point
 * @returns {{count: number, isCounted: boolean, has: (field: string) => boolean} | null} null when the
 *   LMS keeps no such table
 */
export function tableOf(calls, table) {
  const children = calls.get(`${table}_children`);
  if (children ? !children.includes("id") : !calls.isAnswered(`${table}_count`)) return null;
  const count = calls.get(`${table}_count`);
  const isCounted = /^\d+$/.test(count);
  if (!isCounted && (children || count)) return null;
  return { count: Number(count), isCounted, has: (field) => !children || children.includes(field) };
}

/**
 * @param {Api} api
 * @param {string} prefix  before every call's name: `LMS` in 1.2
 * @returns {Calls}
 */
export function guarded(api, prefix) {
  /** @type {Refusal[]} */
  const refusals = [];
  let isLost = false;
  /** What the last refusal left: where no answer clears it, it says nothing of what is read next. */
  let stale = "";

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

  const errorNow = () => answer("GetLastError");

  /**
   * @param {string | null} given
   * @param {string} call
   * @param {string[]} parameters
   */
  function isHonoured(given, call, [element = "", value]) {
    stale = "";
    if (given === "true" || given === "1") return true;
    // LMSs answer nothing, null, "ok" or a promise, and keep what they got: the error counts, not the word.
    const code = given === null ? "exception" : errorNow() || "";
    if (code === "0") return true;
    stale = code;
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
    isLost: () => isLost,
    get(element) {
      let given;
      let tries = TRIES;
      do {
        given = answer("GetValue", element);
        const code = given ? "" : errorNow() || "";
        isLost = given === null || (code !== stale && UNREAD.test(code));
        tries -= 1;
      } while (tries && isLost);
      if (given === null) isHonoured(given, "GetValue", [element]);
      return given || "";
    },
    isAnswered: (element) => answer("GetValue", element) !== null && errorNow() === "0",
    set: (element, value) => asked("SetValue", element, value),
    say: (name) => asked(name, ""),
  };
}
