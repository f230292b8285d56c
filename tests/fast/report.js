/** What the LMS must say in the end of a state that is whole: status, score, and a row for each answer. */

import { responsesTo } from "../../tiers_lieu_mooc/learner/js/tools/responses.js";
import { editionOf } from "../support/lms/api.js";
import { ALL, ATTEMPTS, PASS, QUIZ } from "./course.js";

/**
 * @typedef {import("../../tiers_lieu_mooc/learner/js/state.js").State} State
 * @typedef {import("./lms.js").Server} Server
 */

/**
 * @param {Server} server
 * @param {State} state
 * @param {readonly number[]} won  hundredths of a percent, by every attempt that was sent
 * @returns {string[]}  a sentence for each thing that the record says otherwise
 */
export function misreported(server, state, won) {
  return [...misreportedResult(server, state, won), ...misreportedAnswers(server, state)];
}

/**
 * A session that began before another's attempt ended takes its state and status away, never its score: where
 * the other's device keeps nothing, the better score that was won stands beside a status of either.
 *
 * @param {Server} server
 * @param {State} state
 * @param {readonly number[]} won
 */
function* misreportedResult({ kept, profile, isFinal: wasFinal }, state, won) {
  const { core, status } = editionOf(profile);
  const { best, sent } = state.quizzes[QUIZ] || { best: -1, sent: 0 };
  const raw = Number(kept[`${core}score.raw`]);
  const better = won.filter((each) => each > best && percent(each) === raw);
  const isFinal = best >= PASS * 100 || sent >= ATTEMPTS;
  // A pass stands, whatever became of the state that it came from.
  if (wasFinal && !isFinal) return;
  /** @type {readonly string[]} */
  const successes = [best, ...better].map((each) => (each >= PASS * 100 ? "passed" : "failed"));
  const wanted = !isFinal ? ["incomplete"] : core === "cmi." ? ["completed"] : successes;
  if (!wanted.includes(kept[status])) yield `the LMS: the status is ${kept[status]} instead of ${wanted.join(" or ")}`;
  const success = kept["cmi.success_status"];
  if (core === "cmi." && isFinal && !successes.includes(success)) yield `the LMS: success is ${success}`;
  if (isFinal && raw !== percent(best) && !better.length) yield `the LMS: the score is ${raw} instead of ${percent(best)}`;
}

/** @param {number} hundredths */
const percent = (hundredths) => Math.round(hundredths) / 100;

/** @param {Server} server  @param {State} state */
function* misreportedAnswers({ kept, profile }, state) {
  if (profile.refused["cmi.interactions"]) return;
  const { attempt, sent } = state.quizzes[QUIZ] || { attempt: 0, sent: 0 };
  const told = responses(kept);
  for (const { key, kind } of ALL) {
    const { text = "", epoch = 0, checked = 0 } = state.questions[key.index] || {};
    const isHandedIn = epoch ? epoch === attempt && attempt === sent : checked;
    const answer = isHandedIn && text ? kind.unpack(key, text) : null;
    if (!answer) continue;
    for (const { part, response } of responsesTo(kind, key, answer, kind.grade(key, answer))) {
      const id = part ? `${key.id}.${part}` : key.id;
      const said = told[id] || [];
      if (!said.includes(String(response))) yield `the LMS: ${id} says « ${said.join(" and ")} » instead of « ${response} »`;
    }
  }
}

/**
 * What the rows of each question say. Rows of sessions that knew nothing of each other stay beside each
 * other, as what happened; one must say what stands in the end. A row that an LMS took and dropped is a hole.
 *
 * @param {import("../support/lms/api.js").Values} kept
 */
function responses(kept) {
  /** @type {Record<string, string[]>} */
  const told = {};
  for (const element in kept) {
    const [start] = /^cmi\.interactions\.\d+\.(?=id$)/.exec(element) || [""];
    if (!start) continue;
    const id = kept[element];
    told[id] = (told[id] || []).concat(kept[`${start}student_response`] || kept[`${start}learner_response`] || "");
  }
  return told;
}
