/**
 * How the second script meets the first. Either may arrive first, and the second is not needed to
 * read, to answer or to be saved: what it adds registers itself here and is given the session.
 *
 * @module
 */

/** @typedef {import("../session.js").Session} Session */
/** @typedef {(session: Session) => void} Tool  called once, when the session is open */

/** @returns {{learnerTools?: {push: (tool: Tool) => unknown}}} */
const shared = () => /** @type {any} */ (window);

/** @param {Tool} tool */
export function register(tool) {
  const page = shared();
  const desk = page.learnerTools || /** @type {Tool[]} */ ([]);
  desk.push(tool);
  page.learnerTools = desk;
}

/**
 * Give the session to the tools that wait for it, and to those still to come: in their order, each in
 * a task of its own, between which the page answers its reader.
 *
 * @param {Session} session
 */
export function equip(session) {
  const page = shared();
  const waiting = /** @type {Tool[]} */ (page.learnerTools || []);
  const push = (/** @type {Tool} */ tool) => setTimeout(() => tool(session));
  page.learnerTools = { push };
  waiting.forEach(push);
}
