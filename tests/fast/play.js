/**
 * Plays the session of a seed: a learner on one or two devices, an LMS, and whatever goes wrong. Then
 * every device is launched once more on a good line, one of them a last time, and everything owed must be
 * there, on the screen and in the LMS.
 */

import { decode } from "../../tiers_lieu_mooc/learner/js/state.js";
import { ODD_WORDS, editionOf } from "../support/lms/api.js";
import { Chance } from "./chance.js";
import { Clock, checkTop, settle } from "./clock.js";
import { TEXTS } from "./course.js";
import { Device } from "./device.js";
import { Ledger, isText } from "./ledger.js";
import { PROFILES, STATE, Server } from "./lms.js";
import { misreported } from "./report.js";
import { Visit } from "./visit.js";
import { world } from "./window.js";

/** @typedef {import("./device.js").Storage} Storage */

/**
 * @typedef {object} Outcome
 * @property {number} seed
 * @property {string[]} lost  a sentence for everything that was lost
 * @property {number} answers
 * @property {number} launches
 * @property {string[]} story  what happened, line by line, where it was asked for
 */

/** What happens, and how often. */
const OFTEN = {
  answer: 26,
  check: 12,
  quiz: 24,
  finish: 6,
  type: 4,
  write: 4,
  judge: 2,
  pass: 16,
  end: 12,
  line: 10,
  hide: 4,
  tab: 3,
  crash: 2,
  login: 3,
  purge: 1,
  preview: 2,
  break: 2,
};
const WORK = new Set(["answer", "check", "quiz", "finish", "type", "write", "judge"]);
const FAULTS = /** @type {const} */ (["cut", "cut", "cut", "expired", "refusing", "lying"]);
const PAUSES_S = [0.05, 0.5, 1.5, 1.5, 5, 20, 95, 95, 400, 1200];
/** What becomes of the witness's file where a server does not give it. */
const NO_WITNESS = [
  { status: 403, text: "" },
  { status: 404, text: "" },
  { status: 410, text: "" },
  { status: 429, text: "" },
  { status: 503, text: "" },
  { status: 200, text: "<!DOCTYPE html><title>Application</title>" },
];
/** A write to IndexedDB may take that long, or two after each other; what is younger may be gone. */
const GRACE_MS = 400;
/** A reload, until the page is there again. */
const RELOAD_MS = 300;
/** By when a launch is ready, and has joined and sent what there was. */
const READY_MS = 400;
const LAST_MS = 200_000;

/**
 * @param {number} seed
 * @param {boolean} [isTold]  whether the story is wanted, too
 * @returns {Outcome}
 * @throws {Error}  when it is called in the middle of a promise
 */
export function play(seed, isTold = false) {
  checkTop();
  // Pages try what may not be there; to know where from costs more than the rest of a session.
  Error.stackTraceLimit = isTold ? 20 : 0;
  const session = new Play(seed, isTold);
  let lost;
  try {
    lost = session.run();
  } catch (reason) {
    lost = [`the session stopped: ${reason instanceof Error ? reason.stack : reason}`];
  }
  return { seed, lost, answers: session.ledger.count, launches: session.count, story: session.story || [] };
}

class Play {
  clock = new Clock();
  /** @type {Visit[]} */
  open = [];
  /** @type {Visit[]} */
  unkept = [];
  /** Windows that were closed since their device's latest launch. @type {{visit: Visit, since: number}[]} */
  lastWords = [];
  /** @type {string[]} */
  lost = [];
  count = 0;
  number = 0;
  best = { isFinal: false, score: -1 };

  /** @param {number} seed  @param {boolean} isTold */
  constructor(seed, isTold) {
    this.seed = seed;
    this.chance = new Chance(seed);
    const random = new Chance(seed ^ 0x5bd1e995);
    world.now = this.clock.now;
    world.random = () => random.next();
    this.story = isTold ? /** @type {string[]} */ ([]) : null;
    this.ledger = new Ledger(this.clock.now);
    const profile = this.chance.one(PROFILES);
    const room = this.chance.happens(0.05) ? this.chance.whole(10, 160) : 0;
    this.server = new Server(profile, room, this.chance.happens(0.5));
    this.devices = this.#devices();
    this.server.onKept = (tab) => this.#look(tab);
    this.tell(() => `${profile.name}${room ? ` keeps ${room} characters` : ""}, ${this.devices.map(({ name, storage, isShared }) => [name, storage, isShared && "shared"].filter(Boolean).join(" ")).join(", ")}`);
  }

  /** @param {() => string} line */
  tell(line) {
    if (this.story) this.story.push(`${((this.clock.ms - 1_800_000_000_000) / 1000).toFixed(2).padStart(9)} s  ${line()}`);
  }

  #devices() {
    const { chance } = this;
    const count = chance.happens(0.6) ? 1 : 2;
    return ["A", "B"].slice(0, count).map((name, place) => {
      const storage = chance.happens(0.1) ? chance.one(/** @type {Storage[]} */ (["blocked", "full", "local only", "disk only"])) : "";
      const device = new Device(name, storage, place > 0 && chance.happens(0.2), this);
      device.knowsLine = chance.happens(0.5);
      if (chance.happens(0.1)) device.witness = chance.one(NO_WITNESS);
      return device;
    });
  }

  run() {
    const { chance } = this;
    // Some are looked at before anybody works in them.
    if (this.seed % 16 === 5 && this.#tellsMode) this.#preview(this.devices[0]);
    for (let left = chance.whole(6, 18); left > 0; left -= 1) {
      const device = chance.one(this.devices);
      const mine = this.open.filter((visit) => visit.device === device);
      if (!mine.length) this.#launch(device);
      else this.#act(device, chance.one(mine), chance.often(OFTEN));
    }
    return this.#reckon();
  }

  // What happens

  /** @param {Device} device  @param {Visit} visit  @param {keyof typeof OFTEN} name */
  #act(device, visit, name) {
    const { chance } = this;
    if (visit.isAsked && chance.happens(0.3)) this.#answerOffer(visit);
    if (WORK.has(name)) this.#work(visit, name);
    else if (name === "pass") this.#pass(chance.one(PAUSES_S));
    else if (name === "line") this.#turn(device, device.line === "open" ? chance.one(FAULTS) : "open");
    else if (name === "hide") this.#hide(visit);
    else if (name === "end") this.#end(visit, chance.happens(0.6) ? "close" : chance.happens(0.3) ? "leave" : "kill");
    else if (name === "tab") this.#launch(device);
    else if (name === "crash") this.#crash(device);
    else if (name === "login") this.#login(device);
    else if (name === "purge") this.#purge();
    else if (name === "preview") (this.#tellsMode ? this.#preview(device) : this.#pass(5));
    else this.#break(visit);
  }

  /** @param {Visit} visit  @param {string} name */
  #work(visit, name) {
    const { chance } = this;
    for (let left = chance.whole(1, name === "quiz" ? 5 : 3); left > 0 && visit.tab.isAlive; left -= 1) {
      this.#pass(chance.next() * 3, true);
      if (!visit.tab.isAlive || !visit.isReady) return;
      this.#look(null);
      this.number += 1;
      visit.tab.enter();
      if (name !== "type") visit.settle();
      const before = this.ledger.count;
      if (name === "answer") visit.answer(chance, this.number);
      else if (name === "check") visit.check(chance);
      else if (name === "quiz") visit.quiz(chance, this.number);
      else if (name === "finish") visit.finish(chance);
      else if (name === "type") visit.type(chance, this.number);
      else if (name === "write") visit.write(chance, this.number);
      else visit.store.judge(chance.whole(1, 5), chance.whole(0, 3));
      this.tell(() => {
        const fact = visit.facts[visit.facts.length - 1];
        const what = this.ledger.count > before && fact ? ` ${fact.place} « ${fact.label} »${fact.over.length ? ` over ${fact.over.map(({ label }) => label).join(" ")}` : ""}` : "";
        return `${visit.name} ${name}${what}   [${visit.said}]`;
      });
    }
  }

  /** @param {number} seconds  @param {boolean} [isQuiet] */
  #pass(seconds, isQuiet = false) {
    this.clock.pass(seconds * 1000);
    if (!isQuiet) this.tell(() => `${seconds} s pass   ${this.open.map(({ name, said }) => `${name} [${said}]`).join(" ")}`);
  }

  /** @param {Device} device  @param {Device["line"]} line */
  #turn(device, line) {
    const isBack = device.line === "cut";
    if (device.line === "expired") this.#login(device);
    device.line = line;
    this.tell(() => `${device.name} line ${line}`);
    const type = isBack ? "online" : line === "cut" ? "offline" : "";
    if (type && device.knowsLine) for (const window of device.windows) this.clock.after(window, 1, () => window.dispatchEvent({ type }));
  }

  /** @param {Device} device */
  #login(device) {
    this.tell(() => `${device.name} new login`);
    device.session += 1;
    if (device.line === "expired") device.line = "open";
    if (this.server.profile.empties_storage) this.#empty(device);
  }

  #purge() {
    this.tell(() => "caches purged");
    for (const device of this.devices) this.#empty(device);
  }

  /** Everything in localStorage is gone: last words, too, that no page has read yet.  @param {Device} device */
  #empty(device) {
    device.local.clear();
    for (const { visit, since } of this.lastWords) if (visit.device === device) this.ledger.forgive(visit, since);
  }

  /** @param {Visit} visit */
  #hide(visit) {
    this.tell(() => `${visit.name} ${visit.tab.isHidden ? "show" : "hide"}`);
    visit.tab.look(!visit.tab.isHidden);
    if (!visit.tab.isHidden) visit.tab.dispatchEvent({ type: "focus" });
  }

  /** @param {Visit} visit */
  #break(visit) {
    visit.fake.isBroken = !visit.fake.isBroken;
    this.tell(() => `${visit.name} LMS object ${visit.fake.isBroken ? "throws" : "works again"}`);
  }

  // Windows

  /** @param {Device} device  @param {import("../support/lms/api.js").Launch["mode"]} [mode]  @param {boolean} [isGood] */
  #launch(device, mode = "normal", isGood = false) {
    const { chance } = this;
    // Without a line nothing is launched; who signs in again has a session again.
    if (device.line === "cut" || device.line === "expired") this.#turn(device, "open");
    const says = !isGood && chance.happens(0.2) ? chance.one(Object.keys(ODD_WORDS)) : "true";
    const visit = this.#begin(device, { mode, says, room: 0 }, isGood || chance.happens(0.8));
    this.clock.pass(READY_MS);
    this.lastWords = this.lastWords.filter(({ visit: { device: from } }) => from !== device);
    if (device.isShared && visit.session.device && !visit.session.device.isShared) {
      visit.tab.enter();
      visit.session.device.share(true);
      if (visit.session.saving) visit.session.saving.keepAgain();
      settle();
    }
    // Who works on may answer later.
    if (isGood || chance.happens(0.7)) this.#answerOffer(visit);
    return visit;
  }

  /** @param {Device} device  @param {import("../support/lms/api.js").Launch} launch  @param {boolean} isTaker */
  #begin(device, launch, isTaker) {
    this.count += 1;
    const visit = new Visit(device, this.server, this.ledger, launch);
    visit.name = `${device.name}${this.count}`;
    visit.isTaker = isTaker;
    visit.tab.onReload = () => this.#reload(visit);
    this.open.push(visit);
    if (!device.keeps) this.unkept.push(visit);
    this.tell(() => `${visit.name} opens ${launch.mode === "browse" ? "in preview " : ""}${launch.says === "true" ? "" : `commits say ${launch.says} `}`);
    return visit;
  }

  /** @param {Visit} visit */
  #answerOffer(visit) {
    if (!visit.isAsked) return;
    this.tell(() => `${visit.name} is asked${visit.isTaker ? " and takes" : ""}`);
    if (visit.isTaker) visit.take();
  }

  /** The page asked for a new launch.  @param {Visit} visit */
  #reload(visit) {
    if (!visit.tab.isAlive || visit.isGoing) return;
    visit.isGoing = true;
    this.tell(() => `${visit.name} asks for a new launch`);
    const { device } = visit;
    this.clock.after(visit.tab, 1, () => {
      this.#close(visit);
      if (device.line === "cut" || device.line === "expired") return;
      this.clock.after(WORLD, RELOAD_MS, () => this.#begin(device, { mode: "normal", says: "true", room: 0 }, visit.isTaker));
    });
  }

  /** @param {Visit} visit  @param {"close" | "leave" | "kill"} how */
  #end(visit, how) {
    this.tell(() => `${visit.name} ${how}`);
    if (how === "leave") {
      visit.tab.enter();
      visit.leave();
      this.clock.pass(1000);
      if (!visit.tab.isAlive) return;
    }
    if (how === "kill") this.#kill(visit);
    else this.#close(visit);
  }

  /** @param {Visit} visit */
  #close(visit) {
    visit.tab.close();
    // The last word of a page that goes is said to localStorage, where there is one, and never a text.
    const isHeard = visit.device.storage !== "disk only" && !this.server.profile.ships_storage;
    const since = this.clock.ms - GRACE_MS;
    this.ledger.forgive(visit, since, (fact) => !isHeard || isText(fact));
    this.lastWords.push({ visit, since });
    this.#gone(visit);
  }

  /** @param {Visit} visit */
  #kill(visit) {
    visit.tab.die();
    this.ledger.forgive(visit, this.clock.ms - GRACE_MS);
    this.#gone(visit);
  }

  /** @param {Visit} visit */
  #gone(visit) {
    this.open = this.open.filter((each) => each !== visit);
  }

  /** The browser is killed.  @param {Device} device */
  #crash(device) {
    this.tell(() => `${device.name} the browser is killed`);
    for (const visit of this.open.filter((each) => each.device === device)) this.#kill(visit);
    device.local.crash();
  }

  get #tellsMode() {
    const { mode } = editionOf(this.server.profile);
    return !this.server.profile.unanswered.some((start) => mode.startsWith(start));
  }

  /** Somebody looks at the course with « Aperçu », and answers.  @param {Device} device */
  #preview(device) {
    for (const visit of this.open.filter((each) => each.device === device)) this.#end(visit, "close");
    this.#pass(2);
    const others = this.open.length;
    const before = precious(this.server.kept);
    const visit = this.#launch(device, "browse");
    this.#work(visit, "answer");
    this.#work(visit, "quiz");
    this.#pass(100);
    this.#end(visit, "close");
    this.#pass(2);
    if (!others && device.line === "open" && precious(this.server.kept) !== before) this.lost.push(`a preview changed the record: ${before} became ${precious(this.server.kept)}`);
  }

  // The LMS's record

  /** @param {import("./window.js").Tab | null} tab  that wrote */
  #look(tab) {
    if (!this.unkept.length || this.server.room) return;
    const writer = this.open.find((visit) => visit.tab === tab);
    const state = decode((this.server.kept[STATE] || "").split(".")[0]);
    if (!writer || !state) return;
    this.lost.push(...this.ledger.look(this.unkept, state, writer));
  }

  // The end

  #reckon() {
    for (const visit of this.open.slice()) this.#end(visit, "kill");
    this.#pass(5);
    this.ledger.settle(this.unkept);
    for (const device of this.devices) {
      device.line = "open";
      device.witness = null;
      this.#return(device, ({ visit }) => visit.device === device);
    }
    // An LMS that keeps less than it is given passes nothing on: each device has its own.
    const last = this.chance.one(this.devices);
    this.#return(last, ({ visit }) => !this.server.room || visit.device === last);
    if (this.server.room) return [...new Set(this.lost)];
    const state = decode((this.server.kept[STATE] || "").split(".")[0]);
    if (!state && this.ledger.count) this.lost.push("the LMS has no state");
    if (state) this.lost.push(...this.ledger.missing(state).map((line) => `the LMS: ${line}`), ...misreported(this.server, state, this.ledger.scores));
    return [...new Set(this.lost)];
  }

  /** A launch on a good line that shows everything.  @param {Device} device  @param {(fact: import("./ledger.js").Fact) => boolean} isMeant */
  #return(device, isMeant) {
    const visit = this.#launch(device, "normal", true);
    this.#pass(1);
    const where = `on the screen of ${visit.name}`;
    this.lost.push(...this.ledger.missing(visit.store.state, isMeant).map((line) => `${where}: ${line}`));
    if (device.keeps) {
      for (const index of TEXTS) {
        const line = this.ledger.missingText(device.name, index, visit.textAt(index));
        if (line) this.lost.push(`${where}: text ${index}: ${line}`);
      }
    }
    this.#pass(LAST_MS / 1000);
    for (const each of this.open.slice()) this.#end(each, "close");
    this.#pass(5);
  }
}

const WORLD = { isAlive: true, enter() {} };

/** What a preview must leave as it is.  @param {import("../support/lms/api.js").Values} kept */
function precious(kept) {
  const names = Object.keys(kept).filter((name) => /suspend_data|score|interactions|success/.test(name) || /passed|failed|completed/.test(kept[name]));
  return names.sort().map((name) => `${name}=${kept[name]}`).join(" ");
}


