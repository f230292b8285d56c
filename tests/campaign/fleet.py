"""Sessions in several browsers at a time, each driven by a process of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait

from tests.campaign.course import packages
from tests.campaign.plan import plan_of
from tests.campaign.play import Outcome, theatre
from tests.support.chromium import chromium


class FleetError(Exception):
    """A driving process ended before its sessions did."""


def played(seeds: Sequence[int], windows: int) -> Iterator[Outcome]:
    """Play the sessions of these seeds, and give their outcomes as they come.

    Raises:
        FleetError: when a browser could not be driven to the end.
    """
    start = multiprocessing.get_context("spawn")
    hearing: dict[Connection, int] = {}
    for window in range(windows):
        mine = seeds[window::windows]
        ear, mouth = start.Pipe(duplex=False)
        # Daemons end with this process, whatever ends it.
        start.Process(target=_drive, args=(mine, mouth), daemon=True).start()
        mouth.close()
        hearing[ear] = len(mine)
    while hearing:
        speaking = wait(list(hearing))
        for ear in [each for each in hearing if each in speaking]:
            yield from _heard(ear, hearing)


def _heard(ear: Connection, hearing: dict[Connection, int]) -> Iterator[Outcome]:
    """Give what a process tells; it goes silent when its browser is closed."""
    try:
        outcome: Outcome = ear.recv()
    except EOFError as reason:
        if hearing.pop(ear):
            raise FleetError("a browser was lost before its sessions were played") from reason
        return
    hearing[ear] -= 1
    yield outcome


def _drive(seeds: Sequence[int], mouth: Connection) -> None:
    with chromium() as browser, theatre(browser) as opened:
        for seed in seeds:
            mouth.send(opened.play(plan_of(seed), packages()))
