/** A text with gaps (trous), typed or chosen from lists. */

import { ALPHABET, packText, unpackText } from "../base64.js";
import { isSame } from "../compare.js";
import { all, gradeParts, textOf } from "../kind.js";

/** Characters of the state that one typed gap may take, its length included; the compiler counts the same. */
const ROOM = 33;

/** @param {Element} element */
const fields = (element) => /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (all(element, "[data-gap]"));

/** @type {import("../kind.js").Kind} */
export const gaps = {
  read(element, { gaps: all = [] }) {
    const values = fields(element).map((field) => field.value.trim());
    if (values.every((value) => value === "")) return null;
    return values.map((value, gap) => (all[gap].variants ? value : value === "" ? -1 : Number(value)));
  },
  write(element, key, answer) {
    fields(element).forEach((field, gap) => {
      field.value = answer && answer[gap] !== -1 ? String(answer[gap]) : "";
    });
  },
  words(element) {
    return fields(element).map((field) => ("selectedOptions" in field ? textOf(field.selectedOptions[0]) : field.value));
  },
  grade({ gaps: all = [], matching = {}, scoring }, answer) {
    const parts = all.map(({ variants, right }, gap) =>
      variants ? variants.some((form) => isSame(String(answer[gap]), form, matching)) : answer[gap] === right,
    );
    return gradeParts(parts, scoring);
  },
  pack({ gaps: all = [] }, answer) {
    return all.map(({ variants }, gap) => (variants ? packTyped(String(answer[gap])) : ALPHABET.charAt(Number(answer[gap]) + 1))).join("");
  },
  unpack({ gaps: all = [] }, text) {
    let at = 0;
    const answer = all.map(({ variants }) => {
      const symbol = ALPHABET.indexOf(text.charAt(at) || "A");
      at += 1;
      if (!variants) return symbol - 1;
      at += symbol;
      return unpackText(text.slice(at - symbol, at));
    });
    return at === text.length ? answer : null;
  },
};

/** @param {string} text */
function packTyped(text) {
  const packed = packText(text, ROOM - 1);
  return ALPHABET.charAt(packed.length) + packed;
}
