/**
 * The screen that the package is shown on: the frame's width and height.
 *
 * @module
 */

import { the } from "./dom.js";

/** Sizes that a frame may have, in CSS pixels. */
const [LEAST, MOST] = [200, 4000];

/**
 * @param {HTMLIFrameElement} frame
 * @param {() => void} onChange
 */
export function followScreen(frame, onChange) {
  const chosen = /** @type {HTMLSelectElement} */ (the("[data-screen]"));
  const free = the("[data-free]");
  const [width, height] = ["input[data-width]", "input[data-height]"].map(
    (field) => /** @type {HTMLInputElement} */ (the(field)),
  );

  function show() {
    const option = chosen.selectedOptions[0];
    const { width: fixedWidth = "", height: fixedHeight = "" } = (option && option.dataset) || {};
    const isFree = chosen.value === "libre";
    free.hidden = !isFree;
    size("width", isFree ? sound(width) : fixedWidth);
    size("height", isFree ? sound(height) : fixedHeight);
    onChange();
  }

  /**
   * @param {"width" | "height"} side
   * @param {string} pixels  "": as large as its place
   */
  function size(side, pixels) {
    if (pixels) frame.setAttribute(side, pixels);
    else frame.removeAttribute(side);
  }

  for (const field of [chosen, width, height]) field?.addEventListener("change", show);
  show();
}

/** @param {HTMLInputElement | undefined} field */
function sound(field) {
  const pixels = Math.round(Number(field && field.value)) || LEAST;
  return String(Math.min(MOST, Math.max(LEAST, pixels)));
}
