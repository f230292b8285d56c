"""A section of the learner's page as somebody sees it who opens everything that can be opened."""

from __future__ import annotations

from playwright.sync_api import Page, expect

_OPEN = """
name => {
  location.hash = name;
  for (const each of document.getElementById(name).querySelectorAll('details')) each.open = true;
}
"""


def section_names(page: Page) -> list[str]:
    """Name the sections of a page, in order."""
    names: list[str] = page.locator("[data-page]").evaluate_all("all => all.map(each => each.id)")
    return names


def show_unfolded(page: Page, name: str) -> None:
    """Open a section by its address, and all that is folded in it."""
    page.evaluate(_OPEN, name)
    expect(page.locator(f"[id='{name}']")).to_be_visible()
