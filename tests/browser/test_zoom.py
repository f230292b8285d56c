"""200 % and 400 %, the contrast of the system, no movement: nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.eleven_kinds import eleven_questions
from tests.support.layout import layout_faults
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.typist import Typist
from tests.support.unfolding import section_names, show_unfolded
from tests.support.waiting import until
from tiers_lieu_mooc.model.course import Course

pytestmark = pytest.mark.browser

WIDE = (
    "Avant.\n\n"
    "| Forme juridique | Responsabilité | Fiscalité | Gouvernance |\n|---|---|---|---|\n"
    "| Association | limitée | particulière | collégiale |\n\nAprès.\n"
)
COURSE = SmallCourse({"definir": WIDE + eleven_questions()})

# 1280 × 1024 pixels of the screen, enlarged twice and four times.
ENLARGED = pytest.mark.parametrize(("width", "height"), [(640, 512), (320, 256)])


@ENLARGED
def test_every_page_of_the_real_course_fits_when_enlarged(
    open_window: Open, preview: Stage, real: Course, width: int, height: int
) -> None:
    page = open_window(viewport={"width": width, "height": height})
    page.goto(preview.bare(f"{real.id}-web"))
    expect(page.locator("html")).to_have_class("js tools")
    names = section_names(page)
    assert len(names) > len(real.lessons)
    for each in names:
        show_unfolded(page, each)
        assert layout_faults(page) == [], each


def test_a_wide_table_scrolls_in_a_region_that_a_keyboard_reaches(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window(viewport={"width": 320, "height": 256})
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    region = page.get_by_role("group", name="Tableau")
    Typist(page).to(region)
    assert region.evaluate("box => box.scrollWidth > box.clientWidth")
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")
    expect(region.get_by_role("columnheader")).to_have_count(4)
    assert accessibility_faults(page) == []


def test_with_the_contrast_of_the_system_every_field_has_an_edge(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window(forced_colors="active")
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    expect(page.locator("html")).to_have_class("js tools")
    edgeless = page.evaluate(EDGELESS)
    assert edgeless == []


EDGELESS = """
() => [...document.querySelectorAll('button, select, textarea, input, .question, .aside')]
  .filter(each => each.checkVisibility() && !each.matches('[type=radio], [type=checkbox]'))
  .filter(each => {
    const {borderTopStyle, borderTopWidth} = getComputedStyle(each);
    return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1;
  }).map(each => each.outerHTML.slice(0, 80))
"""


def test_nothing_moves_by_itself(open_window: Open, preview: Stage, offer: Offer) -> None:
    page = open_window(reduced_motion="reduce")
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(each => {"
        " const style = getComputedStyle(each);"
        " return style.scrollBehavior === 'smooth' || style.transitionDuration !== '0s'"
        " || style.animationName !== 'none'; }).length"
    )
    assert moving == 0


def luminance(page: Page, selector: str) -> float:
    value: float = page.locator(selector).first.evaluate(
        "each => { const [r, g, b] = getComputedStyle(each).backgroundColor.match(/[0-9.]+/g);"
        " return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"
    )
    return value


def test_drawings_keep_their_white_paper_in_the_dark(
    open_window: Open, preview: Stage, real: Course
) -> None:
    page = open_window(color_scheme="dark")
    page.goto(preview.bare(f"{real.id}-web"))
    assert luminance(page, "body") < 0.2
    assert luminance(page, "img") > 0.99
