import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { Reader, packNumber, packText, unpackText } from "../../../tiers_lieu_mooc/learner/js/base64.js";

test("numbers come back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 30 - 1 }), (value) => {
      const reader = new Reader(packNumber(value));
      assert.equal(reader.number(), value);
      assert.equal(reader.failed, false);
    }),
  );
});

test("any text comes back when there is room for it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(unpackText(packText(text, 10000)), text)));
});

test("a text never takes more room than it is given, and what is kept is its beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 60 }), (text, room) => {
      const packed = packText(text, room);
      assert.ok(packed.length <= room);
      assert.ok(text.startsWith(unpackText(packed)));
    }),
  );
});

test("an ordinary French answer takes one character a letter", () => {
  assert.equal(packText("économie sociale et solidaire", 48).length, "économie sociale et solidaire".length);
});

test("reading past the end fails instead of inventing", () => {
  const reader = new Reader("");
  assert.equal(reader.number(), 0);
  assert.equal(reader.failed, true);
});
