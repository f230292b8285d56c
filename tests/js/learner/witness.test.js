/** What a look at the witness file says, and what it leaves unsaid (LMS-OBSERVED.md). */
import assert from "node:assert/strict";
import { test } from "node:test";

import { look } from "../../../tiers_lieu_mooc/learner/js/witness.js";

const WORDS = "temoin essai";
const NOW = { date: "Mon, 30 Nov 2026 12:00:00 GMT" };

/** @param {() => Response | Promise<Response>} answer */
const seen = (answer) =>
  look(WORDS, /** @type {any} */ ({ fetch: async () => answer(), setTimeout: () => 0 }));

/** @type {[string, () => Response | Promise<Response>, string][]} */
const ANSWERS = [
  ["the file itself", () => new Response(`${WORDS}\n`, { headers: NOW }), "same"],
  ["the file, without a date: it was there before the line, as in an app", () => new Response(WORDS), "absent"],
  ["a login page", () => new Response("<html>Connexion</html>", { headers: NOW }), "other"],
  ["a request that fails", () => Promise.reject(new TypeError("offline")), "none"],
  ...[401, 403, 404, 410, 429, 500, 502, 503].map(
    (status) => /** @type {[string, () => Response, string]} */ ([`${status}`, () => new Response("", { status, headers: NOW }), "absent"]),
  ),
];

for (const [what, answer, sight] of ANSWERS) {
  test(`${what} is « ${sight} »`, async () => {
    assert.equal(await seen(answer), sight);
  });
}

test("an answer that never comes is no line, after ten seconds", async () => {
  /** @type {(() => void)[]} */
  const timers = [];
  const page = /** @type {any} */ ({ fetch: () => new Promise(() => {}), setTimeout: (/** @type {() => void} */ act) => timers.push(act) });
  const sight = look(WORDS, page);
  timers.forEach((act) => act());
  assert.equal(await sight, "none");
});

test("a login page on another host, which may not be read, is something else", async () => {
  const page = /** @type {any} */ ({
    fetch: async (/** @type {string} */ _, /** @type {RequestInit} */ { redirect }) => {
      if (redirect === "follow") throw new TypeError("cross-origin");
      return { status: 0, ok: false, type: "opaqueredirect" };
    },
    setTimeout: () => 0,
  });
  assert.equal(await look(WORDS, page), "other");
});
