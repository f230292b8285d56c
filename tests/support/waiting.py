"""Waiting for what a page says of itself.

Not by ``Page.wait_for_function``: its second look evaluates text, which the policy of packages and
of the preview forbids, so that it fails whenever the first look comes too early.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Frame, Page

PATIENCE_S = 30
"""Longer than two repetitions of a commit."""


def until(page: Page | Frame, condition: str) -> None:
    """Wait until an expression is true, for as long as the test may run."""
    page.evaluate(
        "() => new Promise(done => { const look = () =>"
        f" ({condition}) ? done() : requestAnimationFrame(look); look(); }})"
    )


def all_shown(page: Page | Frame) -> None:
    """Wait until a section that has just been opened is laid out to its end."""
    until(page, "!document.querySelector('.opening')")
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def until_true(holds: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Ask a page again and again, until what it answers is what is waited for.

    Args:
        told: what to say when it never is.
    """
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, told()
        # Asking without a pause would keep the page from getting there.
        time.sleep(0.02)
