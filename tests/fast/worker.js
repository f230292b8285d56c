/** A thread that plays the sessions it is told to, and tells of those that lost something. */

import { parentPort } from "node:worker_threads";

import { play } from "./play.js";

/**
 * @typedef {object} Part  what one order came to
 * @property {number} sessions
 * @property {number} answers
 * @property {number} launches
 * @property {{seed: number, lost: string[]}[]} failed
 */

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);

port.on("message", ({ first, sessions }) => {
  /** @type {Part} */
  const part = { sessions, answers: 0, launches: 0, failed: [] };
  for (let seed = first; seed < first + sessions; seed += 1) {
    const { lost, answers, launches } = play(seed);
    part.answers += answers;
    part.launches += launches;
    if (lost.length) part.failed.push({ seed, lost });
  }
  port.postMessage(part);
});
