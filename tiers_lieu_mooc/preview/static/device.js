/**
 * What contents keep in this browser, and how an LMS or a learner empties it. What the preview itself
 * keeps there, its lists of attempts, stays.
 *
 * @module
 */

const OWN = "apercu:";

/** Two names of this machine: to a browser they are two sites, which share nothing. */
const NAMES = ["127.0.0.1", "localhost"];

/** As an LMS on the same site does that calls `localStorage.clear()`; IndexedDB stays. */
export function emptyLocalStorage() {
  empty(() => window.localStorage);
}

/** As if the learner went on with another device. */
export async function emptyDevice() {
  emptyLocalStorage();
  empty(() => window.sessionStorage);
  try {
    const known = await window.indexedDB.databases();
    await Promise.all(known.map(({ name }) => deleted(name || "")));
  } catch {
    // Storage is blocked, or this browser does not list what it has.
  }
}

/**
 * The same page as another device opens it, with a storage of its own.
 *
 * @param {URL} address
 * @returns {URL | null} null: this machine has no second name under which it may be asked
 */
export function onOtherDevice(address) {
  const other = NAMES.find((name) => name !== address.hostname);
  if (!NAMES.includes(address.hostname) || !other) return null;
  const there = new URL(address);
  there.hostname = other;
  return there;
}

/** @param {() => Storage} storage */
function empty(storage) {
  try {
    const held = storage();
    for (const key of Object.keys(held)) if (!key.startsWith(OWN)) held.removeItem(key);
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

/**
 * @param {string} name
 * @returns {Promise<void>} at once where a page still holds it open: then it goes with that page
 */
function deleted(name) {
  return new Promise((resolve) => {
    const asked = window.indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"]) asked.addEventListener(end, () => resolve());
  });
}
