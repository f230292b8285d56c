import assert from "node:assert/strict";
import { test } from "node:test";

import { formIn, normalise, parseNumber } from "../../../tiers_lieu_mooc/learner/js/compare.js";

/** @param {string} typed  @param {string} form  @param {import("../../../tiers_lieu_mooc/learner/js/compare.js").Matching} matching */
const isSame = (typed, form, matching) => formIn(typed, [form], matching) === 0;

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

test("of two forms that a slip makes equal, the exact one counts", () => {
  assert.equal(formIn("locale", ["local", "locale"], { typos: 1 }), 1);
});

/** @type {readonly (readonly [string, string, number | null])[]} */
const NUMBERS = [
  ["1190", "m²", 1190],
  ["1 190", "m²", 1190],
  ["1\u00a0190", "m²", 1190],
  ["1\u202f250,5", "m²", 1250.5],
  ["1\u2009250", "", 1250],
  ["1'250", "", 1250],
  ["1’250,5", "", 1250.5],
  ["1 250 000", "", 1250000],
  ["1250.5", "m²", 1250.5],
  ["1250,5.", "", 1250.5],
  ["12,", "", 12],
  [",5", "", 0.5],
  ["1.250,5", "", 1250.5],
  ["1,250.5", "", 1250.5],
  ["1.250.000", "", 1250000],
  ["1,250", "", 1.25],
  ["0.250", "", 0.25],
  ["1 250.500", "", 1250.5],
  // Twelve hundred and fifty, or one and a quarter: asked for again.
  ["1.250", "", null],
  ["-12.500", "", null],
  ["-3", "m²", -3],
  ["−3", "m²", -3],
  ["– 3", "", -3],
  ["+3", "", 3],
  ["12 m²", "m²", 12],
  ["12m²", "m²", 12],
  ["1250,5 m2", "m²", 1250.5],
  ["1250,5 M2.", "m²", 1250.5],
  ["12 m^2", "m²", 12],
  ["12 ㎡", "m²", 12],
  ["12 mètres carrés", "m²", 12],
  ["12 m²", "mètre carré", 12],
  ["12 km2", "km²", 12],
  ["12 kilomètres carrés", "km²", 12],
  ["12 m3", "m³", 12],
  ["12 euros", "€", 12],
  ["12 EUR", "€", 12],
  ["€12", "€", 12],
  ["-€ 12", "€", -12],
  ["12 €", "euros", 12],
  ["12 pour cent", "%", 12],
  ["12%", "%", 12],
  ["12 jours", "jour", 12],
  ["12 h", "heures", 12],
  ["12 km/h", "km/h", 12],
  ["12 habitants", "habitants", 12],
  ["1e3", "", 1000],
  ["12 m", "m²", null],
  ["12 m²", "", null],
  ["12²", "", null],
  ["12 milliers", "€", null],
  ["€12 €", "€", null],
  ["douze m2", "m²", null],
  ["douze", "m²", null],
  ["", "m²", null],
  ["m²", "m²", null],
  ["1,2,3", "m²", null],
  ["1 2", "", null],
  ["12-15", "", null],
  ["12 à 15", "", null],
  ["2 h 30", "h", null],
  ["1e999", "", null],
  ["12 kg", "m²", null],
];
for (const [typed, unit, value] of NUMBERS) {
  test(`« ${typed} » ${unit && `in ${unit} `}is read as ${value}`, () => assert.equal(parseNumber(typed, unit), value));
}
