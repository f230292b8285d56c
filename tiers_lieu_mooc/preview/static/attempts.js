/**
 * The attempts of one learner at one package in one LMS, the latest first, as this browser knows them.
 * The work itself is with the server; this is only the list.
 *
 * @module
 */

/** @typedef {{id: string, at: number}} KnownAttempt  `at`: milliseconds, of its first launch */

const MOST = 8;

export class AttemptBook {
  #key;
  /** Where storage is blocked, the list lasts as long as the page. @type {KnownAttempt[]} */
  #memory = [];
  #latest = "";

  /** @param {readonly string[]} parts  build, learner, LMS */
  constructor(parts) {
    this.#key = `apercu:${parts.join(":")}`;
  }

  /** @returns {KnownAttempt[]} in the order in which they were begun, the latest first */
  all() {
    try {
      const text = window.localStorage.getItem(this.#key);
      const read = text === null ? this.#memory : JSON.parse(text);
      return Array.isArray(read) ? read.filter(isKnown) : [];
    } catch {
      return this.#memory;
    }
  }

  /** The one that was launched last. @returns {string | null} */
  last() {
    const first = this.all()[0];
    return this.#latest || (first ? first.id : null);
  }

  /** @param {string} id  that is to be launched next; "" leaves it */
  choose(id) {
    this.#latest = id || this.#latest;
  }

  /** @param {string} id  that is launched now */
  note(id) {
    this.#latest = id;
    const known = this.all();
    if (known.some((each) => each.id === id)) return;
    this.#memory = [{ id, at: Date.now() }, ...known].slice(0, MOST);
    try {
      window.localStorage.setItem(this.#key, JSON.stringify(this.#memory));
    } catch {
      // Storage is blocked or full.
    }
  }
}

/** @param {unknown} each */
function isKnown(each) {
  const { id, at } = /** @type {Partial<KnownAttempt>} */ (each || {});
  return typeof id === "string" && typeof at === "number";
}
