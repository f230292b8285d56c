/**
 * The recorder when no LMS listens: nothing is reported, and the page itself keeps what it can.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Recorder} Recorder */

/** @returns {Recorder} */
export function local() {
  const nothing = () => {};
  return {
    kind: "local",
    isTracked: false,
    calmMs: 0,
    stateRoom: Infinity,
    open: () => ({ state: "", location: "", mode: "normal", learnerId: "", learnerName: "", isRefused: false }),
    setState: nothing,
    setLocation: nothing,
    setResult: nothing,
    setInteractions: () => null,
    setObjective: nothing,
    hasNews: () => false,
    commit: () => false,
    settle: nothing,
    renew: nothing,
    narrow: nothing,
    isNarrow: () => false,
    close: nothing,
    leave: nothing,
    relaunch: () => false,
    refusals: () => [],
  };
}
