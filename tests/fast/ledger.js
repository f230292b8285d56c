/**
 * What must be there in the end, kept apart from the page's own account of it. Every answer is one that
 * nobody gave before, so that what took the place of what is known for certain.
 */

import { labelOf } from "./visit.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("../../tiers_lieu_mooc/learner/js/state.js").State} State
 *
 * @typedef {"lesson" | "tries" | "best" | "attempt" | "sent" | "score"} Floor  what never falls
 *
 * @typedef {object} Fact
 * @property {Visit} visit
 * @property {number} at  milliseconds
 * @property {string} place  of an answer: question and attempt, or device and text; "" for a floor
 * @property {string} label  of an answer
 * @property {Fact[]} over  the answers that this one took the place of
 * @property {Floor} floor
 * @property {number} index
 * @property {number} value
 * @property {boolean} isOwed
 * @property {number} seenAt  since when the LMS has it, of what only the LMS can keep; -1: it has not
 */

export class Ledger {
  /** @type {Map<string, Fact[]>} */
  answers = new Map();
  /** @type {Fact[]} */
  floors = [];
  count = 0;

  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
  }

  /**
   * The learner answers: that replaces what this window gave, and what it showed.
   *
   * @param {Visit} visit
   * @param {string} place
   * @param {string} before
   * @param {string} label
   */
  give(visit, place, before, label) {
    if (!visit.isRecorded) return;
    const known = this.answers.get(place) || [];
    if (!known.length) this.answers.set(place, known);
    const own = known.filter((each) => each.visit === visit);
    // What did not come from this window came from another; the same reading there may be of two.
    const over = own.some((each) => each.label === before) ? own : own.concat(known.find((each) => each.label === before) || []);
    const fact = this.#note(visit, { place, label, over });
    known.push(fact);
    this.count += 1;
  }

  /**
   * @param {Visit} visit
   * @param {Floor} floor
   * @param {number} index
   * @param {number} value
   */
  reach(visit, floor, index, value) {
    if (visit.isRecorded) this.floors.push(this.#note(visit, { floor, index, value }));
  }

  /** The score of every attempt that was sent, in hundredths of a percent. */
  get scores() {
    return this.floors.filter(({ floor }) => floor === "score").map(({ value }) => value);
  }

  /** @param {Visit} visit  @param {Partial<Fact>} more */
  #note(visit, more) {
    /** @type {Fact} */
    const fact = { visit, at: this.now(), place: "", label: "", over: [], floor: "lesson", index: 0, value: 0, isOwed: true, seenAt: -1, ...more };
    visit.facts.push(fact);
    return fact;
  }

  /**
   * What was done after this moment may be gone with its window.
   *
   * @param {Visit} visit
   * @param {number} at
   * @param {(fact: Fact) => boolean} [isMeant]
   */
  forgive(visit, at, isMeant = () => true) {
    for (const fact of visit.facts) if (fact.at > at && isMeant(fact)) fact.isOwed = false;
  }

  /**
   * The LMS has another record: of what no device keeps, note what is in it, and tell what is there no more
   * though the window that wrote it had been given it.
   *
   * @param {readonly Visit[]} visits  whose devices keep nothing
   * @param {State} state
   * @param {Visit} writer
   * @returns {string[]}
   */
  look(visits, state, writer) {
    const lost = [];
    for (const visit of visits) {
      for (const fact of visit.facts) {
        const isThere = this.#isIn(fact, state);
        const isKnown = isThere && this.#isKnown(fact, state);
        if (isKnown && fact.seenAt < 0) fact.seenAt = this.now();
        // An answer that did not know it stands there instead: no launch is given it any more.
        if (isThere && !isKnown) fact.seenAt = -1;
        if (isThere || fact.seenAt < 0) continue;
        if (writer.launchedAt > fact.seenAt) lost.push(`${writer.name} was given ${told(fact)} and took it away`);
        fact.seenAt = -1;
      }
    }
    return lost;
  }

  /** Whether an answer, or one that was given in its place, stands there, not only one beside it.  @param {Fact} fact  @param {State} state */
  #isKnown(fact, state) {
    if (!fact.place) return true;
    const { label, epoch, asked } = at(fact.place, state);
    const known = this.answers.get(fact.place) || [];
    return epoch > asked || known.some((each) => each.label === label && (each === fact || below(each).has(fact)));
  }

  /** @param {Fact} fact  @param {State} state */
  #isIn(fact, state) {
    if (!fact.place) return valueOf(fact, state) >= fact.value;
    const { label, epoch, asked } = at(fact.place, state);
    if (epoch > asked) return true;
    const replaced = below(fact);
    // Another answer that did not know this one may stand there, too: one of the two must.
    return (this.answers.get(fact.place) || []).some((each) => each.label === label && !replaced.has(each));
  }

  /** What only the LMS could keep is owed if it had it last.  @param {readonly Visit[]} visits */
  settle(visits) {
    for (const visit of visits) for (const fact of visit.facts) fact.isOwed = fact.isOwed && fact.seenAt >= 0 && !isText(fact);
  }

  /**
   * What is not in a state, though it must be.
   *
   * @param {State} state
   * @param {(fact: Fact) => boolean} [isMeant]
   * @returns {string[]}
   */
  missing(state, isMeant = () => true) {
    const lost = [];
    for (const fact of this.floors) {
      if (fact.isOwed && isMeant(fact) && !(valueOf(fact, state) >= fact.value)) lost.push(`${told(fact)}, and it is ${valueOf(fact, state)}`);
    }
    for (const [place, facts] of this.answers) {
      if (isText({ place })) continue;
      const { label, epoch, asked } = at(place, state);
      if (epoch > asked) continue;
      const line = epoch < asked ? this.#absent(facts.filter(isMeant)) : this.#wrong(facts, label, isMeant);
      if (line) lost.push(`question ${place}: ${line}`);
    }
    return lost;
  }

  /** @param {Fact[]} facts */
  #absent(facts) {
    const owed = facts.find((each) => each.isOwed);
    return owed && `${told(owed)}, and the state knows nothing of that attempt`;
  }

  /** @param {Fact[]} facts  @param {string} label  @param {(fact: Fact) => boolean} [isMeant] */
  #wrong(facts, label, isMeant = () => true) {
    const owed = facts.filter((each) => each.isOwed && isMeant(each));
    if (!owed.length) return "";
    const replaced = new Set(owed.flatMap((each) => [...below(each)]));
    if (facts.some((each) => each.label === label && !replaced.has(each))) return "";
    return `« ${label} » is there instead of ${owed.filter((each) => !replaced.has(each)).map(told).join(" or ")}`;
  }

  /** @param {string} device  @param {number} index  @param {string} text  as the device shows it */
  missingText(device, index, text) {
    return this.#wrong(this.answers.get(`${device}:${index}`) || [], text);
  }
}

/** An open text is its device's.  @param {Pick<Fact, "place">} fact */
export const isText = ({ place }) => /^[A-Z]/.test(place);

/** @param {Fact} fact */
function told({ visit, place, label, floor, index, value }) {
  return place ? `« ${label} » of ${visit.name}` : `${floor} ${index} ≥ ${value} of ${visit.name}`;
}

/** @param {Fact} fact  @returns {Set<Fact>}  all that it replaced, however long ago */
function below(fact) {
  /** @type {Set<Fact>} */
  const found = new Set();
  const left = [...fact.over];
  for (let each = left.pop(); each; each = left.pop()) {
    if (found.has(each)) continue;
    found.add(each);
    left.push(...each.over);
  }
  found.delete(fact);
  return found;
}

/** @param {string} place  @param {State} state */
function at(place, state) {
  const colon = place.indexOf(":");
  const record = state.questions[Number(place.slice(0, colon))];
  const { text = "", checked = 0, epoch = 0 } = record || {};
  return { label: labelOf(text, checked), epoch, asked: Number(place.slice(colon + 1)) };
}

/** @param {Fact} fact  @param {State} state  @returns {number} */
function valueOf({ floor, index }, { lessons, questions, quizzes }) {
  const [lesson, question, quiz] = [lessons[index], questions[index], quizzes[index]];
  if (floor === "lesson") return lesson ? lesson.status : 0;
  if (floor === "tries" || floor === "best") return question ? question[floor] : -1;
  if (!quiz) return -1;
  return floor === "score" ? quiz.best : quiz[floor];
}
