import assert from "node:assert/strict";
import { test } from "node:test";

import { isSame, normalise, parseNumber } from "../../../tiers_lieu_mooc/learner/js/compare.js";

const FORGIVEN = [
  ["assemblée générale", "Assemblee Generale"],
  ["assemblée générale", "l’assemblée générale"],
  ["assemblée générale", "  assemblée\u00a0générale. "],
  ["tiers-lieu", "tiers lieu"],
  ["tiers-lieu", "un tiers‑lieu"],
  ["cœur de village", "coeur de village"],
  ["l'habitant", "l’habitant"],
  ["ESS", "ess"],
];
for (const [form, typed] of FORGIVEN) {
  test(`« ${typed} » is accepted for « ${form} »`, () => assert.equal(isSame(typed, form, {}), true));
}

test("strictness is asked for one by one", () => {
  assert.equal(isSame("ess", "ESS", { isCaseStrict: true }), false);
  assert.equal(isSame("assemblee", "assemblée", { isAccentStrict: true }), false);
  assert.equal(isSame("l’assemblée", "assemblée", { areArticlesStrict: true }), false);
  assert.equal(isSame("Assemblée", "assemblée", { isAccentStrict: true }), true);
});

test("slips of the keyboard are forgiven as far as the author says, in words of five letters or more", () => {
  assert.equal(isSame("préfigurasion", "préfiguration", { typos: 1 }), true);
  assert.equal(isSame("préfigurasson", "préfiguration", { typos: 1 }), false);
  assert.equal(isSame("esss", "ESS", { typos: 1 }), false);
});

test("an article alone is an answer, not nothing", () => {
  assert.equal(normalise("le", {}), "le");
});

const NUMBERS = [
  ["1190", 1190],
  ["1 190", 1190],
  ["1\u00a0190", 1190],
  ["1\u202f250,5", 1250.5],
  ["1250.5", 1250.5],
  ["-3", -3],
  ["−3", -3],
  ["12 m²", 12],
  ["12m²", 12],
  ["douze", null],
  ["", null],
  ["1,2,3", null],
  ["12 kg", null],
];
for (const [typed, value] of NUMBERS) {
  test(`« ${typed} » is read as ${value}`, () => assert.equal(parseNumber(String(typed), "m²"), value));
}
