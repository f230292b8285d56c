/**
 * One launch of the package in one window, and the learner's hand in it. Keeping, saving and reporting are
 * the page's own; only what needs a document (fields, verdicts) is done here as `practice.js`, `quiz.js`
 * and `main.js` do it.
 */

// First: the page's scripts look for a browser as they are read.
import { Piece, Tab } from "./window.js";

import { findRecorder } from "../../scorm_export/runtime/launch.js";
import { SCORM_12 } from "../../scorm_export/runtime/scorm12.js";
import { SCORM_2004 } from "../../scorm_export/runtime/scorm2004.js";
import { keepSaved } from "../../tiers_lieu_mooc/learner/js/keeping.js";
import { worth } from "../../tiers_lieu_mooc/learner/js/question.js";
import { Session } from "../../tiers_lieu_mooc/learner/js/session.js";
import { DONE, OPENED, WHOLE } from "../../tiers_lieu_mooc/learner/js/state.js";
import { offerChoices } from "../../tiers_lieu_mooc/learner/js/tools/choosing.js";
import { reportAnswers } from "../../tiers_lieu_mooc/learner/js/tools/reporting.js";
import { editionOf } from "../support/lms/api.js";
import { ALL, ATTEMPTS, CONTENTS, LESSONS, PRACTICE, QUESTIONS, QUIZ, TEXTS, answerOf } from "./course.js";

/**
 * @typedef {import("./course.js").Question} Question
 * @typedef {import("./chance.js").Chance} Chance
 * @typedef {import("./device.js").Device} Device
 * @typedef {import("./lms.js").Server} Server
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("../support/lms/api.js").Launch} Launch
 */

/** What `temoin.txt` of the package holds. */
const WITNESS = `temoin ${CONTENTS.name}`;

export class Visit {
  isReady = false;
  /** A new launch is on its way. */
  isGoing = false;
  /** A letter and a number, for the story. */
  name = "";
  isTaker = false;
  /** What the learner is typing and has not left yet. @type {(() => void) | null} */
  typing = null;
  /** Facts of the ledger that were noted here, in their order. @type {import("./ledger.js").Fact[]} */
  facts = [];
  launchedAt = 0;

  /**
   * @param {Device} device
   * @param {Server} server
   * @param {Ledger} ledger
   * @param {Partial<Launch>} launch
   */
  constructor(device, server, ledger, launch) {
    this.device = device;
    this.server = server;
    this.ledger = ledger;
    this.launch = launch;
    this.launchedAt = device.clock.now();
    this.tab = new Tab(device.clock, device, () => this.#witness());
    const { fake, api } = server.launch(this.tab, launch);
    this.fake = fake;
    this.session = new Session(CONTENTS);
    this.#begin(api);
  }

  get isRecorded() {
    return this.launch.mode !== "browse";
  }

  get store() {
    return this.session.store;
  }

  /** @param {Record<string, unknown>} api */
  #begin(api) {
    const { tab, session } = this;
    const { profile } = this.server;
    tab.enter();
    // In both, so that nothing is thrown while it is looked for.
    tab.parent[editionOf(profile).object] = api;
    /** @type {any} */ (tab)[editionOf(profile).object] = api;
    if (profile.ships_storage) /** @type {any} */ (tab).kolibri = {};
    tab.document.documentElement.dataset.recorder = "lms";
    tab.document.querySelectorAll = (selector = "") => (selector.startsWith("[data-question]") ? ALL.map(({ element }) => element) : []);
    findRecorder(profile.target === "scorm12" ? SCORM_12 : SCORM_2004, /** @type {any} */ (tab)).then((recorder) => {
      session.recorder = recorder;
      return keepSaved(session, () => this.settle());
    }).then(() => {
      this.isReady = true;
      reportAnswers(session);
      offerChoices(session);
    });
  }

  #witness() {
    const { line, witness } = this.device;
    if (line === "cut") return null;
    if (line === "expired") return { status: 200, text: "<title>Connexion</title>" };
    return witness || { status: 200, text: WITNESS };
  }

  /** Take what is being typed for an answer. */
  settle() {
    const { typing } = this;
    this.typing = null;
    if (typing) typing();
  }

  /** What the line about saving says: a word of the template. */
  get said() {
    return this.tab.document.line.dataset.saving || "";
  }

  get isAsked() {
    return this.tab.document.offer.dataset.offer === "open";
  }

  /** Say yes, where the page asks whether to take over what it found. */
  take() {
    const { offer } = this.tab.document;
    const before = ALL.map((question) => this.#shown(question));
    // What stands there now was decided on, knowing the other.
    this.session.refresh = () => {
      this.session.refresh = () => {};
      ALL.forEach((question, place) => {
        if (this.#shown(question) !== before[place]) this.#noteAnswer(question, before[place]);
      });
    };
    offer.marks.add("data-take");
    this.tab.enter();
    offer.dispatchEvent({ type: "click", target: offer });
    offer.marks.delete("data-take");
  }

  /** Press the button that ends the session. */
  leave() {
    const button = new Piece();
    button.marks.add("data-leave");
    this.tab.enter();
    this.tab.document.press(button);
  }

  /** What a button beside the line about saving offers, "" for none. */
  get way() {
    const button = this.tab.document.line.buttons.find(({ hidden }) => !hidden);
    return button ? button.dataset.way : "";
  }

  /** Press that button. */
  help() {
    const button = this.tab.document.line.buttons.find(({ hidden }) => !hidden);
    this.tab.enter();
    if (button) this.tab.document.press(button);
  }

  /** @param {Question} question  what the state holds of it, answer and whether it was handed in */
  #shown({ key }) {
    const { text, checked } = this.store.question(key.index);
    return labelOf(text, checked);
  }

  /** @param {Question} question  @param {string} before */
  #noteAnswer(question, before) {
    const { epoch } = this.store.question(question.key.index);
    this.ledger.give(this, `${question.key.index}:${epoch}`, before, this.#shown(question));
  }

  // The hand

  /** Type an answer into a lesson's question, and leave the field.  @param {Chance} chance  @param {number} number */
  answer(chance, number) {
    const question = chance.one(PRACTICE);
    const answer = answerOf(question, number, chance.happens(0.5));
    this.#change(question, answer);
    return question;
  }

  /** Begin to type, and stay in the field.  @param {Chance} chance  @param {number} number */
  type(chance, number) {
    const question = chance.one(PRACTICE);
    const answer = answerOf(question, number, chance.happens(0.5));
    this.typing = () => this.#change(question, answer);
  }

  /** @param {Question} question  @param {import("../../tiers_lieu_mooc/learner/js/kind.js").Answer} answer */
  #change(question, answer) {
    const { kind, key } = question;
    const before = this.#shown(question);
    this.session.stopwatch.start(key.index);
    this.store.answer(key.index, { text: kind.pack(key, answer), epoch: this.store.question(key.index).epoch, checked: 0 });
    this.#noteAnswer(question, before);
  }

  /** Hand in an answer that stands in a lesson.  @param {Chance} chance */
  check(chance) {
    const { store, ledger } = this;
    const answered = PRACTICE.filter((each) => store.question(each.key.index).text);
    if (!answered.length) return;
    const question = chance.one(answered);
    const { kind, key } = question;
    const { text, epoch, tries } = store.question(key.index);
    const answer = text ? kind.unpack(key, text) : null;
    if (!answer) return;
    const before = this.#shown(question);
    const grade = kind.grade(key, answer);
    store.together(() => {
      store.gain(key.index, { isTry: true, best: worth(key, grade.share, tries + 1) });
      this.session.report(question, answer, grade);
      store.answer(key.index, { text, epoch, checked: 1 });
    });
    this.#noteAnswer(question, before);
    const after = store.question(key.index);
    ledger.reach(this, "tries", key.index, after.tries);
    ledger.reach(this, "best", key.index, after.best);
  }

  /** @param {Chance} chance */
  finish(chance) {
    const lesson = chance.one(LESSONS);
    this.store.together(() => {
      this.store.reachLesson(lesson, DONE);
      const next = chance.one(LESSONS);
      this.store.moveTo(next);
      this.store.reachLesson(next, OPENED);
    });
    this.ledger.reach(this, "lesson", lesson, DONE);
  }

  /** One step on in the quiz.  @param {Chance} chance  @param {number} number */
  quiz(chance, number) {
    const { attempt, sent } = this.store.quiz(QUIZ);
    if (attempt <= sent) {
      if (sent >= ATTEMPTS) return;
      this.store.startAttempt(QUIZ);
      this.ledger.reach(this, "attempt", QUIZ, this.store.quiz(QUIZ).attempt);
    } else if (chance.happens(0.3)) this.#send();
    else this.#answerQuiz(chance.one(QUESTIONS), number, chance.happens(0.6));
  }

  /** @param {Question} question  @param {number} number  @param {boolean} isRight */
  #answerQuiz(question, number, isRight) {
    const { kind, key } = question;
    const { attempt } = this.store.quiz(QUIZ);
    const { epoch } = this.store.question(key.index);
    const before = epoch === attempt ? this.#shown(question) : "";
    this.store.moveTo(key.index);
    this.store.answer(key.index, { text: kind.pack(key, answerOf(question, number, isRight)), epoch: attempt });
    this.#noteAnswer(question, before);
  }

  #send() {
    const { store, session, ledger } = this;
    const { attempt } = store.quiz(QUIZ);
    const reached = QUESTIONS.map((question) => {
      const { epoch, text } = store.question(question.key.index);
      const answer = epoch === attempt && text ? question.kind.unpack(question.key, text) : null;
      return { question, answer, grade: answer ? question.kind.grade(question.key, answer) : { share: 0, parts: [], marks: [] } };
    });
    const won = Math.round((reached.reduce((sum, { grade }) => sum + grade.share, 0) / reached.length) * 10000);
    store.together(() => {
      for (const { question, answer, grade } of reached) {
        store.gain(question.key.index, { best: Math.round(grade.share * WHOLE) });
        if (answer) session.report(question, answer, grade);
      }
      store.sendAttempt(QUIZ, won);
    });
    ledger.reach(this, "sent", QUIZ, store.quiz(QUIZ).sent);
    ledger.reach(this, "score", QUIZ, store.quiz(QUIZ).best);
  }

  /** Write in one's own words.  @param {Chance} chance  @param {number} number */
  write(chance, number) {
    const { texts } = this.session;
    if (!texts) return;
    const index = chance.one(TEXTS);
    texts.load();
    const { stamp, text } = texts.at(index);
    texts.edit(index, `mot ${number}`, stamp);
    this.ledger.give(this, `${this.device.name}:${index}`, text, `mot ${number}`);
  }

  /** The part of the state that the device's registers hold. @param {number} index */
  textAt(index) {
    const { texts } = this.session;
    if (!texts) return "";
    texts.load();
    return texts.at(index).text;
  }
}

/** @param {string} text  @param {number} checked */
export const labelOf = (text, checked) => (text && checked ? `${text}!` : text);

