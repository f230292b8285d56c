/**
 * As much of IndexedDB as a page that keeps texts by key needs: transactions one after the other, each on
 * the disk and seen by others when it is complete, 2 to 60 ms after it began (BROWSERS-OBSERVED.md). What
 * was not complete is gone with a window that is killed; of what a closed window had begun, chance decides.
 */

/** Milliseconds that a transaction which writes takes, at least and at most; one that reads takes the least. */
const WRITE_MS = /** @type {const} */ ([2, 60]);

/**
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./clock.js").Owner} Owner
 * @typedef {import("./chance.js").Chance} Chance
 * @typedef {{from: string, to: string}} Range
 */

class Request {
  /** @type {any} */
  result = undefined;
  /** @type {((event: {target: Request}) => void) | null} */
  onsuccess = null;
  /** @type {(() => void) | null} */
  onerror = null;

  /** @param {any} result */
  succeed(result) {
    this.result = result;
    if (this.onsuccess) this.onsuccess({ target: this });
  }
}

class Transaction {
  /** @type {((event: {type: string}) => void) | null} */
  oncomplete = null;
  /** @type {((event: {type: string}) => void) | null} */
  onabort = null;
  /** @type {(() => void) | null} */
  onerror = null;
  /** @type {Error | null} */
  error = null;
  isOff = false;
  #isCommitting = false;
  /** The page said that nothing follows. */
  isWhole = false;
  /** @type {[Request, () => any][]} */
  #asked = [];
  /** @type {Map<string, string | null>} */
  #changed = new Map();

  /** @param {Database} base  @param {Owner} owner  @param {string} mode */
  constructor(base, owner, mode) {
    this.base = base;
    this.owner = owner;
    this.isWriting = mode === "readwrite";
  }

  commit() {
    this.isWhole = true;
  }

  abort() {
    if (this.#isCommitting) throw new Error("the transaction is being committed");
    this.isOff = true;
  }

  /** There is one store. */
  objectStore() {
    const { kept } = this.base;
    const value = (/** @type {string} */ key) => {
      const changed = this.#changed.get(key);
      return changed === undefined ? kept.get(key) : changed === null ? undefined : changed;
    };
    const keys = (/** @type {Range | undefined} */ range) => {
      const all = new Set([...kept.keys(), ...this.#changed.keys()]);
      return [...all].filter((key) => value(key) !== undefined && (!range || (key >= range.from && key <= range.to))).sort();
    };
    return {
      get: (/** @type {string} */ key) => this.#ask(() => value(key)),
      getAllKeys: (/** @type {Range} */ range) => this.#ask(() => keys(range)),
      getAll: (/** @type {Range} */ range) => this.#ask(() => keys(range).map(value)),
      put: (/** @type {string} */ text, /** @type {string} */ key) => this.#ask(() => this.#changed.set(key, text)),
      delete: (/** @type {string} */ key) => this.#ask(() => this.#changed.set(key, null)),
    };
  }

  /** @param {() => any} act */
  #ask(act) {
    const request = new Request();
    this.#asked.push([request, act]);
    return request;
  }

  /** Do what was asked; answers ask for more. */
  run() {
    this.#isCommitting = true;
    for (const [request, act] of this.#asked) request.succeed(act());
  }

  /** @param {boolean} isFull */
  end(isFull) {
    if (isFull && this.#changed.size) {
      this.error = Object.assign(new Error("the disk is full"), { name: "QuotaExceededError" });
      if (this.owner.isAlive && this.onabort) this.onabort({ type: "abort" });
      return;
    }
    for (const [key, text] of this.#changed) {
      if (text === null) this.base.kept.delete(key);
      else this.base.kept.set(key, text);
    }
    if (this.owner.isAlive && this.oncomplete) this.oncomplete({ type: "complete" });
  }
}

/** The database of a device, the same for all windows. */
export class Database {
  /** @type {Map<string, string>} */
  kept = new Map();
  isFull = false;
  /** The one that runs first. @type {Transaction[]} */
  #queue = [];
  #isRunning = false;

  /** @param {Clock} clock  @param {Chance} chance */
  constructor(clock, chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /** @param {Owner} owner  @param {string} mode */
  begin(owner, mode) {
    const step = new Transaction(this, owner, mode);
    this.#queue.push(step);
    this.#goOn();
    return step;
  }

  #goOn() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.clock.after(WORLD, 1, () => {
      let step = this.#queue.shift();
      while (step && step.isOff) step = this.#queue.shift();
      if (step) this.#run(step);
      else this.#isRunning = false;
    });
  }

  /** @param {Transaction} step */
  #run(step) {
    step.owner.enter();
    step.run();
    this.clock.after(WORLD, step.isWriting ? this.chance.whole(...WRITE_MS) : WRITE_MS[0], () => {
      step.owner.enter();
      if (!step.isOff) step.end(this.isFull);
      this.#running = null;
      this.#isRunning = false;
      if (this.#queue.length) this.#goOn();
    });
    this.#running = step;
  }

  /** @type {Transaction | null} */
  #running = null;

  /**
   * A window goes.
   *
   * @param {Owner} owner
   * @param {(isWhole: boolean) => boolean} survives  whether a transaction is brought to its end all the same
   */
  leave(owner, survives) {
    for (const step of this.#running ? [...this.#queue, this.#running] : this.#queue) {
      if (step.owner === owner && !survives(step.isWhole)) step.isOff = true;
    }
  }
}

/** @type {Owner} */
const WORLD = { isAlive: true, enter() {} };
