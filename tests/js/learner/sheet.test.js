import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { encode, emptyState } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { LAST_STAMP } from "../../../tiers_lieu_mooc/learner/js/texts.js";
import { LARGEST, readFile } from "../../../tiers_lieu_mooc/learner/js/tools/sheet-file.js";
import { packSheet, unpackSheet } from "../../../tiers_lieu_mooc/learner/js/tools/sheet-lms.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/texts.js").Registers} Registers */

const text = fc.oneof(fc.lorem(), fc.string({ unit: "binary", maxLength: 60 }), fc.constant(""));
/** @type {fc.Arbitrary<Registers>} */
const registers = fc
  .array(fc.tuple(fc.nat(2000), fc.record({ stamp: fc.integer({ min: 1, max: LAST_STAMP }), text }, { noNullPrototype: true })), { maxLength: 9 })
  .map((entries) => Object.fromEntries(entries));

/** @param {Registers} texts */
const numbers = (texts) => Object.keys(texts).map(Number);

test("texts that the LMS has room for come back as they were", () => {
  fc.assert(
    fc.property(registers, (texts) => {
      const { text: packed, left } = packSheet(texts, numbers(texts), 1e6);
      assert.match(packed, /^A[\w-]*$/);
      assert.deepEqual([left, unpackSheet(packed)], [[], texts]);
    }),
  );
});

test("what does not fit is left out whole, and named; the room is never exceeded", () => {
  fc.assert(
    fc.property(registers, fc.nat(400), (texts, room) => {
      const { text: packed, left } = packSheet(texts, numbers(texts), room);
      assert.ok(packed.length <= room);
      const kept = packed ? unpackSheet(packed) : {};
      assert.deepEqual(Object.assign({}, kept, Object.fromEntries(left.map((index) => [index, texts[index]]))), texts);
    }),
  );
});

test("the most important texts are the last to be left out", () => {
  const texts = { 3: { stamp: 1, text: "x".repeat(300) }, 5: { stamp: 1, text: "La phrase de vision." } };
  assert.deepEqual(packSheet(texts, [5, 3], 60).left, [3]);
});

test("what nobody packed is refused, whatever it is", () => {
  assert.equal(unpackSheet(""), null);
  assert.equal(unpackSheet("Zxx"), null);
  fc.assert(
    fc.property(fc.string(), (tail) => {
      const texts = unpackSheet(`A${tail}`);
      assert.ok(texts === null || typeof texts === "object");
    }),
  );
});

/** @param {object} [changes] */
function fileWith(changes = {}) {
  const data = { format: "fiche-projet", version: 1, course: "essai", texts: { 4: [7, "Un café"] }, progress: encode(emptyState()), ...changes };
  return `<!DOCTYPE html><html><body><h1>Ma fiche</h1><script type="application/json" id="fiche-donnees">${JSON.stringify(data)}</script></body></html>`;
}

test("a file is read, whatever a mail program put around it", () => {
  const expected = { texts: { 4: { stamp: 7, text: "Un café" } }, progress: emptyState() };
  assert.deepEqual(readFile(fileWith(), "essai"), expected);
  assert.deepEqual(readFile(`\ufeff<p>Transféré</p>${fileWith().replace(/></g, ">\r\n<")}`, "essai"), expected);
  assert.deepEqual(readFile(fileWith({ later: "unknown" }), "essai"), expected);
});

test("a file that cannot be read says why", () => {
  assert.equal(readFile(fileWith({ course: "autre" }), "essai"), "foreign");
  assert.equal(readFile(fileWith({ version: 2, course: "autre" }), "essai"), "newer");
  for (const changes of [{ format: "x" }, { version: 0 }, { version: "a" }, { progress: "?" }, { progress: null }]) {
    assert.equal(readFile(fileWith(changes), "essai"), "damaged");
  }
  assert.equal(readFile(fileWith().slice(0, 150), "essai"), "damaged");
  assert.equal(readFile("x".repeat(LARGEST + 1), "essai"), "huge");
  fc.assert(fc.property(fc.string(), (anything) => assert.equal(readFile(anything, "essai"), "damaged")));
});

test("a file is read or refused in time with its length, whatever it repeats", () => {
  const mark = 'id="fiche-donnees"';
  for (const piece of ["<script ", `<script ${mark}`, `<script ${mark}>`, `${mark} `, `${mark}>a`, "</script>", "<", ">", "\u00a0"]) {
    const before = process.cpuUsage().user;
    assert.equal(readFile(piece.repeat(LARGEST / piece.length), "essai"), "damaged");
    assert.equal(typeof readFile(piece.repeat(LARGEST / piece.length / 2) + fileWith(), "essai"), "object");
    assert.ok(process.cpuUsage().user - before < 2e6, piece);
  }
});
