/**
 * The preview's server, as the player asks it.
 *
 * @module
 */

/** @typedef {import('./saving.js').Message} Message */
/** @typedef {import('./saving.js').Receipt} Receipt */
/** @typedef {import('./saving.js').Post} Post */

/**
 * @typedef {object} Launched
 * @property {string} attempt
 * @property {string} session
 * @property {number} launches
 * @property {Record<string, string>} record
 */

/** Foreign pages cannot send this header; the server wants it with every write. */
const HEADERS = { "Content-Type": "application/json", "X-Apercu": "1" };

/** Bytes that a request may carry which outlives its page, a little less than the 64 KiB allowed. */
const MOST_KEPT_ALIVE = 60_000;

/** What a page sent while it was left, which its successor may overtake. */
const LAST_WORDS = "apercu:balise:";

/**
 * What the server has of an attempt.
 *
 * @param {string} attempt
 * @returns {Promise<Record<string, string>>}
 */
export async function heldBy(attempt) {
  const answer = await fetch(`/api/tentatives/${attempt}`);
  return answer.ok ? (await answer.json()).record : {};
}

/**
 * @param {string} build
 * @param {string | null} attempt  that goes on; null for a new one
 * @param {boolean} isShared  earlier sessions of it go on beside this one
 * @returns {Promise<Launched>}  once what the session before sent last is kept, or was lost
 */
export async function launch(build, attempt, isShared) {
  const after = attempt && lastWord(attempt);
  const body = JSON.stringify({ build, attempt, after, is_shared: isShared });
  const answer = await fetch("/api/lancements", { method: "POST", headers: HEADERS, body });
  if (!answer.ok) throw new Error(`launch refused: ${answer.status}`);
  if (attempt) forget(attempt);
  return answer.json();
}

/**
 * @param {Launched} launched
 * @returns {Post}
 */
export function postFor({ attempt, launches }) {
  const address = `/api/tentatives/${attempt}`;
  return {
    async send(message) {
      const body = JSON.stringify(message);
      const keepalive = body.length < MOST_KEPT_ALIVE;
      try {
        const answer = await fetch(`${address}/valeurs`, {
          method: "POST",
          headers: HEADERS,
          body,
          keepalive,
        });
        if (answer.ok) return "saved";
        return answer.status === 409 ? "taken" : "unreachable";
      } catch {
        return "unreachable";
      }
    },
    beacon(message) {
      // As JSON, which a browser sends to another origin only with that origin's leave.
      const body = new Blob([JSON.stringify(message)], { type: "application/json" });
      const isSent = navigator.sendBeacon(`${address}/balise`, body);
      if (isSent) note(attempt, { launches, sequence: message.sequence });
      return isSent;
    },
  };
}

/** @typedef {{launches: number, sequence: number}} LastWord  as `attempts.py` explains it */

/**
 * @param {string} attempt
 * @returns {LastWord | null}
 */
function lastWord(attempt) {
  try {
    return JSON.parse(window.localStorage.getItem(LAST_WORDS + attempt) || "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} attempt
 * @param {LastWord} word
 */
function note(attempt, word) {
  try {
    window.localStorage.setItem(LAST_WORDS + attempt, JSON.stringify(word));
  } catch {
    // Storage is blocked or full: the next launch does not wait.
  }
}

/** @param {string} attempt */
function forget(attempt) {
  try {
    window.localStorage.removeItem(LAST_WORDS + attempt);
  } catch {
    // Storage is blocked: nothing was noted.
  }
}
