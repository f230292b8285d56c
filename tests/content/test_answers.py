"""Every question of the real course, answered from its own key through the page's grader."""

from __future__ import annotations

import pytest

from tests.content.sums import SUMS, Given, numbers_in
from tests.support.grading import Answer, full, lesser, middle_of, shares_of
from tiers_lieu_mooc.linting.survey import QuestionSurvey, Survey
from tiers_lieu_mooc.model.quiz import (
    MultipleChoice,
    Numeric,
    QuestionNode,
    Reflection,
    SelfPositioning,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)

ALL = 1
CHOICES = (SingleChoice, MultipleChoice, TrueFalse)


@pytest.fixture(scope="module")
def graded(survey: Survey) -> list[QuestionNode]:
    """The questions of lessons and banks that have a right answer."""
    open_ended = (Reflection, SelfPositioning)
    asked = [each.question for each in survey.questions]
    return [each for each in asked if not isinstance(each, open_ended)]


def place(question: QuestionNode) -> str:
    return f"{question.at.path}:{question.at.line} {question.id}"


def check_none(found: list[str]) -> None:
    """Fail with every line, not only the first."""
    assert not found, "\n".join(["", *found])


def test_both_lessons_and_banks_are_answered(survey: Survey, graded: list[QuestionNode]) -> None:
    assert len(graded) > 150
    in_banks = {each.full_name for bank in survey.course.banks for each in bank.questions}
    in_lessons = {each.full_name for one in survey.course.lessons for each in one.questions}
    everything = {each.question.full_name for each in survey.questions}
    assert in_banks | in_lessons == everything


def test_every_right_answer_earns_every_point(graded: list[QuestionNode]) -> None:
    answers: list[list[Answer]] = [list(full(each)) for each in graded]
    assert all(answers)
    shares = shares_of(zip(graded, answers, strict=True))
    check_none(
        [
            f"{place(question)}: {answer} earns {share:.0%}"
            for question, given, earned in zip(graded, answers, shares, strict=True)
            for answer, share in zip(given, earned, strict=True)
            if share != ALL
        ]
    )


def test_every_other_answer_earns_less(graded: list[QuestionNode]) -> None:
    answers: list[list[Answer]] = [list(lesser(each)) for each in graded]
    assert all(answers)
    shares = shares_of(zip(graded, answers, strict=True))
    check_none(
        [
            f"{place(question)}: {answer} earns {share:.0%}"
            for question, given, earned in zip(graded, answers, shares, strict=True)
            for answer, share in zip(given, earned, strict=True)
            if not 0 <= share < ALL
        ]
    )


def test_a_wrong_single_choice_earns_nothing(graded: list[QuestionNode]) -> None:
    single = [each for each in graded if isinstance(each, SingleChoice | TrueFalse)]
    shares = shares_of((each, list(lesser(each))) for each in single)
    assert {share for earned in shares for share in earned} == {0}
    rights = [sum(choice.is_right for choice in each.choices) for each in single]
    assert set(rights) == {1}


def test_every_answer_is_told_why(graded: list[QuestionNode]) -> None:
    silent = [
        f"{each.at.path}:{each.at.line} {question.id}: {text}"
        for question in graded
        for text, each in answers_without_feedback(question)
    ]
    check_none(silent)


def answers_without_feedback(question: QuestionNode) -> list[tuple[str, QuestionNode]]:
    """Give the answers after which the page would say nothing of its own."""
    if isinstance(question, CHOICES):
        silent = [each for each in question.choices if each.feedback is None]
        return [(each.text.plain, question) for each in silent]
    is_explained = question.explanation is not None
    is_told_both = question.if_right is not None and question.if_wrong is not None
    found = [] if is_explained or is_told_both else [("toute réponse", question)]
    if isinstance(question, ShortAnswer):
        forms = [each for each in question.forms if each.feedback is None]
        found += [(each.text, question) for each in forms if not each.is_right]
    if isinstance(question, Numeric):
        ranges = [each for each in question.ranges if each.feedback is None]
        found += [(each.text, question) for each in ranges]
    return found


def test_no_two_answers_of_a_question_say_the_same(graded: list[QuestionNode]) -> None:
    for question in graded:
        if isinstance(question, CHOICES):
            texts = [each.text.plain.casefold().strip(" .") for each in question.choices]
            assert len(set(texts)) == len(texts), place(question)


def test_no_two_questions_of_a_bank_ask_in_the_same_words(survey: Survey) -> None:
    for bank in survey.course.banks:
        asked: dict[str, str] = {}
        for each in bank.questions:
            # The stem names the group of fields, and the response in a report.
            other = asked.setdefault(each.stem.plain, each.id)
            assert other == each.id, f"{place(each)} asks like {other}: {each.stem.plain}"


# Numbers


@pytest.fixture(scope="module")
def numeric(survey: Survey) -> dict[str, tuple[Numeric, QuestionSurvey]]:
    return {
        each.question.full_name: (each.question, each)
        for each in survey.questions
        if isinstance(each.question, Numeric)
    }


def test_every_numeric_answer_follows_from_what_is_given(
    survey: Survey, numeric: dict[str, tuple[Numeric, QuestionSurvey]]
) -> None:
    assert set(numeric) <= set(SUMS), "a numeric question has no line in SUMS"
    facts = {each.code: each.statement.plain for each in survey.course.facts}
    for name, (question, surveyed) in numeric.items():
        cited = {
            code for piece in surveyed.pieces for each in piece.passages for code in each.facts
        }
        given = Given(question.stem.plain, {code: facts[code] for code in cited})
        for sum_of in SUMS[name]:
            check_sum(question, float(sum_of(given)))


def check_sum(question: Numeric, value: float) -> None:
    """Whoever counts right gets every point, and whoever is advised did not count so."""
    rights = [each for each in question.ranges if each.is_right]
    best = max(rights, key=lambda each: each.share)
    assert value == pytest.approx(middle_of(best)), place(question)
    assert all(each.share < best.share for each in rights if each is not best), place(question)
    for each in question.ranges:
        assert each.is_right or not each.low <= value <= each.high, place(question)


def test_numbers_are_read_as_french_writes_them() -> None:
    text = (
        "En 2023, six\u00a0lieux sur 3\u00a0500 et 15,2\u00a0% : 1\u00a0000\u00a0€ dès le 1er mars."
    )
    assert [float(each) for each in numbers_in(text)] == [6, 3500, 15.2, 1000]
    assert [float(each) for each in numbers_in(text, "%")] == [15.2]
