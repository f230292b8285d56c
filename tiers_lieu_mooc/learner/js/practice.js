/** Questions inside lessons: checked one at a time, as often as the author allows. */

import { first, verdictOf } from "./kind.js";
import { isReflection } from "./notes.js";
import { clearVerdict, handIn, lock, markKept, mix, questionAt, restore, showAlert, showVerdict, worth } from "./question.js";
import { counted, say } from "./words.js";

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("./session.js").Session} Session
 */

/**
 * Make a question that has just arrived in the page ready: order, kept answer, kept verdict.
 *
 * @param {Session} session
 * @param {Element} element
 */
export function prepare(session, element) {
  const question = questionAt(element);
  const { index } = question.key;
  const isTouched = element.hasAttribute("data-touched");
  if (!isTouched) mix(question, session.store.state.seed);
  if (isQuoted(question)) return;
  const { text, checked, tries } = session.store.question(index);
  const kept = isTouched ? null : restore(question, text);
  if (kept && checked) conclude(question, kept, tries);
}

/**
 * Take back what a question shows, before it is made ready for another state.
 *
 * @param {Element} element
 */
export function renew(element) {
  const question = questionAt(element);
  element.removeAttribute("data-touched");
  element.removeAttribute("data-checked");
  clearVerdict(question);
  lock(question, false);
}

/** @param {Question} question  quoted from a bank for practice: its answers are the quiz's to keep */
const isQuoted = ({ element }) => element.hasAttribute("data-quoted");

/**
 * The learner is typing. What was said goes now and not when the field is left: by then a finger
 * may be on a button, which would move away from under it.
 *
 * @param {Question} question
 */
export function edit(question) {
  const { element } = question;
  element.setAttribute("data-touched", "");
  showAlert(question, "");
  if (!isReflection(question)) clearVerdict(question);
}

/**
 * The learner changed an answer: keep it, and take back what was said of the one before.
 *
 * @param {Session} session
 * @param {Element} element
 */
export function change(session, element) {
  const question = questionAt(element);
  const { kind, key } = question;
  session.stopwatch.start(key.index);
  edit(question);
  const answer = kind.read(element, key);
  if (!isQuoted(question)) keep(session, question, answer, 0);
}

/**
 * Check the answer: count the try, show the verdict, report it.
 *
 * @param {Session} session
 * @param {Element} element
 */
export function check(session, element) {
  const question = questionAt(element);
  const { kind, key } = question;
  if (element.hasAttribute("data-locked")) return;
  const answer = handIn(question);
  if (!answer) return;
  const grade = kind.grade(key, answer);
  const before = isQuoted(question) ? Number(element.getAttribute("data-tries")) : session.store.question(key.index).tries;
  const tries = before + 1;
  element.setAttribute("data-tries", String(tries));
  conclude(question, answer, tries);
  if (isQuoted(question)) return;
  session.store.together(() => {
    session.store.gain(key.index, { isTry: true, best: key.points > 0 ? worth(key, grade.share, tries) : -1 });
    session.report(question, answer, grade);
    keep(session, question, answer, 1);
  });
}

/**
 * Keep an answer. A question that stood in a quiz before, in an older package, goes on from its last
 * attempt: a lower one would lose against it when states are joined.
 *
 * @param {Session} session
 * @param {Question} question
 * @param {import("./kind.js").Answer | null} answer
 * @param {number} checked
 */
function keep({ store }, { kind, key }, answer, checked) {
  const { epoch } = store.question(key.index);
  store.answer(key.index, { text: answer ? kind.pack(key, answer) : "", epoch, checked });
}

/**
 * @param {Question} question
 * @param {import("./kind.js").Answer} answer
 * @param {number} tries
 */
function conclude(question, answer, tries) {
  const { element, kind, key } = question;
  const grade = kind.grade(key, answer);
  const isRight = key.points > 0 && verdictOf(grade.share) === "right";
  markKept(question);
  const isSpent = key.points > 0 && key.tries > 0 && tries >= key.tries;
  showVerdict(question, grade, isRight || isSpent || key.points === 0);
  element.setAttribute("data-checked", "");
  if (isSpent && !isRight) lock(question, true);
  const left = key.points > 0 && !isRight && key.tries > 0 ? Math.max(0, key.tries - tries) : -1;
  say(first(element, "[data-tries-left]"), left < 0 ? "" : counted("tries-left", left));
}
