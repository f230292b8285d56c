/**
 * What is worth a second look in a session: calls that no rule forbids and that an LMS or a trainer
 * will still stumble over.
 *
 * @module
 */

/** @typedef {import('./lms.js').Call} Call */
/** @typedef {import('./vault.js').Fate} Fate */

/**
 * Why a call stands out; the page has a sentence for each.
 *
 * @typedef {"refused" | "own" | "line" | "engine" | "lost" | "downgrade" | "outside" | "storm"
 *   | "afterEnd" | "tooLong" | "nearLimit" | "strictly" | "exit" | "navigation" | "odd"} Remark
 */

/** Higher is nearer to the end (SCORM.md §3.5: never downgrade). @type {Record<string, number | undefined>} */
const RANK = { unknown: 0, "not attempted": 0, browsed: 1, incomplete: 2, failed: 3, completed: 3, passed: 4 };

/** More commits than this in so many milliseconds is a storm (SCORM.md §3.6: a second apart at least). */
const STORM = { most: 3, withinMs: 5000 };

/** Bounds of what LMSs show (SCORM.md §3.3). @type {[RegExp, number, number][]} */
const BOUNDS = [
  [/score\.(raw|min|max)$/, 0, 100],
  [/score\.scaled$/, -1, 1],
  [/progress_measure$/, 0, 1],
];

/** Share of the room from which on a value is near its limit. */
const NEAR = 0.9;

/** Watches one session after the other. */
export class Watch {
  #limitOf;
  /** @type {Map<string, string>} */
  #held = new Map();
  /** @type {number[]} */
  #commits = [];
  #isOver = false;

  /** @param {(element: string) => number} limitOf  characters that a strict LMS takes */
  constructor(limitOf) {
    this.#limitOf = limitOf;
  }

  /**
   * A session begins.
   *
   * @param {Readonly<Record<string, string | undefined>>} given
   */
  begin(given) {
    this.#held = new Map(Object.entries(given).map(([element, value]) => [element, value || ""]));
    this.#commits = [];
    this.#isOver = false;
  }

  /**
   * @param {Call} call
   * @param {Fate | ""} fate  of what the call sent; "" when it sent nothing
   * @returns {Remark[]}
   */
  look(call, fate) {
    const remarks = [...refusals(call), ...this.#order(call)];
    if (fate === "lost" || (fate === "cut" && call.answer === "true")) remarks.push("lost");
    if (/SetValue$/.test(call.name)) remarks.push(...this.#value(call));
    if (/(Finish|Terminate)$/.test(call.name) && !call.isRefused) this.#isOver = true;
    if (/Initialize$/.test(call.name)) this.#isOver = false;
    return remarks;
  }

  /**
   * @param {Call} call
   * @returns {Remark[]}
   */
  #order({ name, at }) {
    if (this.#isOver && /(SetValue|GetValue|Commit|Finish|Terminate)$/.test(name)) return ["afterEnd"];
    if (!name.endsWith("Commit")) return [];
    this.#commits = [...this.#commits, at].filter((each) => at - each < STORM.withinMs);
    return this.#commits.length > STORM.most ? ["storm"] : [];
  }

  /**
   * @param {Call} call
   * @returns {Remark[]}
   */
  #value({ parameters: [element = "", value = ""], isRefused, strictly }) {
    /** @type {Remark[]} */
    const remarks = [];
    const before = this.#held.get(element) || "";
    if (isLower(element, before, value)) remarks.push("downgrade");
    const bounds = BOUNDS.find(([name]) => name.test(element));
    if (bounds && value !== "" && !(Number(value) >= bounds[1] && Number(value) <= bounds[2])) {
      remarks.push("outside");
    }
    const limit = this.#limitOf(element);
    if (value.length > limit) remarks.push("tooLong");
    else if (value.length > limit * NEAR && limit > 1000) remarks.push("nearLimit");
    else if (strictly !== "0") remarks.push("strictly");
    remarks.push(...habits(element, value));
    if (!isRefused) this.#held.set(element, value);
    return remarks;
  }
}

/**
 * @param {Call} call
 * @returns {Remark[]}
 */
function refusals({ isRefused, isOwn, isLine, isByEngine }) {
  if (!isRefused) return [];
  if (isByEngine) return ["engine"];
  if (isLine) return ["line"];
  return [isOwn ? "own" : "refused"];
}

/**
 * @param {string} element
 * @param {string} before
 * @param {string} value
 */
function isLower(element, before, value) {
  if (/^cmi\.(core\.)?(lesson|completion|success)_status$/.test(element)) {
    const [now, then] = [RANK[value], RANK[before]];
    return now !== undefined && then !== undefined && now < then;
  }
  return /^cmi\.(core\.)?score\.raw$/.test(element) && before !== "" && Number(value) < Number(before);
}

/**
 * @param {string} element
 * @param {string} value
 * @returns {Remark[]}
 */
function habits(element, value) {
  if (/^cmi\.(core\.)?exit$/.test(element) && ["logout", "time-out"].includes(value)) return ["exit"];
  if (element === "adl.nav.request" && value !== "_none_") return ["navigation"];
  if (element === "cmi.suspend_data" && !/^[\x20-\x7e]*$/.test(value)) return ["odd"];
  return [];
}
