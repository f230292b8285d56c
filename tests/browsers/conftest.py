"""Firefox and WebKitGTK under a small LMS, with packages of the real course and of a small one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers.desk import Desk
from tests.support.eleven_kinds import eleven_questions
from tests.support.lms import FakeLms, fake_lms
from tests.support.small_course import SmallCourse
from tests.support.webdriver import Engine, Firefox, WebKit
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.model.course import Course, Module
from tiers_lieu_mooc.targets import Split, Target

ROOT = Path(__file__).parents[2]
REAL = ROOT / "courses" / "tiers-lieux-ruraux"
ENGINES = {each.name: each for each in (Firefox, WebKit)}
SMALL = SmallCourse({"definir": eleven_questions()}, eleven_questions("q-"), "mélanger: non")
_TARGETS = (Target.SCORM_12, Target.SCORM_2004_4)

Packages = dict[str, dict[str, bytes]]
"""Files of a package by target."""


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """One browser for all tests: the LMS of each has an address, thus storage, of its own."""
    started: Engine = ENGINES[request.param](tmp_path_factory.mktemp("device"))
    yield started
    started.kill()


@pytest.fixture
def lms() -> Iterator[FakeLms]:
    with fake_lms() as opened:
        yield opened


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """Where a learner sits down."""
    return Desk(engine)


@pytest.fixture(scope="session")
def module_one() -> Module:
    return _course(REAL).modules[1]


@pytest.fixture(scope="session")
def module_packages() -> Packages:
    """Module 1 of the real course."""
    return _packages(_course(REAL), Split.MODULE, place=1)


@pytest.fixture(scope="session")
def small_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return _course(SMALL.write(tmp_path_factory.mktemp("course"), "essai"))


@pytest.fixture(scope="session")
def small_packages(small_course: Course) -> Packages:
    return _packages(small_course, Split.COURSE, place=0)


def _course(folder: Path) -> Course:
    course = check_course(folder, datetime.date.today()).course
    assert course is not None
    return course


def _packages(course: Course, split: Split, *, place: int) -> Packages:
    workshop = Workshop(course)
    made = {}
    for target in _TARGETS:
        output = outputs_of(course, [target], [split])[place]
        made[target.value] = workshop.make(output).files
    return made
