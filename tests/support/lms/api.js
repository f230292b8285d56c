/**
 * The API object of a fake LMS, for one launch. What differs between LMSs comes from a profile
 * (`profiles.py`); nothing about the content is checked here, the simulated LMS of the preview does
 * that.
 */

/**
 * @typedef {object} Profile  as `profiles.py` explains it
 * @property {string} target
 * @property {"everything" | "what changed" | "what differs from launch" | "each value"} sends
 * @property {boolean} is_late
 * @property {"true" | "false"} offline
 * @property {boolean} needs_suspend
 * @property {boolean} reviews
 * @property {boolean} tells_errors
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
 */

const FINAL = ["completed", "passed", "failed"];

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
 * @returns {Values}
 */
function opening(profile, kept, learner) {
  const { core, status, mode, id, name, first } = editionOf(profile);
  const isSuspended = kept[`${core}exit`] === "suspend";
  const given = profile.needs_suspend && !isSuspended ? {} : kept;
  const isReview = profile.reviews && FINAL.includes(given[status]);
  return {
    [status]: first,
    ...profile.opening,
    ...given,
    [id]: learner,
    [name]: "Roux, Camille",
    [mode]: isReview ? "review" : "normal",
    [`${core}credit`]: isReview ? "no-credit" : profile.opening[`${core}credit`] || "credit",
    [`${core}entry`]: isSuspended ? "resume" : Object.keys(kept).length ? "" : "ab-initio",
  };
}

/** One launch of a package. */
export class FakeApi {
  /** @type {Values} */
  values;
  /** @type {Values} */
  #launched;
  /** What counts as saved, whether it is or not. @type {Values} */
  #saved;
  #code = "0";
  /** Every state that the content handed over, taken or not, the latest last. @type {string[]} */
  states = [];
  /** Every call throws from now on. */
  isBroken = false;
  isEnded = false;

  /**
   * @param {Profile} profile
   * @param {Values} kept
   * @param {string} learner
   * @param {Post} post
   */
  constructor(profile, kept, learner, post) {
    this.profile = profile;
    this.post = post;
    this.#launched = opening(profile, kept, learner);
    this.values = { ...this.#launched };
    this.#saved = { ...this.#launched };
  }

  /** The object under the names of the standard. */
  functions() {
    const { prefix, end } = editionOf(this.profile);
    /** @type {{[name: string]: (...parameters: string[]) => string}} */
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
    return Object.fromEntries(Object.entries(all).map(([name, act]) => [prefix + name, this.#guarded(act)]));
  }

  /** @param {(...parameters: string[]) => string} act */
  #guarded(act) {
    return (/** @type {string[]} */ ...parameters) => {
      if (parameters[0] === "cmi.suspend_data" && parameters.length > 1) this.states.push(parameters[1]);
      if (this.isBroken) throw new Error("the LMS is broken");
      return act(...parameters.map(String));
    };
  }

  /** @param {string} code */
  #told(code) {
    this.#code = code;
    return String(code === "0");
  }

  /** @param {string} element */
  #get(element) {
    const { unanswered, refused } = this.profile;
    const code = startOf(Object.keys(refused), element);
    this.#code = code ? refused[code] : "0";
    if (code || startOf(unanswered, element)) return "";
    if (element.endsWith("._children")) return "id,type,status,score,result,student_response";
    if (element.endsWith("._count")) return String(this.#rows(element.slice(0, -"_count".length)));
    return this.values[element] || "";
  }

  /** @param {string} table  with its point */
  #rows(table) {
    const rows = Object.keys(this.values).filter((element) => element.startsWith(table));
    return rows.reduce((most, element) => Math.max(most, parseInt(element.slice(table.length), 10) + 1), 0);
  }

  /** @param {string} element  @param {string} value */
  #set(element, value) {
    const { refused, limits, sends, is_late: isLate } = this.profile;
    const code = startOf(Object.keys(refused), element);
    if (code) return this.#told(refused[code]);
    if (value.length > (limits[element] || Infinity)) return this.#told("405");
    this.values[element] = value;
    if (sends === "each value" && isLate) this.post.sendLater({ [element]: value });
    else if (sends === "each value") this.#send(this.#changes());
    return this.#told("0");
  }

  #changes() {
    const entries = Object.entries(this.values);
    return Object.fromEntries(entries.filter(([element, value]) => this.#saved[element] !== value));
  }

  #commit() {
    const { sends, offline } = this.profile;
    if (sends === "each value") return this.#told("0");
    /** @type {Values} */
    const since = sends === "everything" ? {} : sends === "what changed" ? this.#saved : this.#launched;
    const entries = Object.entries(this.values).filter(([element, value]) => since[element] !== value);
    const receipt = this.#send(Object.fromEntries(entries));
    if (receipt === "unreachable" && offline === "true") return this.#told("0");
    return this.#told({ kept: "0", refused: "391", expired: "101", unreachable: "391" }[receipt]);
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
    // So that the test knows; such an LMS does nothing at the end.
    if (this.profile.sends === "each value") this.post.send({});
    return this.#commit();
  }
}

/**
 * @param {readonly string[]} starts
 * @param {string} element
 */
const startOf = (starts, element) => starts.find((start) => element.startsWith(start));
