import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { packText } from "../../../tiers_lieu_mooc/learner/js/base64.js";
import { Squeezer } from "../../../tiers_lieu_mooc/learner/js/tools/squeeze.js";

const texts = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..." etanisé’.\n") }), fc.lorem()), { maxLength: 6 });

test("texts that are squeezed one after the other are the same when they are expanded in that order", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const [writer, reader] = [new Squeezer(), new Squeezer()];
      for (const text of all) {
        const packed = writer.squeeze(text);
        assert.match(packed, /^[\w-]*$/);
        assert.equal(reader.expand(packed), text);
      }
    }),
  );
});

test("a text that is taken back leaves nothing behind", () => {
  fc.assert(
    fc.property(texts, fc.string(), (all, dropped) => {
      const [writer, reader] = [new Squeezer(), new Squeezer()];
      for (const text of all) {
        const count = writer.phrases.length;
        writer.squeeze(dropped);
        writer.forget(count);
        assert.equal(reader.expand(writer.squeeze(text)), text);
      }
    }),
  );
});

test("what nobody squeezed is refused or read, never more", () => {
  fc.assert(fc.property(fc.string(), (packed) => assert.ok([null, "x"].includes(new Squeezer().expand(packed) === null ? null : "x"))));
  assert.equal(new Squeezer().expand("____"), null);
});

test("a page of ordinary French takes a quarter less than letter by letter", () => {
  const text =
    "Nous sommes trois amies installées au village depuis deux ans. L’école risque de fermer et il n’y a plus d’endroit " +
    "pour se croiser. La mairie a un local vide. Un café associatif ouvert le samedi matin, tenu par des bénévoles.";
  const packed = new Squeezer().squeeze(text).length;
  assert.ok(packed < packText(text, 1e6).length * 0.8, `${packed} characters for ${text.length}`);
});
