/** What may fail without harm to what comes after it: a device that refuses, what others wrote, an addition. */

/**
 * @template T
 * @param {() => T} act
 * @returns {T | null}  null when it failed
 */
export function tried(act) {
  try {
    return act();
  } catch (failed) {
    return null;
  }
}
