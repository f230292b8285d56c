/**
 * What a word means, right where it is read: the definition of a term, the source of a fact. The
 * box stands in the text after its paragraph, so that it is never off the screen, however narrow
 * or enlarged, and stays until it is closed (WCAG 1.4.10, 1.4.13). Without this script the links lead
 * to the glossary's page.
 */

import { pageAround, say, targetOf } from "./borrowed.js";

/** What a definition is put after; inside a list's line it comes last. */
const PLACES = "legend, label, summary, figcaption, p, li, dd, h3, h4";

export function openTerms() {
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-peek]"));
  const made = template && /** @type {HTMLElement | null} */ (document.importNode(template.content, true).firstElementChild);
  if (!made) return;
  const box = made;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (box.querySelector(`[data-peek-${name}]`));
  /** The link that opened the box. @type {HTMLElement | null} */
  let opener = null;

  /** @param {boolean} isBack  whether the focus returns to the link */
  function close(isBack) {
    const link = opener;
    opener = null;
    box.remove();
    if (!link) return;
    link.setAttribute("aria-expanded", "false");
    link.removeAttribute("aria-controls");
    if (isBack) link.focus();
  }

  /** @param {HTMLElement} link  @param {Element} entry  the `dt` that the link leads to */
  function open(link, entry) {
    if (!box.contains(link)) {
      close(false);
      opener = link;
      putAfter(link, box);
      link.setAttribute("aria-expanded", "true");
      link.setAttribute("aria-controls", box.id);
    }
    const isFact = link.hasAttribute("data-fact");
    say(part("title"), isFact ? link.getAttribute("aria-label") || "" : textBefore(entry));
    const body = part("body");
    body.textContent = "";
    const definition = entry.nextElementSibling;
    if (definition) body.appendChild(copyOf(definition));
    for (const more of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-peek-more]"))) {
      more.hidden = (more.dataset.peekMore === "fact") !== isFact;
      more.setAttribute("href", link.getAttribute("href") || "");
    }
    box.focus();
  }

  document.addEventListener(
    "click",
    (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest("[data-peek-close]")) close(true);
      const link = /** @type {HTMLElement | null} */ (target.closest("a[data-term], a[data-fact]"));
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const entry = targetOf(link.getAttribute("href") || "");
      // In the glossary itself, and while it has not arrived, links lead where they lead.
      if (!entry || pageAround(link) === pageAround(entry)) return;
      event.preventDefault();
      event.stopPropagation();
      if (link === opener) close(true);
      else open(link, entry);
    },
    true,
  );

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opener) return;
    const { activeElement } = document;
    close(activeElement === opener || box.contains(activeElement));
  });
}

/**
 * Put a box where its opener stands, after the whole of a text.
 *
 * @param {Element} opener
 * @param {Element} box
 */
export function putAfter(opener, box) {
  const answers = opener.closest("fieldset ol, fieldset ul, fieldset label");
  const place = answers || opener.closest(".scroll") || opener.closest(PLACES) || opener;
  if (place.matches("li, dd")) place.appendChild(box);
  else place.insertAdjacentElement("afterend", box);
}

/** The name of a term without the other names that stand behind it. @param {Element} entry */
function textBefore(entry) {
  return ((entry.firstChild && entry.firstChild.textContent) || "").trim();
}

/** @param {Element} definition */
function copyOf(definition) {
  const copy = document.createDocumentFragment();
  for (const node of Array.from(definition.childNodes)) copy.appendChild(node.cloneNode(true));
  return copy;
}
