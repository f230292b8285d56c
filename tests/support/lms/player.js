/**
 * The page of a fake LMS: it holds a package in a frame, gives it an API object and posts what it
 * commits, at once while it stands and by beacon while it goes, as Moodle does.
 *
 * Options in its address: `api=hidden` until `player.appear()`; the others are for the package's window
 * (`world.js`).
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
  return JSON.stringify({ tab, id, values, ended: fake.isEnded });
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
};

const posted = sessionStorage.getItem(POSTED) || "0";
const launch = await (await fetch(`launch?tab=${tab}&after=${posted}`)).json();
const fake = new FakeApi(launch.profile, launch.kept, launch.learner, post);
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
page.worldOptions = Object.fromEntries(options);
window.addEventListener("beforeunload", leave);
window.addEventListener("pagehide", leave);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) isLeaving = false;
});
if (options.get("api") !== "hidden") appear();
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("[data-frame]"));
frame.src = `p${launch.revision}/index.html`;
