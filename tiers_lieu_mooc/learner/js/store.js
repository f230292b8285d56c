/** The one place where the learner's state changes. */

import { freshSeed } from "./random.js";
import { DONE, MAX_ATTEMPTS, MAX_COUNT, MAX_REVISION, MAX_ROW, MAX_TRIES, emptyQuestion, emptyQuiz, emptyState, join } from "./state.js";

/** @typedef {import("./state.js").State} State */

export class Store {
  constructor() {
    /** @type {State} */
    this.state = emptyState();
    /**
     * Called after each change; `isMilestone` when it should reach the LMS soon: a lesson is done, a
     * quiz was sent (UX §4.3, step 3).
     *
     * @type {(isMilestone: boolean) => void}
     */
    this.onChange = () => {};
  }

  /**
   * Take over what was kept from earlier sessions; answers given before it arrived stay, as newer.
   *
   * @param {State | null} kept
   */
  adopt(kept) {
    if (kept) {
      const { questions, sheet, place, revision } = this.state;
      // A place that is nowhere yet must not win over the kept one.
      const news = [...Object.values(questions), ...Object.values(sheet), ...(place.index < 0 ? [] : [place])];
      for (const record of news) record.stamp = capped(record.stamp + kept.revision);
      this.state = join(this.state, kept);
      this.state.revision = Math.min(revision + kept.revision, MAX_REVISION);
    }
    if (!this.state.seed) this.state.seed = freshSeed(MAX_COUNT);
  }

  /**
   * Take over what another window or an earlier visit did; nobody is told.
   *
   * @param {State} other
   */
  merge(other) {
    this.state = join(this.state, other);
  }

  /** Make the state's text another one: what nobody proved must look new when it is offered again. */
  renew() {
    this.state.revision = Math.min(this.state.revision + 1, MAX_REVISION);
  }

  /** @param {number} index */
  question(index) {
    return this.state.questions[index] || emptyQuestion();
  }

  /** @param {number} index */
  quiz(index) {
    return this.state.quizzes[index] || emptyQuiz();
  }

  /** @param {number} index */
  lesson(index) {
    return (this.state.lessons[index] || { status: 0 }).status;
  }

  /** @param {number} index  @param {number} status  `OPENED` or `DONE` */
  reachLesson(index, status) {
    if (this.lesson(index) >= status) return;
    this.state.lessons[index] = { status };
    this.changed(status === DONE);
  }

  /** @param {number} index  of the lesson or question where the learner now is */
  moveTo(index) {
    if (this.state.place.index === index) return;
    this.state.place = { stamp: this.nextStamp(), index };
    this.changed(false);
  }

  /**
   * @param {number} index
   * @param {{text: string, epoch?: number, checked?: number}} answer
   */
  answer(index, { text, epoch = 0, checked = 0 }) {
    const record = this.question(index);
    if (record.text === text && record.epoch === epoch && record.checked === checked) return;
    this.setQuestion(index, { text, epoch, checked, stamp: this.nextStamp() });
    this.changed(false);
  }

  /**
   * @param {number} index
   * @param {{isTry?: boolean, best?: number, epoch?: number}} gained  `best`: parts of `WHOLE`; `epoch`: the quiz
   *   attempt that asked it, answered or not
   */
  gain(index, { isTry = false, best = -1, epoch = 0 }) {
    const record = this.question(index);
    // An answer that another device gives in the same attempt is later than none.
    const asked = record.epoch < epoch ? { epoch, stamp: 0, checked: 0, text: "" } : {};
    this.setQuestion(index, Object.assign(asked, { tries: Math.min(MAX_TRIES, record.tries + Number(isTry)), best: Math.max(record.best, best) }));
    this.changed(false);
  }

  /**
   * Where an answer's interactions stand in the LMS; nobody is told, and the next state that is written knows.
   *
   * @param {number} index
   * @param {number} row
   */
  setRow(index, row) {
    if (row <= MAX_ROW) this.setQuestion(index, { row });
  }

  /**
   * Begin an attempt, or go on with the one that is under way, which another window may have begun.
   *
   * @param {number} index
   */
  startAttempt(index) {
    const record = this.quiz(index);
    if (record.attempt > record.sent) return;
    const attempt = Math.min(record.sent + 1, MAX_ATTEMPTS);
    this.state.quizzes[index] = Object.assign({}, record, { attempt, seed: freshSeed(MAX_COUNT) });
    this.changed(false);
  }

  /** @param {number} index  @param {number} score  hundredths of a percent */
  sendAttempt(index, score) {
    const record = this.quiz(index);
    this.state.quizzes[index] = Object.assign({}, record, { sent: record.attempt, best: Math.max(record.best, score) });
    this.changed(true);
  }

  /** @param {number} section  of the project sheet, from 1 */
  level(section) {
    return (this.state.sheet[section] || { level: 0 }).level;
  }

  /** @param {number} section  @param {number} level  0 to 3 */
  judge(section, level) {
    if (this.level(section) === level) return;
    this.state.sheet[section] = { stamp: this.nextStamp(), level };
    this.changed(false);
  }

  /**
   * Make several changes that are told as one.
   *
   * @param {() => void} act
   */
  together(act) {
    const { onChange } = this;
    /** @type {boolean[]} */
    const told = [];
    this.onChange = (isMilestone) => told.push(isMilestone);
    try {
      act();
    } finally {
      this.onChange = onChange;
      if (told.length) onChange(told.includes(true));
    }
  }

  /** Later than all that is known. */
  nextStamp() {
    return capped(this.state.revision + 1);
  }

  /** @param {number} index  @param {Partial<import("./state.js").QuestionRecord>} news */
  setQuestion(index, news) {
    this.state.questions[index] = Object.assign({}, this.question(index), news);
  }

  /** @param {boolean} isMilestone */
  changed(isMilestone) {
    this.renew();
    this.onChange(isMilestone);
  }
}

/** @param {number} count */
function capped(count) {
  return Math.min(count, MAX_COUNT);
}
