"""Ends that no page hears of."""

from __future__ import annotations

import contextlib

from playwright.sync_api import Error, Page

from tests.support.kept import keeps_place
from tests.support.learner import Learner


def kill(page: Page) -> None:
    """End the window's process: no event of the page is sent, no beacon leaves."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def kill_at_question(page: Page, learner: Learner, number: int) -> None:
    """Kill it at that question of a quiz, once the device has it: a second is promised."""
    learner.sees(f"Question {number} sur ")
    question = learner.screen.locator("[data-quiz] [data-question]").nth(number - 1)
    keeps_place(page, learner.screen, int(question.get_attribute("data-index") or "-1"))
    kill(page)
