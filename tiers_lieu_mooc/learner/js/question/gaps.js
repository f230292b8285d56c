/** A text with gaps (trous), typed or chosen from lists. */

import { ALPHABET } from "../base64.js";
import { formIn } from "../compare.js";
import { all, gradeParts, textOf } from "../kind.js";
import { packTyped, unpackTyped } from "./typed.js";

/** Characters of the state that one typed gap may take, behind their number; the compiler counts the same. */
const ROOM = 32;

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
    const parts = all.map(({ variants, right }, gap) => (variants ? formIn(String(answer[gap]), variants, matching) >= 0 : answer[gap] === right));
    return gradeParts(parts, scoring);
  },
  pack({ gaps: all = [], matching = {} }, answer) {
    const packed = all.map(({ variants }, gap) => {
      const given = answer[gap];
      if (!variants) return ALPHABET.charAt(Number(given) + 1);
      const typed = packTyped(String(given), ROOM, variants, matching);
      return ALPHABET.charAt(typed.length) + typed;
    });
    return packed.join("");
  },
  unpack({ gaps: all = [], matching = {} }, text) {
    let at = 0;
    const answer = all.map(({ variants }) => {
      const symbol = ALPHABET.indexOf(text.charAt(at) || "A");
      at += 1;
      if (!variants) return symbol - 1;
      at += symbol;
      return unpackTyped(text.slice(at - symbol, at), ROOM, variants, matching);
    });
    return at === text.length ? answer : null;
  },
};
