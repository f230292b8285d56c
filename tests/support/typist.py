"""A learner without a mouse: Tab, arrows, Space, Enter and letters."""

from __future__ import annotations

from functools import singledispatchmethod

from playwright.sync_api import Locator, Page

from tests.support.learner import folded
from tests.support.replies import Filled, Listed, Ordered, Placed, Reply, Ticks, Typed

_STOP = """
(previous, isBack) => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return ['the focus is lost'];
  const faults = [];
  const style = getComputedStyle(stop);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('not seen');
  const {left, right, top, bottom} = stop.getBoundingClientRect();
  const seen = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  const found = document.elementFromPoint((left + right) / 2, (seen[0] + seen[1]) / 2);
  if (!found || !(stop.contains(found) || found.contains(stop))) faults.push('under something');
  const way = previous === document.body ? 6 : previous.compareDocumentPosition(stop);
  if (!(way & (isBack ? 2 : 4))) faults.push('out of order');
  return faults.map(fault => `${stop.tagName} ${stop.id} ${stop.textContent.trim()}: ${fault}`);
}
"""
"""Faults of the place where the focus has come to, from the place where it was."""

MOST_STOPS = 200


class Typist:
    """Works on a page alone in a window."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def focus(self) -> str:
        """What has the focus, in words."""
        words: str = self.page.evaluate(
            "`${document.activeElement.tagName} ${document.activeElement.textContent.trim()}`"
        )
        return folded(words)

    def has_focus(self, target: Locator) -> bool:
        """Whether one of these has the focus."""
        has: bool = target.evaluate_all("found => found.includes(document.activeElement)")
        return has

    def to(self, target: Locator) -> None:
        """Go to the first of these, forth or back, and look at every stop on the way."""
        is_back: bool = target.first.evaluate(
            "target => Boolean(document.activeElement !== document.body"
            " && document.activeElement.compareDocumentPosition(target) & 2)"
        )
        for _ in range(MOST_STOPS):
            if self.has_focus(target):
                return
            before = self.page.evaluate_handle("document.activeElement")
            self.page.keyboard.press("Shift+Tab" if is_back else "Tab")
            faults = before.evaluate(_STOP, is_back)
            assert faults == [], faults
        raise AssertionError(f"never came to {target}")

    def act(self, target: Locator, key: str = "Enter") -> None:
        """Go there and press a key; the focus must be somewhere afterwards."""
        self.to(target)
        self.press(key)

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self.page.keyboard.press(key)
        assert self.page.evaluate("document.activeElement !== document.body"), (
            f"the focus is lost after {key}"
        )

    def button(self, name: str) -> Locator:
        """The button of that name."""
        return self.page.get_by_role("button", name=name, exact=True)

    @singledispatchmethod
    def reply(self, answer: Reply, group: Locator) -> None:
        """Give an answer to a question."""
        raise TypeError(type(answer).__name__)

    @reply.register
    def _(self, answer: Ticks, group: Locator) -> None:
        boxes = group.get_by_role("checkbox")
        if not boxes.count():
            self._choose(group, answer.texts[0])
            return
        wanted = {folded(text) for text in answer.texts}
        for box in boxes.all():
            label = folded(box.evaluate("box => box.labels[0].textContent"))
            if box.is_checked() != (label in wanted):
                self.act(box, "Space")

    @reply.register
    def _(self, answer: Typed, group: Locator) -> None:
        self._type(group.get_by_role("textbox"), answer.text)

    @reply.register
    def _(self, answer: Listed, group: Locator) -> None:
        wanted = {folded(label): option for label, option in answer.options}
        for box in group.get_by_role("combobox").all():
            label = folded(box.evaluate("box => box.labels[0].textContent"))
            self._select(box, wanted[label])

    @reply.register
    def _(self, answer: Ordered, group: Locator) -> None:
        wanted = [folded(step) for step in answer.steps]
        self.act(group.get_by_role("button", name="Descendre").first, "Space")
        for place, step in enumerate(wanted):
            up = group.get_by_role("button", name=f"Monter : {step}", exact=True)
            while self._steps(group).index(step) > place:
                self.act(up)
                assert self.has_focus(up)

    @reply.register
    def _(self, answer: Filled, group: Locator) -> None:
        for place, word in enumerate(answer.words):
            name = f"Trou {place + 1} sur {len(answer.words)}"
            if answer.is_list[place]:
                self._select(group.get_by_role("combobox", name=name, exact=True), word)
            else:
                self._type(group.get_by_role("textbox", name=name, exact=True), word)

    @reply.register
    def _(self, answer: Placed, group: Locator) -> None:
        for statement, degree in answer.degrees:
            self._choose(group.get_by_role("group", name=statement, exact=True), degree)

    def _choose(self, group: Locator, text: str) -> None:
        target = group.get_by_label(text, exact=True)
        self.to(group.get_by_role("radio"))
        while not self.has_focus(target):
            self.press("ArrowDown")
        if not target.is_checked():
            self.press("Space")
        assert target.is_checked()

    def _type(self, field: Locator, text: str) -> None:
        self.to(field)
        self.press("Control+a")
        self.page.keyboard.type(text)

    def _select(self, box: Locator, option: str) -> None:
        self.to(box)
        way: int = box.evaluate(
            "(box, text) => [...box.options].findIndex(each => each.text === text)"
            " - box.selectedIndex",
            option,
        )
        for _ in range(abs(way)):
            self.press("ArrowDown" if way > 0 else "ArrowUp")

    def _steps(self, group: Locator) -> list[str]:
        names = group.get_by_role("button", name="Monter").all_text_contents()
        return [folded(name).partition(" : ")[2] for name in names]
