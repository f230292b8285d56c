import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { generator, shuffle } from "../../../tiers_lieu_mooc/learner/js/random.js";

const seeds = fc.integer({ min: 0, max: 32766 });

test("mixing keeps every item", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), seeds, (items, seed) => {
      assert.deepEqual(shuffle(items, generator(seed)).sort(), items.slice().sort());
    }),
  );
});
