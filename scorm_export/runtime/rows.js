/**
 * Rows of interactions and objectives, over the calls that a recorder lends: what only trainers read may be
 * loaded after what learners wait for.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Interaction} Interaction */
/** @typedef {import('./recorder.js').Objective} Objective */
/** @typedef {import('./recorder.js').Recorder} Recorder */

import { interactionRows } from "./interactions.js";
import { objectiveRows } from "./objectives.js";

/**
 * @typedef {object} Rows
 * @property {(row: number | null, interactions: readonly Interaction[]) => number | null} setInteractions
 *   writes consecutive rows, from `row` when they exist and are not known to belong to other
 *   interactions, else after the last one; gives the first row used, null when the LMS keeps none
 * @property {(objective: Objective) => void} setObjective  finds the objective by its id or adds it
 */

/** @param {Recorder} recorder  @returns {Rows} */
export const rowsOf = (recorder) => ({
  setInteractions: recorder.lend(interactionRows),
  setObjective: recorder.lend(objectiveRows),
});
