/**
 * What only the learner can decide on when a package opens: answers that two devices gave without knowing of
 * each other, and the work of somebody whom no LMS named. All else was joined without a word. Not in the way:
 * until it is answered, work goes on, and the device keeps both.
 */

import { decode, emptyState, encode, first, focusOn, indexes, join, mark, only, say, word, work } from "./borrowed.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../state.js").State} State
 * @typedef {import("../store.js").Store} Store
 */

/** What was refused once is not offered again. */
const DECLINED = "declined";

/**
 * Questions that two states answered otherwise, neither knowing of the other. Where the earlier answer's state
 * ends before the later answer, it is only older.
 *
 * @param {State} one
 * @param {State} other
 * @returns {number[]}  permanent numbers
 */
export function contradictions(one, other) {
  return indexes(one.questions).filter((index) => {
    const [mine, its] = [one.questions[index], other.questions[index]];
    if (!its || !mine.text || !its.text || mine.text === its.text || mine.epoch !== its.epoch) return false;
    return mine.stamp > its.stamp ? other.revision >= mine.stamp : one.revision >= its.stamp;
  });
}

/**
 * Of answers that contradict each other the one that joining keeps stands: the others.
 *
 * @param {State} given  by the LMS
 * @param {State} own  as this device kept it
 * @returns {State}  with nothing but these answers
 */
export function rivalsOf(given, own) {
  const rivals = emptyState();
  const { questions } = join(given, own);
  for (const index of contradictions(given, own)) {
    const [mine, its] = [given.questions[index], own.questions[index]];
    rivals.questions[index] = questions[index].text === mine.text ? its : mine;
  }
  return rivals;
}

/**
 * What is left to decide of these answers: an answer to an earlier attempt must not come back.
 *
 * @param {State} rivals
 * @param {Store} store
 * @returns {number[]}  permanent numbers of questions whose answer is still another one, of the same attempt
 */
export const undecided = ({ questions }, store) =>
  indexes(questions).filter((index) => {
    const { text, epoch } = store.question(index);
    return questions[index].text !== text && questions[index].epoch === epoch;
  });

/** @param {Session} session  @param {State} state  whether it holds work that the store lacks */
function isAhead({ store, contents }, state) {
  // What was retired from the course does not count: the LMS may have had no room for it.
  const worth = (/** @type {State} */ each) => work(only(each, contents.recorded));
  return worth(join(store.state, state)) !== worth(store.state);
}

/** @param {Session} session */
export function offerChoices(session) {
  const { device, mirror, origin, store, stranger } = session;
  if (!device || device.isIdle || !mirror) return;
  const name = mirror.name.replace("state", "rival");
  const fresh = origin ? rivalsOf(origin.given, origin.own) : emptyState();
  const before = decode(device.read(name)) || emptyState();
  const rivals = join(before, fresh);
  if (indexes(fresh.questions).length) device.write(name, encode(rivals));
  if (undecided(rivals, store).length) {
    offer(session, "found", (isTaken) => {
      if (isTaken) store.together(() => undecided(rivals, store).forEach((index) => store.answer(index, rivals.questions[index])));
      device.erase(name);
    });
  } else if (stranger) {
    stranger.load().then(() => offerStranger(session, stranger, mirror.name));
  }
}

/** @param {Session} session  @param {import("../device.js").Device} stranger  @param {string} name */
function offerStranger(session, stranger, name) {
  const { device, store } = session;
  const state = stranger.readState(name);
  if (!device || !state || device.read(DECLINED) === String(state.revision) || !isAhead(session, state)) return;
  offer(session, "found-unknown", (isTaken) => {
    if (!isTaken) device.write(DECLINED, String(state.revision));
    else {
      store.merge(state);
      stranger.erase(name);
    }
  });
}

/**
 * @param {Session} session
 * @param {string} question  a word
 * @param {(isTaken: boolean) => void} decide
 */
function offer(session, question, decide) {
  const region = first(document, "[data-offer]");
  const { saving } = session;
  if (!region || !saving) return;
  /** @param {string} text */
  const ask = (text) => {
    say(first(region, "p"), text);
    mark(/** @type {Element} */ (region.lastElementChild), "hidden", !text);
    region.dataset.offer = text && "open";
  };
  ask(word(question));
  region.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    ask("");
    const isTaken = button.hasAttribute("data-take");
    decide(isTaken);
    session.mustRecall = session.mustRecall || isTaken;
    if (isTaken) session.refresh(true);
    saving.again();
    focusOn(document.querySelector("[data-page].open h2"));
  });
}
