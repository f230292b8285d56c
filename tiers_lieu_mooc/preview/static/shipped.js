/**
 * The content's localStorage where an LMS puts one of its own in its place, which travels to the server
 * with everything else: nothing of it stays on the device, and whoever reads the server reads it.
 *
 * @module
 */

/** @typedef {import('./table.js').CmiRecord} CmiRecord */

/** Begins the names under which the server keeps what the content stored. */
export const SHIPPED = "localStorage:";

/** Asks the server to put the storage of the page around in place of the browser's. */
export const ASKED = "stockage=lms";

/**
 * What a record holds of the content's storage.
 *
 * @param {CmiRecord} record
 * @returns {Record<string, string>}
 */
export function shippedOf(record) {
  /** @type {Record<string, string>} */
  const held = {};
  for (const [name, value] of Object.entries(record)) {
    // What was taken away is kept as nothing.
    if (name.startsWith(SHIPPED) && value) held[name.slice(SHIPPED.length)] = value;
  }
  return held;
}

/**
 * The rest of it.
 *
 * @param {CmiRecord} record
 * @returns {CmiRecord}
 */
export const withoutShipped = (record) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !name.startsWith(SHIPPED)));

/**
 * An object that contents take for `localStorage`.
 *
 * @param {Record<string, string>} held
 * @param {(key: string, value: string) => void} onChange  "" when the key is taken away
 */
export function storageOver(held, onChange) {
  const values = new Map(Object.entries(held));
  /** @param {string} key  @param {string} value */
  const set = (key, value) => {
    values.set(key, value);
    onChange(key, value);
  };
  /** @param {string} key */
  const remove = (key) => {
    if (values.delete(key)) onChange(key, "");
  };
  const own = {
    get length() {
      return values.size;
    },
    key: (/** @type {number} */ index) => [...values.keys()][index] ?? null,
    getItem: (/** @type {unknown} */ key) => values.get(String(key)) ?? null,
    setItem: (/** @type {unknown} */ key, /** @type {unknown} */ value) =>
      set(String(key), String(value)),
    removeItem: (/** @type {unknown} */ key) => remove(String(key)),
    clear: () => [...values.keys()].forEach(remove),
  };
  // Keys may be read and set as properties, and listed, as with the browser's own.
  return new Proxy(own, {
    get: (target, name) =>
      name in target ? Reflect.get(target, name) : values.get(String(name)),
    set: (_, name, value) => {
      set(String(name), String(value));
      return true;
    },
    deleteProperty: (_, name) => {
      remove(String(name));
      return true;
    },
    has: (target, name) => name in target || values.has(String(name)),
    ownKeys: () => [...values.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      values.has(String(name))
        ? { value: values.get(String(name)), writable: true, enumerable: true, configurable: true }
        : undefined,
  });
}
