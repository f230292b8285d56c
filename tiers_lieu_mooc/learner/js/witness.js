/**
 * An independent look at whether the line holds and the session lives: a commit that answered "true"
 * is no proof (UX §4.3, step 4). A tiny file of the package is fetched anew and its content compared,
 * since a login page, too, comes with "200 OK".
 */

/** Seconds after which an answer is not waited for any more. */
const PATIENCE_S = 10;

/**
 * "same": proof. "other": something else answers, a login page most likely. "none": no answer.
 * "absent": this LMS does not serve the file, so there is nothing to compare.
 *
 * @typedef {"same" | "other" | "none" | "absent"} Sight
 */

/**
 * @param {string} expected  the file's content, without blanks at its ends
 * @param {Pick<Window, "fetch" | "setTimeout">} page
 * @returns {Promise<Sight>}
 */
export function look(expected, page) {
  /** @param {RequestRedirect} redirect */
  const ask = (redirect) => page.fetch("temoin.txt", { cache: "no-store", credentials: "same-origin", redirect });
  const seen = ask("follow")
    // A login page on another host may not be read: all that can be seen is that one is sent there.
    .catch(() => ask("manual"))
    .then((answer) => sightOf(answer, expected), () => /** @type {Sight} */ ("none"));
  return Promise.race([
    seen.catch(() => /** @type {Sight} */ ("none")),
    new Promise((resolve) => page.setTimeout(() => resolve(/** @type {Sight} */ ("none")), PATIENCE_S * 1000)),
  ]);
}

/**
 * @param {Response} answer
 * @param {string} expected
 * @returns {Promise<Sight>}
 */
async function sightOf(answer, expected) {
  if (answer.status === 404) return "absent";
  if (answer.status >= 500) return "none";
  return answer.ok && (await answer.text()).trim() === expected ? "same" : "other";
}
