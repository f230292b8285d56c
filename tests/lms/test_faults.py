"""Faults that real LMSs were seen to have (LMS-OBSERVED): the next launch repairs them all.

Whatever happened, a later launch on the same device gives everything back without a question and
sends the LMS what it lacks, which a device that has never been here then shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import expect

from tests.lms.judging import Work
from tests.lms.packages import Packages
from tests.lms.playing import begin_quiz, do_lessons, results, send_quiz, work_of
from tests.lms.sitting import Desk, Device, Sitting

pytestmark = [pytest.mark.lms, pytest.mark.timeout(300)]

OFFER = "Des réponses plus récentes"
OUTAGE_S = 6
"""As long as the workbench's server was down when a quiz was lost in it."""

NOBODY, MANY = 0, 1000


def up_to_the_quiz(device: Device, packages: Packages) -> tuple[Sitting, dict[str, str]]:
    """Work through one lesson, and answer the quiz, all right, up to where it is sent."""
    sitting = device.open()
    lesson = packages.module.lessons[0]
    do_lessons(sitting.learner, packages, [lesson], "right")
    drawn = begin_quiz(sitting.learner, packages, "right")
    return sitting, results([*lesson.questions, *drawn], "right")


def lost(seat: Desk, device: Device, work: Work) -> list[str]:
    """Launch once more, there and on a new device, and list what is lost where."""
    sitting = device.open()
    found = [f"on the page: {line}" for line in sitting.shown.lacks(work.shown)]
    if sitting.screen.get_by_text(OFFER).locator("visible=true").count():
        found.append("on the page: a question is asked")
    found += [f"in the LMS: {line}" for line in seat.lacks(sitting, work)]
    sitting.leave()
    other = seat.device().open()
    return found + [f"on a new device: {line}" for line in other.shown.lacks(work.shown)]


def claims(sitting: Sitting) -> list[str]:
    """List what was said that nobody can know: that an LMS keeps what it was given."""
    return [f"the page says: {said}" for _, said in sitting.statuses if "Enregistré" in said]


def nothing(found: Sequence[str]) -> None:
    """Fail with what was found, if anything was."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("end", [Sitting.leave, Sitting.close], ids=["left", "closed"])
def test_nothing_is_lost_when_the_line_is_cut_while_a_quiz_is_sent(
    seat: Desk, packages: Packages, end: Callable[[Sitting], None]
) -> None:
    device = seat.device()
    sitting, rows = up_to_the_quiz(device, packages)
    device.line.refuse(NOBODY, times=MANY)
    send_quiz(sitting.learner)
    work = work_of(sitting, rows)
    device.line.cut()
    assert sitting.until(lambda: device.line.failed), "nothing was to be saved"
    if end is Sitting.leave:
        device.line.mend()
    end(sitting)
    device.line.mend()
    nothing(lost(seat, device, work) + claims(sitting))


def test_a_line_that_is_cut_is_called_so_at_once(seat: Desk, packages: Packages) -> None:
    device = seat.device()
    sitting, _ = up_to_the_quiz(device, packages)
    device.line.refuse(NOBODY, times=MANY)
    send_quiz(sitting.learner)
    device.line.cut()
    calm = {"ready", "saving", "saved"}
    sitting.until(lambda: sitting.statuses[-1][0] not in calm)
    assert sitting.statuses[-1][0] not in calm, sitting.statuses[-1]


def test_nothing_is_lost_when_one_save_is_answered_500(seat: Desk, packages: Packages) -> None:
    device = seat.device()
    sitting, rows = up_to_the_quiz(device, packages)
    device.line.refuse(500, times=1)
    send_quiz(sitting.learner)
    work = work_of(sitting, rows)
    assert sitting.until(lambda: device.line.failed), "nothing was to be saved"
    sitting.leave()
    nothing(lost(seat, device, work) + claims(sitting))


def test_nothing_is_lost_when_saves_are_answered_502_while_a_quiz_is_sent(
    seat: Desk, packages: Packages
) -> None:
    device = seat.device()
    sitting, rows = up_to_the_quiz(device, packages)
    device.line.refuse(502, times=MANY)
    send_quiz(sitting.learner)
    work = work_of(sitting, rows)
    over = time.monotonic() + OUTAGE_S
    sitting.until(lambda: time.monotonic() > over)
    assert device.line.failed, "nothing was to be saved"
    device.line.mend()
    sitting.leave()
    nothing(lost(seat, device, work) + claims(sitting))


def test_nothing_is_lost_when_the_tab_is_closed_at_once_after_a_quiz(
    seat: Desk, packages: Packages
) -> None:
    device = seat.device()
    sitting, rows = up_to_the_quiz(device, packages)
    send_quiz(sitting.learner)
    work = work_of(sitting, rows)
    sitting.close()
    nothing(lost(seat, device, work) + claims(sitting))


def test_nothing_is_lost_when_another_device_saves_last(seat: Desk, packages: Packages) -> None:
    device, other = seat.device(), seat.device()
    sitting, rows = up_to_the_quiz(device, packages)
    beside = other.open()
    state = seat.held().core("suspend_data")
    send_quiz(sitting.learner)
    work = work_of(sitting, rows)
    assert sitting.until(lambda: seat.held().core("suspend_data") != state), "nothing was saved"
    second = packages.module.lessons[1]
    do_lessons(beside.learner, packages, [second], "right")
    little = work_of(beside, results(second.questions, "right"))
    assert seat.lacks(beside, little) == []
    beside.leave()
    sitting.leave()
    both = Work(work.shown.joined(little.shown), {**work.rows, **little.rows})
    nothing(lost(seat, device, both) + claims(sitting))


def test_the_words_about_saving_claim_no_more_than_that_it_was_sent(
    seat: Desk, packages: Packages
) -> None:
    sitting, _ = up_to_the_quiz(seat.device(), packages)
    send_quiz(sitting.learner)
    expect(sitting.screen.locator("[data-saving=saved]")).to_be_attached()
    nothing(claims(sitting))
    assert any("Envoyé à la plateforme à" in said for _, said in sitting.statuses)
