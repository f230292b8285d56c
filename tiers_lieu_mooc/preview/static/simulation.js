/**
 * One launch under a simulated LMS: what the content is given, the API that it meets, and the server
 * behind it.
 *
 * @module
 */

/** @typedef {import('./attempt.js').Learner} Learner */
/** @typedef {import('./attempt.js').Mode} Mode */
/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./lms.js').Call} Call */
/** @typedef {import('./switches.js').Switches} Switches */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./vault.js').Line} Line */
/** @typedef {import('./vault.js').Message} Message */

/**
 * @typedef {object} Simulated
 * @property {Standard} standard
 * @property {Table} table
 * @property {Switches} switches
 * @property {CmiRecord} stored   what the server has of the attempt
 * @property {Learner} learner
 * @property {Mode} mode
 * @property {(standard: Standard, given: CmiRecord) => Engine} startEngine
 * @property {() => Line} line
 * @property {() => number} login  how often somebody has logged in on this device
 * @property {(act: () => void, ms?: number) => void} later  once the page has come to rest, or after so long
 * @property {(bytes: number) => void} stall  keeps the page waiting while so much is on a slow line
 * @property {(call: Call) => void} onCall
 * @property {(message: Message) => void} onMessage
 */

import { givenTo, isFresh } from "./attempt.js";
import { SimulatedLms } from "./lms.js";
import { shippedOf, storageOver, withoutShipped } from "./shipped.js";
import { Vault } from "./vault.js";

/** @param {Simulated} launch */
export function simulate(launch) {
  const { standard, table, switches, startEngine, onCall } = launch;
  const stored = withoutShipped(launch.stored);
  const given = givenTo({ ...launch, stored });
  const isNew = isFresh(standard, stored, switches);
  // A record that holds the content's storage and nothing else has no attempt that could begin anew.
  const base = isNew && Object.keys(stored).length ? {} : launch.stored;
  const vault = new Vault({ ...launch, stored: base, given });
  const lms = new SimulatedLms(
    { standard, table, given, startEngine, switches },
    {
      onCall,
      onCommit: (record, isFinal) => vault.commit(record, isFinal),
      onSet: (element, value) => vault.set(element, value),
    },
  );
  const storage = storageOver(shippedOf(base), (key, value) => vault.ship(key, value));
  return { given, isNew, lms, vault, storage };
}
