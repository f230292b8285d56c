import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { inWords, spoken } from "../../../tiers_lieu_mooc/learner/js/tools/attestation.js";
import { standingOf } from "../../../tiers_lieu_mooc/learner/js/tools/standing.js";
import { DONE, OPENED, emptyQuestion, emptyQuiz, emptyState, join } from "../../../tiers_lieu_mooc/learner/js/state.js";

/** @typedef {import("../../../tiers_lieu_mooc/learner/js/state.js").State} State */
/** @typedef {import("../../../tiers_lieu_mooc/learner/js/tools/standing.js").Rule} Rule */

const LESSONS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** @type {Rule} */
const RULE = { lessons: LESSONS, share: 80, quizzes: [20, 21], mean: 60, minimum: 40, placed: [30, 31], sections: 6 };

/**
 * @param {{lessons?: readonly number[], scores?: readonly number[], placed?: readonly number[], sections?: readonly number[]}} done
 *   scores in percent, of the quizzes in order
 * @returns {State}
 */
function state({ lessons = LESSONS, scores = [100, 100], placed = [30, 31], sections = [1, 2, 3, 4, 5, 6] }) {
  const made = emptyState();
  for (const index of lessons) made.lessons[index] = { status: DONE };
  scores.forEach((score, place) => {
    made.quizzes[20 + place] = Object.assign(emptyQuiz(), { best: Math.round(score * 100), sent: 1, attempt: 1 });
  });
  for (const index of placed) made.questions[index] = Object.assign(emptyQuestion(), { tries: 1, text: "B" });
  for (const section of sections) made.sheet[section] = { stamp: 1, level: 1 };
  return made;
}

/** @param {Parameters<typeof state>[0]} done  @param {Partial<Rule>} [rule] */
const standing = (done, rule = {}) => standingOf(state(done), Object.assign({}, RULE, rule));

test("everything done reaches it", () => {
  const { isReached, lessons, quizzes, placed, sections } = standing({});
  assert.equal(isReached, true);
  assert.deepEqual([lessons, quizzes, placed, sections].flatMap(({ missing }) => missing), []);
});

const LAST_ACTS = /** @type {const} */ ([
  ["the eighth lesson of ten", { lessons: LESSONS.slice(0, 7) }, { lessons: LESSONS.slice(0, 8) }],
  ["a mean of exactly 60", { scores: [40, 79.99] }, { scores: [40, 80] }],
  ["a quiz at exactly 40", { scores: [39.99, 100] }, { scores: [40, 100] }],
  ["a quiz that was not sent", { scores: [100] }, { scores: [100, 40] }],
  ["the second self-positioning", { placed: [30] }, { placed: [30, 31] }],
  ["the sixth section", { sections: [1, 2, 3, 5, 12] }, { sections: [1, 2, 3, 5, 11, 12] }],
]);
for (const [name, before, after] of LAST_ACTS) {
  test(`${name} reaches it, and nothing less`, () => {
    assert.equal(standing(before).isReached, false);
    assert.equal(standing(after).isReached, true);
  });
}

const SHARES = /** @type {const} */ ([
  [80, 10, 8],
  [80, 42, 34],
  [33.3, 10, 4],
  [70, 10, 7],
  [56.7, 1000, 567],
  [100, 3, 3],
  [0, 3, 0],
]);
for (const [share, total, needed] of SHARES) {
  test(`${share} % of ${total} lessons are ${needed}`, () => {
    const lessons = Array.from({ length: total }, (_, index) => 100 + index);
    assert.equal(standing({}, { lessons, share }).lessons.needed, needed);
  });
}

test("a lesson that was only opened is not done", () => {
  const opened = state({ lessons: LESSONS.slice(0, 7) });
  opened.lessons[7] = { status: OPENED };
  assert.equal(standingOf(opened, RULE).isReached, false);
});

test("what was retired counts no more", () => {
  const { lessons, quizzes } = standing({ lessons: [50, 51, 52, 53, 54, 55, 56, 57, 58], scores: [100, 100] }, { quizzes: [40, 41] });
  assert.deepEqual([lessons.count, quizzes.count], [0, 0]);
});

test("a section at level 0 is not begun, nor is what is no section", () => {
  const bare = state({ sections: [0, 1, 2, 3, 4, 5] });
  bare.sheet[6] = { stamp: 2, level: 0 };
  assert.equal(standingOf(bare, RULE).sections.count, 5);
});

test("what is missing is named, lowest scores first of all", () => {
  const { lessons, quizzes, placed } = standing({ lessons: LESSONS.slice(2, 9), scores: [30, 100], placed: [] });
  assert.deepEqual([lessons.missing, quizzes.missing, placed.missing], [[0, 1, 9], [20], [30, 31]]);
  assert.deepEqual(standing({ scores: [50, 55] }).quizzes.missing, [20, 21]);
  assert.deepEqual(standing({ scores: [50, 70] }).quizzes.missing, []);
});

test("a course without quizzes, sheet or self-positionings asks for lessons alone", () => {
  assert.equal(standing({ scores: [], placed: [], sections: [] }, { quizzes: [], placed: [], sections: 0 }).isReached, true);
});

const works = fc
  .record({
    lessons: fc.subarray(LESSONS),
    scores: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 2 }),
    placed: fc.subarray([30, 31]),
    sections: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  })
  .map(state);

test("more work never loses it, whatever the rule", () => {
  const rules = fc.record({ share: fc.integer({ min: 0, max: 100 }), mean: fc.integer({ min: 0, max: 100 }), minimum: fc.integer({ min: 0, max: 100 }), sections: fc.integer({ min: 0, max: 12 }) });
  fc.assert(
    fc.property(works, works, rules, (one, other, own) => {
      const rule = Object.assign({}, RULE, own);
      const [before, after] = [standingOf(one, rule), standingOf(join(one, other), rule)];
      assert.ok(after.isReached || !before.isReached);
      for (const name of /** @type {const} */ (["lessons", "quizzes", "placed", "sections"])) {
        assert.ok(after[name].count >= before[name].count);
        assert.ok(after[name].isReached || !before[name].isReached);
      }
    }),
  );
});

const NAMES = [
  ["Martin, Camille", "Camille Martin"],
  ["Camille Martin", "Camille Martin"],
  [" Le Goff , Anne-Marie ", "Anne-Marie Le Goff"],
  ["Martin, Camille, Dr", "Martin, Camille, Dr"],
  ["Martin,", "Martin,"],
  ["", ""],
];
for (const [told, said] of NAMES) test(`« ${told} » is said « ${said} »`, () => assert.equal(spoken(told), said));

test("a day is written in words", () => {
  const words = { first: "1er", months: "janvier février mars" };
  assert.equal(inWords(new Date(2026, 2, 1), words), "1er\u00a0mars\u00a02026");
  assert.equal(inWords(new Date(2026, 0, 23), words), "23\u00a0janvier\u00a02026");
});
