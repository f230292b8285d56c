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
/** @typedef {'running' | 'bare' | 'left' | 'taken' | 'unsaved' | 'silent' | 'failed'} PlayerState */

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
 * @property {(call: Call) => void} onCall
 * @property {(record: CmiRecord, kept: CmiRecord) => void} onRecord
 * @property {(given: CmiRecord, switches: Switches) => void} onLaunch
 * @property {(message: Message) => void} onMessage
 * @property {(state: PlayerState, launches: number) => void} onState
 */

import { startEngine } from "./engine.js";
import { Saving } from "./saving.js";
import { launch, postFor } from "./server.js";
import { simulate } from "./simulation.js";

/** Between two offers of values that the server did not take. */
const RETRY_MS = 3000;

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
    stage.frame.addEventListener("load", () => this.#draw());
    window.setInterval(() => this.#saving?.retry(), RETRY_MS);
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
    return this.#next(async () => {
      await this.#end();
      await this.#start(this.#stage.choice().book.last());
    });
  }

  /** Ends the session, then launches a new attempt. */
  renew() {
    return this.#next(async () => {
      await this.#end();
      await this.#start(null);
    });
  }

  /** Ends the session. */
  leave() {
    return this.#next(async () => {
      await this.#end();
      this.#tell(this.#saving?.isTaken ? "taken" : "left");
    });
  }

  /** @param {() => Promise<void>} act */
  #next(act) {
    this.#turn = this.#turn.then(act).catch(() => this.#tell("failed"));
    return this.#turn;
  }

  /** @param {string | null} attempt */
  async #start(attempt) {
    const { build, standard, rules, frame, address, onLaunch } = this.#stage;
    const { learner, switches, mode, book } = this.#stage.choice();
    if (!switches.object) return this.#startBare(rules.api.object);
    const launched = await launch(build, attempt);
    book.note(launched.attempt);
    this.#launches = launched.launches;
    this.#saving = new Saving(launched.session, postFor(launched), (receipt) =>
      this.#note(receipt),
    );
    this.#simulated = simulate({
      standard,
      table: rules,
      switches,
      stored: launched.record,
      learner,
      mode,
      startEngine,
      line: this.#stage.line,
      later: (act, ms = 0) => window.setTimeout(act, ms),
      stall,
      onCall: (call) => this.#hear(call),
      onMessage: (message) => this.#receive(message),
    });
    Object.assign(window, { [this.#simulated.lms.object]: this.#simulated.lms.api });
    onLaunch(this.#simulated.given, switches);
    this.#draw();
    this.#tell("running");
    if (switches.forbidsUnload) frame.allow = "unload 'none'";
    else frame.removeAttribute("allow");
    frame.src = address;
  }

  /**
   * The content finds no LMS.
   *
   * @param {string} object  where it will look
   */
  #startBare(object) {
    this.#simulated = null;
    this.#saving = null;
    Reflect.deleteProperty(window, object);
    this.#draw();
    this.#tell("bare");
    this.#stage.frame.src = this.#stage.address;
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
    this.#saving?.keep(message.kept);
    this.#stage.onMessage(message);
    if (this.#simulated?.vault.isSilent) this.#tell("silent");
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
    const isOver = this.#simulated?.lms.stage === "closed";
    if (receipt === "taken") this.#tell("taken");
    else if (receipt === "unreachable") this.#tell("unsaved");
    else if (this.#simulated?.vault.isSilent) this.#tell("silent");
    else this.#tell(isOver ? "left" : "running");
  }

  /** @param {PlayerState} state */
  #tell(state) {
    this.#stage.onState(state, this.#launches);
  }
}

/**
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<void>} once the content has gone
 */
function emptied(frame) {
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true });
    frame.src = "about:blank";
  });
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
