/**
 * The version without pictures: their texts stand instead, and pictures that load late are not asked
 * for at all. A line in the head of the page applies the choice before anything is drawn; it belongs to
 * the device, not to one person, and follows the browser's own wish to save data until it is made.
 */

import { all, tried } from "./borrowed.js";

/** For all who use the device, since it says nothing of anybody. @param {string} choice */
function keep(choice) {
  // A device that keeps nothing shows pictures again.
  tried(() => localStorage.setItem("tlm:images", choice));
}

export function offerLight() {
  const root = document.documentElement;

  /** Open the long descriptions, but nothing that would move what is being read. @param {boolean} isAsked */
  function unfold(isAsked) {
    if (!root.classList.contains("light")) return;
    for (const description of all(root, "figure figcaption details")) {
      const { top, height } = description.getBoundingClientRect();
      if (isAsked || !height || top > window.innerHeight) description.setAttribute("open", "");
    }
  }

  function show() {
    const isLight = root.classList.contains("light");
    for (const button of all(root, "[data-light]")) button.setAttribute("aria-pressed", String(isLight));
  }

  document.addEventListener("click", (event) => {
    if (!(/** @type {Element} */ (event.target).closest("[data-light]"))) return;
    root.classList.toggle("light");
    keep(root.classList.contains("light") ? "0" : "1");
    show();
    unfold(true);
  });
  document.addEventListener("learner:ready", () => {
    show();
    unfold(false);
  });
  show();
  unfold(false);
}
