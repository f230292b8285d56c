"""The project sheet on paper: whole, as one page, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.sheet_course import SHEET, SHEET_COURSE, VISION, opened, write
from tests.support.stage import Stage

pytestmark = pytest.mark.browser


@pytest.fixture
def course(offer: Offer) -> str:
    """The name of the course on show."""
    return offer(SHEET_COURSE)


def pages_of(pdf: bytes) -> int:
    """Count the sheets of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def printed(page: Page, button: str) -> bytes:
    """Press a print button and print what it would."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=button).click()
    edge = "15mm"
    return page.pdf(format="A4", margin={"top": edge, "right": edge, "bottom": edge, "left": edge})


def test_the_real_sheet_in_one_page_fits_on_a_page_written_or_empty(
    open_window: Open, preview: Stage
) -> None:
    page = open_window()
    learner = opened(page, preview.bare("tiers-lieux-ruraux-web"), "Ma fiche projet en une page")
    assert pages_of(printed(page, "Imprimer cette page")) == 1
    learner.open_from_plan("Ma fiche projet")
    sentence = "Les familles qui arrivent dans nos quatre hameaux ne connaissent personne. "
    for box in page.get_by_role("main").get_by_role("textbox").all():
        box.fill(sentence * 3)
    learner.open_from_plan("Ma fiche projet en une page")
    assert page.locator(".one-page .written").count() > 6
    assert pages_of(printed(page, "Imprimer cette page")) == 1


def test_only_the_sheet_is_printed_and_the_page_comes_back(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    write(learner, "Notre vision", VISION)
    page.evaluate("window.print = () => {}")
    learner.press("Imprimer ma fiche")
    page.emulate_media(media="print")
    main = page.get_by_role("main")
    expect(main.get_by_text(VISION).locator("visible=true")).to_have_count(1)
    shown = main.inner_text()
    assert "C’est fait quand une phrase est écrite." in shown
    assert "Un texte." not in shown
    assert "Télécharger" not in shown
    # Empty fields are lines to write on; written ones are not.
    assert page.locator("#ma-fiche .lines:visible").count() == 2
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    learner.open_from_plan("Definir")
    page.emulate_media(media="print")
    assert "Un texte." in main.inner_text()
    assert "Nos valeurs" not in main.inner_text()


def test_without_scripts_the_steps_and_their_lines_are_there_to_print(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(preview.bare(f"{course}-scorm12"))
    expect(page.get_by_text("Écrivez une phrase.")).to_be_visible()
    expect(page.get_by_role("region", name=SHEET).get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    # Sections out of sight are laid out when they are printed: their style tells.
    styles = "all => all.map(lines => getComputedStyle(lines).display)"
    assert page.locator(".lines").evaluate_all(styles) == ["block"] * 7
