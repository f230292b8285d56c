"""The fault campaign in its short form, and that it can fail; ``scripts/campaign`` is in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.campaign.course import Change, packages, patched_all
from tests.campaign.plan import plan_of
from tests.campaign.play import Theatre, theatre

pytestmark = pytest.mark.browser

SEEDS = range(25)

BROKEN: dict[str, Callable[[bytes], list[Change]]] = {
    "nothing on the device": lambda _: [(b".put(", b".get("), (b".setItem(", b".getItem(")],
    "no commit": lambda end: [(each, b'"GetDiagnostic"') for each in (b'"Commit"', end)],
}
"""What of the page's script is replaced, so that it loses work."""

END = {"scorm12": b'"Finish"', "scorm2004-4": b'"Terminate"'}
"""What ends a session, by target."""

LOSING = {"nothing on the device": 0, "no commit": 0}
"""A session in which it does."""


@pytest.fixture(scope="module")
def stage(browser: Browser) -> Iterator[Theatre]:
    with theatre(browser) as opened:
        yield opened


@pytest.mark.parametrize("seed", SEEDS)
def test_a_session_under_faults_loses_no_answer(stage: Theatre, seed: int) -> None:
    outcome = stage.play(plan_of(seed), packages())
    assert outcome.lost == (), "\n".join(outcome.log)


@pytest.mark.parametrize("fault", BROKEN)
def test_a_page_that_loses_work_is_found_out_again_and_again(stage: Theatre, fault: str) -> None:
    plan = plan_of(LOSING[fault])
    broken = {
        target: patched_all(each, BROKEN[fault](END[target])) for target, each in packages().items()
    }
    outcome = stage.play(plan, broken)
    assert outcome.lost != ()
    assert stage.play(plan, broken).lost == outcome.lost


def test_a_seed_is_a_session() -> None:
    assert plan_of(7) == plan_of(7)
    assert len({plan_of(seed).acts for seed in SEEDS}) == len(SEEDS)
