/** How typed answers are compared: forgiving by default, as UX §1.4 lists. */

/**
 * @typedef {object} Matching
 * @property {boolean} [isCaseStrict]
 * @property {boolean} [isAccentStrict]
 * @property {boolean} [areArticlesStrict]
 * @property {number} [typos]  edit distance that is forgiven in forms of five letters or more
 */

const ARTICLE = /^(?:(?:le|la|les|un|une|des|du|de|the|a|an) |[ld]' ?)/i;

/**
 * A text reduced to what is compared.
 *
 * @param {string} text
 * @param {Matching} matching
 */
export function normalise(text, matching) {
  let plain = text.normalize("NFC").replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'");
  if (!matching.isCaseStrict) plain = plain.toLowerCase();
  if (!matching.isAccentStrict) plain = withoutAccents(plain);
  plain = plain
    .replace(/[-\u2010-\u2015\u2212\s]+/g, " ")
    .trim()
    .replace(/[ .,;:!?…]+$/, "");
  return (!matching.areArticlesStrict && plain.replace(ARTICLE, "")) || plain;
}

/** A text in plain letters: « Œuvre d’été » is « OEuvre d’ete ». @param {string} text */
export function withoutAccents(text) {
  return text
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/Œ/g, "OE")
    .replace(/Æ/g, "AE")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/**
 * Which of the expected forms a text is, -1 for none. An exact one wins over one that only a forgiven slip of
 * the keyboard makes equal.
 *
 * @param {string} typed
 * @param {readonly string[]} forms
 * @param {Matching} matching
 */
export function formIn(typed, forms, matching) {
  const plain = normalise(typed, matching);
  const texts = forms.map((form) => normalise(form, matching));
  const exact = texts.indexOf(plain);
  return exact < 0 ? texts.findIndex((text) => text.length >= 5 && isNear(plain, text, matching.typos || 0)) : exact;
}

/**
 * Whether at most `limit` insertions, deletions or replacements turn one text into the other.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 * @returns {boolean}
 */
function isNear(one, other, limit) {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  const [mine, its] = [one.slice(alike), other.slice(alike)];
  if (mine === its) return true;
  const [less, lesser] = [mine.slice(1), its.slice(1)];
  return limit > 0 && [[less, lesser], [less, its], [mine, lesser]].some((rest) => isNear(rest[0], rest[1], limit - 1));
}

/** Three that are forgiven, twice, since they move what follows them; and one that was cut in two. */
const MOST_SLIPS = 7;

/**
 * Whether a text that was cut may be the beginning of an expected form.
 *
 * @param {string} start
 * @param {string} form
 * @param {Matching} matching
 */
export function isStart(start, form, matching) {
  const typed = normalise(start, matching);
  return isNear(typed, normalise(form, matching).slice(0, typed.length), MOST_SLIPS);
}

/** Before, sign, between, digits, after. */
const NUMBER = /^([^\d.,+-]*)([+-]?)([^\d.,+-]*)([.,]?\d[\d\s.,'\u2018\u2019]*(?:[eE][+-]?\d+)?)(.*)$/;
/** Digits by threes, between points or commas: more than one group, or decimals after the other sign. */
const GROUPS = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+|\1\d{3})$/;

/**
 * A number as learners type it: `1 250,5`, `1.250,5`, `1250.5`, `−3`, with or without the unit, before or
 * after it. A comma is the decimal one. `1.250` may be twelve hundred and fifty as well as one and a quarter:
 * who typed it is asked again rather than misread.
 *
 * @param {string} typed
 * @param {string} unit
 * @returns {number | null}  null when it is no number, or more than one
 */
export function parseNumber(typed, unit) {
  const [, before = "", sign = "", between = "", digits = "?", after = ""] = NUMBER.exec(typed.replace(/[\u2010-\u2015\u2212]/g, "-")) || [];
  const named = unitOf(before + between + after);
  let plain = digits.replace(/[\s.,]+$/, "").replace(/(\d)[\s'\u2018\u2019](?=\d{3}(?!\d))/g, "$1");
  const groups = GROUPS.exec(plain);
  if (groups) plain = plain.split(groups[1]).join("");
  const value = Number(sign + plain.replace(",", "."));
  const isUnclear = /^[1-9]\d?\d?\.\d{3}$/.test(plain) || (named && named !== unitOf(unit));
  return isFinite(value) && !isUnclear ? value : null;
}

/**
 * A unit in few letters: « mètres carrés », « m2 » and « m² » are one.
 *
 * @param {string} text
 */
function unitOf(text) {
  return withoutAccents(text.normalize("NFKC").toLowerCase())
    .replace(/(\w\w)s\b/g, "$1")
    .replace(/[\s.^]/g, "")
    .replace(/kilo|gramme|metre|heure|jour/g, (name) => name.charAt(0))
    .replace("carre", "2")
    .replace("cube", "3")
    .replace("pourcent", "%")
    .replace(/euro?/, "\u20ac");
}
