/** Which part of a section is being read: kept on the device, and gone to when the learner comes back. */

import { all } from "./kind.js";

/** @typedef {import("./session.js").Session} Session */

/** What a reading position counts: the parts of a section, and of the frames in it. @param {Element} page */
export const partsOf = (page) => all(page, ":scope > *, :scope > .aside > *").filter((part) => !part.matches(".peek"));

/**
 * Go to the part of a section that was being read on this device, if the section is made as it was.
 * The page scrolls when the section is shown, not later: nothing moves under the reader's eyes.
 *
 * @param {Session} session
 * @param {Element} page
 */
export function readOn({ device }, page) {
  const [id, place, count] = (device ? device.read("position") : "").split(" ");
  const parts = partsOf(page);
  const part = Number(place) && parts[Number(place)];
  if (part && id === page.id && Number(count) === parts.length) part.scrollIntoView();
}
