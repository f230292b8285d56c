/**
 * The player page: a package in a frame, the simulated LMS around it, its log and its record.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').Table} Table */

import scorm12 from "../../../scorm_export/datamodel/scorm12.json";
import scorm2004 from "../../../scorm_export/datamodel/scorm2004.json";
import { CallLog } from "./call-log.js";
import { all, the } from "./dom.js";
import { Launcher } from "./launcher.js";
import { RecordTable } from "./record-table.js";

const player = the("[data-player]");
const { build = "", standard = "", launch = "", learnerId = "", learnerName = "" } = player.dataset;
const isTracked = standard !== "web";
const frame = /** @type {HTMLIFrameElement} */ (the("[data-frame]"));

/** @param {string} state  one sentence of the template is shown, the others are not */
function show(state) {
  for (const sentence of all("[data-state]")) sentence.hidden = sentence.dataset.state !== state;
}

/** @returns {Launcher} */
function makeLauncher() {
  const log = new CallLog();
  const table = new RecordTable();
  const launcher = new Launcher({
    build,
    standard: /** @type {Standard} */ (standard),
    rules: /** @type {Table} */ (
      /** @type {unknown} */ (standard === "scorm12" ? scorm12 : scorm2004)
    ),
    learner: { id: learnerId, name: learnerName },
    frame,
    address: launch,
    onCall: (call) => log.add(call),
    onRecord: (record) => table.show(record),
    onState: (state, launches) => {
      show(state);
      the("[data-launches]").textContent = String(launches);
    },
  });
  Object.assign(window, {
    simulatedLms: {
      calls: () => log.calls(),
      record: () => launcher.record(),
      refused: () => log.refused(),
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
  async leave() {},
};

/** @param {{relaunch: () => Promise<void>}} launcher */
function followNews(launcher) {
  /** @type {string | undefined} */
  let shown;
  const news = new EventSource(`/api/nouvelles?paquet=${encodeURIComponent(build)}`);
  news.addEventListener("message", ({ data }) => {
    const { fingerprint, stale } = JSON.parse(data);
    the("[data-stale]").hidden = !stale;
    if (shown !== undefined && shown !== fingerprint && fingerprint) launcher.relaunch();
    shown = fingerprint || shown;
  });
}

const launcher = isTracked ? makeLauncher() : bare;
const acts = /** @type {const} */ (["relaunch", "renew", "leave"]);
for (const act of acts) {
  const button = document.querySelector(`[data-act="${act}"]`);
  if (button) button.addEventListener("click", () => launcher[act]());
}
launcher.relaunch();
followNews(launcher);
