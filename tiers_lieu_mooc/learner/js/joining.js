/** How two versions of what a device keeps under one name become one, whatever wrote them. */

import { decode, encode, join } from "./state.js";
import { joinTexts } from "./texts.js";

/**
 * @param {string} name
 * @param {string} one  "" for nothing; of what cannot be joined, it stays
 * @param {string} other
 * @returns {string}
 */
export function joinKept(name, one, other) {
  if (!one || !other || one === other) return one || other;
  if (name === "texts") return joinTexts(one, other);
  return /^(state|progress|rival)/.test(name) ? joinStates(one, other) : one;
}

/**
 * @param {string} one  a state, perhaps after its time and a point
 * @param {string} other
 */
function joinStates(one, other) {
  const [mine, its] = [one, other].map((text) => decode(text.split(".").pop() || ""));
  if (!mine || !its) return mine ? one : other;
  const late = [one, other].map((text) => parseInt(text.slice(0, text.indexOf(".") + 1), 36) || 0);
  const time = Math.max(...late);
  return (time ? `${time.toString(36)}.` : "") + encode(join(mine, its));
}
