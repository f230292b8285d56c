/**
 * The learner's record as a tree, kept up to date leaf by leaf: what changed since it was last looked
 * at is marked, and what the LMS does not have.
 *
 * @module
 */

/** @typedef {import('./table.js').CmiRecord} CmiRecord */

import { made, the, word } from "./dom.js";

/** Branches that are closed at first: they are long, and shown in words elsewhere. */
const CLOSED = /\.\d+$/;

const order = new Intl.Collator("en", { numeric: true });

/**
 * @typedef {object} Leaf
 * @property {HTMLElement} item
 * @property {HTMLElement} value
 * @property {HTMLElement} change
 * @property {HTMLElement} lack
 */

export class RecordTree {
  #root = the("[data-tree]");
  /** @type {Map<string, Leaf>} */
  #leaves = new Map();
  /** Lists by the name of their branch. @type {Map<string, HTMLElement>} */
  #branches = new Map([["", this.#root]]);
  /** @type {Map<string, string>} */
  #seen = new Map();
  /** @type {CmiRecord} */
  #record = {};

  constructor() {
    the("[data-seen]").addEventListener("click", () => this.look());
  }

  /** A session begins: nothing has changed yet. @param {CmiRecord} given */
  begin(given) {
    this.#record = given;
    this.look();
  }

  /** Everything was looked at. */
  look() {
    this.#seen = new Map(
      Object.entries(this.#record).map(([element, value]) => [element, value || ""]),
    );
    for (const [element, { change, item }] of this.#leaves) {
      change.textContent = "";
      item.toggleAttribute("data-changed", false);
      this.#leaves.get(element);
    }
    this.#count();
  }

  /**
   * @param {CmiRecord} record  all that the session holds
   * @param {CmiRecord} kept    all that the LMS has
   */
  show(record, kept) {
    this.#record = record;
    for (const [element, leaf] of this.#leaves) {
      if (record[element] !== undefined) continue;
      leaf.item.remove();
      this.#leaves.delete(element);
    }
    for (const [element, value] of Object.entries(record)) {
      this.#set(element, value || "", kept[element]);
    }
    this.#count();
  }

  /**
   * @param {string} element
   * @param {string} value
   * @param {string | undefined} kept
   */
  #set(element, value, kept) {
    const leaf = this.#leaves.get(element) || this.#grow(element);
    if (leaf.value.textContent !== value) leaf.value.textContent = value;
    const before = this.#seen.get(element);
    const isChanged = before !== value;
    leaf.item.toggleAttribute("data-changed", isChanged);
    const change = !isChanged ? "" : before ? word("changed", { before }) : word("added");
    if (leaf.change.textContent !== change) leaf.change.textContent = change;
    const lack = kept === value || kept === undefined && value === "" ? "" : word("not-kept");
    if (leaf.lack.textContent !== lack) leaf.lack.textContent = lack;
  }

  #count() {
    const changed = this.#root.querySelectorAll("[data-changed]").length;
    the("[data-changed-count]").textContent = String(changed);
  }

  /**
   * @param {string} element
   * @returns {Leaf}
   */
  #grow(element) {
    const dot = element.lastIndexOf(".");
    const list = this.#branch(element.slice(0, Math.max(0, dot)));
    const item = made("li");
    item.dataset.name = element.slice(dot + 1);
    const value = made("span");
    value.className = "value";
    const [change, lack] = [made("span"), made("span")];
    change.className = "change";
    lack.className = "lack";
    item.append(made("code", item.dataset.name), " ", value, " ", change, " ", lack);
    insert(list, item);
    const leaf = { item, value, change, lack };
    this.#leaves.set(element, leaf);
    return leaf;
  }

  /**
   * @param {string} name  of the branch; "" for the root
   * @returns {HTMLElement} its list
   */
  #branch(name) {
    const known = this.#branches.get(name);
    if (known) return known;
    const dot = name.lastIndexOf(".");
    const above = this.#branch(name.slice(0, Math.max(0, dot)));
    const item = made("li");
    item.dataset.name = name.slice(dot + 1);
    const details = document.createElement("details");
    details.open = !CLOSED.test(name);
    const list = made("ul");
    const summary = document.createElement("summary");
    summary.append(made("code", item.dataset.name));
    details.append(summary, list);
    item.append(details);
    insert(above, item);
    this.#branches.set(name, list);
    return list;
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} item  at its place in the order of names
 */
function insert(list, item) {
  const name = item.dataset.name || "";
  const next = [...list.children].find(
    (each) => each instanceof HTMLElement && order.compare(each.dataset.name || "", name) > 0,
  );
  list.insertBefore(item, next || null);
}
