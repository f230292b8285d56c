"""Drawings that are admitted fetch nothing and run nothing, opened alone or as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Dialog, Route

from tests.properties.drawing_pieces import HARMFUL, drawings
from tiers_lieu_mooc.assembly.faults import Size
from tiers_lieu_mooc.assembly.inspecting import inspect

pytestmark = pytest.mark.browser

HOST = "http://dessins.test/"
SAMPLES = Path(__file__).parents[1] / "cases" / "drawings"
COURSES = Path(__file__).parents[2] / "courses"
_PAGE = "<!doctype html><meta charset='utf-8'><title>Dessins</title><link rel='icon' href='data:,'>"


def is_admitted(content: bytes) -> bool:
    return isinstance(inspect("plan.svg", content), Size)


class Site:
    """Serves drawings and a page that shows them; notes what else is asked for."""

    def __init__(self, contents: Sequence[bytes]) -> None:
        self._contents = contents
        self.asked: list[str] = []

    def answer(self, route: Route) -> None:
        address = route.request.url
        name = address.removeprefix(HOST).removesuffix(".svg")
        if address == HOST:
            route.fulfill(body=self._page(), content_type="text/html; charset=utf-8")
        elif name.isdecimal():
            route.fulfill(body=self._contents[int(name)], content_type="image/svg+xml")
        else:
            self.asked.append(address)
            route.abort()

    def refuse(self, dialog: Dialog) -> None:
        self.asked.append(dialog.message)
        dialog.dismiss()

    def _page(self) -> str:
        numbers = range(len(self._contents))
        frames = "".join(f"<iframe src='{each}.svg'></iframe>" for each in numbers)
        return _PAGE + frames + "".join(f"<img src='{each}.svg' alt=''>" for each in numbers)


def asked_by(browser: Browser, contents: Sequence[bytes]) -> list[str]:
    """Open drawings in frames and as pictures; gives every address that is none of theirs."""
    site = Site(contents)
    context = browser.new_context()
    context.route("**/*", site.answer)
    page = context.new_page()
    page.on("dialog", site.refuse)
    page.goto(HOST, wait_until="load")
    # Two frames later what was drawn has asked for what it needs.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_load_state("networkidle")
    context.close()
    return site.asked


@pytest.mark.parametrize("name", HARMFUL)
def test_the_trap_closes_on_what_is_refused(browser: Browser, name: str) -> None:
    assert not is_admitted(HARMFUL[name])
    assert asked_by(browser, [HARMFUL[name]]) != []


def test_what_drawing_programs_write_asks_for_nothing(browser: Browser) -> None:
    files = [*SAMPLES.glob("*.svg"), *COURSES.rglob("*.svg")]
    admitted = [each for each in map(Path.read_bytes, files) if is_admitted(each)]
    assert len(admitted) > 20
    assert asked_by(browser, admitted) == []


@given(st.lists(drawings.filter(is_admitted), min_size=20, max_size=60))
@settings(
    max_examples=12,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
def test_what_is_admitted_asks_for_nothing(browser: Browser, contents: list[bytes]) -> None:
    assert asked_by(browser, contents) == []
