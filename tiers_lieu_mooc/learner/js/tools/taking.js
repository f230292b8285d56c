/** Texts that come from elsewhere: another device, by file or by the LMS. */

import { indexes, isLater } from "./borrowed.js";

/**
 * @typedef {import("../texts.js").Register} Register
 * @typedef {import("../texts.js").Registers} Registers
 * @typedef {import("../texts.js").Texts} Texts
 */

/**
 * Join texts to those of this device: of each the newest stays, so order, grouping and repetition do
 * not count. Where one takes the place of another, that one becomes its past.
 *
 * @param {Texts} texts
 * @param {Registers} others
 * @returns {{taken: number, older: number, replaced: number}}  how many texts are new here, are
 *   older than what stands here, and have taken the place of another text
 */
export function take(texts, others) {
  texts.load();
  const found = { taken: 0, older: 0, replaced: 0 };
  for (const index of indexes(others)) {
    const [mine, its] = [texts.at(index), others[index]];
    const isOther = its.text !== mine.text;
    if (!isLater(its, mine)) {
      found.older += Number(isOther);
      continue;
    }
    const isReplaced = isOther && mine.text !== "";
    texts.kept[index] = withPast(its, isReplaced ? mine.text : mine.past);
    found.taken += Number(isOther);
    found.replaced += Number(isReplaced);
  }
  texts.write();
  return found;
}

/**
 * Keep a text beside the newer one that stands here; "": none any more.
 *
 * @param {Texts} texts
 * @param {number} index
 * @param {string} past
 */
export function setPast(texts, index, past) {
  texts.load();
  texts.kept[index] = withPast(texts.at(index), past);
  texts.write();
}

/**
 * @param {Register} register
 * @param {string} [past]
 * @returns {Register}
 */
function withPast({ stamp, text }, past) {
  return past && past !== text ? { stamp, text, past } : { stamp, text };
}
