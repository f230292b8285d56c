import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { draw } from "../../../tiers_lieu_mooc/learner/js/draw.js";

/** @typedef {{key: {index: number}, tags: string[]}} Question */

const TAGS = ["gouvernance", "usages", ""];
const seeds = fc.integer({ min: 0, max: 32766 });
/** @type {fc.Arbitrary<Question[]>} */
const banks = fc
  .uniqueArray(fc.record({ index: fc.integer({ min: 0, max: 2000 }), tag: fc.constantFrom(...TAGS) }), { selector: ({ index }) => index, maxLength: 20 })
  .map((questions) => questions.map(({ index, tag }) => ({ key: { index }, tags: [tag] })));
const rules = fc.record({
  draws: fc.array(fc.record({ tag: fc.constantFrom(null, "gouvernance", "usages"), count: fc.integer({ min: 1, max: 6 }) }), { maxLength: 3 }),
  shuffled: fc.boolean(),
});

/** @param {readonly Question[]} questions */
const indexes = (questions) => questions.map(({ key }) => key.index);

/** @param {Question[]} bank  @param {number[]} numbers */
const among = (bank, numbers) => numbers.map((number) => bank[number % Math.max(1, bank.length)]).filter(Boolean);

test("the same seed draws the same questions in the same order", () => {
  fc.assert(fc.property(banks, rules, seeds, (bank, rule, seed) => assert.deepEqual(draw(bank, rule, seed), draw(bank, rule, seed))));
});

test("a draw takes as many of each tag as the author says, none twice", () => {
  const bank = Array.from({ length: 12 }, (_, index) => ({ key: { index }, tags: index % 3 ? ["usages", ""] : ["gouvernance"] }));
  const rule = { draws: [{ tag: "gouvernance", count: 2 }, { tag: "usages", count: 3 }], shuffled: true };
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = draw(bank, rule, seed);
      assert.equal(new Set(drawn).size, 5);
      assert.equal(drawn.filter(({ tags }) => tags.includes("gouvernance")).length, 2);
    }),
  );
});

test("without a draw every question is asked; without mixing, in the author's order", () => {
  fc.assert(
    fc.property(banks, seeds, (bank, seed) => {
      assert.deepEqual(draw(bank, { draws: [], shuffled: false }, seed), bank);
      assert.deepEqual(indexes(draw(bank, { draws: [], shuffled: true }, seed)).sort(), indexes(bank).sort());
    }),
  );
});

test("every question has the same chance, and every place", () => {
  const bank = Array.from({ length: 10 }, (_, index) => ({ key: { index: 40 + index }, tags: [""] }));
  const drawn = Array.from({ length: 4000 }, (_, seed) => draw(bank, { draws: [{ tag: null, count: 5 }], shuffled: true }, seed + 1));
  for (const question of bank) {
    const times = drawn.filter((each) => each.includes(question)).length;
    assert.ok(times > 1850 && times < 2150, `drawn ${times} times of 2000 expected`);
    const firsts = drawn.filter((each) => each[0] === question).length;
    assert.ok(firsts > 300 && firsts < 500, `first ${firsts} times of 400 expected`);
  }
});

test("what was answered is asked again, whatever became of bank and draw", () => {
  fc.assert(
    fc.property(banks, rules, rules, seeds, fc.array(fc.nat()), fc.array(fc.nat()), (bank, before, after, seed, answers, retirements) => {
      const answered = among(draw(bank, before, seed), answers);
      const retired = among(bank, retirements);
      const left = bank.filter((question) => !retired.includes(question));
      const drawn = draw(left, after, seed, (question) => answered.includes(question));
      for (const question of answered) if (!retired.includes(question)) assert.ok(drawn.includes(question));
      assert.equal(new Set(drawn).size, drawn.length);
    }),
  );
});

test("answering changes nothing of what is asked, before and after a republication", () => {
  fc.assert(
    fc.property(banks, rules, rules, seeds, fc.array(fc.nat()), fc.array(fc.nat()), (bank, before, after, seed, early, late) => {
      const kept = among(draw(bank, before, seed), early);
      const first = draw(bank, after, seed, (question) => kept.includes(question));
      const more = kept.concat(among(first, late));
      assert.deepEqual(draw(bank, after, seed, (question) => more.includes(question)), first);
    }),
  );
});

test("no answered question makes an attempt longer while another can leave its place", () => {
  fc.assert(
    fc.property(banks, rules, rules, seeds, fc.array(fc.nat()), (bank, before, after, seed, answers) => {
      const answered = new Set(among(draw(bank, before, seed), answers));
      const drawn = draw(bank, after, seed, (question) => answered.has(question));
      const usual = draw(bank, after, seed).length;
      assert.ok(drawn.length === usual || (drawn.length > usual && drawn.length === answered.size));
    }),
  );
});

test("a question more or less moves at most one question out of a simple draw", () => {
  fc.assert(
    fc.property(banks, seeds, fc.integer({ min: 1, max: 6 }), fc.nat(), (bank, seed, count, chosen) => {
      const rule = { draws: [{ tag: null, count }], shuffled: true };
      const gone = bank[chosen % Math.max(1, bank.length)];
      const before = draw(bank, rule, seed).filter((question) => question !== gone);
      const after = draw(bank.filter((question) => question !== gone), rule, seed);
      assert.deepEqual(after.filter((question) => before.includes(question)), before);
    }),
  );
});
