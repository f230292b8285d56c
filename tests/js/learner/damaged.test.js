import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { readOn } from "../../../tiers_lieu_mooc/learner/js/reading-place.js";
import { decode, emptyState, encode } from "../../../tiers_lieu_mooc/learner/js/state.js";
import { pack } from "../../../tiers_lieu_mooc/learner/js/texts.js";
import { offerChoices } from "../../../tiers_lieu_mooc/learner/js/tools/choosing.js";
import { keepProgress } from "../../../tiers_lieu_mooc/learner/js/tools/progress.js";
import { readFile } from "../../../tiers_lieu_mooc/learner/js/tools/sheet-file.js";
import { keepOnLms } from "../../../tiers_lieu_mooc/learner/js/tools/sheet-lms.js";
import { Clock, Disk, Lms, launch } from "../../support/odd_line.js";

/** Whatever the page keeps on a device, by name. */
const NAMES = ["state", "texts", "texts-sent", "progress", "rival", "declined", "position", "attestation", "inconnu"];
/** A page of which nothing has arrived: what is read and told is the same. */
const nobody = { addEventListener() {}, dispatchEvent() {}, getElementById: () => null, querySelector: () => null, querySelectorAll: () => [] };
const page = Object.assign({ documentElement: nobody }, nobody);
Object.defineProperty(globalThis, "document", { value: page, configurable: true });

const TEXTS = pack({ 5: { stamp: 9, text: "Un lieu à nous." } });
const soundState = emptyState();
soundState.lessons[1] = { status: 1 };

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom("", "null", "[]", '"abcdefgh"', "7", "{}", '{"5":7}', '{"5":null}', '{"5":"x"}', '{"5":{"a":1}}', '{"5":[[1]]}', '{"5":[9,8]}', '{"__proto__":[1]}', '{"5":[1e9,"x"]}', '{"5":[true,{}]}'),
  fc.constantFrom("A", "B", "B.", ".B", "z.B", "B!", "BA=", "kx.Bzzzzzz", "B\u0000", "\u202e", "undefined", "tlm 1.5 3", "A_______", "B__________________"),
  fc.nat(40).map((end) => `kx.${encode(soundState)}`.slice(0, end)),
  fc.nat(60).map((end) => TEXTS.slice(0, end)),
);

/**
 * Launch on what is there, answer, and wait until it was saved.
 *
 * @param {{[name: string]: string}} kept  on the device, of this learner
 * @param {{given?: string, isLocal?: boolean}} [more]
 */
async function answered(kept, { given = "", isLocal = false } = {}) {
  const [clock, lms, disk] = [new Clock(), new Lms(), new Disk()];
  const before = await launch({ lms, clock, disk });
  before.store.moveTo(1);
  await clock.pass(1);
  const [known] = [...disk.kept.keys()].filter((key) => key.endsWith(":state"));
  before.kill();
  for (const [name, text] of Object.entries(kept)) {
    const key = known.replace(/state$/, name);
    if (isLocal) disk.setItem(key, text);
    else if (text) disk.kept.set(key, text);
  }
  lms.kept = given ? { "cmi.suspend_data": given } : {};
  const { session, store } = await launch({ lms, clock, disk });
  keepOnLms(session);
  keepProgress(session);
  offerChoices(session);
  if (session.texts) session.texts.edit(6, "Un mot.", -1);
  store.judge(0, -1);
  store.answer(3, { text: "B" });
  await clock.pass(600);
  return { lms, session };
}

/** @param {Lms} lms */
const keptAnswer = (lms) => lms.state()?.questions[3]?.text;

for (const sent of ['{"5":7}', '{"5":"x"}', '{"5":{}}', '{"5":null}', '"texte"', "[1]", "null", "{"]) {
  test(`what was told to the LMS, kept as ${sent}, stops neither the state nor the texts`, async () => {
    const { lms } = await answered({ texts: TEXTS, "texts-sent": sent });
    assert.equal(keptAnswer(lms), "B");
    assert.match(lms.kept["cmi.suspend_data"], /^B[\w-]+\.A/);
  });
}

test("whatever a device keeps under the names that the page reads, an answer reaches the LMS", async () => {
  const kept = fc.dictionary(fc.constantFrom(...NAMES), odd);
  await fc.assert(
    fc.asyncProperty(kept, fc.boolean(), async (found, isLocal) => {
      assert.equal(keptAnswer((await answered(found, { isLocal })).lms), "B");
    }),
    { numRuns: 150 },
  );
});

test("whatever an LMS gives back, an answer reaches it", async () => {
  const tail = fc.tuple(fc.constantFrom("", `${encode(soundState)}.`), odd).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(tail, async (given) => {
      assert.equal(keptAnswer((await answered({ texts: TEXTS }, { given })).lms), "B");
    }),
    { numRuns: 150 },
  );
});

test("a fault in what goes beside the state stops neither the state nor the result", async () => {
  const [clock, lms, disk] = [new Clock(), new Lms(), new Disk()];
  const { session, store } = await launch({ lms, clock, disk });
  const fault = () => {
    throw new TypeError("damaged");
  };
  Object.assign(session, { attachment: fault, tellReports: fault, tellObjectives: fault });
  store.answer(3, { text: "B" });
  await clock.pass(100);
  assert.equal(keptAnswer(lms), "B");
});

test("a state holds characters of its format only", () => {
  for (const text of ["B.", "Bé", "B ", "B\n", "B=", "C", "", "b"]) assert.equal(decode(text), null);
  fc.assert(
    fc.property(odd, (text) => {
      const state = decode(text);
      assert.ok(state === null || /^B[\w-]*$/.test(encode(state)));
    }),
  );
});

test("a place that was kept is gone to where there is one, and nothing else happens", () => {
  /** @type {number[]} */
  const gone = [];
  const parts = [0, 1, 2].map((place) => ({ matches: () => false, scrollIntoView: () => gone.push(place) }));
  const section = /** @type {any} */ ({ id: "m/l", querySelectorAll: () => parts });
  const read = (/** @type {string} */ text) => readOn(/** @type {any} */ ({ device: { read: () => text } }), section);
  for (const text of ["m/l 1.5 3", "m/l 9 3", "m/l -1 3", "m/l length 3", "m/l 0 3", "m/l 1e0x 3", "m/l 1 4", "x 1 3", "", "m/l"]) read(text);
  fc.assert(fc.property(odd, fc.string(), (one, other) => read(`m/l ${one} ${other}`)));
  assert.deepEqual(gone.filter((place) => place !== 1 && place !== 2), []);
  gone.length = 0;
  read("m/l 2 3");
  assert.deepEqual(gone, [2]);
});

test("a file whose data are anything is damaged, foreign or newer", () => {
  const wrap = (/** @type {string} */ json) => `<script type="application/json" id="fiche-donnees">${json}</script>`;
  for (const json of ["null", "7", "[]", '"x"', '{"format":"fiche-projet","version":1,"course":"essai","progress":{"toString":1}}']) {
    assert.equal(readFile(wrap(json), "essai"), "damaged");
  }
  fc.assert(fc.property(fc.json(), (json) => assert.ok(["damaged", "foreign", "newer"].includes(String(readFile(wrap(json), "essai"))))));
});
