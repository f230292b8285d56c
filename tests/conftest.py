"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, expect

from tests.support.chromium import chromium

# A deadline for each example is a timed assertion: a busy machine would fail it.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

# The same for what a page is expected to show: five seconds are not enough on a machine that swaps.
expect.set_options(timeout=20_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-trees", action="store_true", help="write the trees of tests/trees anew"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run: Playwright allows a single one at a time in a process."""
    with chromium() as opened:
        yield opened
