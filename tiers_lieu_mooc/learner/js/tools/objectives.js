/** What the learner has reached of each objective, for trainers to read; pure. */

import { WHOLE } from "./borrowed.js";

/**
 * @typedef {import("../report.js").Contents} Contents
 * @typedef {import("../state.js").State} State
 * @typedef {import("../../../../scorm_export/runtime/recorder.js").Objective} Objective
 */

/**
 * One record an objective: the best points of those of its questions that were graded, since a
 * draw may leave some out.
 *
 * @param {State} state
 * @param {Contents} contents
 * @returns {Objective[]}
 */
export function objectivesOf(state, { objectives }) {
  return objectives.map(({ id, questions }) => {
    const graded = questions.filter(([index]) => index in state.questions && state.questions[index].best >= 0);
    const points = graded.reduce((sum, [, worth]) => sum + worth, 0);
    const won = graded.reduce((sum, [index, worth]) => sum + (state.questions[index].best / WHOLE) * worth, 0);
    return { id, score: points ? hundredths((won / points) * 100) : null, completed: points > 0, success: "unknown" };
  });
}

/** @param {number} value */
export const hundredths = (value) => Math.round(value * 100) / 100;
