/** A number (numérique). */

import { packText, unpackText } from "../base64.js";
import { parseNumber } from "../compare.js";
import { ungraded } from "../kind.js";
import { shortAnswer } from "./short-answer.js";

/** Characters of the state that a typed number may take; the compiler counts the same. */
const ROOM = 24;

/** @type {import("../kind.js").Kind} */
export const numeric = Object.assign({}, shortAnswer, {
  /** @type {import("../kind.js").Kind["grade"]} */
  grade({ ranges = [], unit = "", scoring }, answer) {
    const value = parseNumber(String(answer[0]), unit);
    const fits = ranges.map(({ low, high }) => value !== null && low <= value && value <= high);
    const best = ranges.reduce((found, range, index) => {
      if (!fits[index]) return found;
      return found < 0 || worth(range) > worth(ranges[found]) ? index : found;
    }, -1);
    if (best < 0) return ungraded();
    const won = worth(ranges[best]);
    return { share: scoring === "tout-ou-rien" ? Math.floor(won) : won, parts: [], marks: [`range${best}`] };
  },
  /** @type {import("../kind.js").Kind["pack"]} */
  pack: (key, answer) => packText(String(answer[0]), ROOM),
  /** @type {import("../kind.js").Kind["unpack"]} */
  unpack: (key, text) => (text ? [unpackText(text)] : null),
});

/** @param {{right: boolean, share: number}} range */
function worth({ right, share }) {
  return right ? share : 0;
}
