/** A word or a few, typed (réponse-courte). */

import { packText, unpackText } from "../base64.js";
import { isSame } from "../compare.js";
import { ungraded } from "../kind.js";

/** Characters of the state that a typed answer may take; the compiler counts the same. */
const ROOM = 48;

/** @param {Element} element */
export const field = (element) => /** @type {HTMLInputElement} */ (element.querySelector("[data-text]"));

/**
 * The expected form that a text is, -1 for none. An exact one wins over one that only a forgiven slip
 * of the keyboard makes equal.
 *
 * @param {import("../kind.js").Key} key
 * @param {string} typed
 */
function formOf({ forms = [], matching = {} }, typed) {
  const exact = Object.assign({}, matching, { typos: 0 });
  const found = forms.findIndex((form) => isSame(typed, form.text, exact));
  return found < 0 ? forms.findIndex((form) => isSame(typed, form.text, matching)) : found;
}

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
    const { forms = [], scoring } = key;
    const found = formOf(key, String(answer[0]));
    if (found < 0) return ungraded();
    const { right, share } = forms[found];
    const won = right ? share : 0;
    return { share: scoring === "tout-ou-rien" ? Math.floor(won) : won, parts: [], marks: [`form${found}`] };
  },
  pack(key, answer) {
    const text = String(answer[0]);
    const packed = packText(text, ROOM);
    // What is cut may be right no more (capitals take twice the room): the form that it is stands for it.
    const found = unpackText(packed) === text ? -1 : formOf(key, text);
    return found < 0 ? packed : packText((key.forms || [])[found].text, ROOM);
  },
  unpack: (key, text) => (text ? [unpackText(text)] : null),
};
