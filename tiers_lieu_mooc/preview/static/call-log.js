/**
 * The readable log of calls.
 *
 * @module
 */

/** @typedef {import('./lms.js').Call} Call */

import { row, the, word } from "./dom.js";

/** Rows on the page; older calls stay in memory only. */
const MOST_ROWS = 1000;

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit" };

/** Every call since the page was opened, newest first on the page. */
export class CallLog {
  /** @type {Call[]} */
  #calls = [];
  #body = the("[data-log] tbody");
  #refused = 0;

  constructor() {
    the("[data-only-refused]").addEventListener("change", ({ target }) => {
      const isOnly = target instanceof HTMLInputElement && target.checked;
      the("[data-log]").toggleAttribute("data-filtered", isOnly);
    });
  }

  /** @param {Call} call */
  add(call) {
    this.#calls.push(call);
    if (call.isRefused) this.#refused += 1;
    this.#body.prepend(asRow(call));
    if (this.#body.childElementCount > MOST_ROWS) this.#body.lastElementChild?.remove();
    the("[data-calls]").textContent = String(this.#calls.length);
    the("[data-refused]").textContent = String(this.#refused);
  }

  calls() {
    return [...this.#calls];
  }

  refused() {
    return this.#calls.filter((call) => call.isRefused);
  }
}

/** @param {Call} call */
function asRow(call) {
  const said = call.parameters.filter(Boolean).join(", ");
  const line = row([
    new Date(call.at).toLocaleTimeString("fr", TIME),
    `${call.name}(${said})`,
    call.answer === "" ? '""' : call.answer,
    errorText(call),
  ]);
  line.toggleAttribute("data-refused", call.isRefused);
  return line;
}

/** @param {Call} call */
function errorText({ code, isRefused, isByEngine }) {
  if (code === "0") return word("none");
  const kind = isByEngine ? "engine" : isRefused ? "refused" : "note";
  const sentence = document.querySelector(`[data-error="${Number(code)}"]`);
  return `${word(kind)}${(sentence && sentence.textContent) || word("unknown")} (${code})`;
}
