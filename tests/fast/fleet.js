/** Sessions on every core at a time. */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Sessions in one order to a thread: some tenths of a second. */
const ORDER = 250;

/** What a thread may leave behind before it tidies up: three times 128. */
const YOUNG_MB = 384;

/**
 * Play the sessions of these seeds.
 *
 * @param {number} first
 * @param {number} sessions
 * @param {(part: import("./worker.js").Part) => boolean} hear  told as they come: whether to go on
 * @param {number} [workers]
 * @returns {Promise<void>}
 */
export async function played(first, sessions, hear, workers = availableParallelism()) {
  const last = first + sessions;
  let next = first;
  /** @returns {{first: number, sessions: number} | null} */
  const order = () => {
    if (next >= last) return null;
    const from = next;
    next = Math.min(last, next + ORDER);
    return { first: from, sessions: next - from };
  };
  /** @param {import("./worker.js").Part} part */
  const listen = (part) => {
    if (!hear(part)) next = last;
  };
  await Promise.all(Array.from({ length: Math.min(workers, Math.ceil(sessions / ORDER)) }, () => worked(order, listen)));
}

/**
 * @param {() => {first: number, sessions: number} | null} order  the next one
 * @param {(part: import("./worker.js").Part) => void} hear
 * @returns {Promise<void>}  when there is none left
 */
function worked(order, hear) {
  // What a session leaves behind is young: room for it costs less than looking through it.
  const worker = new Worker(new URL("worker.js", import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  return new Promise((resolve, reject) => {
    const goOn = () => {
      const what = order();
      if (what) worker.postMessage(what);
      else worker.terminate().then(() => resolve());
    };
    worker.on("message", (part) => {
      hear(part);
      goOn();
    });
    worker.on("error", reject);
    goOn();
  });
}
