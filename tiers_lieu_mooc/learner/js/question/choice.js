/** Choice questions: one answer (qcu), several (qcm), true or false (vrai-faux). */

import { ALPHABET } from "../base64.js";
import { all, clamp, textOf } from "../kind.js";

/** @typedef {import("../kind.js").Kind} Kind */

/** Choices that fit in one character of the state. */
const BITS = 6;

/** @param {Element} element */
const boxes = (element) => /** @type {HTMLInputElement[]} */ (all(element, "[data-choice]"));

/** @param {Element} box */
const indexOf = (box) => Number(box.getAttribute("data-choice"));

/** @param {import("../kind.js").Key} key */
export function rightOnes({ choices = [] }) {
  return choices.map((_, index) => index).filter((index) => choices[index].right);
}

/** @type {Kind} */
export const choice = {
  read(element) {
    const ticked = boxes(element).filter((box) => box.checked);
    return ticked.length ? ticked.map(indexOf).sort((one, other) => one - other) : null;
  },
  write(element, key, answer) {
    for (const box of boxes(element)) box.checked = (answer || []).includes(indexOf(box));
  },
  words(element, answer) {
    return answer.map((index) => textOf(element.querySelector(`[data-choice-text="${index}"]`)));
  },
  pack({ choices = [] }, answer) {
    let text = "";
    for (let first = 0; first < choices.length; first += BITS) {
      let bits = 0;
      for (let bit = 0; bit < BITS; bit += 1) if (answer.includes(first + bit)) bits += 1 << bit;
      text += ALPHABET.charAt(bits);
    }
    return text;
  },
  unpack({ choices = [] }, text) {
    if (text.length !== Math.ceil(choices.length / BITS)) return null;
    const answer = choices.map((_, index) => index);
    const ticked = answer.filter((index) => (ALPHABET.indexOf(text.charAt(Math.floor(index / BITS))) >> index % BITS) & 1);
    return ticked.length ? ticked : null;
  },
  grade(key, answer) {
    const { choices = [], scoring } = key;
    let share = answer.reduce((/** @type {number} */ sum, index) => sum + choices[Number(index)].share, 0);
    if (scoring === "tout-ou-rien") share = Number(String(answer) === String(rightOnes(key)));
    return { share: clamp(share), parts: [], marks: answer.map((index) => `choice${index}`) };
  },
};

/** Another one for reports. @type {Kind} */
export const trueFalse = Object.assign({}, choice);
