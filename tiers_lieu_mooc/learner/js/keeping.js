/** Saving as the page lives it: its events, its status line, and what was found on this device. */

import { deviceOn } from "./device.js";
import { openDisk } from "./disk.js";
import { all, first } from "./kind.js";
import { launch } from "./launching.js";
import { mirrorOn } from "./mirror.js";
import { focusOn } from "./quiz.js";
import { oncePainted, painted, tell } from "./session.js";
import { look } from "./witness.js";
import { say, word } from "./words.js";

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("../../../scorm_export/runtime/recorder.js").Recorder} Recorder
 */

/** It opens while the LMS is looked for. */
const disk = openDisk(window);

/**
 * Open the record, join what is kept here, and keep it from now on.
 *
 * @param {Session} session  with its recorder
 * @param {() => void} settle  take what is being typed for an answer
 * @returns {Promise<void>}
 */
export async function keepSaved(session, settle) {
  const { id } = session.contents;
  const recorder = /** @type {Recorder} */ (session.recorder);
  const opening = recorder.open();
  const opened = await disk;
  const on = (/** @type {string} */ learner) => deviceOn(opened, id, learner, Date.now);
  const device = on(opening.learnerId);
  // Without a disk Kolibri's own localStorage stands in, which goes where its saves go.
  device.isFleeting = isFleeting() || (!opened && recorder.calmMs > 0);
  // A preview leaves nothing, nor does a session that begins for nobody.
  device.isIdle = opening.isRefused || opening.mode === "browse";
  await device.load();
  if (opened) opened.hear(device.hear);
  session.device = device;
  session.learnerName = opening.learnerName;
  session.stranger = opening.learnerId ? on("") : null;
  session.mirror = mirrorOn(device, session.contents, Date.now);
  launch(session, session.mirror, opening, worldOf(session));
  watch(session, settle);
}

/**
 * Whether this is a frame in another site's page: WebKit keeps nothing of it after a restart, and says
 * nothing of that (BROWSERS-OBSERVED.md, B3). Firefox, which does not tell whose page it is, keeps it.
 */
function isFleeting() {
  const ours = RegExp(`[/.]${location.hostname.split(".").slice(-2).join(".")}(:|$)`);
  return Array.from(location.ancestorOrigins || []).some((origin) => !ours.test(origin));
}

/** The page comes from this device itself, from a file, an app or a server on it. */
const isLocal = () => !/^http/.test(location.protocol) || /^(localhost|127\.|\[::1)/.test(location.hostname);

/** @param {Session} session  @returns {import("./saving.js").World} */
function worldOf({ contents }) {
  const isForLms = document.documentElement.dataset.recorder !== "local";
  return {
    now: Date.now,
    after: (act, ms) => window.setTimeout(act, ms),
    cancel: (timer) => clearTimeout(timer),
    painted,
    isOnline: () => navigator.onLine !== false,
    isLocal,
    look: () => look(`temoin ${contents.name}`, window),
    show(status, at, way) {
      const line = first(document, "[data-saving]");
      if (!line || !line.lastElementChild) return;
      const now = new Date(at);
      const time = `${now.getHours()}\u00a0h\u00a0${`0${now.getMinutes()}`.slice(-2)}`;
      line.dataset.saving = status;
      // What is under way is shown, not announced: it would be heard at every click.
      if (status !== "saving") say(first(line, "[role]"), word(`save-${isForLms ? status.replace("local", "missing") : status}`, { time }));
      for (const button of /** @type {HTMLElement[]} */ (all(line, "button"))) {
        const isOffered = button.dataset.way === way;
        if (!isOffered && button === document.activeElement) focusOn(line);
        button.hidden = !isOffered;
      }
    },
  };
}

/**
 * @param {Session} session
 * @param {() => void} settle
 */
function watch(session, settle) {
  const { device, mirror, saving, store } = session;
  if (!device || !mirror || !saving) return;
  let isStale = false;
  const tellSoon = oncePainted(() => tell("change"));
  store.onChange = (isMilestone) => {
    saving.changed(isMilestone);
    tellSoon();
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") {
      saving.show();
      return;
    }
    settle();
    saving.hide();
  });
  for (const what of ["online", "offline"]) window.addEventListener(what, saving.retry);
  window.addEventListener("pagehide", () => {
    settle();
    saving.close();
  });
  // Before all other listeners. A word that is said when the page hides is lost as often as not, and always
  // behind a writing under way (Chromium 156); one that is said here arrives.
  for (const what of ["beforeunload", "pagehide"]) window.addEventListener(what, device.leave, true);
  window.addEventListener("beforeunload", (event) => {
    settle();
    saving.putDue();
    device.stay();
    if (!saving.isAtRisk()) return;
    event.preventDefault();
    event.returnValue = "";
  });
  device.onTrouble = saving.keepAgain;
  // Another window of the same learner: its answers come in here, and are shown when one comes back.
  device.onNews = (changed) => {
    if (changed === mirror.name) isStale = saving.hear() || isStale;
    tell("news");
  };
  window.addEventListener("focus", () => {
    if (isStale) session.refresh(false);
    isStale = false;
  });
  document.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    if (!button) return;
    if (button.dataset.way === "retry") saving.again();
    if (button.dataset.way === "relaunch") {
      settle();
      saving.relaunch();
    }
    if (button.hasAttribute("data-leave")) leave(saving, settle);
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
