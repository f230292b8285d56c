/**
 * What was typed is what is graded, what is shown, what is scored and what is reported, at once and after the
 * page was left: ten thousand answers a kind in a lesson, a third of them in a quiz, too, that was left in
 * between or not.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { oneLine } from "../../../scorm_export/runtime/formats.js";
import { change, check, prepare } from "../../../tiers_lieu_mooc/learner/js/practice.js";
import { questionAt } from "../../../tiers_lieu_mooc/learner/js/question.js";
import { quizIn } from "../../../tiers_lieu_mooc/learner/js/quiz.js";
import { Session } from "../../../tiers_lieu_mooc/learner/js/session.js";
import { WHOLE, decode, encode } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { reportAnswers } from "../../../tiers_lieu_mooc/learner/js/tools/reporting.js";
import { verdictOf } from "../../../tiers_lieu_mooc/learner/js/kind.js";
import { Chance } from "../../fast/chance.js";
import { KIND_NAMES, answerTo, keyOf } from "./answers.js";
import { Kept, Paper, Section, lay, openBrowser, recorderOver } from "./paper.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/kind.js").Key} Key */

const ANSWERS = 10_000;
/** Answers to one question before another one is made. */
const TO_ONE = 50;
const RULES = { index: 9, pass: 60, attempts: 0, correction: "à la fin", shuffled: false, draws: [] };
const UNREAD = "number-expected {percent}";

openBrowser();

/** A launch of the package, with what the LMS kept of the last one. */
class Launch {
  /** @param {string} kind  @param {Key} key  @param {Kept} kept  @param {string} state  @param {"scorm12" | "scorm2004"} edition */
  constructor(kind, key, kept, state, edition) {
    this.kind = kind;
    this.key = key;
    this.kept = kept;
    this.edition = edition;
    this.session = new Session({ id: "essai", name: "essai", lessons: [], recorded: [[0, 9]], quizzes: [], score: null, objectives: [] });
    this.session.recorder = recorderOver(edition, kept);
    this.session.store.adopt(state ? decode(state) : null);
    this.paper = new Paper(kind, key);
    this.question = questionAt(/** @type {any} */ (this.paper));
    lay(this.paper);
    reportAnswers(this.session);
  }

  get record() {
    return this.session.store.question(this.key.index);
  }

  /** What stands in the fields is this answer.  @param {(number | string)[]} answer */
  type(answer) {
    const { kind, element, key } = this.question;
    kind.write(element, key, answer);
  }

  /** Leave, and launch the package again. */
  again() {
    this.tell();
    return new Launch(this.kind, this.key, this.kept, encode(this.session.store.state), this.edition);
  }

  tell() {
    this.session.tellReports();
    return this.kept.rows;
  }

  get quiz() {
    return quizIn(this.session, /** @type {any} */ (this.paper.section || new Section(this.paper, RULES)));
  }

  /** What the page says of the answer. */
  get shown() {
    return this.paper.verdict.said;
  }
}

/** @param {number} share  @returns {string}  what is shown of it */
const verdict = (share) => `${verdictOf(share)} ${String(Math.round(share * 10000) / 100).replace(".", ",")}`;

/**
 * What the LMS was told agrees with what the page shows.
 *
 * @param {Launch} launch
 * @param {number} share
 */
function agrees(launch, share) {
  const { kind, key } = launch;
  const rows = launch.tell();
  if (!key.points) assert.ok(rows.every(({ result }) => result === "neutral"));
  else if (kind === "trous") {
    const right = rows.filter(({ result }) => result === "correct").length;
    assert.equal(key.scoring === "tout-ou-rien" ? Number(right === rows.length) : right / rows.length, share);
  } else {
    const [{ result }] = rows;
    const said = { correct: 1, wrong: 0 }[result];
    assert.ok(Math.abs((said === undefined ? Number(result) : said) - share) < 0.0001, `${result} for ${share}`);
    if (kind === "vrai-faux") assert.equal(rows[0].response === rows[0].right, share === 1);
  }
  // Nothing that was given is reported empty.
  const standing = launch.question.kind.read(launch.question.element, key) || [];
  rows.forEach(({ response }, row) => assert.ok(response || kind === "numérique" || String(standing[row]) === "-1" || !String(standing[row]).trim()));
  return rows;
}

/** Typed texts are reported in full.  @param {Launch} launch  @param {(number | string)[]} answer */
function reportsAll(launch, answer) {
  const { rows } = launch.kept;
  if (!["réponse-courte", "trous", "réflexion"].includes(launch.kind)) return;
  const text = (/** @type {string} */ given) => (launch.edition === "scorm12" ? oneLine(given, 255) : given && rows[0].response && oneLine(given.replace(/\[([,.:])\]/g, "($1)").replace(/^\s*\{(?=[a-z_]+=)/, "("), 250));
  answer.forEach((given, part) => {
    if (typeof given === "string" && given) assert.equal(rows[part].response, text(given.trim()));
  });
}

/** @param {string} kind  @param {Key} key  @param {ReturnType<typeof answerTo>} given  @param {"scorm12" | "scorm2004"} edition */
function inALesson(kind, key, given, edition) {
  const first = new Launch(kind, key, new Kept(), "", edition);
  prepare(first.session, /** @type {any} */ (first.paper));
  first.type(given.answer);
  change(first.session, /** @type {any} */ (first.paper));
  check(first.session, /** @type {any} */ (first.paper));
  if (first.paper.alert.textContent) {
    // Not an answer: nothing was counted, nothing graded, nothing told.
    assert.deepEqual([first.record.tries, first.record.best, first.shown, first.tell()], [0, -1, "", []]);
    assert.equal(given.share, undefined);
    return first.paper.alert.textContent;
  }
  const { best } = first.record;
  const share = key.points ? best / WHOLE : 0;
  if (given.share !== undefined) assert.equal(best, Math.round(given.share * WHOLE));
  assert.equal(first.shown.split(" ")[0], key.points ? verdictOf(share) : "kept");
  const results = agrees(first, key.points ? roundOf(first, share) : 0).map(({ result }) => result);
  reportsAll(first, given.answer);

  const second = first.again();
  prepare(second.session, /** @type {any} */ (second.paper));
  if (kind === "réflexion") return "";
  assert.equal(second.shown, first.shown);
  const told = agrees(second, roundOf(second, share));
  assert.deepEqual(told.map(({ result }) => result), results);
  assert.equal(second.record.best, best);
  // What stands in the fields is worth the same, if it is handed in once more.
  const { kind: own, element } = second.question;
  const standing = own.read(element, key);
  assert.ok(standing);
  assert.equal(verdict(own.grade(key, standing).share), verdict(own.grade(key, first.question.kind.read(first.question.element, key) || []).share));
  return "";
}

/** The share itself, which the state keeps in whole parts.  @param {Launch} launch  @param {number} share */
function roundOf({ question, key }, share) {
  const answer = question.kind.read(question.element, key);
  const exact = answer ? question.kind.grade(key, answer).share : share;
  assert.ok(Math.abs(exact - share) < 0.51 / WHOLE);
  return exact;
}

/** @param {string} kind  @param {Key} key  @param {ReturnType<typeof answerTo>} given  @param {"scorm12" | "scorm2004"} edition  @param {boolean} isLeft  between answering and sending */
function inAQuiz(kind, key, given, edition, isLeft) {
  let launch = new Launch(kind, key, new Kept(), "", edition);
  let quiz = launch.quiz;
  quiz.start();
  launch.type(given.answer);
  quiz.change(launch.question);
  const isUnread = launch.paper.alert.textContent === UNREAD;
  if (isLeft) {
    launch = launch.again();
    quiz = launch.quiz;
  }
  quiz.send();
  const score = launch.session.store.quiz(RULES.index).best;
  const { best } = launch.record;
  const share = key.points ? best / WHOLE : 0;
  const shown = launch.shown;
  if (key.points) {
    assert.ok(Math.abs(score / 10000 - share) < 0.0001);
    assert.equal(shown.split(" ")[0], verdictOf(share));
  }
  if (isUnread || !launch.record.text) {
    assert.deepEqual([best, launch.tell()], [key.points ? 0 : -1, []]);
  } else {
    if (given.share !== undefined) assert.equal(best, Math.round(given.share * WHOLE));
    agrees(launch, key.points ? roundOf(launch, share) : 0);
    if (!isLeft) reportsAll(launch, given.answer);
  }
  const later = launch.again();
  assert.ok(later.quiz);
  assert.equal(later.shown, shown);
  if (later.record.text) agrees(later, key.points ? roundOf(later, share) : 0);
}

test("an answer that was not handed in is not told by the next launch instead of the one that was", () => {
  const key = keyOf("qcu", new Chance(1));
  const right = (key.choices || []).findIndex((choice) => choice.right);
  const wrong = (key.choices || []).findIndex((choice) => !choice.right);
  const first = new Launch("qcu", key, new Kept(), "", "scorm12");
  prepare(first.session, /** @type {any} */ (first.paper));
  first.type([right]);
  change(first.session, /** @type {any} */ (first.paper));
  check(first.session, /** @type {any} */ (first.paper));
  const told = JSON.stringify(first.tell());
  first.type([wrong]);
  change(first.session, /** @type {any} */ (first.paper));
  const second = first.again();
  second.session.mustRecall = true;
  assert.notEqual(second.record.text, "");
  assert.equal(JSON.stringify(second.tell()), told);
});

test("an attempt that was not sent is not told by the next launch instead of the one that was", () => {
  const key = keyOf("qcu", new Chance(1));
  const right = (key.choices || []).findIndex((choice) => choice.right);
  const wrong = (key.choices || []).findIndex((choice) => !choice.right);
  const first = new Launch("qcu", key, new Kept(), "", "scorm12");
  const { quiz } = first;
  quiz.start();
  first.type([right]);
  quiz.change(first.question);
  quiz.send();
  const told = JSON.stringify(first.tell());
  quiz.start();
  first.type([wrong]);
  quiz.change(first.question);
  const second = first.again();
  second.session.mustRecall = true;
  assert.notEqual(second.record.text, "");
  assert.equal(JSON.stringify(second.tell()), told);
});

for (const [number, kind] of KIND_NAMES.entries()) {
  test(`${kind}: what is graded is what is shown, what is scored and what is reported, for ever`, () => {
    const chance = new Chance(number);
    let key = keyOf(kind, chance);
    for (let count = 0; count < ANSWERS; count += 1) {
      if (count % TO_ONE === 0) key = keyOf(kind, chance);
      const given = answerTo(kind, key, chance);
      const edition = chance.one(/** @type {const} */ (["scorm12", "scorm2004"]));
      try {
        const alert = inALesson(kind, key, given, edition);
        const isWhole = !alert || alert === UNREAD;
        if (kind !== "réflexion" && given.answer.length && isWhole && count % 3 === 0) {
          inAQuiz(kind, key, given, edition, count % 2 === 0);
        }
      } catch (fault) {
        throw new Error(`answer ${count}, ${JSON.stringify(given)} to ${JSON.stringify(key)}: ${/** @type {Error} */ (fault).stack}`);
      }
    }
  });
}
