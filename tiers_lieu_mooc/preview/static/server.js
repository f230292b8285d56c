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

/**
 * @param {string} build
 * @param {string | null} attempt  that goes on; null for a new one
 * @returns {Promise<Launched>}
 */
export async function launch(build, attempt) {
  const body = JSON.stringify({ build, attempt });
  const answer = await fetch("/api/lancements", { method: "POST", headers: HEADERS, body });
  if (!answer.ok) throw new Error(`launch refused: ${answer.status}`);
  return answer.json();
}

/**
 * @param {string} attempt
 * @returns {Post}
 */
export function postFor(attempt) {
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
    // As JSON, which a browser sends to another origin only with that origin's leave.
    beacon: (message) =>
      navigator.sendBeacon(
        `${address}/balise`,
        new Blob([JSON.stringify(message)], { type: "application/json" }),
      ),
  };
}
