/** Commits on their way to a server that is slow, away, or owned by a later launch. */
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { Saving } from "../../../tiers_lieu_mooc/preview/static/saving.js";

/** @typedef {import('../../../tiers_lieu_mooc/preview/static/saving.js').Message} Message */
/** @typedef {import('../../../tiers_lieu_mooc/preview/static/saving.js').Receipt} Receipt */

/** What the preview's server does with messages: an older one than the last changes nothing. */
class Server {
  /** @type {Record<string, string>} */
  record = { old: "from the last session" };
  sequence = 0;

  /** @param {Message} message */
  take({ sequence, values, is_whole: isWhole }) {
    if (sequence <= this.sequence) return;
    this.sequence = sequence;
    this.record = isWhole ? { ...values } : { ...this.record, ...values };
  }
}

/**
 * @param {(message: Message) => Promise<Receipt>} send
 * @param {object} [how]
 * @param {import('../../../tiers_lieu_mooc/preview/static/saving.js').Whole} [how.whole]
 * @param {Record<string, string>} [how.known]
 */
function saving(send, how) {
  /** @type {Message[]} */
  const sent = [];
  /** @type {Message[]} */
  const beacons = [];
  /** @type {Receipt[]} */
  const receipts = [];
  const made = new Saving(
    "s",
    {
      send: (message) => {
        sent.push(message);
        return send(message);
      },
      beacon: (message) => beacons.push(message) > 0,
    },
    (receipt) => receipts.push(receipt),
    how,
  );
  return { made, sent, beacons, receipts };
}

test("the first message is whole, the next ones hold what changed", async () => {
  const { made, sent } = saving(async () => "saved");
  made.keep({ a: "1", b: "1" });
  await made.settled();
  made.keep({ a: "1", b: "2" });
  await made.settled();
  made.keep({ a: "1", b: "2" });
  assert.deepEqual(sent, [
    { session: "s", sequence: 1, values: { a: "1", b: "1" }, is_whole: true },
    { session: "s", sequence: 2, values: { b: "2" }, is_whole: false },
  ]);
});

test("what was not acknowledged is offered again", async () => {
  /** @type {Receipt} */
  let answer = "unreachable";
  const { made, sent, receipts } = saving(async () => answer);
  made.keep({ a: "1" });
  await made.settled();
  answer = "saved";
  made.retry();
  await made.settled();
  made.retry();
  assert.deepEqual(
    sent.map(({ values }) => values),
    [{ a: "1" }, { a: "1" }],
  );
  assert.deepEqual(receipts, ["unreachable", "saved"]);
});

test("a page that is left sends beacons, with what is not known to be kept", async () => {
  const { made, sent, beacons } = saving(() => new Promise(() => {}));
  made.keep({ a: "1" });
  made.leave();
  made.keep({ a: "2" });
  assert.equal(sent.length, 1);
  assert.deepEqual(
    beacons.map(({ values }) => values),
    [{ a: "1" }, { a: "2" }],
  );
});

test("beside another session all that was sent goes again, changed or not", async () => {
  const known = { a: "0", c: "0" };
  const { made, sent } = saving(async () => "saved", { whole: "none", known });
  made.keep({ a: "1", b: "1", c: "0" }, ["a", "b"]);
  await made.settled();
  made.keep({ a: "1", b: "2", c: "0" }, ["a", "b"]);
  await made.settled();
  made.keep({ a: "1", b: "3", c: "0" }, ["b"]);
  await made.settled();
  made.retry();
  assert.deepEqual(
    sent.map(({ values, is_whole: isWhole }) => [values, isWhole]),
    [
      [{ a: "1", b: "1" }, false],
      [{ a: "1", b: "2" }, false],
      [{ b: "3" }, false],
    ],
  );
});

test("where each message replaces everything, each holds everything", async () => {
  const { made, sent } = saving(async () => "saved", { whole: "each" });
  made.keep({ a: "1", b: "1" }, ["a"]);
  await made.settled();
  made.keep({ a: "1", b: "2" }, ["b"]);
  await made.settled();
  made.retry();
  assert.deepEqual(
    sent.map(({ values, is_whole: isWhole }) => [values, isWhole]),
    [
      [{ a: "1", b: "1" }, true],
      [{ a: "1", b: "2" }, true],
    ],
  );
});

test("nothing is sent any more once a later launch owns the attempt", async () => {
  const { made, sent } = saving(async () => "taken");
  made.keep({ a: "1" });
  await made.settled();
  made.keep({ a: "2" });
  made.leave();
  assert.equal(sent.length, 1);
  assert.equal(made.isTaken, true);
});

/** What may happen to a message: kept and told, kept and not told, lost, or kept much later. */
const FATES = /** @type {const} */ (["told", "untold", "lost", "late"]);

test("whatever is lost or late, the server ends with the last record", async () => {
  const value = fc.constantFrom("1", "2");
  const record = fc.record({ a: value, b: value, c: value });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(record, fc.constantFrom(...FATES)), { minLength: 1, maxLength: 12 }),
      async (turns) => {
        const server = new Server();
        /** @type {Message[]} */
        const late = [];
        let turn = 0;
        const { made } = saving(async (message) => {
          const fate = turns[turn]?.[1] || "told";
          if (fate === "late") late.push(message);
          if (fate === "told" || fate === "untold") server.take(message);
          return fate === "told" ? "saved" : "unreachable";
        });
        for (const [values] of turns) {
          made.keep(values);
          await made.settled();
          turn += 1;
        }
        made.retry();
        await made.settled();
        for (const message of late) server.take(message);
        const [last] = turns[turns.length - 1] || [];
        assert.deepEqual(server.record, { ...last });
      },
    ),
  );
});
