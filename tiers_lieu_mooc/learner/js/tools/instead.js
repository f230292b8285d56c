/**
 * Another way where the frame around the page forbids one. A frame may be kept from opening windows,
 * from saving files and from printing (`sandbox`; Kolibri's is `allow-scripts allow-same-origin`): nothing
 * happens then, and nothing is said. What was wanted can be copied, or opened beside the frame.
 */

import { all, first, focusOn, say, word } from "./borrowed.js";
import { putAfter } from "./glossary.js";

/** Whether a frame around the page may forbid something; one from elsewhere does not tell. */
function isConfined() {
  for (let view = /** @type {Window} */ (window); view !== view.parent; view = view.parent) {
    if (!view.frameElement || view.frameElement.hasAttribute("sandbox")) return true;
  }
  return false;
}

/**
 * Where something may have been forbidden, say so after what was pressed, with a text to copy. Browsers
 * tell of neither a file nor a window, and only some of a print: the words say « if ».
 *
 * @param {Element} opener  what was pressed
 * @param {string} name  of the words
 * @param {string} text
 * @param {() => string} [address]  of what can be opened beside
 */
export function offerInstead(opener, name, text, address) {
  const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("instead"));
  const old = first(document, "[data-instead]");
  if (old) old.remove();
  if (!template || !isConfined()) return;
  const box = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
  const field = /** @type {HTMLTextAreaElement} */ (first(box, "textarea"));
  const [copy, apart, close] = all(box, "button");
  const answer = (/** @type {string} */ said) => say(first(box, "[role]"), word(`instead-${said}`));
  say(first(box, "span"), word(`instead-${name}`));
  field.value = text;
  if (!address) apart.remove();
  box.addEventListener("click", (event) => {
    // A button of a quiz turns its pages.
    event.stopPropagation();
    const { target } = event;
    if (target === copy) {
      field.select();
      answer(`copied-${document.execCommand("copy")}`);
    } else if (target === apart && address && !window.open(address())) answer("shut");
    else if (target === close) {
      box.remove();
      focusOn(opener);
    }
  });
  putAfter(opener, box);
  focusOn(field);
  field.select();
}

/** The address of a page that stands beside the course until the course is closed. @param {string} html */
export const beside = (html) => URL.createObjectURL(new Blob([html], { type: "text/html" }));

/** Links that lead out, and files of the course. */
export function watchLinks() {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[target], a[download]:not([href^=blob])"));
    if (link) offerInstead(link, "link", link.href);
  });
}
