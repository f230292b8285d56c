import assert from "node:assert/strict";
import { test } from "node:test";

import { findApi } from "../../../scorm_export/runtime/find-api.js";
import { findRecorder } from "../../../scorm_export/runtime/launch.js";
import { NOBODY } from "../../../scorm_export/runtime/nobody.js";
import { SCORM_12 } from "../../../scorm_export/runtime/scorm12.js";
import { SCORM_2004 } from "../../../scorm_export/runtime/scorm2004.js";

const API = { LMSInitialize: () => "true" };

/** @typedef {Record<string, any>} Window */

/**
 * A window in a chain: its parent is the window above, or itself at the top.
 *
 * @param {Window} [properties]
 * @param {Window} [parent]
 * @returns {Window}
 */
function makeWindow(properties = {}, parent) {
  /** @type {Window} */
  const made = { ...properties };
  made.parent = parent || made;
  made.top = parent ? parent.top : made;
  return made;
}

/**
 * A window of another origin: only what the browser lets through can be read.
 *
 * @param {Window} window
 */
function foreign(window) {
  const allowed = ["parent", "top", "opener"];
  return new Proxy(window, {
    get(target, name) {
      if (!allowed.includes(String(name))) throw new Error("SecurityError");
      return Reflect.get(target, name);
    },
  });
}

/** @param {Window} window */
const found = (window) => findApi(window, "API", "LMSInitialize");

test("the API is found in the window, above it and far above it", () => {
  const player = makeWindow({ API });
  assert.equal(found(player), API);
  assert.equal(found(makeWindow({}, player)), API);
  assert.equal(found(makeWindow({}, makeWindow({}, makeWindow({}, player)))), API);
});

test("the nearest API wins", () => {
  const near = { LMSInitialize: () => "true" };
  assert.equal(found(makeWindow({}, makeWindow({ API: near }, makeWindow({ API })))), near);
});

test("a parent of another origin is climbed over", () => {
  const top = makeWindow({ API });
  assert.equal(found(makeWindow({}, foreign(makeWindow({}, top)))), API);
});

test("a window whose every property throws ends the search", () => {
  /** @type {Window} */
  const walled = new Proxy(
    {},
    {
      get() {
        throw new Error("SecurityError");
      },
    },
  );
  assert.equal(found({ parent: walled, top: walled, opener: walled }), null);
});

test("the opener is searched, then the opener of the top", () => {
  const player = makeWindow({}, makeWindow({ API }));
  assert.equal(found(makeWindow({ opener: player })), API);
  assert.equal(found(makeWindow({}, makeWindow({ opener: player }))), API);
});

test("an element with the id of the API is not taken for it", () => {
  assert.equal(
    found(makeWindow({}, makeWindow({ API: { tagName: "DIV" } }, makeWindow({ API })))),
    API,
  );
});

test("windows that go round in circles end the search", () => {
  const first = makeWindow();
  const second = makeWindow({}, first);
  first.parent = second;
  assert.equal(found(first), null);
});

/**
 * @param {Window} window
 * @returns {{window: any, waited: number[]}} a page whose time passes at once
 */
function page(window) {
  /** @type {number[]} */
  const waited = [];
  window.location = { pathname: "/cours/index.html" };
  window.localStorage = { getItem: () => null, setItem() {} };
  window.setTimeout = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    waited.push(ms);
    queueMicrotask(act);
  };
  return { window, waited };
}

test("the object of the own standard is used, never that of the other", async () => {
  const both = { API, API_1484_11: { Initialize: () => "true" } };
  const { window } = page(makeWindow({}, makeWindow(both)));
  assert.equal((await findRecorder(SCORM_12, window)).kind, "scorm12");
  assert.equal((await findRecorder(SCORM_2004, window)).kind, "scorm2004");
  const only12 = page(makeWindow({}, makeWindow({ API })));
  assert.equal((await findRecorder(SCORM_2004, only12.window, 0)).kind, "local");
});

test("an LMS that is late is awaited", async () => {
  const parent = makeWindow();
  const { window, waited } = page(makeWindow({}, parent));
  const { setTimeout } = window;
  window.setTimeout = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    if (waited.length === 5) parent.API = API;
    setTimeout(act, ms);
  };
  assert.equal((await findRecorder(SCORM_12, window)).kind, "scorm12");
  assert.equal(waited.length, 6);
});

test("no LMS after three seconds leaves the state on the device", async () => {
  const { window, waited } = page(makeWindow());
  const recorder = await findRecorder(SCORM_12, window);
  assert.equal(recorder.isTracked, false);
  assert.equal(
    waited.reduce((sum, ms) => sum + ms, 0),
    3000,
  );
});

test("a package without an LMS in mind waits for nobody", async () => {
  const { window, waited } = page(makeWindow({ API }));
  assert.equal((await findRecorder(NOBODY, window)).kind, "local");
  assert.deepEqual(waited, []);
});
