/**
 * The frame that a content stands in, as far as an LMS lets it do things there.
 *
 * @module
 */

/** @typedef {import('./switches.js').Switches} Switches */

import { ASKED } from "./shipped.js";

/**
 * Brings a page into it.
 *
 * @param {HTMLIFrameElement} frame
 * @param {string} address
 * @param {Switches} switches
 */
export function showIn(frame, address, { forbidsUnload, sandbox, shipsStorage }) {
  if (forbidsUnload) frame.allow = "unload 'none'";
  else frame.removeAttribute("allow");
  if (sandbox) frame.setAttribute("sandbox", sandbox);
  else frame.removeAttribute("sandbox");
  frame.src = shipsStorage ? `${address}?${ASKED}` : address;
}

/**
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<void>} once the content has gone
 */
export function emptied(frame) {
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true });
    frame.src = "about:blank";
  });
}

/**
 * Whether a link has led the frame to another site: to what the browser shows in its place, since the
 * preview lets no other site in.
 *
 * @param {HTMLIFrameElement} frame
 */
export function isElsewhere({ contentWindow }) {
  try {
    return !contentWindow || contentWindow.location.href === undefined;
  } catch {
    return true;
  }
}
