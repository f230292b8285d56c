/**
 * As much of a page as a question needs to be answered: fields, a verdict, an alert; and an LMS that keeps
 * whatever it is told. The page's own scripts work on it as on a document.
 */

import { SCORM_12 } from "../../../scorm_export/runtime/scorm12.js";
import { SCORM_2004 } from "../../../scorm_export/runtime/scorm2004.js";
import { tracked } from "../../../scorm_export/runtime/tracked.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/kind.js").Key} Key */

const CLASSES = { add() {}, remove() {}, toggle() {} };

/** An element: what is asked of it is there, whatever it is. Thousands are made: light. */
class Piece {
  value = "";
  checked = false;
  textContent = "";
  /** @type {Record<string, string> | null} */
  #data = null;
  /** @type {Record<string, string | undefined> | null} */
  #attributes = null;

  get classList() {
    return CLASSES;
  }

  get dataset() {
    return (this.#data = this.#data || {});
  }

  set dataset(data) {
    this.#data = data;
  }

  /** @param {string} name  @param {string} value */
  setAttribute(name, value) {
    (this.#attributes = this.#attributes || {})[name] = value;
  }

  /** @param {string} name */
  removeAttribute(name) {
    if (this.#attributes) this.#attributes[name] = undefined;
  }

  /** @param {string} name */
  getAttribute(name) {
    const value = this.#attributes && this.#attributes[name];
    return value === undefined ? null : value;
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.getAttribute(name) !== null;
  }

  /** @param {string} selector  @returns {any} */
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] || null;
  }

  /** @param {string} selector  @returns {any[]} */
  querySelectorAll(selector) {
    return selector ? [] : [];
  }

  /** @template T @param {T} child */
  appendChild(child) {
    return child;
  }

  focus() {}
  scrollIntoView() {}
}

/** Where the page writes what it says of an answer, first the verdict. */
class Region extends Piece {
  /** @type {Piece | null} */
  line = null;

  /** @override @template T @param {T} child */
  appendChild(child) {
    this.line = /** @type {any} */ (child);
    // A mark that the page takes away when it takes its words back.
    this.textContent = "said";
    return child;
  }

  get said() {
    return this.textContent && this.line ? this.line.textContent : "";
  }
}

/** @param {number} count  @param {(piece: Piece, index: number) => void} made */
function pieces(count, made) {
  return Array.from({ length: count }, (_, index) => {
    const piece = new Piece();
    made(piece, index);
    return piece;
  });
}

/** A statement of a scale, with its boxes. */
class Statement extends Piece {
  /** @param {number} degrees */
  constructor(degrees) {
    super();
    this.boxes = pieces(degrees, (box, degree) => {
      box.value = String(degree);
    });
  }

  /** @override @param {string} selector */
  querySelectorAll(selector) {
    if (selector === "input:checked") return this.boxes.filter(({ checked }) => checked);
    return selector === "input" ? this.boxes : [];
  }
}

/** A question as it stands on the page, not answered yet. */
export class Paper extends Piece {
  verdict = new Region();
  alert = new Piece();
  /** @type {{[selector: string]: any[]}} */
  parts;
  /** The section it stands in. @type {Section | null} */
  section = null;

  /** @param {string} kind  @param {Key} key */
  constructor(kind, key) {
    super();
    this.dataset = { kind, key: JSON.stringify(key), index: String(key.index) };
    const { choices = [], rows = [], gaps = [], items = 0, options = 0 } = key;
    this.steps = pieces(kind === "ordre" ? items : 0, (step, index) => step.setAttribute("data-place", String(index)));
    this.parts = {
      "[data-verdict]": [this.verdict],
      "[data-alert]": [this.alert],
      "[data-corrections]": [new Piece()],
      "[data-text]": pieces(1, () => {}),
      "[data-choice]": pieces(choices.length, (box, index) => box.setAttribute("data-choice", String(index))),
      "[data-row]": pieces(rows.length, (list, row) => {
        list.dataset.row = String(row);
      }),
      "[data-gap]": pieces(gaps.length, () => {}),
      "[data-statement]": kind === "positionnement" ? Array.from({ length: items }, () => new Statement(options)) : [],
      "[data-shuffle]": kind === "ordre" ? [this] : [],
    };
  }

  /** @override @param {string} selector */
  querySelectorAll(selector) {
    const place = /^\[data-place(?:="(\d+)")?\]$/.exec(selector);
    if (place) return this.steps.filter((step) => !place[1] || step.getAttribute("data-place") === place[1]);
    return this.parts[selector] || [];
  }

  /** @override @template T @param {T} child  a step, which goes last, or a line of the quiz */
  appendChild(child) {
    const step = /** @type {any} */ (child);
    if (this.steps.includes(step)) this.steps = this.steps.filter((each) => each !== step).concat(step);
    return child;
  }

  /** @param {string} selector */
  closest(selector) {
    return selector === "[data-quiz]" ? this.section : null;
  }
}

/** A quiz of one question. */
export class Section extends Piece {
  /** @param {Paper} paper  @param {object} rules */
  constructor(paper, rules) {
    super();
    this.paper = paper;
    paper.section = this;
    this.dataset = { quiz: JSON.stringify(rules) };
    this.setAttribute("data-index", String(/** @type {{index: number}} */ (rules).index));
  }

  /** @override @param {string} selector */
  querySelectorAll(selector) {
    if (selector === "[data-question]") return [this.paper];
    // Lists of answers and of results are made from templates: none here.
    return /^\[data-quiz-(?!answer\]|outcome\])/.test(selector) ? [new Piece()] : [];
  }
}

/** The question that stands on the page. @type {Paper[]} */
let standing = [];

/** @param {Paper} paper */
export function lay(paper) {
  standing = [paper];
}

/** What the page's scripts see of a browser. A word is its own name, with what stands in it. */
export function openBrowser() {
  const page = /** @type {any} */ (globalThis);
  const named = (/** @type {string} */ selector) => (/"(.+)"/.exec(selector) || [])[1];
  const words = { content: { querySelector: (/** @type {string} */ selector) => (named(selector) ? { textContent: `${named(selector)} {percent}` } : null) } };
  page.document = {
    hidden: true,
    readyState: "complete",
    activeElement: null,
    querySelectorAll: () => standing,
    createElement: () => new Piece(),
    getElementById: () => words,
    addEventListener() {},
    dispatchEvent() {},
  };
  // What is left for later is only looks.
  page.setTimeout = () => 0;
}

/** @typedef {{id: string, type: string, result: string, response: string, right: string}} Row  of interactions */

/** What an LMS keeps: whatever it is told. */
export class Kept {
  /** @type {Record<string, string>} */
  elements = {};
  /** @type {Row[]} */
  rows = [];

  /** @param {string} element */
  get(element) {
    if (element === "cmi.interactions._count") return String(this.rows.length);
    return this.elements[element] || "";
  }

  /** @param {string} element  @param {string} value */
  set(element, value) {
    this.elements[element] = value;
    if (!element.startsWith("cmi.interactions.")) return;
    const [row = "", field = "", number] = element.slice(17).split(".");
    const own = (this.rows[Number(row)] = this.rows[Number(row)] || { id: "", type: "", result: "", response: "", right: "" });
    if (field.endsWith("_response")) own.response = value;
    else if (field === "correct_responses" && number === "0") own.right = value;
    else if (field === "id" || field === "type" || field === "result") own[field] = value.replace("incorrect", "wrong");
  }
}

/** @param {"scorm12" | "scorm2004"} edition  @param {Kept} kept */
export function recorderOver(edition, kept) {
  const dialect = edition === "scorm12" ? SCORM_12 : SCORM_2004;
  const say = () => "true";
  const ask = (/** @type {string} */ element) => kept.get(element);
  const tell = (/** @type {string} */ element, /** @type {string} */ value) => {
    kept.set(element, value);
    return "true";
  };
  const { prefix } = dialect;
  const api = { [`${prefix}Initialize`]: say, [`${prefix}Commit`]: say, [`${prefix}GetLastError`]: () => "0", [`${prefix}GetValue`]: ask, [`${prefix}SetValue`]: tell };
  const recorder = tracked(/** @type {any} */ (api), dialect);
  recorder.open();
  return recorder;
}
