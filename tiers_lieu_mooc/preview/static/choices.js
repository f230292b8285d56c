/**
 * What the designer chose for the next launch. The page's address holds it, so that a reload, a link
 * or another window has the same.
 *
 * @module
 */

/** @typedef {import('./attempt.js').Mode} Mode */
/** @typedef {import('./launcher.js').Choice} Choice */
/** @typedef {import('./switches.js').Profile} Profile */
/** @typedef {import('./table.js').Standard} Standard */

import { AttemptBook } from "./attempts.js";
import { onOtherDevice } from "./device.js";
import { all, the, word } from "./dom.js";
import { switchesOf } from "./switches.js";

/** Fields that the address holds, by the name that it gives them. */
const FIELDS = ["apprenant", "lms", "mode", "ecran", "largeur", "hauteur"];

/** The attempt that another device goes on with, in an address that it was given. */
const ATTEMPT = "tentative";

/** @type {Intl.DateTimeFormatOptions} */
const WHEN = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

export class Choices {
  #build;
  #standard;
  #profiles;
  /** @type {Map<string, AttemptBook>} */
  #books = new Map();
  /** @type {Choice} */
  #applied;

  /**
   * @param {string} build
   * @param {Standard} standard
   * @param {readonly Profile[]} profiles
   */
  constructor(build, standard, profiles) {
    this.#build = build;
    this.#standard = standard;
    this.#profiles = profiles;
    const asked = new URLSearchParams(window.location.search);
    for (const name of this.#names()) this.#set(name, asked.get(name));
    const attempt = asked.get(ATTEMPT) || "";
    if (/^[0-9a-f]{16}$/.test(attempt)) this.#book().note(attempt);
    this.#describe();
    this.#listAttempts();
    this.#applied = this.#chosen();
    for (const name of ["apprenant", "lms"]) {
      this.#field(name)?.addEventListener("change", () => {
        this.#describe();
        this.#listAttempts();
      });
    }
  }

  /** What was chosen when the form was sent last. @returns {Choice} */
  applied() {
    return this.#applied;
  }

  /** @returns {Choice} */
  #chosen() {
    const people = this.#field("apprenant");
    const person = people instanceof HTMLSelectElement && people.selectedOptions[0];
    const { first = "", last = "" } = (person && person.dataset) || {};
    return {
      learner: { id: this.#value("apprenant"), first, last },
      switches: switchesOf(this.profile(), this.#standard, this.#settings()),
      mode: /** @type {Mode} */ (this.#value("mode")),
      book: this.#book(),
    };
  }

  /** @returns {Profile} */
  profile() {
    const chosen = this.#profiles.find(({ name }) => name === this.#value("lms"));
    return /** @type {Profile} */ (chosen || this.#profiles[0]);
  }

  /** Every field that the address may hold. */
  #names() {
    const settings = all("[data-setting]").map((each) => each.getAttribute("name") || "");
    return [...FIELDS, ...settings];
  }

  /** What is chosen of the settings of the LMS. */
  #settings() {
    const { name } = this.profile();
    const lists = all(`[data-profile="${name}"] [data-setting]`);
    return Object.fromEntries(
      lists.map((each) => [each.dataset.setting || "", /** @type {HTMLSelectElement} */ (each).value]),
    );
  }

  /** A launch was made: the list of attempts may have grown, and the address is brought up to date. */
  settle() {
    this.#listAttempts();
    this.remember();
  }

  /** Writes the choices to the address, and to the links to other packages. */
  remember() {
    const query = new URLSearchParams();
    for (const name of this.#names()) {
      const field = this.#field(name);
      if (field && !field.closest("[hidden]") && field.value !== usual(field)) {
        query.set(name, field.value);
      }
    }
    const text = query.size ? `?${query}` : "";
    window.history.replaceState(null, "", `${window.location.pathname}${text}`);
    for (const link of all("[data-package]")) {
      if (link instanceof HTMLAnchorElement) link.search = text;
    }
    this.#lead(query);
  }

  /**
   * Makes the link by which another device goes on with the same attempt.
   *
   * @param {URLSearchParams} query
   */
  #lead(query) {
    const link = document.querySelector("[data-other-device]");
    if (!(link instanceof HTMLAnchorElement)) return;
    query.set(ATTEMPT, this.#applied.book.last() || "");
    const here = new URL(`${window.location.pathname}?${query}`, window.location.href);
    const there = "shared" in link.dataset ? null : onOtherDevice(here);
    link.href = String(there || here);
    link.hidden = !there;
    the("[data-other-by-hand]").hidden = Boolean(there);
    the("[data-other-address]").textContent = String(here);
  }

  #book() {
    const parts = [this.#build, this.#value("apprenant"), this.#value("lms")];
    const key = parts.join(":");
    const book = this.#books.get(key) || new AttemptBook(parts);
    this.#books.set(key, book);
    return book;
  }

  /** One sentence and the peculiarities of the LMS that is chosen. */
  #describe() {
    for (const each of all("[data-profile]")) {
      each.hidden = each.dataset.profile !== this.#value("lms");
    }
  }

  #listAttempts() {
    const list = this.#field("tentative");
    if (!(list instanceof HTMLSelectElement)) return;
    const known = this.#book().all();
    const last = this.#book().last();
    const options = known.map(({ id, at }, index) => {
      const when = new Date(at).toLocaleString("fr", WHEN);
      const text = word("attempt", { number: known.length - index, when });
      return new Option(text, id, false, id === last);
    });
    list.replaceChildren(...(options.length ? options : [new Option(word("no-attempt"), "")]));
    list.disabled = known.length < 2;
  }

  /** @param {string} name */
  #field(name) {
    const found = document.querySelector(`[name="${name}"]`);
    const isField = found instanceof HTMLSelectElement || found instanceof HTMLInputElement;
    return isField ? found : null;
  }

  /** @param {string} name */
  #value(name) {
    return this.#field(name)?.value || "";
  }

  /**
   * @param {string} name
   * @param {string | null} value  what is no choice is left aside
   */
  #set(name, value) {
    const field = this.#field(name);
    if (!field || value === null) return;
    const isOffered =
      field instanceof HTMLInputElement || [...field.options].some((each) => each.value === value);
    if (isOffered) field.value = value;
  }

  /** @param {() => void} act */
  onSubmit(act) {
    document.querySelector("[data-choices]")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#applied = this.#chosen();
      this.#applied.book.choose(this.#value("tentative"));
      act();
    });
  }
}

/** @param {HTMLSelectElement | HTMLInputElement} field */
function usual(field) {
  return field instanceof HTMLSelectElement ? field.options[0]?.value : field.defaultValue;
}
