/** A word or a few, typed (réponse-courte). */

import { formIn } from "../compare.js";
import { ungraded } from "../kind.js";
import { packTyped, unpackTyped } from "./typed.js";

/** Characters of the state that a typed answer may take; the compiler counts the same. */
const ROOM = 48;

/** @param {Element} element */
export const field = (element) => /** @type {HTMLInputElement} */ (element.querySelector("[data-text]"));

/** @type {import("../kind.js").Kind} */
export const shortAnswer = {
  read(element) {
    const text = field(element).value.trim();
    return text ? [text] : null;
  },
  write(element, key, answer) {
    field(element).value = answer ? String(answer[0]) : "";
  },
  words: (element, answer) => [String(answer[0])],
  grade(key, answer) {
    const { forms = [], scoring, matching = {} } = key;
    const found = formIn(String(answer[0]), texts(key), matching);
    if (found < 0) return ungraded();
    return { share: worth(forms[found], scoring), parts: [], marks: [`form${found}`] };
  },
  pack: (key, answer) => packTyped(String(answer[0]), ROOM, texts(key), key.matching || {}),
  unpack: (key, text) => (text ? [unpackTyped(text, ROOM, texts(key), key.matching || {})] : null),
};

/** @param {import("../kind.js").Key} key */
const texts = ({ forms = [] }) => forms.map(({ text }) => text);

/**
 * What an expected form or number is worth.
 *
 * @param {{right: boolean, share: number}} expected
 * @param {string} [scoring]
 */
export function worth({ right, share }, scoring) {
  if (!right) return 0;
  return scoring === "tout-ou-rien" ? Math.floor(share) : share;
}
