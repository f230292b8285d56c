/**
 * Typed texts as the state keeps them: whole where there is room, else their beginning and the number of the
 * expected form that they are. It stands behind the start of an escape, which `packText` never leaves
 * unfinished, and which earlier versions of the page pass over.
 */

import { ALPHABET, packText, unpackText } from "../base64.js";
import { formIn, isStart } from "../compare.js";

/** What stands for the end of a text that is no expected form: further from any of them than slips are forgiven. */
const CUT = "…[…]";

/**
 * @param {string} text
 * @param {number} room
 * @param {readonly string[]} forms  the expected ones
 * @param {import("../compare.js").Matching} matching
 */
export function packTyped(text, room, forms, matching) {
  const whole = packText(text, Infinity);
  // Earlier versions kept a long form by its beginning alone: another text must not look like one.
  const isClear = forms.every((each) => each === text || packText(each, room) !== whole);
  return isClear && whole.length <= room ? whole : `${packText(text, room - 2)}_${ALPHABET.charAt(formIn(text, forms, matching) + 1)}`;
}

/**
 * @param {string} packed
 * @param {number} room
 * @param {readonly string[]} forms
 * @param {import("../compare.js").Matching} matching
 */
export function unpackTyped(packed, room, forms, matching) {
  const text = unpackText(packed);
  if (packText(text, Infinity).length + 2 !== packed.length) return forms.find((form) => packText(form, room) === packed) || text;
  const number = ALPHABET.indexOf(packed.slice(-1));
  // An author may have put other forms before it since.
  const found = number > 0 && forms.slice(number - 1).concat(forms).find((form) => isStart(text, form, matching));
  return found || text.replace(/[\ud800-\udbff]$/, "") + CUT;
}
