"""Which lessons a question leads to, and which questions come again before a quiz."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules_course import modules_course
from tests.support.small_course import SmallCourse, course_of
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.rendering.revisiting import Guide, earlier_questions

QUESTION = "::: vrai-faux #a\n{}\n\nUn lieu ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n"


def lessons_of(course: Course) -> list[str]:
    module = course.modules[0]
    assert module.bank is not None
    (question,) = module.bank.questions
    found = Guide(course).lessons_for(question, module, module=module.id)
    return [link.target for link in found]


def asked_before(course: Course, number: int) -> list[str]:
    return [each.id for _, each in earlier_questions(course, course.modules[number - 1])]


@pytest.mark.parametrize(
    ("options", "lessons"),
    [
        ("leçon : deux", ["comprendre/deux"]),
        ("leçons : comprendre/deux, un", ["comprendre/deux", "comprendre/un"]),
        ("leçon : deux\nobjectifs : O1", ["comprendre/deux"]),
        ("objectifs : O1", ["comprendre/un", "comprendre/deux", "comprendre/trois"]),
        ("points : 1", []),
    ],
)
def test_a_question_leads_to_the_lessons_it_names_else_to_those_of_its_objectives(
    options: str, lessons: list[str], tmp_path: Path
) -> None:
    texts = dict.fromkeys(["un", "deux", "trois", "quatre"], "Un texte.\n")
    course = course_of(SmallCourse(texts, QUESTION.format(options)), tmp_path)
    assert lessons_of(course) == lessons


@pytest.mark.parametrize(
    ("number", "modules"),
    [(1, []), (2, ["m1"]), (3, ["m1", "m2"]), (4, ["m1", "m2", "m3"]), (6, ["m3", "m4", "m5"])],
)
def test_reminders_come_from_the_modules_one_two_and_three_back(
    number: int, modules: list[str], tmp_path: Path
) -> None:
    found = asked_before(course_of(modules_course(6), tmp_path), number)
    assert sorted({name.partition("-")[0] for name in found}) == modules
    assert len(found) == len(set(found)) <= 3


def test_a_course_asks_more_than_one_question_of_a_module_in_the_end(tmp_path: Path) -> None:
    course = course_of(modules_course(6), tmp_path)
    asked = {name for number in range(2, 7) for name in asked_before(course, number)}
    assert {"m2-a", "m2-b", "m3-a", "m3-b"} <= asked


@pytest.mark.parametrize("rules", ["rappel: non", "rappel: 0", "retour: jamais"])
def test_nothing_is_asked_again_where_the_author_says_so_or_corrections_stay_secret(
    rules: str, tmp_path: Path
) -> None:
    assert asked_before(course_of(modules_course(3, rules), tmp_path), 3) == []
