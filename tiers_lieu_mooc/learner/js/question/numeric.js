/** A number (numérique). */

import { packText, unpackText } from "../base64.js";
import { parseNumber } from "../compare.js";
import { ungraded } from "../kind.js";
import { shortAnswer, worth } from "./short-answer.js";

/** Characters of the state that a typed number may take; the compiler counts the same. */
const ROOM = 24;

/**
 * The number that an answer is, or null.
 *
 * @param {import("../kind.js").Key} key
 * @param {import("../kind.js").Answer} answer
 */
export const numberIn = ({ unit = "" }, answer) => parseNumber(String(answer[0]), unit);

/** @type {import("../kind.js").Kind} */
export const numeric = Object.assign({}, shortAnswer, {
  /** @type {import("../kind.js").Kind["grade"]} */
  grade(key, answer) {
    const { ranges = [], scoring } = key;
    const value = numberIn(key, answer);
    const best = ranges.reduce((found, range, index) => {
      if (value === null || value < range.low || value > range.high) return found;
      return found < 0 || worth(range) > worth(ranges[found]) ? index : found;
    }, -1);
    if (best < 0) return ungraded();
    return { share: worth(ranges[best], scoring), parts: [], marks: [`range${best}`] };
  },
  /** @type {import("../kind.js").Kind["pack"]} */
  pack(key, answer) {
    const value = numberIn(key, answer);
    // What is no number is no answer.
    if (value === null) return "";
    const packed = packText(String(answer[0]), Infinity);
    // With a comma: `1.255` would be asked for again.
    return packed.length > ROOM ? packText(String(value).replace(".", ","), ROOM) : packed;
  },
  /** @type {import("../kind.js").Kind["unpack"]} */
  unpack: (key, text) => (text ? [unpackText(text)] : null),
});
