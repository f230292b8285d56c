/**
 * Grades answers as the page does: reads questions with their answers on standard input, prints the
 * share of the points that each answer earns. `tests/support/grading.py` asks for it.
 */

import { readFileSync } from "node:fs";
import { KINDS } from "../../tiers_lieu_mooc/learner/js/question/index.js";

/**
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Key} Key
 * @typedef {import("../../tiers_lieu_mooc/learner/js/kind.js").Answer} Answer
 */

/** @type {{kind: string, key: Key, answers: Answer[]}[]} */
const questions = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(questions.map(shares)));

/** @param {typeof questions[number]} question */
function shares({ kind, key, answers }) {
  return answers.map((answer) => {
    // What is graded is what was kept: a learner may come back before the answer is sent.
    const kept = KINDS[kind].unpack(key, KINDS[kind].pack(key, answer));
    if (kept === null) throw new Error(`${key.id}: ${JSON.stringify(answer)} is not read back`);
    return KINDS[kind].grade(key, kept).share;
  });
}
