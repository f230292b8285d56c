"""The reading key against the page: a strict LMS is told by the page's own scripts."""

from __future__ import annotations

import random

import pytest

from tests.support.grading import Answer, full, lesser
from tests.support.reported import rows_for
from tiers_lieu_mooc.codebook import codebook_of
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.model.quiz import QuestionNode, Reflection, SelfPositioning
from tiers_lieu_mooc.results.answers import in_12, picks_of, share_of
from tiers_lieu_mooc.results.reports import Given

STANDARDS = ("scorm12", "scorm2004-3", "scorm2004-4")


def answers_to(question: QuestionNode) -> list[Answer]:
    """Give some answers of every sort to a question, right ones first."""
    if isinstance(question, SelfPositioning):
        degrees = range(len(question.scale))
        return [tuple(degree for _ in question.statements) for degree in degrees]
    if isinstance(question, Reflection):
        return [("Un texte à moi.",)]
    wrong = list(lesser(question))
    random.Random(question.id).shuffle(wrong)
    return [*full(question), *wrong[:4]]


def every_question(course: Course) -> list[QuestionNode]:
    found = [question for lesson in course.lessons for question in lesson.questions]
    found += [question for bank in course.banks for question in bank.questions]
    return list({question.full_name: question for question in found}.values())


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("which", ["every_kind", "real"])
def test_the_key_knows_every_row_that_a_strict_lms_is_told(
    request: pytest.FixtureRequest, which: str, standard: str
) -> None:
    course: Course = request.getfixturevalue(which)
    entries = {entry.id: entry for entry in codebook_of(course, course.modules).entries}
    questions = [(each, answers_to(each)) for each in every_question(course)]
    seen: set[str] = set()
    for (question, answers), found in zip(questions, rows_for(questions, standard), strict=True):
        right = list(full(question)) if question.points else []
        for answer, rows in zip(answers, found, strict=True):
            for row in rows:
                entry = entries[row["id"]]
                seen.add(row["id"])
                told = Given(row["id"], row.get("student_response", ""), "", row["result"])
                assert entry.is_graded == (row["result"] != "neutral")
                picks = picks_of(entry, told)
                assert all(pick.is_known for pick in picks), (row, entry)
                if answer in right and entry.is_graded:
                    assert share_of(entry, told) == 1
                    assert all(pick.is_right for pick in picks), (row, entry)
                if entry.right and "correct_responses.0.pattern" in row:
                    assert in_12(row["correct_responses.0.pattern"]) == entry.right
                    by_key = share_of(entry, told._replace(result=""))
                    assert by_key == float(row["result"] == "correct")
    assert seen == {*entries}
