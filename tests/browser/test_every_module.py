"""The real course played to its end: each quiz to « passed », the whole to its attestation."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import REAL, Open, OpenPlayer
from tests.browser.module_one import core, ended, objective, score
from tests.support.cmi import Record, differences, record_of
from tests.support.learner import Learner
from tests.support.replies import right, wrong
from tests.support.sheet_course import level
from tests.support.stage import Stage
from tiers_lieu_mooc.model.course import AttestationRule, Course, Lesson, Module
from tiers_lieu_mooc.model.quiz import Bank, QuestionNode

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

QUIZZES = sorted(path.stem for path in (REAL.parents[1] / "quizzes" / REAL.name).glob("*.md"))
"""Modules that end with a quiz: the bank of each has its name."""


def module_of(course: Course, name: str) -> tuple[Module, Bank]:
    module = next(each for each in course.modules if each.id == name)
    assert module.bank is not None
    return module, module.bank


def answer(learner: Learner, bank: Bank, *, is_right: bool = True) -> list[str]:
    """Answer and send a quiz that has begun, and give the questions that were drawn."""
    reply = right if is_right else wrong
    drawn = learner.take_quiz(bank.questions, {each.id: reply(each) for each in bank.questions})
    learner.send()
    return drawn


@pytest.mark.parametrize("name", QUIZZES)
def test_a_module_is_passed_with_100_by_the_right_answers_of_its_bank(
    open_player: OpenPlayer, real: Course, name: str
) -> None:
    module, bank = module_of(real, name)
    page, learner = open_player(f"{real.id}-{name}-scorm12")
    titles = [each.title for each in module.lessons]
    learner.follow(f"Continuer\u00a0: {titles[0]}")
    for following in [*titles[1:], bank.title]:
        learner.finish_lesson(following)
    learner.start_quiz()
    drawn = answer(learner, bank)
    learner.sees("Quiz réussi : 100 % des points.")
    learner.is_sent()
    record = record_of(page)
    passed = core(
        "scorm12", name, **ended("scorm12", "passed", "1"), **score("scorm12", "100", "1")
    )
    assert differences(record.core, passed) == []
    asked = [each for each in bank.questions if each.id in drawn]
    assert len(asked) == sum(draw.count for draw in bank.draws)
    check_rows(record, asked, module)
    check_objectives(record, asked, module)


def reported(module: Module, objective_id: str) -> str:
    return f"{module.id.replace('-', '_')}_{objective_id}"


def check_rows(record: Record, asked: Iterable[QuestionNode], module: Module) -> None:
    """Every question that was drawn is there, right, with the pattern that its answer fits."""
    by_question: dict[str, list[dict[str, str]]] = {}
    for name, row in record.interactions.items():
        by_question.setdefault(name.partition(".")[0], []).append(row)
    expected = {each.id.replace("-", "_"): each for each in asked}
    assert sorted(by_question) == sorted(expected)
    for name, rows in by_question.items():
        question = expected[name]
        for row in rows:
            assert row["objectives.0.id"] == reported(module, question.objectives[0]), name
            assert row["result"] == ("correct" if question.points else "neutral"), name
            patterns = [text for key, text in row.items() if key.startswith("correct_responses.")]
            assert not question.points or row["student_response"] in patterns, name


def check_objectives(record: Record, asked: Iterable[QuestionNode], module: Module) -> None:
    """What was asked about is at 100; nothing is said of the rest."""
    met = {name for each in asked if each.points for name in each.objectives}
    found = record.objectives
    assert sorted(found) == sorted(reported(module, each.id) for each in module.objectives)
    for name in met:
        expected = objective("scorm12", "100", "1")
        assert differences(found[reported(module, name)], expected) == [], name


# The attestation


def test_the_attestation_is_reached_by_the_last_act_that_its_rule_asks_for(
    open_window: Open, preview: Stage, real: Course
) -> None:
    rule = real.attestation
    assert rule is not None
    page = open_window()
    page.goto(preview.bare(f"{real.id}-web"))
    learner = Learner(page)
    needed = math.ceil(len(real.lessons) * rule.lessons / 100)
    *placings, last_placing = placings_of(real, rule)
    for _, lessons in itertools.groupby(real.lessons[: needed - 1], lambda each: each.module):
        finish(learner, *lessons)
    for bank in real.banks[:-1]:
        start(learner, bank)
        answer(learner, bank)
    for placing in placings:
        place(learner, *placing)
    begin(learner, real, range(1, rule.sections))
    check_met(learner, 0)
    learner.sees(f"Terminées : {needed - 1}. Demandées : {needed}.")
    finish(learner, real.lessons[needed - 1])
    check_met(learner, 1)
    begin(learner, real, [rule.sections])
    check_met(learner, 2)
    place(learner, *last_placing)
    check_met(learner, 3)
    check_last_quiz(learner, real.banks[-1])


def check_last_quiz(learner: Learner, bank: Bank) -> None:
    """A mean far above what is asked does not make up for one quiz under the least."""
    start(learner, bank)
    answer(learner, bank, is_right=False)
    check_met(learner, 3)
    learner.open_from_plan(bank.title)
    learner.press("Recommencer le quiz")
    answer(learner, bank)
    expect(attestation(learner).get_by_role("status")).to_contain_text("Tout est rempli")
    expect(name_field(learner)).to_be_visible()


def attestation(learner: Learner) -> Locator:
    learner.open_from_plan("Attestation de suivi")
    return learner.screen.get_by_role("main")


def name_field(learner: Learner) -> Locator:
    return learner.screen.get_by_role("textbox", name="Votre nom, tel qu’il sera imprimé")


def check_met(learner: Learner, count: int) -> None:
    """Of four criteria so many are met, and there is no attestation to be had."""
    status = attestation(learner).get_by_role("status")
    expect(status).to_have_text(f"Conditions remplies\u00a0: {count} sur 4.")
    expect(name_field(learner)).to_be_hidden()


def open_lesson(learner: Learner, lesson: Lesson) -> None:
    """Open a lesson from the plan, where those of several modules may have one title."""
    learner.open_from_menu("Plan du cours")
    plan = learner.screen.get_by_role("navigation", name="Plan du cours")
    plan.locator(f"a[href='#{lesson.full_name}']").click()
    heading = learner.screen.get_by_role("heading", name=lesson.title, level=2)
    expect(heading.locator("visible=true")).to_be_visible()


def finish(learner: Learner, *lessons: Lesson) -> None:
    """End lessons that follow each other."""
    open_lesson(learner, lessons[0])
    main = learner.screen.get_by_role("main")
    for lesson in lessons:
        main.get_by_role("link", name=re.compile("^J’ai terminé")).click()
        heading = main.get_by_role("heading", name=lesson.title, level=2)
        expect(heading.locator("visible=true")).to_have_count(0)


def start(learner: Learner, bank: Bank) -> None:
    learner.open_from_plan(bank.title)
    learner.start_quiz()


def placings_of(course: Course, rule: AttestationRule) -> list[tuple[Lesson, QuestionNode]]:
    """Give the self-positionings that the rule names, each with its lesson."""
    asked = {
        question.full_name: (lesson, question)
        for lesson in course.lessons
        for question in lesson.questions
    }
    return [asked[name] for name in rule.self_positionings]


def place(learner: Learner, lesson: Lesson, question: QuestionNode) -> None:
    open_lesson(learner, lesson)
    group = learner.question(question)
    learner.reply(right(question), group)
    learner.check(group)
    learner.sees("Réponse gardée.")


def begin(learner: Learner, course: Course, sections: Iterable[int]) -> None:
    """Declare sections of the project sheet begun."""
    assert course.sheet is not None
    learner.open_from_plan(course.sheet.title)
    for number in sections:
        title = course.sheet.sections[number - 1].title
        level(learner.screen, f"{number}. {title}", "1 : idée notée").check()
