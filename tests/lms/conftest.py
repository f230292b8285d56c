"""The LMSs, each started once for all tests of a worker, and a learner before one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.lms.kolibri import Kolibri, kolibri
from tests.lms.lms import Lms
from tests.lms.packages import Packages, build
from tests.lms.sitting import Desk, desk
from tests.lms.xblock import Workbench, workbench

TARGETS = {"kolibri": "scorm12", "xblock-12": "scorm12", "xblock-2004": "scorm2004-4"}
"""What each LMS is given; Kolibri knows SCORM 1.2 only."""

SEATS = [pytest.param("kolibri", marks=pytest.mark.kolibri), "xblock-12", "xblock-2004"]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def in_kolibri(packages: Packages) -> Iterator[Kolibri]:
    brought = [packages.of_module("scorm12"), packages.of_course("scorm12")]
    with kolibri(brought) as started:
        yield started


@pytest.fixture(scope="session")
def in_workbench(packages: Packages, browser: Browser) -> Iterator[Workbench]:
    brought = [packages.of_module(each) for each in ("scorm12", "scorm2004-4")]
    with workbench(browser, brought) as started:
        yield started


@pytest.fixture(params=SEATS)
def seat(request: pytest.FixtureRequest, browser: Browser, packages: Packages) -> Iterator[Desk]:
    """A new learner before module 1, in each LMS."""
    name: str = request.param
    lms: Lms = request.getfixturevalue("in_kolibri" if name == "kolibri" else "in_workbench")
    package, published = packages.of_module(TARGETS[name]), packages.course.published
    with desk(browser, lms, package, published.__getitem__) as made:
        yield made
