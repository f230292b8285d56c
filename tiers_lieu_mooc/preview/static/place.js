/**
 * Loads a package again without losing the place: the same section at the same height.
 *
 * @module
 */

/** Attempts to scroll back while the page is still growing, one a frame. */
const MOST_FRAMES = 60;

/** @param {HTMLIFrameElement} frame */
const openSection = (frame) => frame.contentDocument?.querySelector("[data-page].open")?.id || "";

/**
 * @param {HTMLIFrameElement} frame
 * @param {() => Promise<void>} relaunch
 */
export async function comeBack(frame, relaunch) {
  const section = openSection(frame);
  const height = frame.contentWindow?.scrollY || 0;
  await relaunch();
  if (!section || !height) return;
  frame.addEventListener("load", () => scrollBack(frame, section, height, MOST_FRAMES), {
    once: true,
  });
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} section
 * @param {number} height
 * @param {number} frames  left
 */
function scrollBack(frame, section, height, frames) {
  const page = frame.contentWindow;
  if (!page || frames === 0 || page.scrollY === height) return;
  if (openSection(frame) === section) page.scrollTo(0, height);
  page.requestAnimationFrame(() => scrollBack(frame, section, height, frames - 1));
}
