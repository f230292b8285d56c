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
/** @typedef {'running' | 'left' | 'taken' | 'unsaved' | 'failed'} PlayerState */

/**
 * @typedef {object} Stage
 * @property {string} build     the package's key
 * @property {Standard} standard
 * @property {Table} rules
 * @property {Learner} learner
 * @property {HTMLIFrameElement} frame
 * @property {string} address   of the page that is launched
 * @property {(call: Call) => void} onCall
 * @property {(record: CmiRecord) => void} onRecord
 * @property {(state: PlayerState, launches: number) => void} onState
 */

import { afterTheEnd, givenTo } from "./attempt.js";
import { startEngine } from "./engine.js";
import { SimulatedLms } from "./lms.js";
import { Saving } from "./saving.js";
import { launch, postFor } from "./server.js";

/** Between two offers of values that the server did not take. */
const RETRY_MS = 3000;

/** One package, one frame, one session at a time. */
export class Launcher {
  #stage;
  /** @type {SimulatedLms | null} */
  #lms = null;
  /** @type {Saving | null} */
  #saving = null;
  #launches = 1;
  #isDrawn = true;
  /** One launch after the other, however fast they are asked for. @type {Promise<void>} */
  #turn = Promise.resolve();

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    window.addEventListener("pagehide", () => this.#saving?.leave());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.#saving?.stay();
      this.relaunch();
    });
    window.setInterval(() => this.#saving?.retry(), RETRY_MS);
  }

  /** @returns {CmiRecord} */
  record() {
    return this.#lms ? this.#lms.record() : {};
  }

  /** Ends the session, then launches the same attempt. */
  relaunch() {
    return this.#next(async () => {
      await this.#end();
      await this.#start(this.#attempt());
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
    const { build, standard, rules, learner, frame, address } = this.#stage;
    const launched = await launch(build, attempt);
    this.#remember(launched.attempt);
    this.#launches = launched.launches;
    this.#saving = new Saving(launched.session, postFor(launched.attempt), (receipt) =>
      this.#note(receipt),
    );
    const given = givenTo(standard, launched.record, learner);
    this.#lms = new SimulatedLms(
      { standard, table: rules, given, startEngine },
      {
        onCall: (call) => this.#hear(call),
        onCommit: (record, isFinal) => this.#keep(record, isFinal),
      },
    );
    Object.assign(window, { [this.#lms.object]: this.#lms.api });
    this.#draw();
    this.#tell("running");
    frame.src = address;
  }

  /** Takes the content away, so that it ends its session by itself, and waits until all is kept. */
  async #end() {
    if (!this.#lms) return;
    await emptied(this.#stage.frame);
    await this.#saving?.settled();
  }

  /** @param {Call} call */
  #hear(call) {
    this.#stage.onCall(call);
    this.#draw();
  }

  /**
   * @param {CmiRecord} record
   * @param {boolean} isFinal
   */
  #keep(record, isFinal) {
    const ended = isFinal ? afterTheEnd(this.#stage.standard, record) : {};
    this.#saving?.keep({ ...record, ...ended });
  }

  /** Draws once for a burst of calls. */
  #draw() {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => {
      this.#isDrawn = true;
      this.#stage.onRecord(this.record());
    });
  }

  /** @param {Receipt} receipt */
  #note(receipt) {
    const isOver = this.#lms?.stage === "closed";
    if (receipt === "taken") this.#tell("taken");
    else if (receipt === "unreachable") this.#tell("unsaved");
    else this.#tell(isOver ? "left" : "running");
  }

  /** @param {PlayerState} state */
  #tell(state) {
    this.#stage.onState(state, this.#launches);
  }

  #attempt() {
    try {
      return window.localStorage.getItem(`apercu:${this.#stage.build}`);
    } catch {
      return null;
    }
  }

  /** @param {string} attempt */
  #remember(attempt) {
    try {
      window.localStorage.setItem(`apercu:${this.#stage.build}`, attempt);
    } catch {
      // Storage is blocked: the attempt lasts as long as the page.
    }
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
