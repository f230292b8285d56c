/**
 * What the window of a package meets besides the LMS, under a test's hand: storage that is blocked
 * or full, chance from a seed, time that stands still until it is told to go on, and an end that is told to nobody.
 * Runs before anything of the page. Options, in the address of the player: `storage=blocked` or
 * `full`, `random=SEED`, `clock=still` with `now` in milliseconds, or what the window around all
 * others says (`virtualNow`), since a page may be loaded anew.
 */

(() => {
  const page = /** @type {any} */ (window);
  const { clock, now: start, random, storage, shim } = /** @type {any} */ (window.parent).worldOptions || {};
  const desk = /** @type {any} */ (window.top);
  const realFetch = window.fetch.bind(window);
  const RealDate = Date;
  let isDead = false;
  let isHidden = false;
  let requests = 0;
  let now = Math.max(Number(start), (clock && desk.virtualNow) || 0) || RealDate.now();
  let last = 0;
  /** @type {{id: number, at: number, act: () => void}[]} */
  let timers = [];

  // A window whose process is killed hears of nothing.
  for (const name of ["visibilitychange", "pagehide", "pageshow", "beforeunload", "unload", "freeze"]) {
    window.addEventListener(name, (event) => isDead && event.stopImmediatePropagation(), true);
  }
  Object.defineProperty(document, "visibilityState", { get: () => (isHidden ? "hidden" : "visible") });
  Object.defineProperty(document, "hidden", { get: () => isHidden });

  // Until its body is there a request is under way.
  window.fetch = (...parameters) => {
    requests += 1;
    const answer = realFetch(...parameters);
    const whole = answer.then((response) => response.clone().arrayBuffer());
    const settle = () => {
      requests -= 1;
    };
    whole.then(settle, settle);
    return answer;
  };

  const refusals = { blocked: "SecurityError", full: "QuotaExceededError" };
  /** @param {"blocked" | "full"} how  @returns {never} */
  function refuse(how) {
    throw new DOMException(`the storage is ${how}`, refusals[how]);
  }
  if (storage === "blocked") for (const name of ["localStorage", "indexedDB"]) Object.defineProperty(window, name, { get: () => refuse("blocked") });
  if (storage === "full") {
    Storage.prototype.setItem = () => refuse("full");
    IDBObjectStore.prototype.put = () => refuse("full");
  }

  // An LMS may put a localStorage of its own into the window, which it keeps on its server (Kolibri).
  if (shim) {
    page.kolibri = {};
    const methods = {
      getItem: (/** @type {string} */ key) => (key in shim ? shim[key] : null),
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => void (shim[key] = String(text)),
      removeItem: (/** @type {string} */ key) => void delete shim[key],
    };
    for (const [name, value] of Object.entries(methods)) Object.defineProperty(shim, name, { value, enumerable: false });
    if (!storage) Object.defineProperty(window, "localStorage", { get: () => shim });
  }

  /** What is asked of the database is under way until it is told of.  @param {EventTarget} asked  @param {string[]} ends */
  function await_(asked, ends) {
    requests += 1;
    const settle = () => {
      requests -= 1;
    };
    for (const end of ends) asked.addEventListener(end, settle, { once: true });
  }
  if (storage !== "blocked") {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function opened(...parameters) {
      const request = open.apply(this, parameters);
      await_(request, ["success", "error"]);
      return request;
    };
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function begun(...parameters) {
      const step = transaction.apply(this, parameters);
      await_(step, ["complete", "abort"]);
      return step;
    };
  }

  /** @param {Function} act  @param {number} ms  @param {unknown[]} parameters */
  function later(act, ms, ...parameters) {
    last += 1;
    timers.push({ id: last, at: now + (ms || 0), act: () => act(...parameters) });
    return last;
  }

  /** @param {number} id */
  function forget(id) {
    timers = timers.filter((timer) => timer.id !== id);
  }

  /** What has begun is at its end. A timer of no time would take four milliseconds. */
  async function quiet() {
    do {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage("");
      });
    } while (requests > 0);
  }

  /** Everything that needs no time has happened. */
  const settled = () => pass(0);

  /** @param {number} ms */
  async function pass(ms) {
    const until = now + ms;
    await quiet();
    for (;;) {
      const due = timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at || one.id - other.id)[0];
      if (!due) break;
      forget(due.id);
      now = Math.max(now, due.at);
      due.act();
      await quiet();
    }
    now = until;
  }

  if (random) {
    let state = Number(random);
    Math.random = () => {
      state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
      return state / 2 ** 32;
    };
    crypto.getRandomValues = (/** @type {any} */ values) => values.map(() => Math.random() * 2 ** 32);
  }

  // When other windows hear of what was stored, and which is in front, is what the test says.
  /** @type {(StorageEventInit | {told: unknown})[]} */
  const stored = [];
  /** @type {any[]} */
  const channels = [];
  if (clock === "still") {
    page.BroadcastChannel = class {
      onmessage = null;

      constructor() {
        channels.push(this);
      }

      /** @param {unknown} told */
      postMessage(told) {
        stored.push({ told });
      }
    };
  }
  if (clock === "still" && !storage) {
    const { setItem, removeItem } = Storage.prototype;
    const note = (/** @type {Storage} */ area, /** @type {string} */ key, /** @type {() => void} */ act) => {
      const oldValue = area.getItem(key);
      act();
      const newValue = area.getItem(key);
      if (oldValue === newValue) return;
      stored.push({ key, oldValue, newValue });
      // Until it is on the disk, a browser that is killed takes it along.
      if (desk.unwritten) desk.unwritten.push({ at: now, key, oldValue });
    };
    Storage.prototype.setItem = function set(key, value) {
      note(this, key, () => setItem.call(this, key, value));
    };
    Storage.prototype.removeItem = function remove(key) {
      note(this, key, () => removeItem.call(this, key));
    };
    for (const name of ["storage", "focus"]) {
      window.addEventListener(name, (event) => event.isTrusted && event.target === window && event.stopImmediatePropagation(), true);
    }
  }

  if (clock === "still") {
    page.Date = class extends RealDate {
      /** @param {[]} parameters */
      constructor(...parameters) {
        if (parameters.length) super(...parameters);
        else super(now);
      }

      /** @override */
      static now() {
        return now;
      }
    };
    page.setTimeout = later;
    page.clearTimeout = forget;
    page.requestAnimationFrame = (/** @type {Function} */ act) => later(act, 16, now);
    page.cancelAnimationFrame = forget;
    page.setInterval = (/** @type {Function} */ act, /** @type {number} */ ms, /** @type {unknown[]} */ ...parameters) => {
      const again = () => {
        act(...parameters);
        timers.push({ id, at: now + Math.max(1, ms), act: again });
      };
      const id = later(again, ms);
      return id;
    };
    page.clearInterval = forget;
  }

  // A page that wants the LMS's page loaded anew is loaded when the test is ready for it.
  if (clock === "still") {
    const real = /** @type {any} */ (window.parent);
    const around = {
      location: { reload: () => void (page.world.wantsLaunch = true) },
      get API() {
        return real.API;
      },
      get API_1484_11() {
        return real.API_1484_11;
      },
      parent: real,
    };
    Object.defineProperty(window, "parent", { get: () => around });
  }

  page.world = {
    wantsLaunch: false,
    pass,
    settled,
    /** What was stored since the last time. */
    news: () => stored.splice(0),
    /** @param {(StorageEventInit | {told: unknown})[]} news  stored or told by another window */
    hear(news) {
      for (const each of news) {
        if (!("told" in each)) window.dispatchEvent(new StorageEvent("storage", each));
        else for (const { onmessage } of channels) if (onmessage) onmessage({ data: each.told });
      }
    },
    /** @param {boolean} isAway */
    hide(isAway) {
      isHidden = isAway;
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    },
    die() {
      isDead = true;
      timers = [];
    },
  };
})();
