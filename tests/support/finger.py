"""A learner on a phone: taps, and the system's own keyboard and lists; no mouse, no keys."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.support.learner import Learner


class Finger(Learner):
    """Works on a page alone in a window that has touch."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def hit(self, target: Locator) -> None:
        """Tap."""
        target.tap()

    def tick(self, box: Locator, *, is_wanted: bool = True) -> None:
        """Tap a box that is not as wanted."""
        if box.is_checked() != is_wanted:
            box.tap()
        assert box.is_checked() == is_wanted

    def write(self, field: Locator, text: str) -> None:
        """Tap a field and write: the system's keyboard puts text in, it presses no key."""
        field.tap()
        field.evaluate("field => field.select()")
        self._page.keyboard.insert_text(text)

    def choose(self, box: Locator, option: str) -> None:
        """Open a list by a tap; choosing is the system's part."""
        box.tap()
        assert box.evaluate("box => box === document.activeElement")
        box.select_option(label=option)
