import assert from "node:assert/strict";
import { test } from "node:test";

import { KINDS } from "../../../tiers_lieu_mooc/learner/js/question/index.js";
import { Session } from "../../../tiers_lieu_mooc/learner/js/session.js";
import { decode, encode } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { reportAnswers } from "../../../tiers_lieu_mooc/learner/js/tools/reporting.js";
import { recording } from "../runtime/support.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/kind.js").Key} Key */
/** @typedef {import("../../../tiers_lieu_mooc/learner/js/question.js").Question} Question */

const NOTHING_SHOWN = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ querySelector: () => null }));

/** @param {string} kind  @param {Partial<Key>} own  @returns {Question} */
function question(kind, own) {
  const common = { points: 1, tries: 2, penalty: 0, scoring: "partielle", shuffled: false, objectives: [], title: "Essai", id: "", index: 0 };
  return { element: NOTHING_SHOWN, kind: KINDS[kind], key: Object.assign(common, own) };
}

/** @param {number} count */
const gaps = (count) => question("trous", { id: "phrase", index: 1, gaps: Array(count).fill({ variants: ["mot"] }), matching: {} });
const choice = question("qcu", { id: "choix", index: 2, choices: [{ share: 1, right: true }, { share: 0, right: false }] });

/** @param {Session} session  @param {Question} asked  @param {(number | string)[]} answer */
function report(session, asked, answer) {
  session.report(asked, answer, asked.kind.grade(asked.key, answer));
  session.tellReports();
}

/** @param {Parameters<typeof recording>[1]} given  @param {string} state */
function opened(given, state) {
  const { recorder, lms } = recording("scorm12", given);
  recorder.open();
  const session = new Session({ id: "essai", name: "essai", lessons: [], recorded: [], quizzes: [], score: null, objectives: [] });
  session.recorder = recorder;
  session.store.adopt(decode(state));
  return { session, record: () => lms.record() };
}

/** One with its second script.  @param {Parameters<typeof recording>[1]} given  @param {string} state */
function visit(given, state) {
  const visited = opened(given, state);
  reportAnswers(visited.session);
  return visited;
}

test("a question with more parts than in an older package leaves its neighbour's row alone", () => {
  const first = visit({}, "");
  report(first.session, gaps(2), ["mot", "mot"]);
  report(first.session, choice, [1]);
  const kept = first.record();
  assert.equal(kept["cmi.interactions.2.id"], "choix");
  const second = visit(kept, encode(first.session.store.state));
  report(second.session, gaps(3), ["mot", "mot", "mot"]);
  const record = second.record();
  const ids = Array.from({ length: 6 }, (_, row) => record[`cmi.interactions.${row}.id`]);
  assert.deepEqual(ids, ["phrase.1", "phrase.2", "choix", "phrase.1", "phrase.2", "phrase.3"]);
  report(second.session, choice, [0]);
  assert.equal(second.record()["cmi.interactions.2.result"], "correct");
});

test("what is handed in while the second script is on its way is told once it is there", () => {
  const { session, record } = opened({}, "");
  report(session, choice, [1]);
  assert.equal(record()["cmi.interactions.0.id"], undefined);
  reportAnswers(session);
  session.tellReports();
  assert.equal(record()["cmi.interactions.0.id"], "choix");
  assert.equal(session.store.question(2).row, 0);
});
