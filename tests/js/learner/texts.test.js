import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { LAST_STAMP, Texts, pack, unpack } from "../../../tiers_lieu_mooc/learner/js/texts.js";
import { setPast, take } from "../../../tiers_lieu_mooc/learner/js/tools/taking.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/texts.js").Registers} Registers */

const words = fc.oneof(fc.constantFrom("", "a", "b", "L’été « ici »"), fc.string({ unit: "binary", maxLength: 40 }));
const stamps = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: LAST_STAMP }));
/** @type {fc.Arbitrary<Registers>} */
const registers = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.record({ stamp: stamps, text: words }, { noNullPrototype: true })), { maxLength: 12 })
  .map((entries) => Object.fromEntries(entries));

/** A device that keeps, or one that refuses: then this page remembers. */
function device() {
  /** @type {{[name: string]: string}} */
  const kept = {};
  return {
    read: (/** @type {string} */ name) => kept[name] || "",
    write(/** @type {string} */ name, /** @type {string} */ text) {
      kept[name] = text;
      return true;
    },
  };
}

const at = (/** @type {number} */ seconds) => () => Date.UTC(2026, 0, 1) + seconds * 1000;

test("texts that are written and read are the same texts", () => {
  fc.assert(fc.property(registers, (texts) => assert.deepEqual(unpack(pack(texts)), texts)));
});

/** What stands on a device after it took in these, one after the other. @param {Registers[]} all */
function taken(...all) {
  const texts = new Texts(device(), at(9));
  for (const each of all) take(texts, each);
  return texts;
}

/** Without the pasts, which belong to the device alone. @param {Texts} texts @returns {Registers} */
function newest({ kept }) {
  return Object.fromEntries(Object.entries(kept).map(([index, { stamp, text }]) => [index, { stamp, text }]));
}

test("joining texts depends neither on order nor on grouping", () => {
  fc.assert(
    fc.property(registers, registers, registers, (one, two, three) => {
      assert.deepEqual(newest(taken(one, two)), newest(taken(two, one)));
      assert.deepEqual(newest(taken(one, newest(taken(two, three)))), newest(taken(newest(taken(one, two)), three)));
    }),
  );
});

test("joining texts with themselves, or with nothing, changes nothing", () => {
  fc.assert(
    fc.property(registers, registers, (mine, its) => {
      const texts = taken(mine, its);
      const before = pack(texts.kept);
      assert.deepEqual(take(texts, its).taken, 0);
      assert.deepEqual(take(texts, {}), { taken: 0, older: 0, replaced: 0 });
      assert.equal(pack(texts.kept), before);
    }),
  );
});

test("no text that gives way to another one is gone without a word", () => {
  fc.assert(
    fc.property(registers, registers, (mine, its) => {
      const texts = taken(mine, its);
      for (const [index, { text }] of Object.entries(mine)) {
        const { text: now, past } = texts.at(Number(index));
        assert.ok(text === now || text === past || text === "", `${text} is neither ${now} nor ${past}`);
      }
    }),
  );
});

test("an edit wins over everything seen, whatever the clock says", () => {
  fc.assert(
    fc.property(registers, words, fc.integer({ min: -1e9, max: 3e9 }), (seen, text, seconds) => {
      fc.pre(Object.values(seen).every(({ stamp }) => stamp < LAST_STAMP));
      const texts = new Texts(device(), at(seconds));
      take(texts, seen);
      texts.edit(7, text, texts.at(7).stamp);
      assert.equal(texts.at(7).text, text);
      take(texts, seen);
      assert.equal(texts.at(7).text, text);
      assert.ok(texts.at(7).stamp <= LAST_STAMP);
    }),
  );
});

test("of two devices that never met, the later edit wins", () => {
  const [phone, desk] = [new Texts(device(), at(100)), new Texts(device(), at(200))];
  for (let edit = 0; edit < 50; edit += 1) phone.edit(3, `au téléphone ${edit}`, phone.at(3).stamp);
  desk.edit(3, "au bureau", 0);
  take(phone, desk.kept);
  assert.deepEqual([phone.at(3).text, phone.at(3).past], ["au bureau", "au téléphone 49"]);
});

test("two windows of one device see each other's texts, and neither loses one", () => {
  const shared = device();
  const [one, other] = [new Texts(shared, at(1)), new Texts(shared, at(1))];
  one.edit(3, "première fenêtre", 0);
  other.edit(4, "autre champ", 0);
  other.edit(3, "seconde fenêtre", 0);
  one.load();
  assert.deepEqual([one.at(3).text, one.at(3).past], ["seconde fenêtre", "première fenêtre"]);
  assert.equal(one.at(4).text, "autre champ");
  one.edit(3, "suite de la seconde", one.at(3).stamp);
  assert.equal(one.at(3).past, "première fenêtre");
  setPast(one, 3, "");
  other.load();
  assert.equal(other.at(3).past, undefined);
});

test("what is no text is left out, and what is damaged is none", () => {
  for (const text of ["", "{", "null", "[1]", '{"a":[1,"x"]}', '{"1":[0,"x"]}', '{"1":[1.5,"x"]}', '{"1":[1,2]}', '{"__proto__":[1,"x"]}']) {
    assert.deepEqual(unpack(text), {});
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(typeof unpack(text), "object")));
});
