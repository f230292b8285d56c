"""One browser and one preview for all tests; each test has windows of its own."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.support.learner import Learner
from tests.support.small_course import Written
from tests.support.stage import Commits, Stage, stage
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import Course

ROOT = Path(__file__).parents[2]
REAL = ROOT / "courses" / "tiers-lieux-ruraux"

Open = Callable[..., Page]
Offer = Callable[[Written], str]
OpenPlayer = Callable[[str], tuple[Page, Learner]]


@pytest.fixture(scope="session")
def _served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stage, Commits]]:
    with stage(tmp_path_factory.mktemp("cache")) as served:
        served[0].show(REAL)
        yield served


@pytest.fixture(scope="session")
def preview(_served: tuple[Stage, Commits]) -> Stage:
    return _served[0]


@pytest.fixture(autouse=True)
def _tidied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take what a test put on show away with it."""
    if "_served" not in request.fixturenames:
        yield
        return
    with request.getfixturevalue("_served")[0].for_a_while():
        yield


@pytest.fixture(scope="session")
def commits(_served: tuple[Stage, Commits]) -> Commits:
    return _served[1]


@pytest.fixture(scope="session")
def real() -> Course:
    """The real course as the rest of the compiler sees it."""
    course = check_course(REAL, datetime.date.today()).course
    assert course is not None
    return course


@pytest.fixture(scope="session")
def _names() -> Iterator[str]:
    return (f"essai-{number}" for number in itertools.count(1))


@pytest.fixture
def offer(preview: Stage, tmp_path: Path, _names: Iterator[str]) -> Offer:
    """Put a small course on show; gives its name, which begins the keys of its packages."""

    def put(course: Written) -> str:
        name = next(_names)
        preview.show(course.write(tmp_path, name))
        return name

    return put


class Windows:
    """Opens windows that note whatever they ought not to do."""

    def __init__(self, browser: Browser, own: str) -> None:
        self._browser = browser
        self._own: tuple[str, ...] = (own, "file://", "data:", "blob:", "about:")
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def open(self, own: str = "", **options: Any) -> Page:
        """Open a window of a learner who has never been here.

        Args:
            own: beginning of addresses that may be asked for besides the preview's.
        """
        if own:
            self._own += (own,)
        context = self._browser.new_context(**{"locale": "fr-FR", **options})
        context.set_default_timeout(15_000)
        context.on("console", self._hear)
        context.on("weberror", lambda thrown: self.complaints.append(f"threw {thrown.error}"))
        context.on("request", lambda request: self._look(request.url))
        self._contexts.append(context)
        return context.new_page()

    def close(self) -> None:
        """Close all windows, after a look at what the simulated LMS refused."""
        for context in self._contexts:
            for page in context.pages:
                if "/lecteur/" in page.url:
                    self.complaints += page.evaluate("simulatedLms.refused()")
            context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _look(self, address: str) -> None:
        if not address.startswith(self._own):
            self.complaints.append(f"asked for {address}")


@pytest.fixture
def open_window(browser: Browser, preview: Stage) -> Iterator[Open]:
    """Open a window; at the end nothing may have complained, nor asked another host."""
    windows = Windows(browser, preview.address)
    yield windows.open
    windows.close()
    assert windows.complaints == []


@pytest.fixture
def open_player(open_window: Open, preview: Stage) -> OpenPlayer:
    """Open a package under the simulated LMS."""

    def open_key(key: str) -> tuple[Page, Learner]:
        page = open_window()
        page.goto(preview.player(key))
        return page, Learner(page.frame_locator("[data-frame]"))

    return open_key
