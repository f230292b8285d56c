/**
 * Finds the object through which an LMS talks, wherever it sits above the page.
 *
 * @module
 */

/** @typedef {Record<string, (...parameters: string[]) => unknown>} Api */

/** Windows climbed before giving up; real players nest fewer than ten. */
const FARTHEST = 500;

/**
 * Reads what a window of another origin answers by throwing.
 *
 * @template T
 * @param {() => T} read
 * @returns {T | null}
 */
function tried(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * @param {any} start
 * @param {string} name
 * @param {string} method
 * @returns {any} the window that has the object, or null
 */
function climbed(start, name, method) {
  for (let window = start, steps = 0; window && steps < FARTHEST; steps += 1) {
    const here = window;
    // An element with the id "API" is a property of the window too: only callable objects count.
    if (tried(() => here[name][method])) return here;
    window = tried(() => (here.parent === here ? null : here.parent));
  }
  return null;
}

/**
 * Looks in the window itself and its parents, then from its opener, then from its top's opener.
 *
 * @param {unknown} window
 * @param {string} name    of the object: `API`, `API_1484_11`
 * @param {string} method  that the object must have
 * @returns {Api | null}
 */
export function findApi(window, name, method) {
  const page = /** @type {any} */ (window);
  const owner =
    climbed(page, name, method) ||
    climbed(
      tried(() => page.opener),
      name,
      method,
    ) ||
    climbed(
      tried(() => page.top.opener),
      name,
      method,
    );
  return owner && owner[name];
}

/**
 * Loads the LMS's page around the content anew, which begins a new session.
 *
 * @param {unknown} window
 * @param {string} name
 * @param {string} method
 * @returns {boolean} whether there is such a page: the object stands in a window around the content
 */
export function relaunch(window, name, method) {
  const owner = climbed(tried(() => /** @type {any} */ (window).parent), name, method);
  if (!owner || owner === window) return false;
  owner.location.reload();
  return true;
}
