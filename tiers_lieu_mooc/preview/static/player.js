/**
 * The player page: a package in a frame, the simulated LMS around it, and the inspector.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./switches.js').Switches} Switches */
/** @typedef {import('./table.js').Table} Table */

import scorm12 from "../../../scorm_export/datamodel/scorm12.json";
import scorm2004 from "../../../scorm_export/datamodel/scorm2004.json";
import { Choices } from "./choices.js";
import { emptyDevice } from "./device.js";
import { all, the, word, wordOr } from "./dom.js";
import { Inspector } from "./inspector.js";
import { Launcher } from "./launcher.js";
import { lineName, lineNow, loginNow, setLine } from "./line.js";
import { followNews } from "./news.js";
import { followScreen } from "./screen.js";

const player = the("[data-player]");
const { build = "", standard = "", launch = "" } = player.dataset;
const isTracked = standard !== "web";
const frame = /** @type {HTMLIFrameElement} */ (the("[data-frame]"));

/** @param {string} state  one sentence of the template is shown, the others are not */
function show(state) {
  for (const sentence of all("[data-state]")) sentence.hidden = sentence.dataset.state !== state;
}

/**
 * Shows what can be done to this LMS, and what its learners are offered.
 *
 * @param {Switches} switches
 */
function offer(switches) {
  for (const each of all("[data-needs]")) {
    each.hidden = !Reflect.get(switches, each.dataset.needs || "");
  }
}

/**
 * @param {Choices} choices
 * @returns {Launcher}
 */
function makeLauncher(choices) {
  const edition = /** @type {Standard} */ (standard);
  const rules = /** @type {Table} */ (
    /** @type {unknown} */ (edition === "scorm12" ? scorm12 : scorm2004)
  );
  const inspector = new Inspector({ standard: edition, rules, frame, name: build });
  const launcher = new Launcher({
    build,
    standard: edition,
    rules,
    frame,
    address: launch,
    choice: () => choices.applied(),
    line: lineNow,
    login: loginNow,
    onCall: (call) => inspector.hear(call),
    onRecord: (record, kept) => inspector.show(record, kept),
    onLaunch: (given, switches) => {
      inspector.begin(given, switches);
      offer(switches);
      choices.settle();
    },
    onMessage: (message) => inspector.receive(message),
    onState: (state, launches) => {
      show(state);
      the("[data-launches]").textContent = String(launches);
    },
  });
  Object.assign(window, {
    simulatedLms: {
      calls: () => inspector.calls(),
      record: () => launcher.record(),
      kept: () => launcher.kept(),
      /** What the content could have done otherwise: neither this LMS's own ways nor the line's. */
      refused: () =>
        inspector.calls().filter((call) => call.isRefused && !call.isOwn && !call.isLine),
    },
  });
  return launcher;
}

/** Without an LMS a relaunch is a reload of the frame. */
const bare = {
  async relaunch() {
    frame.src = launch;
  },
  async renew() {},
  async browse() {},
  async leave() {},
  async signIn() {},
  async purge() {},
};

/** @param {Choices} choices */
function begin(choices) {
  const launcher = isTracked ? makeLauncher(choices) : bare;
  const readLine = followLine(() => launcher.relaunch());
  const said = document.querySelector("[data-happened]");
  const acts = /** @type {const} */ (["relaunch", "browse", "renew", "leave", "signIn", "purge"]);
  for (const act of acts) {
    const button = document.querySelector(`[data-act="${act}"]`);
    button?.addEventListener("click", async () => {
      await launcher[act]();
      readLine();
      const { clearsStorage = false } = isTracked ? choices.applied().switches : {};
      if (said) said.textContent = wordOr(`happened-${act}${clearsStorage ? "-emptied" : ""}`, "");
    });
  }
  choices.onSubmit(() => launcher.relaunch());
  followScreen(frame, () => choices.remember());
  followNews(build, frame, () => launcher.relaunch());
  launcher.relaunch();
}

/**
 * The line is the same in every window of the browser.
 *
 * @param {() => void} relaunch  for what only a page that is loaded anew meets
 * @returns {() => void} looks again: a login mends a line that was lost for want of one
 */
function followLine(relaunch) {
  const list = /** @type {HTMLSelectElement} */ (the("[data-line]"));
  const said = the("[data-line-said]");
  const tell = () => {
    const text = wordOr(`line-${list.value}`, "");
    if (said.textContent !== text) said.textContent = text;
  };
  const read = () => {
    list.value = lineName();
    tell();
  };
  list.addEventListener("change", () => {
    const isStorage = [lineName(), list.value].includes("sans-stockage");
    setLine(list.value);
    tell();
    if (isStorage) relaunch();
  });
  window.addEventListener("focus", read);
  read();
  return read;
}

/** Forgets what packages keep in this browser: the learner goes on with another device. */
function followDevice() {
  const button = document.querySelector("[data-empty-device]");
  button?.addEventListener("click", async () => {
    await emptyDevice();
    the("[data-device-said]").textContent = word("device-emptied");
  });
}

followDevice();
begin(
  new Choices(
    build,
    /** @type {Standard} */ (standard),
    JSON.parse(the("[data-profiles]").dataset.profiles || "[]"),
  ),
);
