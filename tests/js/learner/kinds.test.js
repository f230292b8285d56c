import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { packText, unpackText } from "../../../tiers_lieu_mooc/learner/js/base64.js";
import { KINDS } from "../../../tiers_lieu_mooc/learner/js/question/index.js";
import { responsesTo } from "../../../tiers_lieu_mooc/learner/js/tools/responses.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/kind.js").Key} Key */

/** @param {Partial<Key>} own  @returns {Key} */
function key(own) {
  const common = { id: "essai", index: 3, points: 1, tries: 2, penalty: 0, scoring: "partielle", shuffled: true, objectives: [], title: "Essai" };
  return Object.assign(common, own);
}

/** @param {readonly [number, boolean][]} shares */
const choices = (...shares) => shares.map(([share, right]) => ({ share, right }));

const qcm = key({ choices: choices([0.5, true], [0.5, true], [-0.5, false], [-0.5, false]) });
const strictQcm = key({ choices: qcm.choices, scoring: "tout-ou-rien" });
const qcu = key({ choices: choices([0, false], [1, true], [0.25, false]) });
const short = key({
  forms: [
    { text: "assemblée générale", share: 1, right: true },
    { text: "réunion plénière", share: 0.5, right: true },
    { text: "conseil d’administration", share: 1, right: false },
  ],
  matching: { typos: 1 },
});
const numeric = key({
  ranges: [
    { low: 114, high: 126, share: 1, right: true },
    { low: 100, high: 140, share: 0.5, right: true },
    { low: 22, high: 22, share: 1, right: false },
  ],
  unit: "m²",
});
const matching = key({ rows: [0, 1, 0, 2], options: 4 });
const ordering = key({ items: 4, scoring: "position" });
const neighbours = key({ items: 4, scoring: "voisins" });
const gaps = key({ gaps: [{ variants: ["collectif", "groupe"] }, { right: 1 }], matching: {} });

/** @type {readonly [string, string, Key, (number | string)[], number, string[]][]} */
const GRADES = [
  ["all right ticks earn everything", "qcm", qcm, [0, 1], 1, ["choice0", "choice1"]],
  ["ticking everything earns nothing", "qcm", qcm, [0, 1, 2, 3], 0, ["choice0", "choice1", "choice2", "choice3"]],
  ["one of two right ticks earns half", "qcm", qcm, [1], 0.5, ["choice1"]],
  ["wrong ticks never go below zero", "qcm", qcm, [2, 3], 0, ["choice2", "choice3"]],
  ["all or nothing refuses a half", "qcm", strictQcm, [0], 0, ["choice0"]],
  ["all or nothing accepts the whole", "qcm", strictQcm, [0, 1], 1, ["choice0", "choice1"]],
  ["a single choice is right or wrong", "qcu", qcu, [1], 1, ["choice1"]],
  ["a wrong single choice earns nothing", "qcu", qcu, [0], 0, ["choice0"]],
  ["a single choice may be worth a part", "qcu", qcu, [2], 0.25, ["choice2"]],
  ["true is the first choice", "vrai-faux", key({ choices: choices([1, true], [0, false]) }), [0], 1, ["choice0"]],
  ["an accepted form is right", "réponse-courte", short, ["Assemblée générale"], 1, ["form0"]],
  ["a half form earns half", "réponse-courte", short, ["réunion pleniere"], 0.5, ["form1"]],
  ["an expected mistake earns nothing and is commented", "réponse-courte", short, ["conseil d'administration"], 0, ["form2"]],
  ["a slip is forgiven", "réponse-courte", short, ["assemblé général"], 0, []],
  ["an unknown word earns nothing", "réponse-courte", short, ["banquet"], 0, []],
  ["a number inside the interval is right", "numérique", numeric, ["120"], 1, ["range0"]],
  ["bounds are inside", "numérique", numeric, ["126 m²"], 1, ["range0"]],
  ["of two intervals the better one counts", "numérique", numeric, ["118"], 1, ["range0"]],
  ["a wider interval earns less", "numérique", numeric, ["139,5"], 0.5, ["range1"]],
  ["an expected wrong number is commented", "numérique", numeric, ["22"], 0, ["range2"]],
  ["what is no number earns nothing", "numérique", numeric, ["beaucoup"], 0, []],
  ["each right row counts", "appariement", matching, [0, 1, 3, -1], 0.5, ["part0", "part1", "part2", "part3"]],
  ["sorting is graded as rows", "classement", matching, [0, 1, 0, 2], 1, ["part0", "part1", "part2", "part3"]],
  ["each step in its place counts", "ordre", ordering, [1, 0, 2, 3], 0.5, ["part0", "part1", "part2", "part3"]],
  ["each right neighbour counts", "ordre", neighbours, [1, 2, 3, 0], 2 / 3, ["part0", "part1", "part2", "part3"]],
  ["each gap counts", "trous", gaps, ["le Groupe", 0], 0.5, ["part0", "part1"]],
  ["a scale is never graded", "positionnement", key({ items: 2, options: 5 }), [0, 4], 0, []],
  ["a text is never graded", "réflexion", key({}), ["Bonjour"], 0, []],
];
for (const [name, kind, question, answer, share, marks] of GRADES) {
  test(`${kind}: ${name}`, () => {
    const grade = KINDS[kind].grade(question, answer);
    assert.ok(Math.abs(grade.share - share) < 1e-9, `${grade.share}`);
    assert.deepEqual(grade.marks, marks);
  });
}

const index = (/** @type {number} */ below) => fc.integer({ min: 0, max: below - 1 });
const option = (/** @type {number} */ below) => fc.integer({ min: -1, max: below - 1 });

/** @type {readonly [string, Key, fc.Arbitrary<(number | string)[]>][]} */
const ANSWERS = [
  ["qcm", key({ choices: Array(13).fill({ share: 0, right: false }) }), fc.uniqueArray(index(13), { minLength: 1 }).map((all) => all.sort((one, other) => one - other))],
  ["appariement", matching, fc.array(option(4), { minLength: 4, maxLength: 4 })],
  ["ordre", ordering, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })],
  ["positionnement", key({ items: 10, options: 5 }), fc.array(option(5), { minLength: 10, maxLength: 10 })],
  ["réponse-courte", short, fc.string({ minLength: 1, maxLength: 12 }).map((text) => [text])],
  ["numérique", numeric, fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => [String(Math.round(value * 100) / 100)])],
  ["trous", gaps, fc.tuple(fc.string({ maxLength: 8 }), option(2))],
];
for (const [kind, question, answers] of ANSWERS) {
  test(`${kind}: a packed answer comes back`, () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { pack, unpack } = KINDS[kind];
        const text = pack(question, answer);
        assert.match(text, /^[A-Za-z0-9_-]*$/);
        assert.deepEqual(unpack(question, text), Array.from(answer));
      }),
    );
  });

  test(`${kind}: any other text is no answer, or one that can be graded`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const answer = KINDS[kind].unpack(question, text);
        if (answer) KINDS[kind].grade(question, answer);
      }),
    );
  });
}

/** @type {readonly [string, Key, (number | string)[], unknown][]} */
const REPORTS = [
  ["qcm", qcm, [0, 1], [{ type: "choice", response: ["a", "b"], patterns: [["a", "b"]], result: "correct" }]],
  ["qcm", qcm, [0], [{ type: "choice", response: ["a"], patterns: [["a", "b"]], result: 0.5 }]],
  ["vrai-faux", key({ choices: choices([0, false], [1, true]) }), [0], [{ type: "true-false", response: true, patterns: [false], result: "wrong" }]],
  ["réponse-courte", short, ["AG"], [{ type: "fill-in", response: "AG", patterns: ["assemblée générale", "réunion plénière"], result: "wrong" }]],
  ["numérique", numeric, ["120"], [{ type: "numeric", response: 120, patterns: [{ min: 114, max: 126 }], result: "correct" }]],
  ["numérique", numeric, ["beaucoup"], []],
  ["appariement", matching, [0, 1, 0, -1], [{ type: "matching", response: [["1", "a"], ["2", "b"], ["3", "a"]], patterns: [[["1", "a"], ["2", "b"], ["3", "a"], ["4", "c"]]], result: 0.75 }]],
  ["ordre", ordering, [1, 0, 2, 3], [{ type: "sequencing", response: ["b", "a", "c", "d"], patterns: [["a", "b", "c", "d"]], result: 0.5 }]],
  ["trous", gaps, ["groupe", -1], [
    { part: 1, type: "fill-in", response: "groupe", patterns: ["collectif", "groupe"], result: "correct" },
    { part: 2, type: "choice", response: [], patterns: [["b"]], result: "wrong" },
  ]],
  ["positionnement", key({ items: 2, options: 5 }), [4, -1], [{ part: 1, type: "likert", response: "5", patterns: [], result: "neutral" }]],
  ["réflexion", key({ sent: true }), ["Mon lieu"], [{ type: "long-fill-in", response: "Mon lieu", patterns: [], result: "neutral" }]],
  ["réflexion", key({ sent: false }), ["Mon lieu"], []],
];
for (const [kind, question, answer, reports] of REPORTS) {
  test(`${kind}: ${JSON.stringify(answer)} is reported in the standard's terms`, () => {
    const { grade } = KINDS[kind];
    assert.deepEqual(responsesTo(KINDS[kind], question, answer, grade(question, answer)), reports);
  });
}

const LONG = "Société coopérative d’intérêt collectif";
/** @type {readonly [string, Key, (number | string)[], number][]} */
const KEPT = [
  ["réponse-courte", key({ forms: [{ text: "pôle territorial de coopération économique", share: 1, right: true }] }), ["PÔLE TERRITORIAL DE COOPÉRATION ÉCONOMIQUE"], 1],
  ["réponse-courte", key({ forms: [{ text: `${LONG} (SCIC)`, share: 1, right: true }] }), [`${LONG} (SCIC)`], 1],
  // Of forms that begin alike it is the one that was typed.
  ["réponse-courte", key({ forms: [{ text: `${LONG} à capital variable`, share: 0, right: false }, { text: `${LONG} à capital fixe`, share: 0.5, right: true }] }), [`${LONG} à capital fixe`], 0.5],
  ["réponse-courte", key({ forms: [{ text: LONG, share: 1, right: true }] }), [`${LONG} ou bien une association`], 0],
  ["réponse-courte", key({ forms: [{ text: "assemblée", share: 1, right: true }], matching: { typos: 3 } }), [`assemblée${" ".repeat(60)}du matin`], 0],
  ["trous", key({ gaps: [{ variants: [LONG] }, { variants: ["assemblée générale"] }] }), [LONG, "ASSEMBLÉE GÉNÉRALE"], 1],
  ["trous", key({ gaps: [{ variants: ["collectif"] }, { variants: ["assemblée générale"] }] }), ["COLLECTIF", `${LONG} ${LONG}`], 0.5],
  ["numérique", key({ ranges: [{ low: 1250.5, high: 1250.5, share: 1, right: true }], unit: "m²" }), ["1\u00a0250,500 mètres² "], 0],
  ["numérique", key({ ranges: [{ low: 1.255, high: 1.255, share: 1, right: true }], unit: "m²" }), ["0\u202f001,255\u00a0\u00a0\u00a0m²"], 1],
];
for (const [kind, question, answer, share] of KEPT) {
  test(`${kind}: « ${answer.join(" | ")} » is worth the same when it is read back`, () => {
    const { grade, pack, unpack } = KINDS[kind];
    const kept = pack(question, answer);
    assert.match(kept, /^[A-Za-z0-9_-]*$/);
    const back = unpack(question, kept);
    assert.equal(grade(question, answer).share, share);
    assert.equal(back ? grade(question, back).share : 0, share);
  });
}

test("a form that was kept by its number is found again when others were put before it", () => {
  const forms = [{ text: `${LONG} (SCIC)`, share: 1, right: true }];
  const kept = KINDS["réponse-courte"].pack(key({ forms }), [`${LONG} (SCIC)`]);
  const later = key({ forms: [{ text: "société anonyme à responsabilité limitée", share: 0, right: false }, ...forms] });
  assert.deepEqual(KINDS["réponse-courte"].unpack(later, kept), [`${LONG} (SCIC)`]);
});

test("what earlier versions cut of a form is that form; a text that ends there is not", () => {
  const { pack, unpack } = KINDS["réponse-courte"];
  const asked = key({ forms: [{ text: `${LONG} à capital variable`, share: 1, right: true }] });
  const cut = packText(`${LONG} à capital variable`, 48);
  assert.deepEqual(unpack(asked, cut), [`${LONG} à capital variable`]);
  const typed = [unpackText(cut)];
  assert.equal(KINDS["réponse-courte"].grade(asked, unpack(asked, pack(asked, typed)) || []).share, 0);
});

test("what is no number is no answer", () => {
  assert.equal(KINDS.numérique.pack(numeric, ["douze m2"]), "");
});

test("the words of a true or false question say which is true", () => {
  const asked = key({ choices: choices([1, true], [0, false]), agree: 1 });
  const [report] = responsesTo(KINDS["vrai-faux"], asked, [0], KINDS["vrai-faux"].grade(asked, [0]));
  assert.deepEqual([report.response, report.patterns, report.result], [false, [false], "correct"]);
});
