"""320 px wide, then with spaced-out text as well: nothing scrolls sideways, is cut or too small."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.support.layout import layout_faults, space_out
from tests.support.learner import Learner
from tests.support.stage import Stage
from tests.support.unfolding import section_names, show_unfolded
from tiers_lieu_mooc.model.course import Course

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}


def check(page: Page, state: str) -> None:
    assert layout_faults(page) == [], state


@pytest.fixture(params=["plain", "spaced out"])
def narrow(request: pytest.FixtureRequest, open_window: Open) -> Page:
    page = open_window(viewport=NARROW)
    if request.param == "spaced out":
        page.on("domcontentloaded", space_out)
    return page


def test_every_section_of_the_real_course_fits(narrow: Page, preview: Stage, real: Course) -> None:
    narrow.goto(preview.bare(f"{real.id}-web"))
    names = section_names(narrow)
    assert len(names) > len(real.lessons) + len(real.banks)
    for name in names:
        show_unfolded(narrow, name)
        check(narrow, name)


def test_the_quiz_of_the_real_course_fits_in_every_state(
    narrow: Page, preview: Stage, real: Course
) -> None:
    bank = real.banks[0]
    narrow.goto(f"{preview.bare(f'{real.id}-web')}#{bank.full_name}")
    learner = Learner(narrow)
    check(narrow, "introduction")
    learner.start_quiz()
    for _ in range(1, sum(draw.count for draw in bank.draws)):
        check(narrow, learner.shown())
        learner.press("Question suivante")
    check(narrow, learner.shown())
    learner.press("Relire mes réponses")
    check(narrow, "review")
    learner.send()
    check(narrow, "result")
