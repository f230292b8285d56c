import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { KINDS } from "../../../tiers_lieu_mooc/learner/js/question/index.js";
import { responsesTo } from "../../../tiers_lieu_mooc/learner/js/tools/responses.js";
import { decode, emptyState, encode, join } from "../../../tiers_lieu_mooc/learner/js/state.js";

/** @typedef {{answer: (number | string)[] | null, text: string}} Answered */

const FOLDER = new URL("../../states/", import.meta.url);
const letters = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** @param {string} path  @returns {any} */
const read = (path) => JSON.parse(readFileSync(new URL(path, FOLDER), "utf8"));

test("the corpus begins with the first format", () => assert.ok(letters.includes("A")));

for (const letter of letters) {
  const keys = read(`${letter}/keys.json`);
  const works = readdirSync(new URL(`${letter}/`, FOLDER)).filter((name) => name !== "keys.json");
  for (const work of works) {
    const { state: text, decoded } = read(`${letter}/${work}`);
    const state = decode(text);

    test(`${letter}/${work}: everything is read as it was written`, () => {
      assert.ok(state);
      assert.equal(text.charAt(0), letter);
      for (const part of Object.keys(decoded).filter((name) => name !== "questions")) {
        assert.deepEqual(state[/** @type {keyof typeof state} */ (part)], decoded[part], part);
      }
      const questions = Object.entries(/** @type {{[index: string]: Answered}} */ (decoded.questions));
      assert.deepEqual(Object.keys(state.questions), questions.map(([index]) => index));
      for (const [index, record] of questions) {
        const { answer, ...kept } = record;
        assert.deepEqual(state.questions[Number(index)], kept);
        const { kind, key } = keys[index];
        assert.deepEqual(kept.text ? KINDS[kind].unpack(key, kept.text) : null, answer);
        if (answer) responsesTo(KINDS[kind], key, answer, KINDS[kind].grade(key, answer));
      }
    });

    test(`${letter}/${work}: written again in today's format it is the same`, () => {
      assert.ok(state);
      assert.deepEqual(decode(encode(state)), state);
      assert.deepEqual(join(state, emptyState()), state);
      assert.deepEqual(join(emptyState(), state), state);
    });
  }

  test(`${letter}: later work never has less than earlier work`, () => {
    const states = works.map((work) => decode(read(`${letter}/${work}`).state) || emptyState());
    const all = states.reduce(join);
    for (const state of states) assert.deepEqual(join(all, state), all);
  });
}
