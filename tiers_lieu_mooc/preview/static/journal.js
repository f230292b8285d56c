/**
 * The readable journal of calls: filtered, paused, copied, downloaded.
 *
 * @module
 */

/** @typedef {import('./lms.js').Call} Call */
/** @typedef {import('./watch.js').Remark} Remark */

/** @typedef {Call & {remarks: readonly Remark[]}} Noted */

import { made, row, the, word, wordOr } from "./dom.js";
import { asCsv, asJson, asText, offer } from "./taking-away.js";

/** Rows on the page; older calls stay in memory, and in what is downloaded. */
const MOST_ROWS = 1000;

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 };

/** What each filter lets through. @type {Record<string, (call: Noted) => boolean>} */
const FILTERS = {
  tout: () => true,
  ecritures: ({ name }) => name.endsWith("SetValue"),
  lectures: ({ name }) => name.endsWith("GetValue"),
  envois: ({ name }) => /(Initialize|Commit|Finish|Terminate)$/.test(name),
  anomalies: ({ remarks }) => remarks.length > 0,
};

/** Every call since the page was opened, newest first on the page. */
export class Journal {
  /** @type {Noted[]} */
  #calls = [];
  #body = the("[data-log] tbody");
  #filter = /** @type {HTMLSelectElement} */ (the("[data-filter]"));
  #search = /** @type {HTMLInputElement} */ (the("[data-search]"));
  #pause = the("[data-pause]");
  #waiting = 0;
  #name;

  /** @param {string} name  of the files that are downloaded */
  constructor(name) {
    this.#name = name;
    for (const field of [this.#filter, this.#search]) {
      field.addEventListener("input", () => this.#draw());
    }
    this.#pause.addEventListener("click", () => this.#turn());
    the("[data-copy]").addEventListener("click", () => this.#copy());
    the("[data-json]").addEventListener("click", () =>
      offer(asJson(this.#calls, sentence), `${this.#name}-journal.json`, "application/json"),
    );
    the("[data-csv]").addEventListener("click", () =>
      offer(asCsv(this.#table()), `${this.#name}-journal.csv`, "text/csv;charset=utf-8"),
    );
  }

  /** @param {Noted} call */
  add(call) {
    this.#calls.push(call);
    this.#count();
    if (this.#isPaused) {
      this.#waiting += 1;
      this.#say(word("waiting", { count: this.#waiting }));
      return;
    }
    if (!this.#isWanted(call)) return;
    this.#body.prepend(lineOf(call));
    if (this.#body.childElementCount > MOST_ROWS) this.#body.lastElementChild?.remove();
  }

  calls() {
    return [...this.#calls];
  }

  get #isPaused() {
    return this.#pause.getAttribute("aria-pressed") === "true";
  }

  #turn() {
    const isPaused = !this.#isPaused;
    this.#pause.setAttribute("aria-pressed", String(isPaused));
    this.#waiting = 0;
    this.#say(isPaused ? word("paused") : "");
    if (!isPaused) this.#draw();
  }

  #draw() {
    const shown = this.#shown().slice(-MOST_ROWS).reverse();
    this.#body.replaceChildren(...shown.map(lineOf));
    the("[data-none-shown]").hidden = shown.length > 0 || this.#calls.length === 0;
  }

  #shown() {
    return this.#calls.filter((call) => this.#isWanted(call));
  }

  /** @param {Noted} call */
  #isWanted(call) {
    const passes = FILTERS[this.#filter.value] || FILTERS.tout;
    const words = this.#search.value.trim().toLowerCase();
    const text = [call.name, ...call.parameters, call.answer].join(" ").toLowerCase();
    return Boolean(passes && passes(call)) && text.includes(words);
  }

  #count() {
    const refused = this.#calls.filter((call) => call.isRefused).length;
    const odd = this.#calls.filter((call) => call.remarks.length > 0).length - refused;
    the("[data-calls]").textContent = String(this.#calls.length);
    the("[data-refused]").textContent = String(refused);
    the("[data-odd]").textContent = String(odd);
  }

  #table() {
    const heads = [...document.querySelectorAll("[data-log] thead th")].map(
      (head) => head.textContent || "",
    );
    return [heads, ...this.#shown().map(cellsOf)];
  }

  #copy() {
    const text = asText(this.#table());
    navigator.clipboard.writeText(text).then(
      () => this.#say(word("copied", { count: this.#shown().length })),
      () => this.#say(word("not-copied")),
    );
  }

  /** @param {string} text */
  #say(text) {
    the("[data-journal-said]").textContent = text;
  }
}

/** Characters of a value that a line shows; what is copied and downloaded has them all. */
const MOST_SHOWN = 160;

/** @param {string} text */
const shortened = (text) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** @param {Noted} call */
function lineOf(call) {
  const { parameters, answer } = call;
  const cells = cellsOf({
    ...call,
    parameters: parameters.map(shortened),
    answer: shortened(answer),
  });
  const line = row(cells.slice(0, -1));
  const last = line.insertCell();
  for (const text of [errorText(call), ...call.remarks.map(sentence)].filter(Boolean)) {
    last.append(made("p", text));
  }
  if (!last.hasChildNodes()) last.textContent = word("none");
  line.toggleAttribute("data-refused", call.isRefused);
  line.toggleAttribute("data-odd", !call.isRefused && call.remarks.length > 0);
  return line;
}

/**
 * @param {Noted} call
 * @returns {string[]} time, call, answer, error with remarks
 */
function cellsOf(call) {
  const { at, name, parameters, answer, remarks } = call;
  return [
    new Date(at).toLocaleTimeString("fr", TIME),
    `${name}(${parameters.map((each) => `"${each}"`).join(", ")})`,
    `"${answer}"`,
    [errorText(call), ...remarks.map(sentence)].filter(Boolean).join(" ") || word("none"),
  ];
}

/** @param {Remark} remark */
const sentence = (remark) => word(`remark-${remark}`);

/** @param {Call} call */
function errorText({ code, isRefused }) {
  if (code === "0") return "";
  const found = wordOr(`error-${code}`, word("unknown"));
  return word(isRefused ? "error" : "note", { code, sentence: found });
}
