"""Everything can be done by taps alone, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Offer, Open
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.finger import Finger
from tests.support.replies import partial, right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {"definir": eleven_questions(options="essais : illimité"), "suite": "La fin.\n"},
    bank=eleven_questions("q-"),
    quiz="mélanger: non",
)
NO_MOUSE = """
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, event => {
      if (event.pointerType !== 'touch') throw new Error(`${type} on a phone`);
    }, true);
  }
"""


@pytest.fixture
def finger(open_window: Open, preview: Stage, offer: Offer) -> Finger:
    page = open_window(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page.add_init_script(NO_MOUSE)
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    return Finger(page)


def test_every_kind_is_answered_wrong_then_partly_then_right(
    finger: Finger, tmp_path: Path
) -> None:
    finger.open_from_plan("Definir")
    for question in questions_of(COURSE, tmp_path)[:COUNT]:
        group = finger.question(question)
        verdicts = [("✘ À revoir", wrong(question)), ("✔ Juste", right(question))]
        some = partial(question)
        if some is not None:
            verdicts.insert(1, ("◐ En partie juste", some))
        for words, answer in verdicts:
            finger.reply(answer, group)
            finger.check(group)
            if question.points:
                card = finger.screen.locator(".question").filter(has=group)
                region = card.get_by_role("status").last
                expect(region).to_contain_text(words)
    finger.finish_lesson("Suite")


def test_a_quiz_of_every_kind_is_taken_read_again_changed_and_sent(
    finger: Finger, tmp_path: Path
) -> None:
    questions = questions_of(COURSE, tmp_path)[COUNT:]
    finger.open_from_plan("Le quiz")
    finger.start_quiz()
    finger.take_quiz(questions, {each.id: right(each) for each in questions})
    finger.press("Modifier la réponse 1")
    finger.reply(wrong(questions[0]), finger.question(finger.shown()))
    finger.take_quiz(questions, {})
    finger.send()
    # 8 of 9 points.
    finger.sees("Quiz réussi : 88,89 % des points.")
