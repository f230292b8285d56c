/**
 * Time that passes when it is told to. What is due happens in its order, each thing in the window that
 * asked for it, and what it promised is settled before the next.
 */

/** 2027-01-15, so that stamps made of seconds since 2026 are ordinary ones. */
const START_MS = 1_800_000_000_000;

/**
 * @typedef {object} Owner  who asked for something: a window, or the world itself
 * @property {boolean} isAlive  whether things still happen for it
 * @property {() => void} enter  make what its scripts see the page's globals
 *
 * @typedef {object} Timer
 * @property {number} at
 * @property {Owner} owner
 * @property {() => void} act
 */

/**
 * Let all promises settle that can without time. Node.js has no public way to do so at once; to wait for
 * its next turn would take ten times as long, and a session has two hundred such moments. Nothing happens
 * when a promise is already being settled: call it from an event's handler, never after an `await`.
 *
 * @type {() => void}
 */
export const settle = /** @type {any} */ (process)._tickCallback;

/**
 * Do something where `settle` works.
 *
 * @template T
 * @param {() => T} act
 * @returns {Promise<T>}
 */
export const atTop = (act) => new Promise((resolve) => setImmediate(() => resolve(act())));

/** @throws {Error}  where `settle` does not work */
export function checkTop() {
  let isSettled = false;
  Promise.resolve().then(() => {
    isSettled = true;
  });
  settle();
  if (!isSettled) throw new Error("sessions are not played in the middle of a promise");
}

export class Clock {
  ms = START_MS;
  /** The next one last. @type {Timer[]} */
  #timers = [];

  now = () => this.ms;

  /** @param {Owner} owner  @param {number} ms  @param {() => void} act  @returns {Timer} */
  after(owner, ms, act) {
    const timer = { at: this.ms + (ms > 0 ? Math.round(ms) : 0), owner, act };
    let place = this.#timers.length;
    while (place > 0 && this.#timers[place - 1].at <= timer.at) place -= 1;
    this.#timers.splice(place, 0, timer);
    return timer;
  }

  /** @param {Timer | null | undefined | 0} timer */
  cancel(timer) {
    const place = timer ? this.#timers.indexOf(timer) : -1;
    if (place >= 0) this.#timers.splice(place, 1);
  }

  /** @param {number} ms */
  pass(ms) {
    const until = this.ms + Math.round(ms);
    settle();
    for (;;) {
      const timer = this.#timers[this.#timers.length - 1];
      if (!timer || timer.at > until) break;
      this.#timers.pop();
      if (!timer.owner.isAlive) continue;
      this.ms = timer.at;
      timer.owner.enter();
      timer.act();
      settle();
    }
    this.ms = until;
  }
}
