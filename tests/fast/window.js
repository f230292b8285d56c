/**
 * What the page's scripts meet of a browser: events, timers, a storage, a line to fetch over, and the
 * few elements that saving looks at. No document is laid out; what is shown is noted.
 */

/**
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./device.js").Device} Device
 *
 * @typedef {{type: string, key?: string | null, target?: unknown, persisted?: boolean, preventDefault?: () => void, returnValue?: unknown}} Happening
 */

const FRAME_MS = 16;
/** What a request for a small file takes, there and back. */
const FETCH_MS = 60;

class Heard {
  /** @type {Map<string, ((event: any) => void)[]>} */
  #ears = new Map();

  /** @param {string} type  @param {(event: any) => void} act */
  addEventListener(type, act) {
    const ears = this.#ears.get(type);
    if (ears) ears.push(act);
    else this.#ears.set(type, [act]);
  }

  /** @param {string} type  @param {(event: any) => void} act */
  removeEventListener(type, act) {
    const ears = this.#ears.get(type);
    if (ears) this.#ears.set(type, ears.filter((each) => each !== act));
  }

  /** @param {Happening} event */
  dispatchEvent(event) {
    const ears = this.#ears.get(event.type);
    if (ears) for (const act of ears) act(event);
    return true;
  }
}

/** As much of an element as saving needs: data, attributes, words, events. */
export class Piece extends Heard {
  /** @type {Record<string, string>} */
  dataset = {};
  hidden = false;
  textContent = "";
  /** @type {Record<string, Piece>} */
  parts = {};
  /** @type {Set<string>} */
  marks = new Set();
  classList = { add() {}, remove() {}, toggle() {}, contains: () => false };

  /** @param {string} selector  @returns {any} */
  querySelector(selector) {
    return this.parts[selector] || null;
  }

  /** @returns {any} */
  get lastElementChild() {
    return this;
  }

  /** @type {Piece[]} */
  buttons = [];

  /** @param {string} selector  @returns {any[]} */
  querySelectorAll(selector) {
    return selector === "button" ? this.buttons : [];
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.marks.has(name);
  }

  /** @param {string} name */
  setAttribute(name) {
    this.marks.add(name);
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.marks.delete(name);
  }

  /** @param {string} name */
  getAttribute(name) {
    if (name === "data-index") return this.dataset.index;
    return this.marks.has(name) ? "" : null;
  }

  /** What holds it, where it is not itself. @type {Piece | null} */
  holder = null;

  /** @returns {any} */
  closest() {
    return this.holder || this;
  }

  focus() {}
}

/** One window of a device, as long as it stands. */
export class Tab extends Heard {
  isAlive = true;
  isHidden = false;
  /** Since when nobody looks at it. */
  document = new PageDocument();
  /** The page asks for a new launch, of itself or of the LMS's page around it. */
  onReload = () => {};
  location = { hash: "", protocol: "https:", hostname: "lms.example", reload: () => this.onReload() };
  /** The LMS's page. @type {Record<string, unknown>} */
  parent = { location: this.location };

  /**
   * @param {Clock} clock
   * @param {Device} device
   * @param {() => {status: number, text: string} | null} fetched  what a request for the witness finds
   */
  constructor(clock, device, fetched) {
    super();
    this.clock = clock;
    this.device = device;
    this.fetched = fetched;
    this.parent.parent = this.parent;
    this.local = device.local;
    this.navigator = {
      get onLine() {
        return device.line !== "cut" || !device.knowsLine;
      },
    };
    device.windows.add(this);
  }

  /** Begin a transaction in this device's database.  @param {string} mode */
  transaction(mode) {
    const { storage, database } = this.device;
    if (storage === "blocked" || storage === "local only") throw new Error("the storage is blocked");
    return database.begin(this, mode);
  }

  /** Make what the page's scripts see this window's. */
  enter() {
    if (front === this) return;
    front = this;
    const page = /** @type {any} */ (globalThis);
    page.window = this;
    page.document = this.document;
    page.location = this.location;
    page.localStorage = this.device.storage === "disk only" || this.device.storage === "blocked" ? forbidden : this.local;
    this.local.enter(this);
    current.navigator = this.navigator;
  }

  /** @param {() => void} act  @param {number} [ms] */
  setTimeout = (act, ms = 0) => this.clock.after(this, ms, act);

  /** @param {any} timer */
  clearTimeout = (timer) => this.clock.cancel(timer);

  /** @returns {Promise<any>} */
  fetch = () =>
    new Promise((resolve, reject) => {
      this.clock.after(this, FETCH_MS, () => {
        const found = this.fetched();
        if (found) resolve(responseOf(found));
        else reject(new TypeError("Failed to fetch"));
      });
    });

  /** @param {string | null} key  that another window changed */
  hearStorage(key) {
    this.dispatchEvent({ type: "storage", key });
  }

  /** What this window's scripts do when another one tells them something. @type {((event: {data: unknown}) => void) | null} */
  heard = null;

  /** @param {unknown} data */
  hearChannel(data) {
    if (this.heard) this.heard({ data });
  }

  /** @param {boolean} isHidden */
  look(isHidden) {
    if (this.isHidden === isHidden) return;
    this.isHidden = isHidden;
    this.document.hidden = isHidden;
    this.document.visibilityState = isHidden ? "hidden" : "visible";
    this.enter();
    this.document.dispatchEvent({ type: "visibilitychange" });
  }

  /** The learner leaves: the page hears of it. */
  close() {
    this.enter();
    this.dispatchEvent({ type: "beforeunload", preventDefault() {} });
    this.dispatchEvent({ type: "pagehide", persisted: false });
    this.look(true);
    this.#go((isWhole) => this.device.chance.happens(isWhole ? 0.8 : 0.5));
  }

  /** Nothing happens in this window any more, and nobody was told. */
  die() {
    this.#go(() => false);
  }

  /** @param {(isWhole: boolean) => boolean} survives  a write to the disk that is under way */
  #go(survives) {
    this.device.database.leave(this, survives);
    this.isAlive = false;
    this.device.windows.delete(this);
  }
}

/** @type {Tab | null} */
let front = null;
/** @type {{navigator: unknown}} */
const current = { navigator: {} };
const forbidden = new Proxy(
  {},
  {
    get() {
      throw new Error("the storage is blocked");
    },
    ownKeys() {
      throw new Error("the storage is blocked");
    },
  },
);

/** @param {{status: number, text: string}} found */
function responseOf({ status, text }) {
  const headers = new Map([["date", "x"]]);
  return { status, ok: status >= 200 && status < 300, type: "basic", redirected: false, headers, text: () => Promise.resolve(text) };
}

const WORDS = { content: { querySelector: (/** @type {string} */ selector) => ({ textContent: selector }) } };

export class PageDocument extends Heard {
  hidden = false;
  visibilityState = "visible";
  readyState = "complete";
  activeElement = null;
  documentElement = new Piece();
  line = new Piece();
  offer = new Piece();
  /** @type {Record<string, Piece>} */
  places;

  constructor() {
    super();
    this.line.buttons = ["retry", "relaunch"].map((way) => Object.assign(new Piece(), { dataset: { way }, hidden: true }));
    this.places = { "[data-saving]": this.line, "[data-offer]": this.offer };
  }

  /** @param {string} selector  @returns {any} */
  querySelector(selector) {
    return this.places[selector] || null;
  }

  /** @returns {any[]} */
  querySelectorAll(_selector = "") {
    return [];
  }

  /** Templates of words; a word is its own name here.  @returns {any} */
  getElementById() {
    return WORDS;
  }

  /** The learner presses a button.  @param {Piece} button */
  press(button) {
    this.dispatchEvent({ type: "click", target: button });
  }
}

/** `BroadcastChannel`; there is one name. The page's scripts are loaded once for all windows: it is the one that runs. */
class Channel {
  /** @param {((event: {data: unknown}) => void) | null} act */
  set onmessage(act) {
    running().heard = act;
  }

  /** @param {unknown} data */
  postMessage(data) {
    const tab = running();
    tab.device.tell(tab, (window) => window.hearChannel(data));
  }
}

/** `indexedDB`, likewise. */
const DISK = {
  open() {
    const request = { result: BASE, onsuccess: () => {}, onerror: () => {}, onupgradeneeded: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  },
};
const BASE = {
  createObjectStore() {},
  transaction: (/** @type {string} */ store, /** @type {string} */ mode) => (front ? running().transaction(mode) : firstLook()),
};

/** Before there is a window, the page's scripts see whether the disk answers: it does, and holds nothing. */
function firstLook() {
  /** @type {{oncomplete: (event: {type: string}) => void, objectStore: () => object}} */
  const step = { oncomplete() {}, objectStore: () => ({ getAllKeys: () => ({}), getAll: () => ({}) }) };
  queueMicrotask(() => step.oncomplete({ type: "complete" }));
  return step;
}

/** The window whose scripts run. */
const running = () => /** @type {Tab} */ (front);

/** An event as the page makes one; the browser's own costs ten times as much. */
class LightEvent {
  /** @param {string} type */
  constructor(type) {
    this.type = type;
  }
}

/** Time and chance, for all scripts of this thread. */
export const world = { now: () => 0, random: () => 0 };

/** Put windows where scripts look for the browser's, before any of the page's is read. */
function install() {
  const page = /** @type {any} */ (globalThis);
  const RealDate = Date;
  page.Date = class extends RealDate {
    /** @param {any[]} parameters */
    constructor(...parameters) {
      if (parameters.length) super(.../** @type {[number]} */ (parameters));
      else super(world.now());
    }

    /** @override */
    static now() {
      return world.now();
    }
  };
  Math.random = () => world.random();
  page.CustomEvent = LightEvent;
  page.Event = LightEvent;
  page.BroadcastChannel = Channel;
  page.window = { indexedDB: DISK, setTimeout() {}, addEventListener() {}, removeEventListener() {} };
  page.IDBKeyRange = { bound: (/** @type {string} */ from, /** @type {string} */ to) => ({ from, to }) };
  page.setTimeout = (/** @type {() => void} */ act, /** @type {number} */ ms) => running().setTimeout(act, ms);
  page.clearTimeout = (/** @type {any} */ timer) => running().clearTimeout(timer);
  page.requestAnimationFrame = (/** @type {() => void} */ act) => running().setTimeout(act, FRAME_MS);
  Object.defineProperty(page, "navigator", { get: () => current.navigator, configurable: true });
}

install();
