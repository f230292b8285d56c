/**
 * Whether an LMS lets a learner in, and into which attempt.
 *
 * @module
 */

/** @typedef {import('./switches.js').Switches} Switches */

/**
 * @typedef {object} Asked
 * @property {number} known  attempts that were begun
 * @property {"last" | "new"} wanted  attempt
 * @property {boolean} isOver  the last one is completed
 */

/**
 * @param {Switches} switches
 * @param {Asked} asked
 * @returns {"last" | "new" | "none"}
 */
export function entryFor({ forcesAttempt, attempts, locksAfterLast }, { known, wanted, isOver }) {
  if (known === 0) return "new";
  const isLast = attempts > 0 && known >= attempts;
  if (isLast) return locksAfterLast ? "none" : "last";
  const isForced = forcesAttempt === "always" || (forcesAttempt === "when completed" && isOver);
  return isForced ? "new" : wanted;
}
