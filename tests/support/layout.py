"""Faults of what is on the screen now: too wide, cut off, too small to hit."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.waiting import all_shown

SPACING = """
* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }
"""
"""Text spacing that readers may ask for. Source: WCAG 2.1, 1.4.12; RGAA 10.12."""

_FAULTS = """
() => {
  const faults = [];
  const named = ({tagName, id, textContent}) =>
    `${tagName} ${id} ${textContent.trim().slice(0, 50)}`;
  // For the ears only: what is being said of saving stays while « Enregistrement… » is shown.
  const unseen = '.sr, [data-saving=saving] > [role=status]';
  const shown = element => element.checkVisibility() && !element.closest(unseen);
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide`);
  // Of a whole course, all sections but one are hidden: nobody looks into them.
  const isClosed = element => element.hasAttribute('data-page') && !element.checkVisibility();
  const ways = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, element =>
    isClosed(element) ? NodeFilter.FILTER_REJECT
      : shown(element) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  const all = [];
  while (ways.nextNode()) all.push(ways.currentNode);
  for (const element of all) {
    const {right, width} = element.getBoundingClientRect();
    const isScrolled = element.closest('.scroll, textarea, select');
    if (!isScrolled && width && right > innerWidth + 1) faults.push(`${named(element)}: too wide`);
    const {overflowX} = getComputedStyle(element);
    const mayCut = ['hidden', 'clip'].includes(overflowX) || element.matches('button, summary');
    const isWhole = element.scrollWidth <= element.clientWidth + 1
      && element.scrollHeight <= element.clientHeight + 1;
    if (mayCut && !isWhole) faults.push(`${named(element)}: text is cut`);
  }
  const controls = 'button, summary, select, textarea, input, a[href], [role=button]';
  for (const control of all.filter(element => element.matches(controls))) {
    const target = control.matches('[type=radio], [type=checkbox]') ? control.labels[0] : control;
    const {width, height} = target.getBoundingClientRect();
    const said = `${named(control)}: ${width} × ${height} px`;
    const isLink = control.matches('a:not(.button)');
    const text = control.closest('p, li, dd, dt, td, figcaption');
    const isInSentence = isLink && text && text.textContent.trim() !== control.textContent.trim();
    if (isInSentence ? height < 24 : Math.min(width, height) < 24) faults.push(said);
    else if (!isLink && height < 44) faults.push(`${said}, where 44 are wanted`);
  }
  return faults;
}
"""


def layout_faults(page: Page) -> list[str]:
    """List what does not fit the window, cuts its text, or is too small to hit.

    Every target is 24 px or more (WCAG 2.5.8), links inside a sentence in height only; controls
    that are not links are 44 px high (WCAG 2.5.5, which is AAA: our own wish).
    """
    all_shown(page)
    faults: list[str] = page.evaluate(_FAULTS)
    return faults


def spaced_layout_faults(page: Page) -> list[str]:
    """List the faults that text spacing alone brings in, and take the spacing away again."""
    page.evaluate(
        "css => { const style = document.createElement('style'); style.textContent = css;"
        " style.id = 'spacing'; document.head.appendChild(style); }",
        SPACING,
    )
    faults = layout_faults(page)
    page.evaluate("document.getElementById('spacing').remove()")
    return [f"spaced out: {fault}" for fault in faults]


def space_out(page: Page) -> None:
    """Read with the text spacing of WCAG 1.4.12 from now on."""
    page.evaluate(
        "css => document.head.appendChild(document.createElement('style')).textContent = css",
        SPACING,
    )
