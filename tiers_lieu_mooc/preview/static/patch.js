/**
 * Replaces sections of the open package. This is the preview's business alone: nothing of it is in a
 * package, whose scripts are met only where they let tools meet them.
 *
 * @module
 */

/**
 * @typedef {object} Section
 * @property {string} id
 * @property {string} html   the whole element
 * @property {readonly string[]} kept  ids of its questions that are what they were
 */

/** @typedef {Window & typeof globalThis & {learnerTools?: {push: (tool: (session: Session) => unknown) => unknown}}} PackageWindow */

/**
 * @typedef {object} Session  as the page's tools are given it
 * @property {(question: Element) => void} prepare
 */

/** What scripts hold on to once the page has started: only loading it again makes such parts anew. */
const HELD = "[data-quiz], [data-sheet], [data-search], [data-criterion]";

/** What each page gave to the tool below, once it had started. @type {WeakMap<Document, Session>} */
const sessions = new WeakMap();

/**
 * Meet the scripts of whatever the frame shows from now on.
 *
 * @param {HTMLIFrameElement} frame
 * @param {() => void} onStart  the page has started: what the learner had done is there again
 */
export function meet(frame, onStart) {
  frame.addEventListener("load", () => {
    const page = pageIn(frame);
    page?.learnerTools?.push((session) => {
      sessions.set(page.document, session);
      onStart();
    });
  });
}

/**
 * @param {HTMLIFrameElement} frame
 * @returns {PackageWindow | null} null when a link has led it to another site, which may not be looked at
 */
const pageIn = ({ contentDocument }) =>
  /** @type {PackageWindow | null} */ (contentDocument && contentDocument.defaultView);

/**
 * Show sections as they are now, the same one open at the same height, answers and focus kept.
 *
 * @param {HTMLIFrameElement} frame
 * @param {readonly Section[]} sections
 * @returns {boolean} false when the package has to be loaded again; nothing has changed then
 */
export function patch(frame, sections) {
  const page = pageIn(frame);
  const session = page && sessions.get(page.document);
  if (!page || !session) return false;
  const pairs = sections.map((section) => pairOf(page.document, section));
  if (pairs.some((pair) => !pair)) return false;
  const place = focusIn(page.document);
  const { scrollX, scrollY } = page;
  for (const pair of pairs) if (pair) replace(pair, session);
  for (const name of ["learner:ready", "learner:text"]) page.document.dispatchEvent(new page.CustomEvent(name));
  page.scrollTo(scrollX, scrollY);
  place();
  return true;
}

/** @typedef {{old: HTMLElement, fresh: HTMLElement, kept: readonly string[]}} Pair */

/**
 * @param {Document} page
 * @param {Section} section
 * @returns {Pair | null}
 */
function pairOf(page, { id, html, kept }) {
  const old = page.getElementById(id);
  const parsed = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!old || !parsed) return null;
  const fresh = /** @type {HTMLElement} */ (page.importNode(parsed, true));
  const isHeld = [old, fresh].some((each) => each.matches(HELD) || each.querySelector(HELD));
  return isHeld ? null : { old, fresh, kept };
}

/**
 * @param {Pair} pair
 * @param {Session} session
 */
function replace({ old, fresh, kept }, session) {
  for (const name of ["open", "found"]) fresh.classList.toggle(name, old.classList.contains(name));
  reopen(old, fresh);
  for (const id of kept) {
    const question = old.querySelector(`#${CSS.escape(id)}`);
    if (question) fresh.querySelector(`#${CSS.escape(id)}`)?.replaceWith(question);
  }
  old.replaceWith(fresh);
  // A section that the page has not made ready yet is left to it.
  if (!old.hasAttribute("data-ready")) return;
  fresh.setAttribute("data-ready", "");
  for (const question of fresh.querySelectorAll("[data-question]")) {
    if (!kept.includes(question.id)) session.prepare(question);
  }
}

/**
 * What the reader had unfolded stays so, as long as as much can be unfolded.
 *
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
function reopen(old, fresh) {
  const [before, after] = [old, fresh].map((each) => [...each.querySelectorAll("details")]);
  if (!before || !after || before.length !== after.length) return;
  after.forEach((each, place) => each.toggleAttribute("open", before[place]?.open));
}

/**
 * Let what is being typed be kept, and come back to it afterwards.
 *
 * @param {Document} page
 * @returns {() => void} focuses the element of the same id
 */
function focusIn(page) {
  const held = /** @type {HTMLElement | null} */ (page.activeElement);
  if (!held || held === page.body) return () => {};
  const { id } = held;
  held.blur();
  return () => {
    const found = held.isConnected ? held : page.getElementById(id);
    found?.focus({ preventScroll: true });
  };
}
