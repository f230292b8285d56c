"""Module 1 played in real LMSs: what they stored is what the page showed."""

from __future__ import annotations

import pytest

from tests.lms.packages import Packages
from tests.lms.playing import begin_quiz, do_lessons, results, send_quiz, work_of
from tests.lms.sitting import Desk

pytestmark = pytest.mark.lms


@pytest.mark.parametrize("play", ["right", "partly"])
def test_a_module_that_was_left_between_lessons_and_quiz_is_stored_as_it_was_shown(
    seat: Desk, packages: Packages, play: str
) -> None:
    first = seat.device().open()
    do_lessons(first.learner, packages, packages.module.lessons, play)
    lessons = work_of(first, results(packages.questions, play))
    assert seat.lacks(first, lessons) == []
    assert seat.misheard(first) == []
    first.leave()
    second = seat.device().open()
    assert second.shown.lacks(lessons.shown) == []
    drawn = begin_quiz(second.learner, packages, play)
    send_quiz(second.learner)
    whole = work_of(second, results([*packages.questions, *drawn], play))
    assert seat.lacks(second, whole) == []
    assert seat.misheard(second) == []
    second.leave()
    third = seat.device().open()
    assert third.shown.lacks(whole.shown) == []
    sittings = (first, second, third)
    assert [line for each in sittings for line in [*each.refusals, *each.errors]] == []


def test_a_quiz_that_was_failed_for_good_is_stored_as_it_was_shown(
    seat: Desk, packages: Packages
) -> None:
    sitting = seat.device().open()
    do_lessons(sitting.learner, packages, packages.module.lessons[:1], "wrong")
    asked = [*packages.module.lessons[0].questions]
    for _ in range(packages.bank.attempts or 1):
        asked += begin_quiz(sitting.learner, packages, "wrong")
        send_quiz(sitting.learner)
    work = work_of(sitting, results(asked, "wrong"))
    assert seat.lacks(sitting, work) == []
    assert seat.misheard(sitting) == []
    assert sitting.refusals == []
