"""Coming back: the page opens where the learner was reading, on the same device."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.kept import in_local_storage, name_of, on_disk, put_on_disk, text_of
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.waiting import until, until_true

pytestmark = pytest.mark.browser

LONG = "".join(f"Paragraphe {number} {'et encore ' * 30}.\n\n" for number in range(1, 41))
LESSONS = {"definir": LONG, "suite": "La fin.\n"}
COURSE = SmallCourse(LESSONS)


@pytest.fixture
def page(open_window: Open) -> Page:
    return open_window(viewport={"width": 400, "height": 500})


def paragraph(page: Page, number: int) -> Locator:
    return page.get_by_text(f"Paragraphe {number} ")


def read_to(page: Page, number: int) -> None:
    paragraph(page, number).evaluate("part => part.scrollIntoView()")
    until_true(lambda: place_kept(page) > 3)


def place_kept(page: Page) -> int:
    """The part of a section that the device keeps as being read; 0 for none."""
    _, place, _ = (text_of(page, "position") or "- 0 0").split(" ")
    return int(place)


def is_at_top(page: Page, number: int) -> bool:
    top: float = paragraph(page, number).evaluate("part => part.getBoundingClientRect().top")
    return -120 < top < 120


def test_the_lesson_opens_where_it_was_left(page: Page, preview: Stage, offer: Offer) -> None:
    address = preview.bare(f"{offer(COURSE)}-web")
    page.goto(address)
    Learner(page).follow("Definir")
    read_to(page, 20)
    page.goto("about:blank")
    page.goto(address)
    expect(paragraph(page, 20)).to_be_in_viewport()
    assert is_at_top(page, 20)
    # Elsewhere is elsewhere, and a lesson opened again begins at its beginning.
    page.goto("about:blank")
    page.goto(f"{address}#comprendre/suite")
    expect(page.get_by_role("heading", name="Suite", level=2)).to_be_in_viewport()
    Learner(page).open_from_plan("Definir")
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_in_viewport()


def test_a_lesson_that_was_made_anew_opens_at_its_beginning(
    page: Page, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    name = offer(COURSE)
    page.goto(preview.bare(f"{name}-web"))
    Learner(page).follow("Definir")
    read_to(page, 20)
    page.goto("about:blank")
    fresh = SmallCourse({**LESSONS, "definir": f"Du nouveau.\n\n{LONG}"})
    preview.show(fresh.write(tmp_path, name))
    page.goto(preview.bare(f"{name}-web"))
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_in_viewport()


def test_a_turned_screen_stays_at_what_was_read(page: Page, preview: Stage, offer: Offer) -> None:
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    Learner(page).follow("Definir")
    read_to(page, 20)
    page.set_viewport_size({"width": 900, "height": 400})
    until(page, "document.documentElement.clientWidth > 800")
    expect(paragraph(page, 20)).to_be_in_viewport()
    assert is_at_top(page, 20)


def test_a_shared_computer_keeps_no_place(page: Page, preview: Stage, offer: Offer) -> None:
    address = preview.bare(f"{offer(COURSE)}-web")
    page.goto(address)
    put_on_disk(page, {"tlm:poste-partage": "1"})
    page.reload()
    Learner(page).follow("Definir")
    paragraph(page, 20).evaluate("part => part.scrollIntoView()")
    page.goto("about:blank")
    page.goto(address)
    kept = [*on_disk(page), *in_local_storage(page)]
    assert [key for key in kept if name_of(key) == "position"] == []
