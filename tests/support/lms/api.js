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
  /** What was found at launch. @type {Values} */
  #launched;
  /** What was set since. @type {Map<string, string>} */
  #now = new Map();
  /** Of that, what counts as saved, whether it is or not. @type {Map<string, string>} */
  #saved = new Map();
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
  }

  /** @param {string} element  as the LMS's page has it, sent or not */
  value(element) {
    const set = this.#now.get(element);
    return set === undefined ? this.#launched[element] : set;
  }

  /** The object under the names of the standard. */
  functions() {
    const { prefix, end } = editionOf(this.profile);
    const call = (/** @type {string} */ name, /** @type {() => unknown} */ act) => () => this.#guarded(name, act);
    return {
      [`${prefix}Initialize`]: call("Initialize", () => this.#told("0")),
      [prefix + end]: call(end, () => this.#end()),
      [`${prefix}Commit`]: call("Commit", () => this.#commit()),
      [`${prefix}GetValue`]: (/** @type {unknown} */ element) => this.#guarded("GetValue", () => this.#get(String(element))),
      [`${prefix}SetValue`]: (/** @type {unknown} */ element, /** @type {unknown} */ value) => {
        if (element === "cmi.suspend_data") this.states.push(String(value));
        return this.#guarded("SetValue", () => this.#set(String(element), String(value)));
      },
      [`${prefix}GetLastError`]: call("GetLastError", () => (this.profile.tells_errors ? this.#code : "0")),
      [`${prefix}GetErrorString`]: call("GetErrorString", () => ""),
      [`${prefix}GetDiagnostic`]: call("GetDiagnostic", () => ""),
    };
  }

  /** @param {string} name  @param {() => unknown} act */
  #guarded(name, act) {
    if (this.isBroken) throw new Error("the LMS is broken");
    if (this.isEnded && this.profile.is_once && !TELLS_ERRORS.includes(name)) return this.#refused(name);
    return act();
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
    return this.value(element) || "";
  }

  /** @param {string} table  with its point */
  #rows(table) {
    let most = this.#counts[table];
    if (most !== undefined) return most;
    most = 0;
    for (const element of [...Object.keys(this.#launched), ...this.#now.keys()]) most = Math.max(most, rowAfter(table, element));
    this.#counts[table] = most;
    return most;
  }

  /** @param {string} element  @param {string} value */
  #set(element, value) {
    const { refused, limits, sends } = this.profile;
    const code = startOf(this.#refusals, element);
    if (code) return this.#told(refused[code]);
    if (value.length > (limits[element] || Infinity)) return this.#told("405");
    const taken = this.room && element === "cmi.suspend_data" ? value.slice(0, this.room) : value;
    this.#now.set(element, taken);
    for (const table in this.#counts) this.#counts[table] = Math.max(this.#counts[table], rowAfter(table, element));
    if (sends === "each value") this.post.sendLater({ [element]: taken });
    if (sends === "after calm") this.#waitForCalm();
    return this.#told("0");
  }

  #waitForCalm() {
    this.post.cancel(this.#timer);
    this.#timer = this.post.after(() => {
      if (!this.#isDeaf) this.#isDeaf = this.#send(this.#unsaved()) !== "kept";
    }, CALM_MS);
  }

  #unsaved() {
    /** @type {Values} */
    const news = {};
    for (const [element, value] of this.#now) {
      const saved = this.#saved.get(element);
      if ((saved === undefined ? this.#launched[element] : saved) !== value) news[element] = value;
    }
    return news;
  }

  /** What a commit sends. @returns {Values} */
  #sent() {
    const { sends } = this.profile;
    if (sends === "what changed") return this.#unsaved();
    if (sends === "everything") return { ...this.#launched, ...Object.fromEntries(this.#now) };
    /** @type {Values} */
    const news = {};
    for (const [element, value] of this.#now) if (this.#launched[element] !== value) news[element] = value;
    return news;
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
    if (countsAsSaved) for (const element in values) this.#saved.set(element, values[element]);
    return receipt;
  }

  #end() {
    this.isEnded = true;
    const { status, first } = editionOf(this.profile);
    if (this.profile.completes_untouched && this.value(status) === first) this.#now.set(status, "completed");
    // So that the test knows; such an LMS does nothing at the end.
    if (this.#isSelfActing) this.post.send({});
    return this.#commit();
  }
}

/** @param {string} table  with its point  @param {string} element  @returns {number} how many rows there are if it is one of them */
const rowAfter = (table, element) => (element.startsWith(table) ? (parseInt(element.slice(table.length), 10) || 0) + 1 : 0);

/**
 * @param {readonly string[]} starts
 * @param {string} element
 */
const startOf = (starts, element) => starts.find((start) => element.startsWith(start));
