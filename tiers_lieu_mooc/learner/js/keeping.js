/** Saving as the page lives it: its events, its status line, and what was found on this device. */

import { Device } from "./device.js";
import { all, first, mark } from "./kind.js";
import { Mirror } from "./mirror.js";
import { questionAt } from "./question.js";
import { focusOn } from "./quiz.js";
import { savingWith } from "./saving.js";
import { oncePainted, painted, tell } from "./session.js";
import { decode } from "./state.js";
import { look } from "./witness.js";
import { say, word } from "./words.js";

/**
 * @typedef {import("./session.js").Session} Session
 *
 * @typedef {object} Shown  what the page does when it is asked
 * @property {() => void} settle  take what is being typed for an answer
 * @property {(isElsewhere: boolean) => void} refresh  show the state anew
 */

/**
 * Open the record, join what was kept, and keep it from now on.
 *
 * @param {Session} session  with its recorder
 * @param {Shown} shown
 */
export function keepSaved(session, { settle, refresh }) {
  const { contents, store } = session;
  const recorder = /** @type {import("../../../scorm_export/runtime/recorder.js").Recorder} */ (session.recorder);
  const { state, learnerId, learnerName, mode } = recorder.open();
  const [kept, attached = ""] = state.split(".");
  const device = new Device(contents.id, learnerId);
  const mirror = new Mirror(device, contents, Date.now);
  session.attached = attached;
  session.device = device;
  session.learnerName = learnerName;
  store.adopt(recorder.isTracked ? decode(kept) : mirror.kept());
  const devices = learnerId ? [device, new Device(contents.id, "")] : [device];
  const found = recorder.isTracked && mode !== "browse" ? mirror.find(store, devices, learnerId !== "") : null;
  const saving = savingWith(session, mirror, mode, worldOf(session));
  session.saving = saving;
  const tellSoon = oncePainted(() => tell("change"));
  store.onChange = (isMilestone) => {
    saving.changed(isMilestone);
    tellSoon();
  };
  watch(session, mirror, settle, refresh);
  if (found) offer(session, mirror, found, refresh);
}

/** @param {Session} session  @returns {import("./saving.js").World} */
function worldOf({ contents }) {
  const isForLms = document.documentElement.dataset.recorder !== "local";
  return {
    now: Date.now,
    after: (act, ms) => window.setTimeout(act, ms),
    cancel: (timer) => clearTimeout(timer),
    painted,
    isOnline: () => navigator.onLine !== false,
    look: () => look(`temoin ${contents.name}`, window),
    show(status, at, canRetry) {
      const line = first(document, "[data-saving]");
      const button = line && first(line, "[data-retry]");
      if (!button) return;
      const now = new Date(at);
      const time = `${now.getHours()}\u00a0h\u00a0${`0${now.getMinutes()}`.slice(-2)}`;
      line.dataset.saving = status;
      // What is under way is shown, not announced: it would be heard at every click.
      if (status !== "saving") say(first(line, "[role]"), word(`save-${isForLms ? status.replace("local", "missing") : status}`, { time }));
      if (!canRetry && button === document.activeElement) focusOn(line);
      button.hidden = !canRetry;
    },
  };
}

/**
 * @param {Session} session
 * @param {import("./mirror.js").Mirror} mirror
 * @param {() => void} settle
 * @param {(isElsewhere: boolean) => void} refresh
 */
function watch({ device, saving }, { name }, settle, refresh) {
  if (!device || !saving) return;
  let isStale = false;
  const isSeen = () => document.visibilityState !== "hidden";

  document.addEventListener("visibilitychange", () => {
    if (isSeen()) {
      saving.retry();
      return;
    }
    settle();
    saving.commit();
  });
  window.addEventListener("online", saving.retry);
  window.addEventListener("pagehide", () => {
    settle();
    saving.close();
  });
  window.addEventListener("beforeunload", (event) => {
    settle();
    if (!saving.isAtRisk()) return;
    event.preventDefault();
    event.returnValue = "";
  });
  // Another window of the same learner: its answers come in here, and are shown when one comes back.
  window.addEventListener("storage", ({ key }) => {
    if (key === device.prefix + name) isStale = saving.hear() || isStale;
  });
  window.addEventListener("focus", () => {
    if (isStale) refresh(false);
    isStale = false;
  });
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button && button.hasAttribute("data-retry")) saving.again();
    if (button && button.hasAttribute("data-leave")) leave(saving, settle);
  });
}

/** @param {import("./saving.js").Saving} saving  @param {() => void} settle */
function leave(saving, settle) {
  settle();
  saving.finish().then((isSafe) => {
    if (!isSafe) {
      focusOn(first(document, "[data-saving]"));
      return;
    }
    saving.close();
    document.documentElement.classList.add("gone");
    focusOn(first(document, "[data-left]"));
  });
}

/**
 * Ask whether what was found is to be taken over. Not in the way: until it is answered, work goes on
 * and the mirror keeps both.
 *
 * @param {Session} session
 * @param {import("./mirror.js").Mirror} mirror
 * @param {import("./mirror.js").Found} found
 * @param {(isElsewhere: boolean) => void} refresh
 */
function offer(session, mirror, found, refresh) {
  const region = first(document, "[data-offer]");
  const { store, saving } = session;
  if (!region || !saving) return;
  /** @param {string} text */
  const ask = (text) => {
    say(first(region, "p"), text);
    mark(/** @type {Element} */ (region.lastElementChild), "hidden", !text);
    region.dataset.offer = text && "open";
  };
  ask(word(found.isOwn ? "found" : "found-unknown"));
  region.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    ask("");
    const isTaken = button.hasAttribute("data-take");
    const before = store.state.questions;
    if (isTaken) mirror.accept(store, found);
    else mirror.refuse(found);
    if (isTaken) {
      reportAll(session, before);
      refresh(true);
    }
    saving.again();
    focusOn(document.querySelector("[data-page].open h2"));
  });
}

/**
 * Report the answers that were handed in and that the LMS never heard of.
 *
 * @param {Session} session
 * @param {import("./state.js").State["questions"]} before
 */
function reportAll(session, before) {
  for (const element of all(document.documentElement, "[data-question]:not([data-quoted])")) {
    const question = questionAt(element);
    const { index } = question.key;
    const { text, checked, best } = session.store.question(index);
    if (!text || (!checked && best < 0) || (before[index] && before[index].text === text)) continue;
    const answer = question.kind.unpack(question.key, text);
    if (answer) session.report(question, answer, question.kind.grade(question.key, answer));
  }
}
