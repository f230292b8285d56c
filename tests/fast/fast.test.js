/** The sessions without a browser in their short form, and that they can fail; `scripts/test fast` is in full. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { BREAKS, playBroken } from "./broken.js";
import { atTop } from "./clock.js";
import { played } from "./fleet.js";
import { play } from "./play.js";

const SESSIONS = 1000;
/** In which a fault of the page is found; most are in the first ten. */
const BROKEN_SESSIONS = 10_000;

test("sessions under faults lose nothing", async () => {
  /** @type {unknown[]} */
  const failed = [];
  let answers = 0;
  await played(0, SESSIONS, (part) => {
    failed.push(...part.failed);
    answers += part.answers;
    return true;
  });
  assert.deepEqual(failed, []);
  assert.ok(answers > SESSIONS);
});

test("a seed is a session, told or not", async () => {
  const [first, second] = await atTop(() => [play(7, true), play(7)]);
  assert.ok(first.story.length > 5);
  assert.deepEqual({ ...second, story: first.story }, first);
});

for (const each of BREAKS) {
  test(`it is found out that ${each.name}`, () => {
    assert.match(playBroken(each, BROKEN_SESSIONS), /\nlost: /);
  });
}
