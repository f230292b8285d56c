"""A module with its quiz under the strict simulated LMS, compared value by value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPlayer
from tests.browser.module_one import (
    ALL_RIGHT,
    ALL_WRONG,
    MODULE_ONE,
    PARTIAL,
    Response,
    core,
    ended,
    interaction,
    objective,
    replies,
    score,
    status_name,
)
from tests.support.cmi import calls_of, differences, record_of
from tests.support.learner import Learner
from tests.support.saved_state import read_state
from tests.support.stage import Stage
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import Course, permanent_numbers
from tiers_lieu_mooc.model.quiz import Bank

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
NAME = "module-un"
OBJECTIVES = ("O1", "O2", "O3", "O4")


@pytest.fixture(scope="module")
def course(preview: Stage, tmp_path_factory: pytest.TempPathFactory) -> Course:
    folder = MODULE_ONE.write(tmp_path_factory.mktemp("module-one"), NAME)
    preview.show(folder)
    made = check_course(folder, datetime.date.today()).course
    assert made is not None
    return made


@pytest.fixture
def bank(course: Course) -> Bank:
    return course.banks[0]


def package(target: str) -> str:
    return f"{NAME}-{target}"


def family_of(target: str) -> str:
    return target.partition("-")[0]


def check_rows(page: Page, family: str, responses: Mapping[str, Response]) -> None:
    found = record_of(page).interactions
    assert sorted(found) == sorted(responses)
    for name, response in responses.items():
        assert differences(found[name], interaction(name, response, family)) == [], name


def check_objectives(page: Page, family: str, scores: Mapping[str, tuple[str, str]]) -> None:
    found = record_of(page).objectives
    assert sorted(found) == [f"comprendre_{name}" for name in OBJECTIVES]
    for name, (raw, scaled) in scores.items():
        assert differences(found[f"comprendre_{name}"], objective(family, raw, scaled)) == [], name


def questions_by_name(
    state: Mapping[str, Any], course: Course, bank: Bank
) -> dict[str, dict[str, Any]]:
    """Give the record of each question of the bank, without what only tells when it was made."""
    numbers = permanent_numbers(course)
    told = state["questions"]
    named = {each.id: told[str(numbers[each.full_name])] for each in bank.questions}
    assert len(told) == len(named)
    return {
        name: {field: record[field] for field in ("answer", "best", "epoch", "tries", "checked")}
        for name, record in named.items()
    }


def quiz_in(state: Mapping[str, Any], course: Course, bank: Bank) -> dict[str, int]:
    """Give the record of the quiz, without the seed of its draw."""
    (number, record), *others = state["quizzes"].items()
    assert int(number) == permanent_numbers(course)[bank.full_name]
    assert others == []
    assert record.pop("seed") > 0
    return dict(record)


WHOLE = 25200
"""All of a question's points in a saved state (``WHOLE`` of state.js)."""


def kept(answer: list[object] | None, best: int, epoch: int = 1) -> dict[str, object]:
    return {"answer": answer, "best": best, "epoch": epoch, "tries": 0, "checked": 0}


ALL_RIGHT_KEPT = {
    "auteur-third-place": kept([1], WHOLE),
    "points-communs": kept([0, 2, 3], WHOLE),
    "statut-special": kept([1], WHOLE),
    "formes-de-lieux": kept([0, 1, 2, 3], WHOLE),
    "cinq-reperes": kept([0, 1, 2, 3, 4], WHOLE),
    "nombre-rural": kept(["1\u00a0190"], WHOLE),
    "trois-conditions": kept([1, 0, 2], WHOLE),
    "sigle-ess": kept(["ESS"], WHOLE),
    "forme-frequente": kept([0], WHOLE),
    "expliquer-aux-voisins": kept([4], -1),
}


def saved(page: Page, learner: Learner) -> dict[str, Any]:
    return read_state(record_of(page).core["cmi.suspend_data"], learner.screen)


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-3", "scorm2004-4"])
def test_all_lessons_and_all_answers_right_is_passed_with_100(
    open_player: OpenPlayer, course: Course, bank: Bank, target: str
) -> None:
    family = family_of(target)
    page, learner = open_player(package(target))
    titles = [each.title for each in course.lessons]
    learner.follow(f"Continuer\u00a0: {titles[0]}")
    for following in [*titles[1:], bank.title]:
        learner.finish_lesson(following)
    expect(learner.screen.get_by_text("6 leçons terminées sur 6")).to_be_visible()
    learner.start_quiz()
    learner.take_quiz(bank.questions, replies(bank, "right"))
    learner.send()
    learner.sees("Quiz réussi : 100 % des points. Il en fallait 60 %.")
    learner.is_sent()
    expected = core(family, **ended(family, "passed", "1"), **score(family, "100", "1"))
    assert differences(record_of(page).core, expected) == []
    check_rows(page, family, ALL_RIGHT)
    check_objectives(page, family, dict.fromkeys(OBJECTIVES, ("100", "1")))
    state = saved(page, learner)
    numbers = permanent_numbers(course)
    assert state["lessons"] == {
        str(numbers[each.full_name]): {"status": 2} for each in course.lessons
    }
    assert quiz_in(state, course, bank) == {"best": 10000, "sent": 1, "attempt": 1}
    assert questions_by_name(state, course, bank) == ALL_RIGHT_KEPT


def fails(learner: Learner, left: str) -> None:
    learner.send()
    learner.sees("Quiz à reprendre : 0 % des points. Il en faut 60 %.")
    learner.sees(left)
    learner.is_sent()


@BOTH
def test_all_answers_wrong_is_incomplete_while_tries_are_left_and_failed_after_the_last(
    open_player: OpenPlayer, course: Course, bank: Bank, target: str
) -> None:
    family = family_of(target)
    page, learner = open_player(package(target))
    learner.open_from_plan(bank.title)
    learner.start_quiz()
    attempts = [
        (replies(bank, "wrong"), "Il vous reste 2 essais."),
        ({}, "Il vous reste 1 essai."),
    ]
    for given, left in attempts:
        learner.take_quiz(bank.questions, given)
        fails(learner, left)
        begun = core(family, **{status_name(family): "incomplete"})
        assert differences(record_of(page).core, begun) == []
        check_rows(page, family, ALL_WRONG)
        learner.press("Recommencer le quiz")
    learner.take_quiz(bank.questions, replies(bank, "wrong"))
    fails(learner, "Il vous reste 0 essai.")
    expect(learner.screen.get_by_role("button", name="Recommencer le quiz")).to_be_hidden()
    expected = core(family, **ended(family, "failed", "0.1429"), **score(family, "0", "0"))
    assert differences(record_of(page).core, expected) == []
    check_rows(page, family, ALL_WRONG)
    check_objectives(page, family, dict.fromkeys(OBJECTIVES, ("0", "0")))
    state = saved(page, learner)
    assert quiz_in(state, course, bank) == {"best": 0, "sent": 3, "attempt": 3}
    order = questions_by_name(state, course, bank)["cinq-reperes"]
    assert order == kept([4, 3, 2, 1, 0], 0, epoch=3)


@BOTH
def test_answers_partly_right_give_the_exact_score_and_survive_the_end_of_the_session(
    open_player: OpenPlayer, course: Course, bank: Bank, target: str
) -> None:
    family = family_of(target)
    page, learner = open_player(package(target))
    learner.open_from_plan(bank.title)
    learner.start_quiz()
    learner.take_quiz(bank.questions, replies(bank, "partial"))
    unanswered = learner.screen.get_by_text("Sans réponse").locator("visible=true")
    expect(unanswered).to_have_count(1)
    learner.send()
    # 1 + 2/3 + 0 + 1/2 + 3/4 + 1 + 2/3 + 0 + 1 of 9 points.
    learner.sees("Quiz réussi : 62,04 % des points. Il en fallait 60 %.")
    learner.is_sent()
    expected = core(family, **ended(family, "passed", "0.1429"), **score(family, "62.04", "0.6204"))
    assert differences(record_of(page).core, expected) == []
    check_rows(page, family, PARTIAL)
    check_objectives(
        page,
        family,
        {
            "O1": ("83.33", "0.8333"),
            "O2": ("87.5", "0.875"),
            "O3": ("50", "0.5"),
            "O4": ("33.33", "0.3333"),
        },
    )
    acronym = questions_by_name(saved(page, learner), course, bank)["sigle-ess"]
    # Asked, and not answered.
    assert acronym == kept(None, 0)
    before = record_of(page)
    learner.press("Enregistrer et quitter")
    learner.sees("Votre progression est enregistrée. Vous pouvez fermer cette fenêtre.")
    assert calls_of(page)[-1] == {"scorm12": "LMSFinish", "scorm2004": "Terminate"}[family]
    time = {"scorm12": "cmi.core.session_time", "scorm2004": "cmi.session_time"}[family]
    after = record_of(page)
    assert {**after.core, time: ""} == {**before.core, time: ""}
    assert (after.interactions, after.objectives) == (before.interactions, before.objectives)
