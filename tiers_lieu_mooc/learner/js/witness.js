/**
 * An independent look at whether the line holds: a tiny file of the package is fetched anew and its content
 * compared, since a login page, too, comes with "200 OK". It tells of the line, never of what an LMS keeps
 * (LMS-OBSERVED.md), and nothing at all where the file was there before the line: in an app, on this device.
 */

/** Seconds after which an answer is not waited for any more. */
const PATIENCE_S = 10;

/**
 * "same": the line stands. "other": something else answers, perhaps a login page. "none": no answer.
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
  // A file that is refused for its ending, or too often, or by a server in trouble, says nothing of the session.
  if (answer.status >= 400) return "absent";
  if (!answer.ok || (await answer.text()).trim() !== expected) return "other";
  return answer.headers.get("date") ? "same" : "absent";
}
