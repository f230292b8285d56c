/**
 * The learner's hand and eye on a package's page: answers questions by their controls, whatever
 * their kind, and reads what they show. It knows the page's controls and nothing of its code.
 */

/** @typedef {() => number} Dice  from 0 to 1, the same sequence for the same seed */

/** @param {number} seed  @returns {Dice} */
export function dice(seed) {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** @template T  @param {readonly T[]} all  @param {Dice} roll  @returns {T} */
export const one = (all, roll) => all[Math.floor(roll() * all.length)];

const WORDS = ["assemblée générale", "conseil", "collectif", "été", "une idée", "deux mots"];
const NUMBERS = ["120", "118,5", "22", "-3"];
const SENTENCES = [
  "Un ancien café, tenu par ses habitants.",
  "Une grange : on y répare, on y cuisine.",
  "Deux salles et un jardin près de la gare.",
];

/**
 * @template {HTMLElement} E
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {E[]}
 */
export const all = (within, selector) => /** @type {E[]} */ ([...within.querySelectorAll(selector)]);

/** @param {Element} field  @param {string} name */
const tell = (field, name) => field.dispatchEvent(new Event(name, { bubbles: true }));

/** @param {HTMLElement} form  @returns {string}  the same for the same answer, whatever the order on the page; "" for none */
export function reading(form) {
  if (form.dataset.kind === "ordre") {
    const places = all(form, "[data-place]").map((place) => place.dataset.place);
    return form.hasAttribute("data-moved") ? places.join() : "";
  }
  const fields = /** @type {HTMLInputElement[]} */ (all(form, "input, select, textarea"));
  const answered = fields.filter((field) => (isBox(field) ? field.checked : field.value !== ""));
  return answered.map((field) => `${placeOf(field)}=${field.value}`).sort().join(" ");
}

/** @param {HTMLInputElement} field */
const isBox = ({ type }) => type === "radio" || type === "checkbox";

/** @param {HTMLInputElement} field */
function placeOf({ dataset, name }) {
  const [, row = ""] = /-(\d+)$/.exec(name) || [];
  return dataset.row || dataset.gap || row;
}

/**
 * Give an answer of the question's kind, complete unless it is of several rows.
 *
 * @param {HTMLElement} form
 * @param {Dice} roll
 */
export function answer(form, roll) {
  const steps = all(form, "[data-move]");
  if (steps.length) for (let moves = 1 + Math.floor(roll() * 3); moves > 0; moves -= 1) one(steps, roll).click();
  const boxes = /** @type {HTMLInputElement[]} */ (all(form, "input[type=checkbox]"));
  if (boxes.length) tickSome(boxes, roll);
  const radios = /** @type {HTMLInputElement[]} */ (all(form, "input[type=radio]"));
  for (const name of new Set(radios.map((radio) => radio.name))) one(radios.filter((radio) => radio.name === name), roll).click();
  for (const list of /** @type {HTMLSelectElement[]} */ (all(form, "select"))) {
    list.value = one([...list.options].slice(1), roll).value;
    tell(list, "input");
    tell(list, "change");
  }
  for (const field of /** @type {HTMLInputElement[]} */ (all(form, "input[type=text], textarea"))) {
    field.value = one(form.dataset.kind === "numérique" ? NUMBERS : field.type === "text" ? WORDS : SENTENCES, roll);
    tell(field, "input");
    tell(field, "change");
  }
}

/** @param {HTMLInputElement[]} boxes  @param {Dice} roll */
function tickSome(boxes, roll) {
  const wanted = one(boxes, roll);
  for (const box of boxes) if (box.checked !== (box === wanted || roll() < 0.3)) box.click();
}

/** @param {HTMLElement} element  whether a learner who has its section open sees it */
export function isShown(element) {
  for (let each = /** @type {HTMLElement | null} */ (element); each && !each.hasAttribute("data-page"); each = each.parentElement) {
    if (each.hidden) return false;
  }
  return true;
}
