/**
 * Reads a learner's state with the page's own code: `{state, keys}` on standard input, where `keys`
 * holds each question's kind and key by permanent number, gives the state on standard output with
 * `answer` beside each packed text.
 */

import { readFileSync } from "node:fs";
import { KINDS } from "../../tiers_lieu_mooc/learner/js/question/index.js";
import { decode } from "../../tiers_lieu_mooc/learner/js/state.js";

/** @type {{state: string, keys: {[index: string]: {kind: string, key: import("../../tiers_lieu_mooc/learner/js/kind.js").Key}}}} */
const { state, keys } = JSON.parse(readFileSync(0, "utf8"));
const decoded = decode(state);
if (!decoded) throw new Error(`not a state: ${state}`);
for (const [index, record] of Object.entries(decoded.questions)) {
  // A question of an older package has no key on the page.
  const asked = keys[index];
  Object.assign(record, { answer: asked && record.text ? KINDS[asked.kind].unpack(asked.key, record.text) : null });
}
console.log(JSON.stringify(decoded));
