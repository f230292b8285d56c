/**
 * How a search finds: words in any case, with or without accents, from their beginning, singular or
 * plural; all of them must be there. Nothing here knows of the document.
 *
 * @typedef {object} Passage  something to read that may hold the words
 * @property {string} plain  folded
 *
 * @typedef {object} Entry  a page, or an entry of the glossary, with what is read in it
 * @property {string} title  folded
 * @property {boolean} isTerm
 * @property {readonly Passage[]} passages
 */

import { withoutAccents } from "./borrowed.js";

/** Characters shown on both sides of the first word that was found. */
const AROUND = 80;

/** Words so short say nothing, unless they are figures or all there is: « le », « à », « l’ ». */
const SHORTEST = 3;

/**
 * A text as it is compared: plain small letters and figures, one blank before each word.
 *
 * @param {string} text
 */
export function fold(text) {
  return ` ${withoutAccents(text.toLowerCase())}`.replace(/[^a-z0-9]+/g, " ");
}

/**
 * The beginnings of words that a question asks for, each with a blank before it.
 *
 * @param {string} asked
 * @returns {string[]}
 */
export function stemsOf(asked) {
  const words = fold(asked).split(" ").filter(Boolean);
  const telling = words.filter((word) => word.length >= SHORTEST || /\d/.test(word));
  return (telling.length ? telling : words).map((word) => ` ${word.length > SHORTEST ? word.replace(/[sx]$/, "") : word}`);
}

/**
 * How well an entry answers: 0 in the title of a page, 1 in the name of a term, 2 in one passage,
 * 3 in several; and where to begin reading, null for the title.
 *
 * @template {Passage} P
 * @param {Entry & {passages: readonly P[]}} entry
 * @param {readonly string[]} stems
 * @returns {{rank: number, passage: P | null} | null}  null when a word is nowhere
 */
export function weigh(entry, stems) {
  const isIn = (/** @type {string} */ text) => (/** @type {string} */ stem) => text.indexOf(stem) >= 0;
  if (stems.every(isIn(entry.title))) return { rank: entry.isTerm ? 1 : 0, passage: null };
  const found = stems.every((stem) => isIn(entry.title)(stem) || entry.passages.some(({ plain }) => isIn(plain)(stem)));
  if (!found) return null;
  let most = 0;
  /** @type {P | null} */
  let best = null;
  for (const passage of entry.passages) {
    const count = stems.filter(isIn(passage.plain)).length;
    if (count > most) {
      most = count;
      best = passage;
    }
  }
  return { rank: most === stems.length ? 2 : 3, passage: best };
}

/**
 * The part of a text around the words that were found, cut into what was found and what was not.
 *
 * @param {string} text
 * @param {readonly string[]} stems
 * @returns {{text: string, isFound: boolean}[]}
 */
export function excerpt(text, stems) {
  const words = text.split(/\s+/).filter(Boolean);
  const marks = words.map((word) => {
    const plain = fold(word);
    return stems.some((stem) => plain.indexOf(stem) >= 0);
  });
  const first = Math.max(0, marks.indexOf(true));
  let from = first;
  let to = first + 1;
  for (let size = 0; from > 0 && size < AROUND; ) size += words[(from -= 1)].length + 1;
  for (let size = 0; to < words.length && size < 2 * AROUND; to += 1) size += words[to].length + 1;
  const parts = words.slice(from, to).map((word, place) => ({ text: place ? ` ${word}` : word, isFound: marks[from + place] }));
  if (from > 0) parts.unshift({ text: "… ", isFound: false });
  if (to < words.length) parts.push({ text: " …", isFound: false });
  return parts;
}

/**
 * Put the lowest rank first, equals as they were: old browsers' sort does not keep them in order.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => number} rankOf
 */
export function byRank(items, rankOf) {
  return items
    .map((item, at) => ({ item, at, rank: rankOf(item) }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ item }) => item);
}
