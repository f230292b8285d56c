import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, fold, stemsOf, weigh } from "../../../tiers_lieu_mooc/learner/js/tools/finding.js";

/** @param {string} title  @param {string[]} texts */
function entry(title, texts, isTerm = false) {
  return { title: fold(title), isTerm, passages: texts.map((text) => ({ plain: fold(text), text })) };
}

/** @param {ReturnType<typeof entry>} page  @param {string} asked */
const rank = (page, asked) => {
  const found = weigh(page, stemsOf(asked));
  return found && found.rank;
};

test("case, accents, ligatures, apostrophes and hyphens make no difference", () => {
  const page = entry("", ["Une œuvre d’Été, à l’École des tiers-lieux."]);
  for (const asked of ["OEUVRE", "ete", "école", "l'ecole", "tiers lieu", "Tiers-Lieux", "cole", "iers"]) {
    assert.equal(rank(page, asked), /^(cole|iers)$/.test(asked) ? null : 2, asked);
  }
});

test("all words must be there, wherever they are", () => {
  const page = entry("Définir un lieu", ["La loi de 1901.", "Une association, 34 %."]);
  assert.equal(rank(page, "loi association"), 3);
  assert.equal(rank(page, "lieu loi"), 3);
  assert.equal(rank(page, "loi mairie"), null);
  assert.equal(rank(page, "association 34"), 2);
  assert.equal(rank(page, "35"), null);
});

test("a plural finds a singular, and the other way round", () => {
  for (const [asked, text] of [
    ["associations", "une association"],
    ["association", "des associations"],
    ["lieux", "un lieu"],
  ]) {
    assert.equal(rank(entry("", [text]), asked), 2, asked);
  }
});

test("words that say nothing are left aside, unless there is nothing else", () => {
  const page = entry("", ["Un texte sur la commune."]);
  assert.equal(rank(page, "le la commune"), 2);
  assert.equal(rank(page, "de la"), null);
  assert.equal(rank(page, "la"), 2);
  assert.deepEqual(stemsOf(" , ’ "), []);
});

test("titles come before terms, terms before what is read", () => {
  assert.equal(rank(entry("Le commun", ["x"]), "commun"), 0);
  assert.equal(rank(entry("Commun", ["x"], true), "commun"), 1);
  assert.equal(rank(entry("Autre", ["un commun"]), "commun"), 2);
});

test("the passage that holds most of the words is where to begin reading", () => {
  const found = weigh(entry("", ["la loi", "la loi et le bail", "le bail"]), stemsOf("loi bail"));
  assert.equal(found && found.passage && found.passage.plain, fold("la loi et le bail"));
});

test("an excerpt shows the words as they are written, with what stands around", () => {
  const text = `${"avant ".repeat(60)}les Écoles d’été ${"après ".repeat(90)}`;
  const parts = excerpt(text, stemsOf("ecole ete"));
  assert.deepEqual(
    parts.filter(({ isFound }) => isFound).map((part) => part.text.trim()),
    ["Écoles", "d’été"],
  );
  const whole = parts.map((part) => part.text).join("");
  assert.ok(whole.startsWith("… ") && whole.endsWith(" …"));
  assert.ok(whole.length < 320, `${whole.length}`);
  assert.ok(text.includes(whole.slice(2, -2)));
});

test("a short text is shown whole, and nothing found shows its beginning", () => {
  assert.equal(
    excerpt("Un lieu.", stemsOf("lieu"))
      .map(({ text }) => text)
      .join(""),
    "Un lieu.",
  );
  assert.equal(excerpt("Un lieu.", stemsOf("rien"))[0].text, "Un");
  assert.deepEqual(excerpt("", stemsOf("rien")), []);
});
