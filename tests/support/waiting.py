"""Waiting for what a page says of itself; the policy of packages forbids Playwright's own way."""

from __future__ import annotations

from playwright.sync_api import Frame, Page


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
