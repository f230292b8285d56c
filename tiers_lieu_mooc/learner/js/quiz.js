/**
 * A module's quiz: draw, one question at a time, review before sending, result. What can be left
 * in the middle comes back as it was, since draw and order are made from the kept seed.
 */

import { draw } from "./draw.js";
import { all, first, isComplete, mark, textOf, ungraded, verdictOf } from "./kind.js";
import { isReflection, noteOf, showNotes } from "./notes.js";
import { showTopFirst } from "./pages.js";
import { UNREAD, clearVerdict, handIn, lackOf, lock, markKept, mix, questionAt, restore, showAlert, showVerdict } from "./question.js";
import { WHOLE } from "./state.js";
import { counted, number, say, word } from "./words.js";

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("./session.js").Session} Session
 *
 * @typedef {object} Rules  from the section's `data-quiz`
 * @property {number} index  permanent number of the quiz's own record
 * @property {number} pass  percent
 * @property {number} attempts  0: no limit
 * @property {"immédiat" | "à la fin" | "jamais"} correction
 * @property {boolean} shuffled
 * @property {readonly {tag: string | null, count: number}[]} draws  []: every question
 *
 * @typedef {readonly {question: Question, answer: import("./kind.js").Answer | null, grade: import("./kind.js").Grade}[]} Outcomes
 */

/** @param {Element | null} element */
export function focusOn(element) {
  if (element) /** @type {HTMLElement} */ (element).focus();
}

/**
 * @typedef {object} Quiz  what buttons and fields may ask of a quiz on the page
 * @property {() => void} start  a new attempt
 * @property {(by: number) => void} turn  some questions on, or back
 * @property {(step: number) => void} edit  a question, from the review
 * @property {() => void} review
 * @property {() => void} send
 * @property {(question: Question) => void} change
 * @property {(question: Question) => void} check  correction at once: hand in one answer
 */

/**
 * Bring a quiz to life, as it was left: not started, under way, or sent.
 *
 * @param {Session} session
 * @param {HTMLElement} section
 * @returns {Quiz}
 */
export function quizIn(session, section) {
  const { store } = session;
  /** @type {Rules} */
  const rules = JSON.parse(section.dataset.quiz || "{}");
  const bank = all(section, "[data-question]").map((element) => {
    const tags = (element.getAttribute("data-tags") || "").split("|");
    return Object.assign(questionAt(element), { tags });
  });
  const isImmediate = rules.correction === "immédiat";
  /** @type {Question[]} */
  let drawn = [];
  let step = 0;
  /** Whether the answers of this attempt were read again once: from then on they can be at any step. */
  let isReviewed = false;
  /** What was given on this page, by what is kept of it, which may be less. @type {{[kept: string]: import("./kind.js").Answer}} */
  const given = {};

  const record = () => store.quiz(rules.index);
  const part = (/** @type {string} */ name) => first(section, `[data-quiz-${name}]`);

  /** Draw, order and fill in the questions of the current attempt. */
  function lay() {
    const { attempt, seed, sent } = record();
    const list = part("questions");
    const isAsked = (/** @type {Question} */ { key }, isOld = false) => {
      const { epoch, best, text } = store.question(key.index);
      return epoch === attempt || (isOld && !(epoch || best || text));
    };
    drawn = draw(bank, rules, seed, isAsked);
    // What a newer package draws was not asked. Earlier versions of the page did not mark what was sent without an answer.
    if (attempt === sent) drawn = drawn.filter((question) => isAsked(question, true));
    for (const question of bank) {
      question.element.hidden = true;
      if (question.element.hasAttribute("data-laid")) clear(question);
    }
    for (const question of drawn) {
      question.element.setAttribute("data-laid", "");
      if (list) list.appendChild(question.element);
      mix(question, seed);
      const { epoch, text, checked } = store.question(question.key.index);
      const kept = epoch === attempt ? restore(question, text) : null;
      if (kept && checked && isImmediate) conclude(question, kept);
    }
    showNotes(session, section);
  }

  /** @param {Question} question */
  function clear(question) {
    lock(question, false);
    clearVerdict(question);
    showAlert(question, "");
    delete question.element.dataset.kept;
    question.kind.write(question.element, question.key, null);
  }

  /** @param {"intro" | "questions" | "review" | "result"} view */
  function show(view) {
    for (const shown of /** @type {HTMLElement[]} */ (all(section, "[data-in]"))) {
      shown.hidden = !(shown.dataset.in || "").split(" ").includes(view);
    }
    const { best, sent } = record();
    const left = rules.attempts ? Math.max(0, rules.attempts - sent) : -1;
    say(part("best"), sent ? word("quiz-best", { percent: number(best / 100) }) : "");
    say(part("left"), left < 0 ? "" : counted("attempts-left", left));
    reveal("again", left !== 0);
  }

  /** @param {string} name  @param {boolean} isShown */
  function reveal(name, isShown) {
    mark(/** @type {Element} */ (part(name)), "hidden", !isShown);
  }

  /** @param {number} wanted  from 0 */
  function goTo(wanted) {
    const last = drawn.length - 1;
    step = Math.max(0, Math.min(wanted, last));
    show("questions");
    drawn.forEach(({ element }, place) => {
      element.hidden = place !== step;
    });
    const { index } = drawn[step].key;
    session.stopwatch.start(index);
    store.moveTo(index);
    section.dataset.at = String(index);
    say(part("step"), word("quiz-step", { step: step + 1, total: drawn.length }));
    reveal("previous", step > 0);
    reveal("next", step < last);
    reveal("review", isReviewed || step === last);
  }

  /** @param {number} wanted */
  function edit(wanted) {
    goTo(wanted);
    focusOn(part("step"));
  }

  /** @param {Question} question  @param {import("./kind.js").Answer} answer */
  function conclude(question, answer) {
    markKept(question);
    showVerdict(question, question.kind.grade(question.key, answer), true);
    lock(question, true);
  }

  /** @param {Question} question */
  function answerTo(question) {
    const { kind, key } = question;
    if (isReflection(question)) return noteOf(session, question);
    const { epoch, text } = store.question(key.index);
    return epoch === record().attempt && text ? given[`${key.index} ${text}`] || kind.unpack(key, text) : null;
  }

  /** @param {Question} question  @param {import("./kind.js").Answer | null} answer  @param {number} checked */
  function keep({ kind, key }, answer, checked) {
    const text = answer ? kind.pack(key, answer) : "";
    if (answer) given[`${key.index} ${text}`] = answer;
    store.answer(key.index, { text, epoch: record().attempt, checked });
  }

  /** What the questions of the attempt that is shown were answered with, and what that is worth, in their order. */
  function outcomes() {
    return drawn.map((question) => {
      const answer = answerTo(question);
      return { question, answer, grade: answer ? question.kind.grade(question.key, answer) : ungraded() };
    });
  }

  /**
   * The score of an attempt in hundredths of a percent; nothing graded: all.
   *
   * @param {Outcomes} reached
   */
  function score(reached) {
    let [max, won] = [0, 0];
    for (const { question, grade } of reached) {
      max += question.key.points;
      won += grade.share * question.key.points;
    }
    return max ? Math.round((won / max) * 10000) : 10000;
  }

  /** @param {Question} question */
  function inWords(question) {
    const answer = answerTo(question);
    if (!answer) return word("answer-none");
    const words = question.kind.words(question.element, answer).join(" ; ");
    return isComplete(answer) ? words : word("answer-partial", { answer: words });
  }

  /**
   * Write a line for each question into a list.
   *
   * @param {string} name  of the list
   * @param {string} model  of the template of a line
   * @param {(slot: (name: string) => HTMLElement, question: Question, place: number, line: HTMLElement) => void} fill
   */
  function list(name, model, fill) {
    const lines = part(name);
    const template = /** @type {HTMLTemplateElement | null} */ (/** @type {unknown} */ (part(model)));
    if (!lines || !template) return;
    lines.textContent = "";
    drawn.forEach((question, place) => {
      const line = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
      fill((slot) => /** @type {HTMLElement} */ (first(line, `[data-slot=${slot}]`)), question, place, line);
      lines.appendChild(line);
    });
  }

  /** List the answers in words, so that they can be read again before they are sent (RGAA 11.12). */
  function review() {
    let missing = 0;
    list("answers", "answer", (slot, question, place) => {
      const answer = answerTo(question);
      slot("title").textContent = textOf(first(question.element, "[data-stem]"));
      slot("answer").textContent = inWords(question);
      slot("edit").textContent = word(answer ? "answer-edit" : "answer-give", { number: place + 1 });
      slot("edit").dataset.quizEdit = String(place);
      if (!isComplete(answer)) {
        missing += 1;
        slot("answer").className = "missing";
      }
    });
    isReviewed = true;
    say(part("missing"), missing ? counted("answers-missing", missing) : "");
    show("review");
    focusOn(part("review-title"));
  }

  /** Grade and send the attempt; from here on it cannot be changed. */
  function send() {
    const reached = outcomes();
    const won = score(reached);
    store.together(() => {
      for (const { question, answer, grade } of reached) {
        store.gain(question.key.index, { best: question.key.points ? Math.round(grade.share * WHOLE) : -1, epoch: record().attempt });
        if (answer) session.report(question, answer, grade);
      }
      store.sendAttempt(rules.index, won);
    });
    showTopFirst(section);
    showResult(won, reached);
    const title = part("result-title");
    focusOn(title);
    // WebKit does not scroll to what has the focus when it has just been laid out.
    if (title) title.scrollIntoView();
  }

  /**
   * The score of an attempt that was sent in an earlier session. A newer package may ask or count
   * otherwise: nobody is told less than what was won, nor that a quiz passed was not.
   *
   * @param {Outcomes} reached
   */
  function keptScore(reached) {
    const { best, sent } = record();
    const won = Math.min(score(reached), best);
    return sent > 1 && (won >= rules.pass * 100 || best < rules.pass * 100) ? won : best;
  }

  /** @param {number} won  hundredths of a percent  @param {Outcomes} reached */
  function showResult(won, reached) {
    const percent = won / 100;
    const isPassed = percent >= rules.pass;
    show("result");
    say(part("score"), word(isPassed ? "quiz-passed" : "quiz-failed", { percent: number(percent), pass: number(rules.pass) }));
    section.dataset.outcome = isPassed ? "passed" : "failed";
    for (const { question, grade } of reached) {
      question.element.hidden = rules.correction === "jamais";
      lock(question, true);
      showVerdict(question, grade, true);
    }
    list("outcomes", "outcome", (slot, { element, key }, place, line) => {
      const { answer, grade: { share } } = reached[place];
      const verdict = verdictOf(share);
      slot("title").textContent = textOf(first(element, "[data-stem]"));
      slot("title").setAttribute("href", `#${element.id}`);
      slot("verdict").textContent = word(!key.points ? "outcome-free" : answer ? verdict : "answer-none", { percent: number(share * 100) });
      if (key.points) {
        slot("verdict").className = `verdict ${verdict}`;
        slot("points").textContent = counted("points", share * key.points, { max: number(key.points) });
        if (verdict !== "right") for (const links of all(element, "[hidden] > [data-for=lessons]")) line.appendChild(links.cloneNode(true));
      }
    });
  }

  function resume() {
    const { attempt, sent } = record();
    if (!attempt) {
      show("intro");
      return;
    }
    lay();
    if (attempt === sent) {
      const reached = outcomes();
      showResult(keptScore(reached), reached);
      return;
    }
    const { index } = store.state.place;
    const left = drawn.findIndex(({ key }) => key.index === index);
    goTo(left < 0 ? drawn.findIndex((question) => !answerTo(question)) : left);
  }

  resume();
  return {
    start() {
      store.startAttempt(rules.index);
      isReviewed = false;
      lay();
      edit(0);
    },
    turn: (by) => edit(step + by),
    edit,
    review,
    send,
    change(question) {
      const answer = question.kind.read(question.element, question.key);
      showAlert(question, word(lackOf(question, answer) === UNREAD ? UNREAD : ""));
      keep(question, answer, 0);
    },
    check(question) {
      if (!isImmediate || question.element.hasAttribute("data-locked")) return;
      const answer = handIn(question);
      if (!answer) return;
      keep(question, answer, 1);
      conclude(question, answer);
    },
  };
}
