/**
 * The state's copy on this device: written at every change, read by the other windows of the same
 * learner and at every launch, whatever became of the LMS meanwhile. It stays after a commit, too: the only
 * proof is a launch that gives the state back, and another session may overwrite it (ARCHITECTURE §5).
 */

import { encode } from "./state.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./store.js").Store} Store
 * @typedef {ReturnType<typeof mirrorOn>} Mirror
 */

/**
 * @param {import("./device.js").Device} device
 * @param {{id: string, name: string}} contents
 * @param {() => number} now  milliseconds
 */
export function mirrorOn(device, { id, name: whole }, now) {
  /** Each package of a course has its own, since each has its own record in the LMS. */
  const own = whole.slice(id.length);
  const name = `state${own}`;
  /** What stands there by our own hand. */
  let written = "";

  /**
   * Take over what another window wrote since.
   *
   * @param {Store} store
   */
  function take(store) {
    const text = device.read(name);
    const state = text === written ? null : device.readState(name);
    written = text;
    if (state) store.merge(state);
  }

  return {
    device,
    name,
    take,

    /** What is kept for this learner. */
    kept: () => device.readState(name),

    /**
     * Bring together what this window and the others know, here and on the device.
     *
     * @param {Store} store
     * @returns {boolean}  whether it will still be there at the next visit
     */
    keep(store) {
      take(store);
      written = `${now().toString(36)}.${encode(store.state)}`;
      return device.write(name, written);
    },
  };
}
