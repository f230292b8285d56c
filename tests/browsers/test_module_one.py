"""Module 1 of the real course as far as what its LMS holds, in other browsers than Chromium."""

from __future__ import annotations

import pytest

from tests.browsers.conftest import Packages
from tests.browsers.desk import Desk
from tests.support.lms import PROFILES, FakeLms, Profile
from tests.support.replies import right, wrong
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import Bank

pytestmark = pytest.mark.browsers

EDITIONS = pytest.mark.parametrize(
    "profile", [PROFILES["strict-12"], PROFILES["strict-2004"]], ids=["12", "2004"]
)
ENDED = {
    "scorm12": {
        "right": {"cmi.core.lesson_status": "passed", "cmi.core.score.raw": "100"},
        "wrong": {"cmi.core.lesson_status": "incomplete"},
    },
    "scorm2004-4": {
        "right": {
            "cmi.completion_status": "completed",
            "cmi.success_status": "passed",
            "cmi.score.raw": "100",
        },
        "wrong": {"cmi.completion_status": "incomplete"},
    },
}
"""What is kept of a quiz that was sent; a low score is not, as long as attempts are left."""


def bank_of(module: Module) -> Bank:
    assert module.bank is not None
    return module.bank


@EDITIONS
@pytest.mark.parametrize("play", ["right", "wrong"])
def test_module_one_is_worth_what_its_answers_are(
    desk: Desk,
    lms: FakeLms,
    module_one: Module,
    module_packages: Packages,
    profile: Profile,
    play: str,
) -> None:
    bank = bank_of(module_one)
    attempt = lms.enrol("camille", profile, [module_packages[profile.target]])
    learner = desk.launch(attempt)
    titles = [each.title for each in module_one.lessons]
    learner.open_from_plan(titles[0])
    for following in [*titles[1:], bank.title]:
        learner.finish_lesson(following)
    learner.start_quiz()
    reply = right if play == "right" else wrong
    learner.take_quiz(bank.questions, {each.id: reply(each) for each in bank.questions})
    learner.send()
    assert learner.is_on_screen("Votre résultat")
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    wanted = ENDED[profile.target][play]
    assert {name: attempt.kept.get(name, "") for name in wanted} == wanted


@EDITIONS
def test_module_one_left_in_the_middle_of_its_quiz_comes_back_as_it_was(
    desk: Desk, lms: FakeLms, module_one: Module, module_packages: Packages, profile: Profile
) -> None:
    bank = bank_of(module_one)
    answers = {each.id.replace("-", "_"): right(each) for each in bank.questions}
    attempt = lms.enrol("camille", profile, [module_packages[profile.target]])
    learner = desk.launch(attempt)
    learner.open_from_plan(bank.title)
    learner.start_quiz()
    seen = []
    for step in (1, 2, 3):
        learner.sees(f"Question {step} sur")
        learner.reply(answers[learner.shown_id()], learner.first_question())
        seen.append(learner.reading())
        if step < 3:
            learner.press("Question suivante")
    desk.leave(attempt)
    again = desk.launch(attempt)
    for step in (3, 2, 1):
        again.sees(f"Question {step} sur")
        assert again.reading() == seen[step - 1]
        if step > 1:
            again.press("Question précédente")
