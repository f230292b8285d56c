/**
 * What the browser keeps of this origin in IndexedDB, as texts by key. Unlike localStorage it outlives a
 * new login to Moodle, and what was written is there after a crash (LMS-OBSERVED.md, BROWSERS-OBSERVED.md).
 *
 * @module
 */

import { tried } from "./tried.js";

const NAME = "tiers-lieu-mooc";
const STORE = "kept";
/** A disk that does not answer by then is done without: answers wait for it. */
const PATIENCE_MS = 2000;

/**
 * @typedef {object} Disk
 * @property {(prefix: string) => Promise<{[key: string]: string}>} load  everything whose key begins so
 * @property {(key: string, act: (text: string) => string) => Promise<string>} change  read, change and
 *   write in one step that no other window comes between; "" stands for nothing. Resolves to what is there
 *   once it would outlive a crash; rejects when the browser refuses
 * @property {(key: string, text: string) => void} put  write blindly, and as well as a page can that is
 *   being left; "" erases
 * @property {(act: (key: string) => void) => void} hear  what other windows changed
 */

/**
 * @param {Pick<Window, "indexedDB" | "setTimeout">} page
 * @returns {Promise<Disk | null>}  null where the browser keeps nothing
 */
export function openDisk(page) {
  return new Promise((resolve) => {
    const quit = () => resolve(null);
    page.setTimeout(quit, PATIENCE_MS);
    const asked = tried(() => page.indexedDB.open(NAME, 1));
    if (!asked) return quit();
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => {
      const disk = diskOn(asked.result);
      disk.load(NAME).then(() => resolve(disk), asked.onerror);
    };
    asked.onerror = quit;
  });
}

/** Whatever stands there. @param {unknown} found */
const textIn = (found) => (typeof found === "string" ? found : "");

/** @param {IDBDatabase} base  @returns {Disk} */
function diskOn(base) {
  const channel = typeof BroadcastChannel === "function" && new BroadcastChannel(NAME);

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore, done: (result: T) => void) => void} act
   * @returns {Promise<T>}
   */
  function within(mode, act) {
    return new Promise((resolve, reject) => {
      /** @type {T} */
      let result;
      const step = base.transaction(STORE, mode, { durability: "strict" });
      // WebKit keeps a page that is left alive with its steps, which then never end: nothing else is read nor
      // written any more, and the next launch would wait for ever.
      const quit = () => tried(() => step.abort());
      window.addEventListener("pagehide", quit);
      step.oncomplete = step.onabort = ({ type }) => {
        window.removeEventListener("pagehide", quit);
        if (type === "abort") reject();
        else resolve(result);
      };
      act(step.objectStore(STORE), (found) => {
        result = found;
      });
    });
  }

  /** @param {IDBObjectStore} store  @param {string} key  @param {string} text */
  const write = (store, key, text) => (text ? store.put(text, key) : store.delete(key));

  /** @param {string} key */
  function tell(key) {
    if (channel) channel.postMessage(key);
  }

  return {
    load: (prefix) =>
      within("readonly", (store, done) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const keys = store.getAllKeys(range);
        store.getAll(range).onsuccess = ({ target }) => {
          /** @type {{[key: string]: string}} */
          const found = {};
          keys.result.forEach((key, at) => {
            found[String(key)] = textIn(/** @type {IDBRequest} */ (target).result[at]);
          });
          done(found);
        };
      }),
    change: (key, act) =>
      within("readwrite", (store, /** @type {(result: [string, boolean]) => void} */ done) => {
        const asked = store.get(key);
        asked.onsuccess = () => {
          const found = textIn(asked.result);
          const text = act(found);
          if (text !== found) write(store, key, text);
          done([text, text !== found]);
        };
      }).then(([text, isNew]) => {
        if (isNew) tell(key);
        return text;
      }),
    // Nobody is left to be told of a failure.
    put: (key, text) =>
      tried(() => {
        const step = base.transaction(STORE, "readwrite");
        write(step.objectStore(STORE), key, text);
        if (step.commit) step.commit();
        tell(key);
      }),
    hear(act) {
      if (channel) channel.onmessage = ({ data }) => act(data);
    },
  };
}
