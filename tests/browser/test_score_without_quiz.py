"""A package without quiz: its score comes with its last lesson, and it is never « passed »."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Offer, OpenPlayer
from tests.support.small_course import SmallCourse
from tests.support.waiting import until_true

pytestmark = pytest.mark.browser

LESSONS = {"definir": "Un lieu.", "agir": "On y va."}
OUTLINE = "titre: Un cours d’essai\nlangue: fr\nmodules:\n  - comprendre\n"
STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004-4": "cmi.completion_status"}
SCORE = {"scorm12": "cmi.core.score.raw", "scorm2004-4": "cmi.score.raw"}


def held(page: Page, element: str) -> str:
    record: dict[str, str] = page.evaluate("simulatedLms.record()")
    return record.get(element, "")


@pytest.mark.parametrize("target", list(STATUS))
@pytest.mark.parametrize(("line", "score"), [("", "100"), ("note_sans_quiz: aucune\n", "")])
def test_the_last_lesson_brings_the_score(
    open_player: OpenPlayer, offer: Offer, target: str, line: str, score: str
) -> None:
    course = SmallCourse(LESSONS, files={"course.yaml": OUTLINE + line})
    page, learner = open_player(f"{offer(course)}-{target}")
    learner.follow("Definir")
    learner.finish_lesson("Agir")
    assert held(page, SCORE[target]) == ""
    learner.follow("J’ai terminé, revenir au plan du cours")
    until_true(lambda: held(page, STATUS[target]) == "completed")
    assert held(page, SCORE[target]) == score
    assert held(page, "cmi.success_status") in {"", "unknown"}
