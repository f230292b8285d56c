/** A word or a few, typed (réponse-courte). */

import { packText, unpackText } from "../base64.js";
import { isSame } from "../compare.js";
import { resultOf } from "../kind.js";

/** Characters of the state that a typed answer may take; the compiler counts the same. */
const ROOM = 48;

/** @param {Element} form */
export const field = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[data-text]"));

/** @type {import("../kind.js").Kind} */
export const shortAnswer = {
  read(form) {
    const text = field(form).value.trim();
    return text ? [text] : null;
  },
  write(form, key, answer) {
    field(form).value = answer ? String(answer[0]) : "";
  },
  words: (form, answer) => [String(answer[0])],
  grade({ forms = [], matching = {}, scoring }, answer) {
    const typed = String(answer[0]);
    // An exact form wins over one that only a forgiven slip of the keyboard makes equal.
    const exact = Object.assign({}, matching, { typos: 0 });
    let found = forms.findIndex((form) => isSame(typed, form.text, exact));
    if (found < 0) found = forms.findIndex((form) => isSame(typed, form.text, matching));
    if (found < 0) return { share: 0, parts: [], marks: [] };
    const { right, share } = forms[found];
    const won = right ? share : 0;
    return { share: scoring === "tout-ou-rien" ? Math.floor(won) : won, parts: [], marks: [`form${found}`] };
  },
  pack: (key, answer) => packText(String(answer[0]), ROOM),
  unpack: (key, text) => (text ? [unpackText(text)] : null),
  report({ forms = [] }, answer, { share }) {
    const patterns = forms.filter((form) => form.right).map((form) => form.text);
    return [{ type: "fill-in", response: String(answer[0]), patterns, result: resultOf(share) }];
  },
};
