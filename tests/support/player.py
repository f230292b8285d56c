"""A designer at the player's page: finds everything by role and name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.support.learner import Learner
from tiers_lieu_mooc.preview.player import LINES

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
"""Ignored by git, kept by continuous integration."""


_LOADED = """
() => new Promise(resolve => {
  const look = () => {
    const {isOld, location, document: page} = document.querySelector('[data-frame]').contentWindow;
    const isThere = !isOld && location.pathname.startsWith('/paquet/');
    if (isThere && page.readyState === 'complete') resolve();
    else requestAnimationFrame(look);
  };
  look();
})
"""


class Player:
    """The page around a package."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def learner(self) -> Learner:
        """Who works in the frame."""
        return Learner(self.page.frame_locator("[data-frame]"))

    def choose(self, label: str, option: str) -> None:
        """Choose from one of the lists, whose name begins so."""
        lists = self.page.locator("select").and_(self.page.get_by_label(label))
        lists.select_option(label=option)

    def launch(self, **choices: str) -> None:
        """Launch with settings, by the names of their lists."""
        for label, option in choices.items():
            self.choose(label, option)
        self.after(lambda: self.press("Lancer avec ces réglages"))

    def press(self, name: str) -> None:
        """Press a button of the player."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def relaunch(self) -> None:
        """Leave the package and launch it again."""
        self.after(lambda: self.press("Quitter et relancer"))

    def renew(self) -> None:
        """Leave the package and launch it in a new attempt."""
        self.after(lambda: self.press("Nouvelle tentative"))

    def change_device(self) -> None:
        """Go on as if on another device: only the LMS knows what was done."""
        self.press("Quitter")
        expect(self.page.locator('[data-state="left"]')).to_be_visible()
        self.press("Vider l’appareil")
        expect(self.page.locator("[data-device-said]")).to_contain_text("L’appareil est vide")
        self.relaunch()

    def line(self, name: str) -> None:
        """Choose what the line is like, by its name in ``player.LINES``."""
        self.choose("Réseau", LINES[name])

    def part(self, name: str) -> Locator:
        """A part of the inspector that scrolls."""
        return self.page.get_by_role("region", name=name)

    def journal(self, words: str) -> Locator:
        """Lines of the journal that hold these words."""
        return self.part("Journal des appels").get_by_role("row").filter(has_text=words)

    def gradebook(self, entry: str) -> Locator:
        """What the trainer is shown under a heading."""
        rows = self.page.locator("[data-gradebook]").get_by_role("row")
        return rows.filter(has=self.page.get_by_role("cell", name=entry, exact=True)).first

    def calls(self) -> list[Mapping[str, Any]]:
        """Give every call of the page so far."""
        told: list[Mapping[str, Any]] = self.page.evaluate("simulatedLms.calls()")
        return told

    def kept(self) -> dict[str, str]:
        """Give what the LMS has."""
        told: dict[str, str] = self.page.evaluate("simulatedLms.kept()")
        return told

    def keep_screenshot(self, name: str) -> None:
        """Put a picture of the whole page where people look at it."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        # Hiding the caret would leave a style on each field, which the page's own rules forbid.
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path, full_page=True, caret="initial")

    def after(self, act: Callable[[], None]) -> None:
        """Do what launches again, and wait until the package is there."""
        # The same document is loaded again: only a mark tells the old one from the new.
        self.page.evaluate("document.querySelector('[data-frame]').contentWindow.isOld = true")
        act()
        self.page.evaluate(_LOADED)
