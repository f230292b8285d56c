/**
 * One device: windows of the fake LMS side by side, which share what the device keeps, and the hand
 * that works in them. Python tells it one act after the other (`play.py`).
 */

import { all, answer, dice, isShown, one, reading } from "./hand.js";
import { decode, encode, emptyState, join } from "../../tiers_lieu_mooc/learner/js/state.js";

/** @typedef {import("../../tiers_lieu_mooc/learner/js/state.js").State} State */

/**
 * @typedef {object} Given  an answer that the learner gave
 * @property {number} question  permanent number
 * @property {string} before  what the question showed
 * @property {string} reading  what it shows now
 * @property {string} attempt  the number of the quiz attempt, "" outside quizzes and for open texts
 * @property {boolean} isText  an open text: it stays on the device
 * @property {string} told  what the page says of it
 *
 * @typedef {object} Seen  what an act left behind
 * @property {string} said  by the line about saving
 * @property {string} state  the latest that the page handed to the LMS
 * @property {Given | null} given
 * @property {number | null} finished  permanent number of a lesson that the learner ended
 * @property {boolean} isGone  the window shows something else than the package
 */

const PATIENCE_MS = 15_000;
/** A browser writes localStorage down within three seconds (BROWSERS-OBSERVED.md). */
const LAG_MS = 3000;
/** This page, as its windows see it (`world.js`). */
const page = /** @type {{virtualNow: number, unwritten: {at: number, key: string, oldValue: string | null}[]} & Window} */ (/** @type {unknown} */ (window));
page.virtualNow = 0;
page.unwritten = [];
/** @type {Map<string, HTMLIFrameElement>} */
const tabs = new Map();
/** The window that the learner looks at. */
let front = "";

/** @param {string} tab */
function windowsOf(tab) {
  const player = /** @type {any} */ (/** @type {HTMLIFrameElement} */ (tabs.get(tab)).contentWindow);
  const frame = /** @type {any} */ (player.document.querySelector("[data-frame]"));
  return { player: player.player, frame: frame && frame.contentWindow, page: /** @type {Document} */ (frame && frame.contentDocument) };
}

/** @param {string} tab */
function isReady(tab) {
  const { player, frame, page } = windowsOf(tab);
  return player && page && frame.world && frame.location.pathname.endsWith("/index.html") && page.readyState === "complete";
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

/** @param {string} tab  @param {string} address */
async function open(tab, address) {
  page.virtualNow = Number(new URL(address).searchParams.get("now"));
  const element = document.createElement("iframe");
  element.src = address;
  tabs.set(tab, element);
  front = tab;
  document.body.appendChild(element);
  await opened(tab, address);
  await spread();
  return seen(tab);
}

/** @param {string} tab  @param {string} [address] */
async function opened(tab, address) {
  for (const end = Date.now() + PATIENCE_MS; !isReady(tab); await pause()) {
    if (Date.now() > end) throw new Error(`the package does not open: ${address}`);
  }
  await windowsOf(tab).frame.world.settled();
}

/** The page asked for a new launch; what comes instead may be a login page, or nothing.  @param {string} tab */
async function relaunch(tab) {
  const { player } = windowsOf(tab);
  await player.settled();
  player.leave();
  const element = /** @type {HTMLIFrameElement} */ (tabs.get(tab));
  const loaded = new Promise((resolve) => element.addEventListener("load", resolve, { once: true }));
  /** @type {Window} */ (element.contentWindow).location.reload();
  await loaded;
  const { contentDocument: shown } = element;
  if (shown && shown.querySelector("[data-frame]")) {
    await opened(tab);
    return;
  }
  element.remove();
  tabs.delete(tab);
}

/** @param {import("../support/lms/api.js").FakeApi} fake  @returns {string}  the state that the page has */
const latest = (fake) => fake.states[fake.states.length - 1] || fake.value("cmi.suspend_data") || "";

/** @param {string} tab  @param {Partial<Seen>} [more]  @returns {Seen} */
function seen(tab, more = {}) {
  if (!tabs.has(tab)) return { said: "", state: "", given: null, finished: null, isGone: true, ...more };
  const { player, page } = windowsOf(tab);
  const line = /** @type {HTMLElement} */ (page.querySelector(".save"));
  return { said: line.innerText.trim(), state: latest(player.fake), given: null, finished: null, isGone: false, ...more };
}

/** Open a section by its address.  @param {string} tab  @param {HTMLElement} section */
async function goTo(tab, section) {
  const { frame } = windowsOf(tab);
  const hash = `#${section.id}`;
  if (section.classList.contains("open") || frame.location.hash === hash) return;
  const arrived = new Promise((resolve) => frame.addEventListener("hashchange", resolve, { once: true }));
  frame.location.hash = hash;
  await arrived;
  await frame.world.settled();
}

/** @param {HTMLElement} form  @param {() => void} act  @param {string} [attempt]  @returns {Given | null} */
function noted(form, act, attempt = "") {
  const before = reading(form);
  act();
  const now = reading(form);
  const isText = form.dataset.kind === "réflexion";
  const told = (form.querySelector("[data-verdict]") || form).textContent || "";
  return { question: Number(form.dataset.index), before, reading: now, attempt, isText, told };
}

/** The state that this device keeps, which no LMS may have been told yet; "" when it keeps none. */
async function keptState() {
  const found = await indexedDB.databases();
  if (!found.length) return "";
  const opened = await done(indexedDB.open(/** @type {string} */ (found[0].name)));
  const store = opened.transaction(opened.objectStoreNames[0]).objectStore(opened.objectStoreNames[0]);
  const keys = await done(store.getAllKeys());
  const key = keys.find((/** @type {string} */ each) => each.endsWith(":state"));
  const text = key ? await done(store.get(key)) : "";
  opened.close();
  return text.split(".")[1] || "";
}

/** @param {IDBRequest} asked  @returns {Promise<any>} */
const done = (asked) => new Promise((resolve, reject) => Object.assign(asked, { onsuccess: () => resolve(asked.result), onerror: reject }));

/** The attempt of an answer on a device that keeps nothing, as `oracle.py` has it. */
const UNKNOWN = "?";

/** @param {string} state  @param {HTMLElement} section */
function attemptOf(state, section) {
  const decoded = decode(state.split(".")[0]);
  const record = decoded && decoded.quizzes[Number(section.dataset.index)];
  return record ? String(record.attempt) : "";
}

/** @type {{[name: string]: (tab: string, roll: () => number) => Promise<Seen>}} */
const ACTS = {
  /** Answer a question of a lesson. */
  async answer(tab, roll) {
    const { page, frame } = windowsOf(tab);
    const forms = all(page, "[data-page][data-lesson] [data-question]:not([data-quoted]):not([data-locked])");
    const form = one(forms, roll);
    await goTo(tab, /** @type {HTMLElement} */ (form.closest("[data-page]")));
    const given = noted(form, () => answer(form, roll));
    await frame.world.settled();
    return seen(tab, { given });
  },
  /** Hand an answer in, one that stands there already if there is one. */
  async check(tab, roll) {
    const { page, frame } = windowsOf(tab);
    const forms = all(page, "[data-page][data-lesson] [data-question]:not([data-quoted]):not([data-locked])");
    const answered = forms.filter((form) => reading(form) && form.querySelector("[data-hand-in]"));
    if (!answered.length) return seen(tab);
    const form = one(answered, roll);
    await goTo(tab, /** @type {HTMLElement} */ (form.closest("[data-page]")));
    const button = /** @type {HTMLElement} */ (form.querySelector("[data-hand-in]"));
    const given = noted(form, () => button.click());
    await frame.world.settled();
    return seen(tab, { given });
  },
  /** End a lesson. */
  async finish(tab, roll) {
    const { page, frame } = windowsOf(tab);
    const section = one(all(page, "[data-page][data-lesson]"), roll);
    await goTo(tab, section);
    const link = /** @type {HTMLElement | null} */ (section.querySelector("[data-done]"));
    if (!link) return seen(tab);
    link.click();
    await frame.world.settled();
    return seen(tab, { finished: Number(section.dataset.index) });
  },
  /** Go one step on in the quiz: begin it, answer, turn, read again, send, begin again. */
  async quiz(tab, roll) {
    const { page, frame } = windowsOf(tab);
    const section = /** @type {HTMLElement} */ (page.querySelector("[data-quiz]"));
    await goTo(tab, section);
    const shown = all(section, "[data-question]").find((form) => isShown(form) && !form.hasAttribute("data-locked"));
    let given = null;
    if (shown && roll() < 0.8) {
      given = noted(shown, () => answer(shown, roll));
      await frame.world.settled();
      if (given && !given.isText) given.attempt = attemptOf(await keptState(), section) || UNKNOWN;
    }
    const names = ["start", "again", "next", "next", "next", "review", "previous", "send"];
    const buttons = names.map((name) => /** @type {HTMLElement} */ (section.querySelector(`[data-quiz-${name}]`)));
    const visible = buttons.filter((button) => button && isShown(button));
    if (visible.length) one(visible, roll).click();
    await frame.world.settled();
    return seen(tab, { given });
  },
};

/** @param {string} tab  @param {string} name  @param {number} seed */
async function act(tab, name, seed) {
  if (!tabs.has(tab)) return seen(tab);
  if (front !== tab) windowsOf(tab).frame.dispatchEvent(new Event("focus"));
  front = tab;
  const left = await ACTS[name](tab, dice(seed));
  await spread();
  return left;
}

/** Several acts, one after the other.  @param {[string, string, number][]} wanted */
async function acts(wanted) {
  const left = [];
  for (const each of wanted) left.push(await act(...each));
  return left;
}

/** What one window stored, the others hear of, until none has anything new to tell; what is under way arrives. */
async function spread(gone = /** @type {any[]} */ ([])) {
  for (const tab of tabs.keys()) if (windowsOf(tab).frame.world.wantsLaunch) await relaunch(tab);
  const open = [...tabs.keys()].map((tab) => windowsOf(tab).frame.world);
  const worlds = [...gone, ...open];
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const world of worlds) {
      const news = world.news();
      const others = open.filter((each) => each !== world);
      isNew = isNew || (news.length > 0 && others.length > 0);
      for (const other of others) other.hear(news);
    }
    for (const world of open) await world.settled();
  }
  for (const tab of tabs.keys()) await windowsOf(tab).player.settled();
  if ([...tabs.keys()].some((tab) => windowsOf(tab).frame.world.wantsLaunch)) await spread();
}

/** @param {number} ms  on all windows of the device */
async function pass(ms) {
  const before = [...tabs.keys()];
  for (const tab of before) await windowsOf(tab).frame.world.pass(ms);
  page.virtualNow += ms;
  await spread();
  return Object.fromEntries(before.map((tab) => [tab, seen(tab)]));
}

/** @param {string} tab  @param {boolean} isAway  the learner looks at another window */
async function hide(tab, isAway) {
  if (!tabs.has(tab)) return seen(tab);
  const { frame } = windowsOf(tab);
  frame.world.hide(isAway);
  await frame.world.settled();
  await spread();
  return seen(tab);
}

/** @param {string} tab  @param {"close" | "button" | "kill"} how */
async function end(tab, how) {
  if (!tabs.has(tab)) return { ...seen(tab), posted: postedBy() };
  const { player, frame, page } = windowsOf(tab);
  if (how === "button") {
    /** @type {HTMLElement} */ (page.querySelector("[data-leave]")).click();
    await frame.world.pass(1000);
  }
  await player.settled();
  const left = seen(tab);
  if (how === "kill") {
    frame.world.die();
    player.fake.isBroken = true;
  }
  player.leave();
  const element = /** @type {HTMLIFrameElement} */ (tabs.get(tab));
  element.remove();
  tabs.delete(tab);
  await spread([frame.world]);
  return { ...left, state: how === "kill" ? left.state : latest(player.fake), posted: postedBy() };
}

/** All windows of this device post under one name. */
const postedBy = () => [sessionStorage.getItem("tab"), Number(sessionStorage.getItem("posted"))];

/** The browser was killed: localStorage goes back to what is on the disk. */
function crash() {
  for (const { at, key, oldValue } of page.unwritten.reverse()) {
    if (at < page.virtualNow - LAG_MS) continue;
    if (oldValue === null) localStorage.removeItem(key);
    else localStorage.setItem(key, oldValue);
  }
  page.unwritten = [];
}

/** Moodle empties localStorage at a new login, and when caches are purged. */
function empty() {
  localStorage.clear();
  page.unwritten = [];
}

/** Press the button, or tick the box, of these words where they stand.  @param {string} tab  @param {string} words */
async function press(tab, words) {
  if (!tabs.has(tab)) return { ...seen(tab), isThere: false };
  const { page, frame } = windowsOf(tab);
  const named = all(page, "button, label").find((each) => (each.textContent || "").trim() === words && !each.closest("[hidden]"));
  const box = named && named.querySelector("input");
  if (named && !(box && box.checked)) named.click();
  await frame.world.settled();
  await spread();
  return { ...seen(tab), isThere: Boolean(named) };
}

/** @param {string} tab  what is answered on the page: the attempt, "" outside quizzes, and the answer, by question */
async function answers(tab) {
  const { page } = windowsOf(tab);
  const state = await keptState();
  const forms = all(page, "[data-question]:not([data-quoted])").filter((form) => form.dataset.kind !== "réflexion");
  return Object.fromEntries(
    forms.map((form) => {
      const section = /** @type {HTMLElement | null} */ (form.closest("[data-quiz]"));
      return [form.dataset.index, [section ? attemptOf(state, section) : "", reading(form)]];
    }),
  );
}

/** @param {string} tab  what a learner finds */
async function screen(tab) {
  const { page } = windowsOf(tab);
  await goTo(tab, /** @type {HTMLElement} */ (page.getElementById("plan")));
  const forms = all(page, "[data-question]:not([data-quoted])");
  const section = /** @type {HTMLElement} */ (page.querySelector("[data-quiz]"));
  const done = all(page, "[data-plan-lesson][data-status=done]").map((place) => Number(place.dataset.planLesson));
  return {
    readings: Object.fromEntries(forms.map((form) => [form.dataset.index, reading(form)])),
    done,
    lessons: all(page, "[data-page][data-lesson]").map((each) => Number(each.dataset.index)),
    attempt: attemptOf(seen(tab).state, section),
  };
}

/** The part of a state that must never shrink; where rows stand in the LMS is found anew. @param {State} state */
function lasting(state) {
  const questions = Object.entries(state.questions).map(([index, record]) => [index, { ...record, row: -1 }]);
  return { ...state, questions: Object.fromEntries(questions), revision: 0, seed: 0, place: emptyState().place };
}

/** @param {string} text */
function stateOf(text) {
  const state = decode(text.split(".")[0]);
  if (!state) throw new Error(`not a state: ${text}`);
  return state;
}

/**
 * What of the states that pages held is not in the last one; [] when nothing is missing.
 *
 * @param {string} last
 * @param {string[]} held
 */
function missing(last, held) {
  const found = lasting(last ? stateOf(last) : emptyState());
  const whole = held.filter(Boolean).reduce((sum, text) => join(sum, lasting(stateOf(text))), found);
  if (encode(lasting(whole)) === encode(found)) return [];
  const lines = [];
  for (const part of /** @type {const} */ (["lessons", "questions", "quizzes"])) {
    for (const [index, record] of Object.entries(whole[part])) {
      const kept = /** @type {any} */ (found[part])[index];
      if (JSON.stringify(record) !== JSON.stringify(kept)) {
        lines.push(`${part} ${index}: ${JSON.stringify(record)} became ${JSON.stringify(kept)}`);
      }
    }
  }
  return lines.length ? lines : ["something else of the state"];
}

/** Nothing of an earlier session is left on this device. */
async function clear() {
  for (const element of tabs.values()) element.remove();
  tabs.clear();
  empty();
  sessionStorage.clear();
  for (const { name = "" } of await indexedDB.databases()) {
    await done(indexedDB.deleteDatabase(name));
  }
}

/**
 * What a session that hangs must not hang: it fails.
 *
 * @template {unknown[]} P
 * @template R
 * @param {(...parameters: P) => Promise<R>} work
 */
function patient(work) {
  return (/** @type {P} */ ...parameters) => {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`${work.name} does not end`)), PATIENCE_MS));
    return Promise.race([work(...parameters), late]);
  };
}

const patiently = Object.fromEntries([open, acts, pass, hide, end, press, screen].map((each) => [each.name, patient(/** @type {any} */ (each))]));
/** @type {any} */ (window).desk = { ...patiently, answers, missing, clear, crash, empty, has: (/** @type {string} */ tab) => tabs.has(tab), windowsOf };
