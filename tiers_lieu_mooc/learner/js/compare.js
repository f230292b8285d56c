/** How typed answers are compared: forgiving by default, as UX §1.4 lists. */

/**
 * @typedef {object} Matching
 * @property {boolean} [isCaseStrict]
 * @property {boolean} [isAccentStrict]
 * @property {boolean} [areArticlesStrict]
 * @property {number} [typos]  edit distance that is forgiven in forms of five letters or more
 */

const ARTICLES = /^(?:(?:le|la|les|un|une|des|du|de|the|a|an) |l' ?|d' ?)/;

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
    .replace(/[-\u2010-\u2015\u2212\s\u00a0\u202f\u2009]+/g, " ")
    .trim()
    .replace(/[ .,;:!?…]+$/, "");
  return matching.areArticlesStrict ? plain : withoutArticle(plain);
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

/** @param {string} plain */
function withoutArticle(plain) {
  const article = ARTICLES.exec(plain.toLowerCase());
  const rest = article ? plain.slice(article[0].length) : "";
  return rest || plain;
}

/**
 * Whether a typed text stands for an expected form.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Matching} matching
 */
export function isSame(typed, form, matching) {
  const one = normalise(typed, matching);
  const other = normalise(form, matching);
  return one === other || (other.length >= 5 && isNear(one, other, matching.typos || 0));
}

/**
 * Whether at most `limit` insertions, deletions or replacements turn one text into the other.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 */
function isNear(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return false;
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = row[column - 1] + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[column] + 1, next[column - 1] + 1));
    }
    row = next;
  }
  return row[other.length] <= limit;
}

/**
 * A number as a French keyboard types it: `1 250,5`, `1250.5`, `-3`, with or without the unit.
 *
 * @param {string} typed
 * @param {string} unit  may follow the number
 * @returns {number | null}  null when it is no number
 */
export function parseNumber(typed, unit) {
  let text = typed.replace(/[\s\u00a0\u202f\u2009]/g, "").toLowerCase();
  const end = unit.replace(/[\s\u00a0\u202f]/g, "").toLowerCase();
  if (end && text.slice(-end.length) === end) text = text.slice(0, -end.length);
  text = text.replace("\u2212", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}
