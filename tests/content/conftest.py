"""The real course as the compiler sees it, once for all tests of its content."""

from __future__ import annotations

import datetime

import pytest

from tests.content.measures import COURSE
from tiers_lieu_mooc.building import Checked, check_course
from tiers_lieu_mooc.linting.survey import Survey, survey_of
from tiers_lieu_mooc.model.course import Course


@pytest.fixture(scope="session")
def checked() -> Checked:
    return check_course(COURSE, datetime.date.today())


@pytest.fixture(scope="session")
def real(checked: Checked) -> Course:
    assert checked.course is not None
    return checked.course


@pytest.fixture(scope="session")
def survey(real: Course) -> Survey:
    return survey_of(real)
