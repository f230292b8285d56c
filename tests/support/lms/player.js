/**
 * The page of a fake LMS: it holds a package in a frame, gives it an API object and posts what it
 * commits, at once while it stands and by beacon while it goes, as Moodle does.
 *
 * Options in its address: `api=hidden` until `player.appear()`; `mode=browse` for a preview; `says=WORD`
 * for what commits answer (`ODD_WORDS` of `api.js`); the others are for the package's window (`world.js`).
 */

import { FakeApi, editionOf } from "./api.js";

/** @typedef {import("./api.js").Values} Values */
/** @typedef {import("./api.js").Receipt} Receipt */

const options = new URLSearchParams(location.search);
const POSTED = "posted";
/** Of this window, so that the server can tell whose posts it has. */
const tab = sessionStorage.getItem("tab") || String(Math.random()).slice(2);
sessionStorage.setItem("tab", tab);
/** Whether the window is going: then only beacons arrive. */
let isLeaving = false;
/** Posts under way. @type {Promise<unknown>} */
let pending = Promise.resolve();

/** @param {Values} values */
function message(values) {
  const id = Number(sessionStorage.getItem(POSTED) || "0") + 1;
  sessionStorage.setItem(POSTED, String(id));
  const { session } = launch;
  // A localStorage of the LMS's own goes with what it saves.
  const shipped = launch.profile.ships_storage ? { ...shim } : undefined;
  return JSON.stringify({ tab, id, session, values, ended: fake.isEnded, shipped });
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {Receipt}
 */
function receiptOf(status, text) {
  if (status !== 200) return "unreachable";
  return text === "kept" || text === "refused" ? text : "expired";
}

const post = {
  /** @param {Values} values  @returns {Receipt} */
  send(values) {
    const body = message(values);
    if (isLeaving) return navigator.sendBeacon("record", body) ? "kept" : "unreachable";
    const request = new XMLHttpRequest();
    request.open("POST", "record", false);
    try {
      request.send(body);
    } catch {
      return "unreachable";
    }
    return receiptOf(request.status, request.responseText);
  },
  /** @param {Values} values */
  sendLater(values) {
    if (isLeaving) return; // a request that a page makes while it goes is given up with it
    const body = message(values);
    // One after the other, so that a session is the same each time.
    pending = pending.then(() => fetch("record", { method: "POST", body })).catch(() => null);
  },
  // In the package's time, and as long as it stands.
  /** @param {() => void} act  @param {number} ms */
  after: (act, ms) => /** @type {Window} */ (frame.contentWindow).setTimeout(act, ms),
  /** @param {any} timer */
  cancel: (timer) => timer && /** @type {Window} */ (frame.contentWindow).clearTimeout(timer),
};

const posted = sessionStorage.getItem(POSTED) || "0";
const launch = await (await fetch(`launch?tab=${tab}&after=${posted}`)).json();
/** What the package keeps in a localStorage of the LMS's own. @type {Record<string, string>} */
const shim = launch.shipped;
const fake = new FakeApi(launch.profile, launch.kept, launch.learner, post, {
  mode: options.get("mode") === "browse" ? "browse" : "normal",
  says: options.get("says") || "true",
  room: launch.room,
});
const page = /** @type {any} */ (window);

/** Put the object where packages look for it. */
function appear() {
  page[editionOf(launch.profile).object] = fake.functions();
}

/** Beacons and nothing else from here on. */
function leave() {
  isLeaving = true;
}

page.player = { fake, appear, leave, settled: () => pending };
page.worldOptions = { ...Object.fromEntries(options), shim: launch.profile.ships_storage && shim };
window.addEventListener("beforeunload", leave);
window.addEventListener("pagehide", leave);
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  isLeaving = false;
  sessionStorage.setItem("revived", "true");
});
if (options.get("api") !== "hidden") appear();
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("[data-frame]"));
frame.src = `p${launch.revision}/index.html`;
