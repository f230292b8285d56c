/**
 * The API object of a fake LMS, for one launch. What differs between LMSs comes from a profile
 * (`profiles.json`, explained in `profiles.py`); nothing about the content is checked here, the
 * simulated LMS of the preview does that. The same object serves Chromium (`player.js`) and the lane
 * without a browser (`tests/fast/`): what it needs of the world is handed to it.
 */

/**
 * @typedef {object} Profile  as `profiles.py` explains it
 * @property {string} target
 * @property {"everything" | "what changed" | "what differs from launch" | "each value" | "after calm"} sends
 * @property {"true" | "false"} offline
 * @property {boolean} needs_suspend
 * @property {boolean} reviews
 * @property {boolean} binds_sessions
 * @property {boolean} empties_storage
 * @property {boolean} ships_storage
 * @property {boolean} completes_untouched
 * @property {boolean} tells_errors
 * @property {boolean} is_once
 * @property {Values} opening
 * @property {readonly string[]} unanswered
 * @property {Values} refused
 * @property {{[element: string]: number}} limits
 *
 * @typedef {{[element: string]: string}} Values
 *
 * @typedef {"kept" | "refused" | "expired" | "unreachable"} Receipt
 *
 * @typedef {object} Post
 * @property {(values: Values) => Receipt} send  returns when the server has answered
 * @property {(values: Values) => void} sendLater
 * @property {(act: () => void, ms: number) => unknown} after  as long as the window stands
 * @property {(timer: any) => void} cancel
 *
 * @typedef {object} Launch  what is odd about one launch
 * @property {"normal" | "browse"} mode
 * @property {string} says  what a commit answers when all is well: "true", or a name of `ODD_WORDS`
 * @property {number} room  characters of suspend data that are kept of what was taken; 0: all
 */

/** What LMSs were seen to answer to a commit that they kept (LMS-OBSERVED.md), by name. */
export const ODD_WORDS = {
  undefined: () => undefined,
  null: () => null,
  empty: () => "",
  True: () => "True",
  ok: () => "ok",
  object: () => ({ result: "true" }),
  promise: () => Promise.resolve("true"),
  false: () => "false",
};

/** Milliseconds without a change after which an LMS that saves by itself does (Kolibri). */
export const CALM_MS = 2000;
const FINAL = ["completed", "passed", "failed"];

const TELLS_ERRORS = ["GetLastError", "GetErrorString", "GetDiagnostic"];

const EDITIONS = {
  scorm12: {
    object: "API",
    prefix: "LMS",
    end: "Finish",
    core: "cmi.core.",
    status: "cmi.core.lesson_status",
    mode: "cmi.core.lesson_mode",
    id: "cmi.core.student_id",
    name: "cmi.core.student_name",
    first: "not attempted",
    ended: "101",
  },
  scorm2004: {
    object: "API_1484_11",
    prefix: "",
    end: "Terminate",
    core: "cmi.",
    status: "cmi.completion_status",
    mode: "cmi.mode",
    id: "cmi.learner_id",
    name: "cmi.learner_name",
    first: "unknown",
    ended: "104",
  },
};

/** @param {Profile} profile */
export const editionOf = ({ target }) => (target === "scorm12" ? EDITIONS.scorm12 : EDITIONS.scorm2004);

/**
 * What the LMS knows when a package is launched.
 *
 * @param {Profile} profile
 * @param {Values} kept  on the server
 * @param {string} learner
 * @param {Launch["mode"]} wanted
 * @returns {Values}
 */
function opening(profile, kept, learner, wanted) {
  const { core, status, mode, id, name, first } = editionOf(profile);
  const isSuspended = kept[`${core}exit`] === "suspend";
  const given = profile.needs_suspend && !isSuspended ? {} : kept;
  const isReview = profile.reviews && FINAL.includes(given[status]);
  const found = { ...profile.opening, ...given };
  found[status] = found[status] === undefined ? first : found[status];
  found[id] = learner;
  found[name] = "Roux, Camille";
  found[mode] = wanted === "browse" ? wanted : isReview ? "review" : "normal";
  found[`${core}credit`] = isReview || wanted === "browse" ? "no-credit" : profile.opening[`${core}credit`] || "credit";
  found[`${core}entry`] = isSuspended ? "resume" : isEmpty(kept) ? "ab-initio" : "";
  return found;
}

/** @param {Values} values */
function isEmpty(values) {
  for (const element in values) if (element) return false;
  return true;
}

/** One launch of a package. */
export class FakeApi {
  /** What was found at launch, and over it what was set since: its own properties. @type {Values} */
  values;
  /** @type {Values} */
  #launched;
  /** What counts as saved, whether it is or not, over what was found. @type {Values} */
  #saved;
  /** Rows by table, of those that were asked for. @type {{[table: string]: number}} */
  #counts = {};
  #code = "0";
  /** Beginnings of the elements that it refuses. @type {readonly string[]} */
  #refusals;
  /** Every state that the content handed over, taken or not, the latest last. @type {string[]} */
  states = [];
  /** Every call throws from now on. */
  isBroken = false;
  isEnded = false;
  /** A save failed: this LMS makes no other in this session. */
  #isDeaf = false;
  /** @type {unknown} */
  #timer = null;

  /**
   * @param {Profile} profile
   * @param {Values} kept
   * @param {string} learner
   * @param {Post} post
   * @param {Partial<Launch>} [launch]
   */
  constructor(profile, kept, learner, post, { mode = "normal", says = "true", room = 0 } = {}) {
    this.profile = profile;
    this.#refusals = Object.keys(profile.refused);
    this.post = post;
    this.mode = mode;
    this.says = says;
    this.room = room;
    this.#launched = opening(profile, kept, learner, mode);
    this.values = Object.create(this.#launched);
    this.#saved = Object.create(this.#launched);
  }

  /** The object under the names of the standard. */
  functions() {
    const { prefix, end } = editionOf(this.profile);
    /** @type {{[name: string]: (...parameters: string[]) => unknown}} */
    const all = {
      Initialize: () => this.#told("0"),
      [end]: () => this.#end(),
      Commit: () => this.#commit(),
      GetValue: (element) => this.#get(element),
      SetValue: (element, value) => this.#set(element, value),
      GetLastError: () => (this.profile.tells_errors ? this.#code : "0"),
      GetErrorString: () => "",
      GetDiagnostic: () => "",
    };
    return Object.fromEntries(Object.entries(all).map(([name, act]) => [prefix + name, this.#guarded(name, act)]));
  }

  /** @param {string} name  @param {(...parameters: string[]) => unknown} act */
  #guarded(name, act) {
    return (/** @type {string[]} */ ...parameters) => {
      if (parameters[0] === "cmi.suspend_data" && parameters.length > 1) this.states.push(parameters[1]);
      if (this.isBroken) throw new Error("the LMS is broken");
      if (this.isEnded && this.profile.is_once && !TELLS_ERRORS.includes(name)) return this.#refused(name);
      return act(...parameters.map(String));
    };
  }

  /** @param {string} name  of a call after the end */
  #refused(name) {
    this.#code = editionOf(this.profile).ended;
    return name === "GetValue" ? "" : "false";
  }

  /** @param {string} code */
  #told(code) {
    this.#code = code;
    return String(code === "0");
  }

  /** @param {string} element */
  #get(element) {
    const { unanswered, refused } = this.profile;
    const code = startOf(this.#refusals, element);
    this.#code = code ? refused[code] : "0";
    if (code || startOf(unanswered, element)) return "";
    if (element.endsWith("._children")) return "id,type,status,score,result,student_response,learner_response";
    if (element.endsWith("._count")) return String(this.#rows(element.slice(0, -"_count".length)));
    return this.values[element] || "";
  }

  /** @param {string} table  with its point */
  #rows(table) {
    let most = this.#counts[table];
    if (most !== undefined) return most;
    most = 0;
    for (const element in this.values) if (element.startsWith(table)) most = Math.max(most, parseInt(element.slice(table.length), 10) + 1);
    this.#counts[table] = most;
    return most;
  }

  /** @param {string} element  @param {string} value */
  #set(element, value) {
    const { refused, limits, sends } = this.profile;
    const code = startOf(this.#refusals, element);
    if (code) return this.#told(refused[code]);
    if (value.length > (limits[element] || Infinity)) return this.#told("405");
    this.values[element] = this.room && element === "cmi.suspend_data" ? value.slice(0, this.room) : value;
    for (const table in this.#counts) {
      if (element.startsWith(table)) this.#counts[table] = Math.max(this.#counts[table], parseInt(element.slice(table.length), 10) + 1);
    }
    if (sends === "each value") this.post.sendLater({ [element]: this.values[element] });
    if (sends === "after calm") this.#waitForCalm();
    return this.#told("0");
  }

  #waitForCalm() {
    this.post.cancel(this.#timer);
    this.#timer = this.post.after(() => {
      if (!this.#isDeaf) this.#isDeaf = this.#send(this.#since(this.#saved)) !== "kept";
    }, CALM_MS);
  }

  /** What was set and is not known.  @param {Values} known */
  #since(known) {
    /** @type {Values} */
    const news = {};
    for (const element of Object.keys(this.values)) if (known[element] !== this.values[element]) news[element] = this.values[element];
    return news;
  }

  /** What a commit sends. */
  #sent() {
    const { sends } = this.profile;
    if (sends === "everything") return { ...this.#launched, ...this.values };
    return this.#since(sends === "what changed" ? this.#saved : this.#launched);
  }

  /** Whether values reach the server by themselves, so that committing and ending do nothing. */
  get #isSelfActing() {
    return this.profile.sends === "each value" || this.profile.sends === "after calm";
  }

  #commit() {
    const { offline } = this.profile;
    if (this.#isSelfActing) return this.#said();
    const receipt = this.#send(this.#sent());
    if (receipt === "kept" || (receipt === "unreachable" && offline === "true")) return this.#said();
    return this.#told({ refused: "391", expired: "101", unreachable: "391" }[receipt]);
  }

  /** All is well, in this LMS's word. */
  #said() {
    const said = this.#told("0");
    const odd = ODD_WORDS[/** @type {keyof typeof ODD_WORDS} */ (this.says)];
    return odd ? odd() : said;
  }

  /** @param {Values} values */
  #send(values) {
    const receipt = this.post.send(values);
    const countsAsSaved = receipt === "kept" || this.profile.sends === "what changed";
    if (countsAsSaved) Object.assign(this.#saved, values);
    return receipt;
  }

  #end() {
    this.isEnded = true;
    const { status, first } = editionOf(this.profile);
    if (this.profile.completes_untouched && this.values[status] === first) this.values[status] = "completed";
    // So that the test knows; such an LMS does nothing at the end.
    if (this.#isSelfActing) this.post.send({});
    return this.#commit();
  }
}

/**
 * @param {readonly string[]} starts
 * @param {string} element
 */
const startOf = (starts, element) => starts.find((start) => element.startsWith(start));
