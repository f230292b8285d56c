/**
 * A device as browsers are: a localStorage that reaches the disk within three seconds
 * (BROWSERS-OBSERVED.md), an IndexedDB, windows that hear of each other.
 */

import { Database } from "./indexed.js";

/** Seconds that a browser takes to write localStorage down. */
export const LOCAL_LAG_MS = 3000;
const NEWS_MS = 1;

/**
 * @typedef {"" | "blocked" | "full" | "local only" | "disk only"} Storage
 *   what of it works: all, nothing, nothing that is written, one of the two
 *
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./clock.js").Owner} Owner
 * @typedef {import("./chance.js").Chance} Chance
 *
 * @typedef {Owner & {
 *   hearStorage: (key: string | null) => void, hearChannel: (data: unknown) => void,
 *   dispatchEvent: (event: {type: string}) => void}} Ear  a window of the device
 */

/** @param {string} name  @returns {never} */
function refuse(name) {
  throw Object.assign(new Error(`the storage refuses: ${name}`), { name });
}

/** As `Storage`: what is kept are its own properties. */
export class LocalStorage {
  /** @type {{at: number, key: string, before: string | undefined}[]} */
  #young = [];
  /** The window whose scripts run. @type {Ear | null} */
  #front = null;
  #device;
  #clock;

  /** @param {Device} device  @param {Clock} clock */
  constructor(device, clock) {
    this.#device = device;
    this.#clock = clock;
  }

  /** @param {Ear} window  whose scripts run now */
  enter(window) {
    this.#front = window;
  }

  /** @param {string} key  @returns {string | null} */
  getItem(key) {
    const value = /** @type {any} */ (this)[key];
    return value === undefined ? null : value;
  }

  /** @param {string} key  @param {string} text */
  setItem(key, text) {
    if (this.#device.storage === "full") refuse("QuotaExceededError");
    this.#set(key, String(text));
  }

  /** @param {string} key */
  removeItem(key) {
    this.#set(key, undefined);
  }

  /** @param {number} place */
  key(place) {
    return Object.keys(this)[place] || null;
  }

  get length() {
    return Object.keys(this).length;
  }

  clear() {
    for (const key of Object.keys(this)) this.#set(key, undefined);
  }

  /** @param {string} key  @param {string | undefined} text */
  #set(key, text) {
    const all = /** @type {any} */ (this);
    const before = all[key];
    if (before === text) return;
    if (text === undefined) delete all[key];
    else all[key] = text;
    const now = this.#clock.now();
    while (this.#young.length && this.#young[0].at < now - LOCAL_LAG_MS) this.#young.shift();
    this.#young.push({ at: now, key, before });
    this.#device.tell(this.#front, (window) => window.hearStorage(key));
  }

  /** What had not reached the disk is gone with the browser. */
  crash() {
    const all = /** @type {any} */ (this);
    const since = this.#clock.now() - LOCAL_LAG_MS;
    for (const { at, key, before } of this.#young.reverse()) {
      if (at < since) continue;
      if (before === undefined) delete all[key];
      else all[key] = before;
    }
    this.#young = [];
  }
}

export class Device {
  /** What was launched before the latest login has an older number. */
  session = 0;
  /** @type {"open" | "cut" | "expired" | "refusing" | "lying"} */
  line = "open";
  /** What is answered for the witness, where that is not its file. @type {{status: number, text: string} | null} */
  witness = null;
  /** Whether the browser knows that it is offline, when it is. */
  knowsLine = true;
  /** @type {Set<Ear>} */
  windows = new Set();

  /** @param {string} name  @param {Storage} storage  @param {boolean} isShared  @param {{clock: Clock, chance: Chance}} around */
  constructor(name, storage, isShared, { clock, chance }) {
    this.name = name;
    this.storage = storage;
    this.isShared = isShared;
    this.clock = clock;
    this.chance = chance;
    this.local = new LocalStorage(this, clock);
    this.database = new Database(clock, chance);
    this.database.isFull = storage === "full";
  }

  /** Whether what was done is still there after a crash and a new login. */
  get keeps() {
    return !this.isShared && (this.storage === "" || this.storage === "disk only");
  }

  /** @param {Ear | null} from  @param {(window: Ear) => void} act  in every other window */
  tell(from, act) {
    for (const window of this.windows) if (window !== from) this.clock.after(window, NEWS_MS, () => act(window));
  }
}
