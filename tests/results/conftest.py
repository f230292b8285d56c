"""A group that took the first module of the real course, and a trainer's folder."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.content.measures import COURSE
from tests.results.desk import Desk
from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tests.support.moodle_report import Flaws, Person, flaws_in, people_of
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.codebook import Codebook, as_csv, codebook_of
from tiers_lieu_mooc.model.course import Course, Module


@pytest.fixture(scope="session")
def real() -> Course:
    course = check_course(COURSE, datetime.date.today()).course
    assert course is not None
    return course


@pytest.fixture(scope="session")
def module(real: Course) -> Module:
    return next(each for each in real.modules if each.id == "comprendre")


@pytest.fixture(scope="session")
def flaws(module: Module) -> Flaws:
    return flaws_in(module)


@pytest.fixture(scope="session")
def group(module: Module, flaws: Flaws) -> list[Person]:
    """Sixty people who took the first module; three of its questions are flawed."""
    return people_of(module, 60, seed=7, flaws=flaws)


@pytest.fixture(scope="session")
def book(real: Course, module: Module) -> Codebook:
    return codebook_of(real, [module])


@pytest.fixture
def desk(tmp_path: Path, book: Codebook, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A trainer's folder with the key in it."""
    (tmp_path / "cle.csv").write_bytes(as_csv(book))
    return Desk(tmp_path, book, capsys)


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
