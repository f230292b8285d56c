/**
 * Launches a package again and again in one frame, each time with a fresh LMS over what the
 * learner's attempt holds.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./lms.js').Call} Call */
/** @typedef {import('./attempt.js').Learner} Learner */
/** @typedef {import('./saving.js').Receipt} Receipt */
/** @typedef {import('./attempt.js').Mode} Mode */
/** @typedef {import('./attempts.js').AttemptBook} AttemptBook */
/** @typedef {import('./switches.js').Switches} Switches */
/** @typedef {import('./vault.js').Line} Line */
/** @typedef {import('./vault.js').Message} Message */
/**
 * @typedef {'running' | 'bare' | 'left' | 'taken' | 'unsaved' | 'silent' | 'locked' | 'login' | 'away'
 *   | 'failed'} PlayerState
 */

/**
 * How the next launch is to be.
 *
 * @typedef {object} Choice
 * @property {Learner} learner
 * @property {Switches} switches  of the LMS
 * @property {Mode} mode
 * @property {AttemptBook} book  of the learner in that LMS
 */

/**
 * @typedef {object} Stage
 * @property {string} build     the package's key
 * @property {Standard} standard
 * @property {Table} rules
 * @property {HTMLIFrameElement} frame
 * @property {string} address   of the page that is launched
 * @property {() => Choice} choice
 * @property {() => Line} line
 * @property {() => number} login  how often somebody has logged in on this device
 * @property {(call: Call) => void} onCall
 * @property {(record: CmiRecord, kept: CmiRecord) => void} onRecord
 * @property {(given: CmiRecord, switches: Switches) => void} onLaunch
 * @property {(message: Message) => void} onMessage
 * @property {(state: PlayerState, launches: number) => void} onState
 */

import { isOver } from "./attempt.js";
import { emptyLocalStorage } from "./device.js";
import { startEngine } from "./engine.js";
import { entryFor } from "./entry.js";
import { emptied, isElsewhere, showIn } from "./frame.js";
import { logIn } from "./line.js";
import { Saving } from "./saving.js";
import { heldBy, launch, postFor } from "./server.js";
import { simulate } from "./simulation.js";
import { DEFAULTS } from "./switches.js";

/** Between two offers of values that the server did not take. */
const RETRY_MS = 3000;

/** Between two looks at whether somebody is still logged in. */
const LOOK_MS = 1000;

/** After so long the page did not go after all. */
const LEAVING_MS = 3000;

/** One package, one frame, one session at a time. */
export class Launcher {
  #stage;
  /** @type {ReturnType<typeof simulate> | null} */
  #simulated = null;
  /** @type {Saving | null} */
  #saving = null;
  #launches = 1;
  #switches = DEFAULTS;
  /** When it was first seen that nobody is logged in, in milliseconds; 0: somebody is. */
  #outSince = 0;
  #isDrawn = true;
  /** One launch after the other, however fast they are asked for. @type {Promise<void>} */
  #turn = Promise.resolve();

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    window.addEventListener("beforeunload", () => {
      this.#simulated?.vault.leave();
      window.setTimeout(() => this.#simulated?.vault.stay(), LEAVING_MS);
    });
    window.addEventListener("pagehide", () => {
      this.#simulated?.vault.leave();
      this.#saving?.leave();
    });
    window.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.#saving?.stay();
      this.relaunch();
    });
    // The first calls come before the page that says what they are about.
    stage.frame.addEventListener("load", () => {
      if (isElsewhere(stage.frame)) this.#tell("away");
      this.#draw();
    });
    window.setInterval(() => this.#saving?.retry(), RETRY_MS);
    window.setInterval(() => this.#look(), LOOK_MS);
  }

  /** What the content has set and was given. @returns {CmiRecord} */
  record() {
    return this.#simulated ? this.#simulated.lms.record() : {};
  }

  /** What the LMS has of it. @returns {CmiRecord} */
  kept() {
    return this.#simulated ? this.#simulated.vault.kept() : {};
  }

  /** Ends the session, then launches what is chosen. */
  relaunch() {
    return this.#enter("last");
  }

  /** Ends the session, then launches a new attempt. */
  renew() {
    return this.#enter("new");
  }

  /** Ends the session, then launches in mode `browse`, as learners may where an LMS offers it. */
  browse() {
    return this.#enter("last", "browse");
  }

  /** Ends the session; the learner logs out and in again, and comes back. */
  signIn() {
    return this.#enter("last", undefined, () => {
      logIn();
      this.#emptyStorage();
    });
  }

  /** Ends the session; caches are purged before the learner comes back. */
  purge() {
    return this.#enter("last", undefined, () => this.#emptyStorage());
  }

  /** Ends the session. */
  leave() {
    return this.#next(async () => {
      await this.#end();
      this.#tell(this.#saving?.isTaken ? "taken" : "left");
    });
  }

  /**
   * @param {"last" | "new"} wanted  attempt
   * @param {Mode} [mode]  in place of the one that is chosen
   * @param {() => void} [between]  what happens between the two sessions
   */
  #enter(wanted, mode, between) {
    return this.#next(async () => {
      await this.#end();
      if (between) between();
      await this.#start(wanted, mode);
    });
  }

  #emptyStorage() {
    if (this.#stage.choice().switches.clearsStorage) emptyLocalStorage();
  }

  /** @param {() => Promise<void>} act */
  #next(act) {
    this.#turn = this.#turn.then(act).catch(() => this.#tell("failed"));
    return this.#turn;
  }

  /**
   * @param {"last" | "new"} wanted
   * @param {Mode} [asked]
   */
  async #start(wanted, asked) {
    const { build, standard, rules, frame, address, onLaunch } = this.#stage;
    const { learner, switches, mode: chosen, book } = this.#stage.choice();
    const mode = asked || chosen;
    this.#switches = switches;
    this.#outSince = 0;
    if (!switches.object) return this.#startBare(rules.api.object);
    const entry = await this.#entry(wanted);
    if (entry === "none") return this.#lock();
    const last = entry === "last" ? book.last() : null;
    const launched = await launch(build, last, switches.overlap !== "refused");
    book.note(launched.attempt);
    this.#launches = launched.launches;
    this.#simulated = simulate({
      standard,
      table: rules,
      switches,
      stored: launched.record,
      learner,
      mode,
      startEngine,
      line: this.#stage.line,
      login: this.#stage.login,
      later: (act, ms = 0) => window.setTimeout(act, ms),
      stall,
      onCall: (call) => this.#hear(call),
      onMessage: (message) => this.#receive(message),
    });
    const { given, isNew, lms, storage } = this.#simulated;
    this.#saving = new Saving(
      launched.session,
      postFor(launched),
      (receipt) => this.#note(receipt),
      { whole: wholeUnder(switches, isNew), known: launched.record },
    );
    Object.assign(window, { [lms.object]: lms.api, lmsStorage: storage });
    onLaunch(given, switches);
    this.#draw();
    this.#tell("running");
    showIn(frame, address, switches);
  }

  /** @param {"last" | "new"} wanted */
  async #entry(wanted) {
    const { switches, book } = this.#stage.choice();
    const last = book.last();
    const isAsked = last && switches.forcesAttempt === "when completed";
    const kept = isAsked ? await heldBy(last) : {};
    const known = Math.max(book.all().length, last ? 1 : 0);
    return entryFor(switches, { known, wanted, isOver: isOver(this.#stage.standard, kept) });
  }

  /** Nobody is let in. */
  #lock() {
    this.#simulated = null;
    this.#saving = null;
    this.#stage.onLaunch({}, this.#switches);
    this.#draw();
    this.#tell("locked");
  }

  /** Sends the page to the login page once nobody has been logged in for so long. */
  #look() {
    const { frame, address } = this.#stage;
    const { loginPageMs } = this.#switches;
    const isOpen = this.#simulated && this.#simulated.lms.stage !== "closed";
    if (!loginPageMs || !isOpen || this.#stage.line() !== "expired") {
      if (this.#stage.line() !== "expired") this.#outSince = 0;
      return;
    }
    this.#outSince ||= Date.now();
    if (Date.now() - this.#outSince < loginPageMs) return;
    this.#outSince = Infinity;
    this.#next(async () => {
      await this.#end();
      this.#emptyStorage();
      showIn(frame, address, this.#switches);
      this.#tell("login");
    });
  }

  /**
   * The content finds no LMS.
   *
   * @param {string} object  where it will look
   */
  #startBare(object) {
    const { frame, address } = this.#stage;
    this.#simulated = null;
    this.#saving = null;
    Reflect.deleteProperty(window, object);
    this.#stage.onLaunch({}, this.#switches);
    this.#draw();
    this.#tell("bare");
    showIn(frame, address, this.#switches);
  }

  /** Takes the content away, so that it ends its session by itself, and waits until all is kept. */
  async #end() {
    this.#simulated?.vault.leave();
    await emptied(this.#stage.frame);
    await this.#saving?.settled();
  }

  /** @param {Call} call */
  #hear(call) {
    this.#stage.onCall(call);
    this.#draw();
  }

  /** @param {Message} message */
  #receive(message) {
    const isShared = this.#switches.overlap !== "refused";
    this.#saving?.keep(message.kept, isShared ? Object.keys(message.sent) : []);
    this.#stage.onMessage(message);
    if (this.#simulated?.vault.isSilent) this.#tell(this.#state());
    this.#draw();
  }

  /** Draws once for a burst of calls. */
  #draw() {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => {
      this.#isDrawn = true;
      this.#stage.onRecord(this.record(), this.kept());
    });
  }

  /** @param {Receipt} receipt */
  #note(receipt) {
    if (receipt === "taken") this.#tell("taken");
    else if (receipt === "unreachable") this.#tell("unsaved");
    else this.#tell(this.#state());
  }

  /** @returns {PlayerState} while the server answers */
  #state() {
    if (this.#outSince === Infinity) return "login";
    if (isElsewhere(this.#stage.frame)) return "away";
    if (this.#simulated?.vault.isSilent) return "silent";
    return this.#simulated?.lms.stage === "closed" ? "left" : "running";
  }

  /** @param {PlayerState} state */
  #tell(state) {
    this.#stage.onState(state, this.#launches);
  }
}

/**
 * @param {Switches} switches
 * @param {boolean} isNew  the session begins with nothing of what is kept
 * @returns {import('./saving.js').Whole}
 */
function wholeUnder({ overlap }, isNew) {
  if (overlap === "replaced") return "each";
  return overlap === "joined" && !isNew ? "none" : "first";
}

/**
 * Keeps the page waiting as a synchronous request does: a round trip of 400 ms, then 400 kbit/s.
 *
 * @param {number} bytes
 */
function stall(bytes) {
  const until = performance.now() + 400 + bytes / 50;
  while (performance.now() < until);
}
