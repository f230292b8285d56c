"""A group that took the first module of the real course, and a trainer's folder."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.content.measures import COURSE
from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import Course


@pytest.fixture(scope="session")
def real() -> Course:
    course = check_course(COURSE, datetime.date.today()).course
    assert course is not None
    return course


@pytest.fixture
def every_kind(tmp_path: Path) -> Course:
    """A course with a question of each kind in a lesson and in a quiz; one text is sent."""
    questions = eleven_questions().replace(
        "longueur : 5 à 20 mots", "longueur : 5 à 20 mots\ntransmettre : oui"
    )
    builder = CourseBuilder(tmp_path).lesson("definir", questions).bank(eleven_questions("b-"))
    return course_in(builder.write())


def course_in(folder: Path) -> Course:
    course = check_course(folder, datetime.date.today()).course
    assert course is not None
    return course
