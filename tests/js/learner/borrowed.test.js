import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lent } from "../../../tiers_lieu_mooc/learner/js/shared.js";
import * as borrowed from "../../../tiers_lieu_mooc/learner/js/tools/borrowed.js";

/** @param {string} name  @returns {string[]}  what stands between the brackets of its last list */
function listed(name) {
  const text = readFileSync(new URL(`../../../tiers_lieu_mooc/learner/js/${name}`, import.meta.url), "utf8");
  const list = text.slice(text.lastIndexOf("[") + 1, text.lastIndexOf("]"));
  return list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

test("what is lent to the second script comes under its own name", () => {
  assert.deepEqual(listed("tools/borrowed.js"), listed("shared.js"));
  assert.equal(lent.length, Object.keys(borrowed).length);
});
