/**
 * The recorder when no LMS listens: the state stays on this device, nothing is reported.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */

/** Characters; browsers keep five million for all pages of one origin. */
const ROOM = 1_000_000;

/**
 * @param {{readonly localStorage: Storage}} window  reading its storage may throw
 * @param {string} key
 * @returns {Recorder}
 */
export function local(window, key) {
  const kept = { state: "", location: "" };
  let isClosed = false;

  function read() {
    try {
      const found = JSON.parse(window.localStorage.getItem(key) || "{}");
      kept.state = String(found.state || "");
      kept.location = String(found.location || "");
    } catch {
      // Blocked storage or a text of somebody else's: there is nothing to resume.
    }
  }

  function write() {
    if (isClosed) return false;
    try {
      window.localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  return {
    kind: "local",
    isTracked: false,
    stateRoom: ROOM,
    open() {
      read();
      return {
        state: kept.state,
        location: kept.location,
        mode: "normal",
        learnerId: "",
        learnerName: "",
      };
    },
    setState(state) {
      kept.state = state;
      write();
    },
    setLocation(location) {
      kept.location = location;
      write();
    },
    setResult() {},
    setInteractions: () => null,
    setObjective() {},
    commit: write,
    close() {
      isClosed = true;
    },
    refusals: () => [],
  };
}
