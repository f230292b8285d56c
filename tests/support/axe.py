"""axe-core and our own rules, on a page as it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

from tests.support.waiting import all_shown

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
    "RGAAv4",
)

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""Rules on which the colour scheme bears."""

APPROVED = {
    ("color-contrast", "nonBmp", "span[aria-hidden]"): (
        "A mark of one symbol, hidden from screen readers, beside words that say the same."
    ),
    ("color-contrast", "elmPartiallyObscured", ".scroll *"): (
        "A cell that is cut at the edge of its scrolling box; colours are measured by themselves."
    ),
    ("frame-tested", "", "[data-frame]"): "The package in its player: it has tests of its own.",
}
"""What axe leaves to people: rule, what kept it from judging, where; and why it may stand."""

_RUN = """
([runOnly, approved]) => {
  const options = {runOnly, resultTypes: ['violations', 'incomplete'], elementRef: true};
  const criteria = ({tags}) => tags.filter(tag => /^RGAA-/.test(tag)).join(' ') || 'no RGAA number';
  const reasons = ({any, all, none}) =>
    [...any, ...all, ...none].map(({data}) => data && data.messageKey || '');
  const told = (rule, {html, failureSummary}, how) =>
    `${rule.id} (${criteria(rule)}) ${how}: ${html.slice(0, 120)} ${failureSummary}`;
  const isApproved = (rule, node) => approved.some(([id, key, place]) =>
    id === rule.id && reasons(node).includes(key) && node.element.matches(place));
  // Three quarters of axe's time go to sections that nobody sees: they wait outside.
  const away = [...document.querySelectorAll('[data-page]')]
    .filter(section => !section.checkVisibility())
    .map(section => [section, document.createComment('')]);
  for (const [section, place] of away) section.replaceWith(place);
  return axe.run(document, options).then(({violations, incomplete}) => [
    ...violations.flatMap(rule => rule.nodes.map(node => told(rule, node, 'violated'))),
    ...incomplete.flatMap(rule => rule.nodes.filter(node => !isApproved(rule, node))
      .map(node => told(rule, node, `undecided [${reasons(node)}]`))),
  ]).finally(() => away.forEach(([section, place]) => place.replaceWith(section)));
}
"""

_OWN = """
() => {
  const faults = [];
  const all = selector => [...document.querySelectorAll(selector)];
  const shown = element => element.checkVisibility();
  const ids = all('[id]').map(element => element.id);
  const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  for (const id of twice) faults.push(`id twice: ${id}`);
  for (const reference of ['for', 'aria-labelledby', 'aria-describedby']) {
    for (const element of all(`[${reference}]`)) {
      for (const id of element.getAttribute(reference).split(/\\s+/)) {
        if (!document.getElementById(id)) faults.push(`${reference}: no ${id}`);
      }
    }
  }
  if (!document.documentElement.lang) faults.push('no language');
  if (all('h1').length !== 1) faults.push('not one h1');
  const headings = all('h1, h2, h3, h4, h5, h6').filter(shown);
  const levels = headings.map(heading => Number(heading.tagName[1]));
  levels.forEach((level, place) => {
    if (level > (levels[place - 1] || 0) + 1) faults.push(`h${level} after h${levels[place - 1]}`);
  });
  for (const box of all('input[type=radio], input[type=checkbox][name]')) {
    const group = box.closest('fieldset');
    const legend = group && group.querySelector(':scope > legend');
    if (!legend || !legend.textContent.trim()) faults.push(`no legend: ${box.name}`);
    const same = all(`input[name="${box.name}"]`);
    const isOneGroup = same.every(other => other.closest('fieldset') === group);
    if (!isOneGroup) faults.push(`in two groups: ${box.name}`);
  }
  const banned = [
    '[draggable]', '[ondrag]', '[onmousedown]', '[onclick]', '[autofocus]', '[autoplay]', '[style]',
    '[accesskey]', '[tabindex]:not([tabindex="-1"]):not([tabindex="0"])',
    'meta[content*="user-scalable"]', 'marquee', 'blink', 'font', 'center',
  ];
  const named = element => element.outerHTML.slice(0, 100);
  for (const element of all(banned.join())) faults.push(`banned: ${named(element)}`);
  const silent = '[data-alert]:not([role=alert]), [data-verdict]:not([role=status])';
  for (const region of all(silent)) faults.push(`never read aloud: ${named(region)}`);
  for (const region of all('[role=status], [role=alert], [aria-live]').filter(shown)) {
    const isSeen = region.innerText.trim() || !region.textContent.trim();
    if (!isSeen) faults.push(`said but not seen: ${named(region)}`);
  }
  for (const {animationName, effect, playState} of document.getAnimations()) {
    if (playState === 'running') faults.push(`moves: ${animationName} of ${named(effect.target)}`);
  }
  return faults;
}
"""
"""Rules of UX §3.5, points 7, 8, 9, 11 and 16, which axe does not look at."""


def accessibility_faults(page: Page | Frame) -> list[str]:
    """List what axe-core and our own rules have against the page, once all of it is shown."""
    all_shown(page)
    own: list[str] = page.evaluate(_OWN)
    return own + _found(page, {"type": "tag", "values": [*TAGS]})


def colour_faults(page: Page | Frame) -> list[str]:
    """List what axe-core has against the colours of a page of which it has seen the rest."""
    all_shown(page)
    return _found(page, {"type": "rule", "values": [*COLOUR_RULES]})


def _found(page: Page | Frame, run_only: Mapping[str, Any]) -> list[str]:
    if page.evaluate("!window.axe"):
        page.evaluate(_AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN, [run_only, [list(each) for each in APPROVED]])
    return found
