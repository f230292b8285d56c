"""``scripts/campaign``: seeded sessions under faults, many of them, and no answer lost."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from tests.campaign.course import packages
from tests.campaign.fleet import played
from tests.campaign.plan import plan_of
from tests.campaign.play import Outcome, theatre
from tests.support.chromium import chromium

SESSIONS = 1000
WINDOWS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the sessions that are asked for; 1 when one of them lost something."""
    asked = _parser().parse_args(arguments)
    if asked.seed is not None:
        return _one(asked.seed)
    seeds = range(asked.first, asked.first + asked.sessions)
    started = time.monotonic()
    outcomes = list(_shown(played(seeds, asked.windows), len(seeds)))
    return _sum_up(outcomes, time.monotonic() - started)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("scripts/campaign", description=__doc__)
    parser.add_argument("--sessions", type=int, default=SESSIONS, help=f"default {SESSIONS}")
    parser.add_argument("--first", type=int, default=0, help="the first seed, default 0")
    parser.add_argument("--seed", type=int, help="play this session alone and tell all of it")
    parser.add_argument(
        "--windows", type=int, default=WINDOWS, help=f"at a time, default {WINDOWS}"
    )
    return parser


def _one(seed: int) -> int:
    """Play one session and tell what happens in it."""
    with chromium() as browser, theatre(browser) as opened:
        outcome = opened.play(plan_of(seed), packages())
    print(*outcome.log, sep="\n")
    return _sum_up([outcome], 0)


def _shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass outcomes on, and show on a terminal how many have come."""
    failed = 0
    for number, outcome in enumerate(outcomes, start=1):
        failed += bool(outcome.lost)
        if sys.stderr.isatty():
            print(f"\r{number} of {total}, {failed} failed ", end="", file=sys.stderr, flush=True)
        yield outcome
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _sum_up(outcomes: Sequence[Outcome], seconds: float) -> int:
    failed = sorted((each for each in outcomes if each.lost), key=lambda each: each.seed)
    for outcome in failed:
        print(f"scripts/campaign --seed {outcome.seed}")
        for line in outcome.lost:
            print(f"  {line}")
    answers = sum(each.answers for each in outcomes)
    took = f" in {seconds:.0f} s" if seconds else ""
    print(f"{len(outcomes)} sessions, {answers} answers, {len(failed)} sessions with losses{took}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
