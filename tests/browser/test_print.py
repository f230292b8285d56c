"""What comes out of a printer, and the PDF that a reader may keep instead."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.stage import Stage
from tests.support.waiting import until
from tests.support.walks import EVERYTHING

pytestmark = pytest.mark.browser


@pytest.fixture
def answered(open_window: Open, preview: Stage, offer: Offer) -> Page:
    """A lesson in the dark scheme with a question answered, its verdict on the screen."""
    page = open_window(color_scheme="dark")
    page.goto(f"{preview.bare(f'{offer(EVERYTHING)}-web')}#comprendre/definir")
    question = page.locator("#q-qcu")
    question.get_by_label("Le hasard", exact=True).check()
    question.get_by_role("button", name="Valider ma réponse").click()
    expect(question.get_by_text("Non, pas le hasard.").locator("visible=true")).to_be_visible()
    return page


def test_the_printed_page_is_tagged_named_and_in_french(answered: Page) -> None:
    title = answered.title()
    content = answered.pdf(tagged=True, outline=True)
    assert b"/StructTreeRoot" in content
    assert b"/MarkInfo" in content
    assert re.search(rb"/Marked\s+true", content)
    assert re.search(rb"/Lang\s*\(fr\)", content)
    assert b"/Outlines" in content
    (named,) = re.findall(rb"/Title\s*(\(.*?\)|<[0-9A-F]+>)\s*/Creator", content, re.DOTALL)
    assert pdf_text(named) == title


def pdf_text(literal: bytes) -> str:
    """Read a text string of a PDF. Source: ISO 32000-1, 7.3.4 and 7.9.2."""
    if literal.startswith(b"<"):
        return bytes.fromhex(literal[1:-1].decode()).decode("utf-16")
    return re.sub(rb"\\(.)", rb"\1", literal[1:-1]).decode("latin-1")


def test_paper_has_room_to_answer_and_no_correction(answered: Page) -> None:
    answered.emulate_media(media="print")
    expect(answered.locator(".feedback:visible, .corrections:visible")).to_have_count(0)
    expect(answered.get_by_role("button")).to_have_count(0)
    # The open lesson, and not the quiz of as many questions.
    expect(answered.locator("[data-question]:visible")).to_have_count(11)
    fields = answered.locator("[data-question]:visible").locator("input, select, textarea")
    assert fields.evaluate_all(_WITHOUT_ROOM) == []


_WITHOUT_ROOM = """
fields => fields.filter(field => {
  const {borderBottomWidth, borderBottomStyle} = getComputedStyle(field);
  const {width, height} = field.getBoundingClientRect();
  if (field.matches('[type=radio], [type=checkbox]')) return width < 12 || height < 12;
  const hasLine = borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) >= 1;
  return !hasLine || width < 100 || height < (field.matches('textarea') ? 100 : 24);
}).map(field => field.outerHTML.slice(0, 120))
"""
"""A box to tick, a line to write on, several lines for a text."""


def test_paper_is_white_even_in_the_dark_scheme(answered: Page) -> None:
    answered.emulate_media(media="print", color_scheme="dark")
    colours = answered.evaluate(
        "['.question', 'body'].map(each => getComputedStyle(document.querySelector(each)))"
        ".flatMap(({backgroundColor, color}) => [backgroundColor, color])"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] * 2


def test_no_lesson_leaves_most_of_a_sheet_blank(open_window: Open, preview: Stage) -> None:
    """What may not be broken goes to a new sheet when it does not fit: it is short, or a figure."""
    page = open_window(viewport=SHEET)
    page.goto(preview.bare("tiers-lieux-ruraux-web"))
    until(page, "document.querySelector('.tools')")
    page.emulate_media(media="print")
    assert page.evaluate(_TOO_LONG, SHEET["height"]) == []


SHEET = {"width": 718, "height": 1047}
"""An A4 sheet without its margins of 1 cm, in pixels of CSS."""

_TOO_LONG = """
height => {
  const sections = [...document.querySelectorAll('[data-lesson]')];
  document.documentElement.classList.add('printing');
  for (const section of sections) section.classList.add('printed');
  return sections.flatMap(section => [...section.querySelectorAll(':not(figure)')]
    .filter(part => getComputedStyle(part).breakInside === 'avoid')
    .filter(part => part.offsetHeight > height * 0.6)
    .map(part => `${section.id} ${part.className} ${part.offsetHeight}`));
}
"""


def test_on_paper_the_options_of_closed_lists_can_be_read(answered: Page) -> None:
    answered.emulate_media(media="print")
    for name in ("paires", "rangement", "trous"):
        question = answered.locator(f"#q-{name}")
        said = question.inner_text()
        options = question.locator("option:not([value=''])").all_text_contents()
        assert options
        beside = " ".join(question.locator(".paper:visible").all_inner_texts())
        assert [option for option in options if option not in beside] == [], said
