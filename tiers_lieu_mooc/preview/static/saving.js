/**
 * Sends what the content commits to the server: changes only, each message with everything that
 * was not acknowledged before, so that one which comes late or never is no loss.
 *
 * @module
 */

/** @typedef {import('./table.js').CmiRecord} CmiRecord */

/**
 * @typedef {object} Message
 * @property {string} session
 * @property {number} sequence
 * @property {Record<string, string>} values
 * @property {boolean} is_whole  the first of a session replaces what the last one left
 */

/** @typedef {'saved' | 'taken' | 'unreachable'} Receipt */

/**
 * @typedef {object} Post
 * @property {(message: Message) => Promise<Receipt>} send
 * @property {(message: Message) => boolean} beacon  for a page that is being left
 */

/**
 * Which messages of a session replace what the server has, instead of joining it: the first one, since
 * the record begins anew with it; each; or none.
 *
 * @typedef {"first" | "each" | "none"} Whole
 */

/** One session's way to the server. */
export class Saving {
  #session;
  #post;
  #onReceipt;
  #sequence = 0;
  /** @type {Map<string, string>} values that the server has for certain */
  #acknowledged = new Map();
  /** @type {Map<string, number>} by element, the last message that held it */
  #lastSent = new Map();
  /** @type {Record<string, string>} */
  #latest = {};
  #isWhole;
  #isEachWhole;
  #isLeaving = false;
  /** A later launch owns the attempt: nothing more is kept. */
  isTaken = false;
  /** @type {Promise<void>} */
  #pending = Promise.resolve();

  /**
   * @param {string} session
   * @param {Post} post
   * @param {(receipt: Receipt) => void} onReceipt
   * @param {object} [how]
   * @param {Whole} [how.whole]
   * @param {CmiRecord} [how.known]  what the server had at the launch: it is sent only when it changes
   */
  constructor(session, post, onReceipt, { whole = "first", known = {} } = {}) {
    this.#session = session;
    this.#post = post;
    this.#onReceipt = onReceipt;
    this.#isWhole = whole === "first";
    this.#isEachWhole = whole === "each";
    for (const [element, value] of Object.entries(known)) {
      if (value !== undefined) this.#acknowledged.set(element, value);
    }
  }

  /**
   * Sends a committed record, at once and without waiting for the message before it.
   *
   * @param {CmiRecord} record
   * @param {readonly string[]} [sent]  elements that are sent again, changed or not: another session
   *   may have written them since
   */
  keep(record, sent = []) {
    for (const element of sent) this.#acknowledged.delete(element);
    this.#latest = {};
    for (const [element, value] of Object.entries(record)) {
      if (value !== undefined) this.#latest[element] = value;
    }
    this.#sendRest();
  }

  /** The page is being left: from now on only beacons arrive, and the last message may not have. */
  leave() {
    this.#isLeaving = true;
    this.#sendRest();
  }

  /** The page was not left after all, or came back. */
  stay() {
    this.#isLeaving = false;
  }

  /** Offers again what the server has not acknowledged. */
  retry() {
    this.#sendRest();
  }

  /** Everything that was sent is answered or lost. */
  async settled() {
    await this.#pending;
  }

  #sendRest() {
    const message = this.#message();
    if (this.isTaken || Object.keys(message.values).length === 0) return;
    if (this.#isLeaving) {
      this.#post.beacon(message);
      return;
    }
    const sent = this.#post.send(message).then((receipt) => this.#receive(message, receipt));
    this.#pending = Promise.all([this.#pending, sent]).then(() => undefined);
  }

  /** @returns {Message} */
  #message() {
    this.#sequence += 1;
    /** @type {Record<string, string>} */
    const values = {};
    for (const [element, value] of Object.entries(this.#latest)) {
      if (!this.#isWhole && this.#acknowledged.get(element) === value) continue;
      values[element] = value;
      // Until this message is answered nobody knows which of the two values the server has.
      this.#acknowledged.delete(element);
      this.#lastSent.set(element, this.#sequence);
    }
    const isWhole = this.#isWhole || this.#isEachWhole;
    const isAll = this.#isEachWhole && Object.keys(values).length > 0;
    return {
      session: this.#session,
      sequence: this.#sequence,
      values: isAll ? { ...this.#latest } : values,
      is_whole: isWhole,
    };
  }

  /**
   * @param {Message} message
   * @param {Receipt} receipt
   */
  #receive({ sequence, values }, receipt) {
    if (receipt === "saved") {
      this.#isWhole = false;
      for (const [element, value] of Object.entries(values)) {
        if (this.#lastSent.get(element) === sequence) this.#acknowledged.set(element, value);
      }
    }
    if (receipt === "taken") this.isTaken = true;
    this.#onReceipt(receipt);
  }
}
