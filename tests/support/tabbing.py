"""Faults of the way that the Tab key takes through what is on the screen."""

from __future__ import annotations

from playwright.sync_api import Page

_PREPARE = """
() => {
  const kinds = 'a[href], button, input, select, textarea, summary, audio, video, [tabindex="0"]';
  const isStop = element =>
    element.checkVisibility({visibilityProperty: true}) && !element.disabled;
  const chosen = box => {
    const group = [...document.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`)];
    return group.find(each => each.checked) || group.filter(isStop)[0];
  };
  const wanted = [...document.querySelectorAll(kinds)].filter(element =>
    isStop(element) && (element.type !== 'radio' || chosen(element) === element));
  const look = element => {
    const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(element);
    return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow].join();
  };
  document.activeElement.blur();
  const before = new Map(wanted.map(element => [element, look(element)]));
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  window.tabWay = {wanted, before, look, visited: [], faults: []};
  return wanted.length;
}
"""
"""Begins at the top of the document."""

_ARRIVE = """
() => {
  const {before, look, visited, faults} = window.tabWay;
  const stop = document.activeElement;
  if (!stop || stop === document.body) return visited.length > 0;
  if (visited.includes(stop)) return false;
  const named = `${stop.tagName} ${stop.id} ${stop.textContent.trim().slice(0, 60)}`;
  if (before.get(stop) === look(stop)) faults.push(`focus not seen: ${named}`);
  const last = visited[visited.length - 1];
  if (last && !(last.compareDocumentPosition(stop) & 4)) faults.push(`out of order: ${named}`);
  visited.push(stop);
  const {left, right, top, bottom} = stop.getClientRects()[0];
  const seen = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  const found = document.elementFromPoint((left + right) / 2, (seen[0] + seen[1]) / 2);
  const isSeen = found && (stop.contains(found) || found.contains(stop)
    || [...stop.labels || []].some(label => label.contains(found)));
  if (!isSeen) faults.push(`under something, or out of sight: ${named}`);
  return false;
}
"""
"""Looks at where the focus is now; true once it has left the page."""

_REPORT = """
() => {
  const {wanted, visited, faults} = window.tabWay;
  const missed = wanted.filter(element => !visited.includes(element));
  return [...faults, ...missed.map(element =>
    `never reached: ${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 60)}`)];
}
"""


def tab_faults(page: Page) -> list[str]:
    """Press Tab from the top of the document to its end; list what went wrong on the way.

    Every control is reached, in the order of the document; each stop is seen as such (WCAG 2.4.7)
    and is under nothing (2.4.11); nothing holds the focus (2.1.2).
    """
    wanted: int = page.evaluate(_PREPARE)
    # A player has stops of its own inside.
    for _ in range(2 * wanted + 20):
        page.keyboard.press("Tab")
        if page.evaluate(_ARRIVE):
            break
    else:
        return ["the focus never leaves the page"]
    faults: list[str] = page.evaluate(_REPORT)
    return faults
