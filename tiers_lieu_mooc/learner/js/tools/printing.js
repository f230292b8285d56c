/** Printing one section of the page alone; the style sheet hides the rest (`print-one`). */

const root = document.documentElement;

/** @param {Element} page */
export function printOnly(page) {
  const restore = () => {
    root.classList.remove("print-one");
    page.classList.remove("printed");
    window.removeEventListener("afterprint", restore);
    for (const sign of SIGNS) document.removeEventListener(sign, restore, true);
  };
  root.classList.add("print-one");
  page.classList.add("printed");
  window.addEventListener("afterprint", restore);
  // Safari before 13 does not tell of the end, and a frame may forbid printing: then the reader's
  // next act ends it.
  for (const sign of SIGNS) document.addEventListener(sign, restore, true);
  window.print();
}

const SIGNS = ["mousedown", "touchstart", "keydown"];
