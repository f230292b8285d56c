import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import {
  MAX_ATTEMPTS,
  MAX_COUNT,
  MAX_TRIES,
  VERSION,
  WHOLE,
  decode,
  emptyState,
  encode,
  join,
  only,
} from "../../../tiers_lieu_mooc/learner/js/state.js";
import { ALPHABET } from "../../../tiers_lieu_mooc/learner/js/base64.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/state.js").State} State */

const count = fc.integer({ min: 0, max: MAX_COUNT });
const least = (/** @type {number} */ max) => fc.integer({ min: -1, max });
/** @template T @param {{[K in keyof T]: fc.Arbitrary<T[K]>}} fields @returns {fc.Arbitrary<T>} */
const plain = (fields) => fc.record(fields, { noNullPrototype: true });
const packed = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 60 });

/** @template T @param {fc.Arbitrary<T>} record @returns {fc.Arbitrary<{[index: number]: T}>} */
function numbered(record) {
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: 2000 }), record), { maxLength: 12 })
    .map((entries) => Object.fromEntries(entries));
}

/** @type {fc.Arbitrary<State>} */
const states = plain({
  revision: count,
  seed: count,
  place: plain({ stamp: count, index: least(MAX_COUNT) }),
  lessons: numbered(plain({ status: fc.integer({ min: 1, max: 2 }) })),
  questions: numbered(
    plain({
      tries: fc.integer({ min: 0, max: MAX_TRIES }),
      best: least(WHOLE),
      row: least(MAX_COUNT),
      epoch: fc.integer({ min: 0, max: MAX_ATTEMPTS }),
      stamp: count,
      checked: fc.integer({ min: 0, max: 1 }),
      text: packed,
    }),
  ),
  quizzes: numbered(
    plain({
      best: least(10000),
      sent: fc.integer({ min: 0, max: MAX_ATTEMPTS }),
      attempt: fc.integer({ min: 0, max: MAX_ATTEMPTS }),
      seed: count,
    }),
  ),
  sheet: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 12 }), plain({ stamp: count, level: fc.integer({ min: 0, max: 3 }) })))
    .map((entries) => Object.fromEntries(entries)),
});

test("a state that is written and read is the same state", () => {
  fc.assert(fc.property(states, (state) => assert.deepEqual(decode(encode(state)), state)));
});

test("a written state is made of characters that every LMS keeps", () => {
  fc.assert(fc.property(states, (state) => assert.match(encode(state), /^[A-Za-z0-9_-]+$/)));
});

test("joining does not depend on order", () => {
  fc.assert(fc.property(states, states, (one, other) => assert.deepEqual(join(one, other), join(other, one))));
});

test("joining does not depend on grouping", () => {
  fc.assert(
    fc.property(states, states, states, (one, two, three) =>
      assert.deepEqual(join(join(one, two), three), join(one, join(two, three))),
    ),
  );
});

test("joining a state with itself, or with nothing, changes nothing", () => {
  fc.assert(
    fc.property(states, (state) => {
      assert.deepEqual(join(state, state), state);
      assert.deepEqual(join(state, emptyState()), state);
    }),
  );
});

test("a join never has less than either side", () => {
  fc.assert(
    fc.property(states, states, (one, other) => {
      const both = join(one, other);
      assert.deepEqual(join(both, one), both);
      for (const index of Object.keys(one.questions).map(Number)) {
        assert.ok(both.questions[index].tries >= one.questions[index].tries);
        assert.ok(both.questions[index].best >= one.questions[index].best);
      }
      for (const index of Object.keys(one.lessons).map(Number)) {
        assert.ok(both.lessons[index].status >= one.lessons[index].status);
      }
    }),
  );
});

test("what is no state is read as none, whatever it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), packed.map((text) => VERSION + text), fc.string({ unit: "binary" })), (text) => {
      const state = decode(text);
      if (state) assert.deepEqual(decode(encode(state)), state);
    }),
  );
});

test("a state cut short is refused rather than half read", () => {
  fc.assert(
    fc.property(states, fc.nat(), (state, cut) => {
      const text = encode(state);
      assert.equal(decode(text.slice(0, cut % text.length)), null);
    }),
  );
});

test("the place of the latest move wins", () => {
  const early = Object.assign(emptyState(), { place: { stamp: 3, index: 40 } });
  const late = Object.assign(emptyState(), { place: { stamp: 4, index: 7 } });
  assert.equal(join(early, late).place.index, 7);
});

test("what is no more in the course can be left out, and nothing else", () => {
  fc.assert(
    fc.property(states, fc.array(fc.tuple(fc.nat(2000), fc.nat(9))), (state, starts) => {
      const kept = starts.map(([first, more]) => /** @type {[number, number]} */ ([first, first + more]));
      const part = only(state, kept);
      for (const [index, record] of Object.entries(state.questions)) {
        const isKept = kept.some(([first, last]) => first <= Number(index) && Number(index) <= last);
        assert.deepEqual(part.questions[Number(index)], isKept ? record : undefined);
      }
      assert.deepEqual(join(state, part), state);
      assert.ok(encode(part).length <= encode(state).length);
    }),
  );
});
