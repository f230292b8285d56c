/** Keeps on the device which part of the lesson is being read, for the next visit and for a turned screen. */

import { keptPage, partsOf } from "./borrowed.js";

/** Milliseconds without scrolling after which a place counts as being read. */
const CALM = 250;

/** @param {import("../session.js").Session} session */
export function keepPosition(session) {
  const root = document.documentElement;
  let timer = 0;
  let width = root.clientWidth;
  /** What is at the top of the window, when it is not the beginning. @type {Element | null} */
  let top = null;

  function note() {
    const page = keptPage(session);
    if (!session.device || !page || !page.classList.contains("open")) return;
    const parts = partsOf(page);
    const place = Math.max(0, parts.findIndex((part) => part.getBoundingClientRect().bottom > 1));
    top = place ? parts[place] : null;
    session.device.write("position", `${page.id} ${place} ${parts.length}`);
  }

  function later() {
    clearTimeout(timer);
    timer = window.setTimeout(note, CALM);
  }

  window.addEventListener("scroll", later, { passive: true });
  document.addEventListener("learner:open", later);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") note();
  });
  window.addEventListener("pagehide", note);
  // A turned screen: what was being read stays, where browsers do not see to it (Safari).
  window.addEventListener("resize", () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    const { activeElement } = document;
    if (top && !(activeElement && activeElement.matches("input, textarea, select"))) top.scrollIntoView();
  });
}
