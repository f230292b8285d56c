import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { draw } from "../../../tiers_lieu_mooc/learner/js/quiz.js";
import { generator, shuffle } from "../../../tiers_lieu_mooc/learner/js/random.js";

const bank = Array.from({ length: 12 }, (_, number) => ({ number, tags: number % 3 ? ["usages", ""] : ["gouvernance"] }));
const seeds = fc.integer({ min: 0, max: 32766 });

test("the same seed draws the same questions in the same order", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const rules = { draws: [{ tag: null, count: 5 }], shuffled: true };
      assert.deepEqual(draw(bank, rules, seed), draw(bank, rules, seed));
    }),
  );
});

test("a draw takes as many of each tag as the author says, none twice", () => {
  const rules = { draws: [{ tag: "gouvernance", count: 2 }, { tag: "usages", count: 3 }], shuffled: true };
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = draw(bank, rules, seed);
      assert.equal(new Set(drawn).size, 5);
      assert.equal(drawn.filter(({ tags }) => tags.includes("gouvernance")).length, 2);
    }),
  );
});

test("without a draw every question is asked; without mixing, in the author's order", () => {
  assert.deepEqual(draw(bank, { draws: [], shuffled: false }, 9), bank);
  assert.equal(draw(bank, { draws: [], shuffled: true }, 9).length, bank.length);
});

test("different seeds give different draws", () => {
  const rules = { draws: [{ tag: null, count: 6 }], shuffled: true };
  const kinds = new Set(Array.from({ length: 50 }, (_, seed) => String(draw(bank, rules, seed).map(({ number }) => number))));
  assert.ok(kinds.size > 45);
});

test("mixing keeps every item", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), seeds, (items, seed) => {
      assert.deepEqual(shuffle(items, generator(seed)).sort(), items.slice().sort());
    }),
  );
});
