/**
 * How the second script meets the first, which asks for it. It may arrive before the session is open,
 * and is not needed to read, to answer or to be saved.
 *
 * @module
 */

/** @typedef {import("./session.js").Session} Session */
/** @typedef {(session: Session) => void} Tool  called once, when the session is open */
/**
 * @typedef {(session: Session, take: () => object) => void} Guest  what waits for the session: the whole
 *   second script, which `take` gives what `shared.js` exports, or the preview
 */

/** @type {Session} */
let session;

/**
 * Give the session to a tool, in a task of its own: between two of them the page answers its reader.
 *
 * @param {Tool} tool
 */
export function addTool(tool) {
  setTimeout(() => tool(session));
}

/**
 * Call those who wait for the session, and those still to come.
 *
 * @param {Session} opened
 * @param {object} shared  what `shared.js` exports
 */
export function equip(opened, shared) {
  session = opened;
  const page = /** @type {{learnerTools?: {push: (guest: Guest) => unknown}}} */ (/** @type {unknown} */ (window));
  const waiting = /** @type {Guest[]} */ (page.learnerTools || []);
  const push = (/** @type {Guest} */ guest) => setTimeout(() => guest(session, () => shared));
  page.learnerTools = { push };
  waiting.forEach(push);
}
