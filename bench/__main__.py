"""``python -m bench``: lay the courses down, measure, print, and write the page on demand."""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.course import lay_down
from bench.report import machine, page, table
from bench.rows import (
    Bench,
    Row,
    fault_rows,
    live_rows,
    load_rows,
    measure_course,
    measure_start_up,
    reading_rows,
    speed_rows,
    using_rows,
    weight_rows,
)
from bench.slow_line import find_browser

PROJECT = Path(__file__).parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything; 0 when done, whatever the figures say."""
    options = _options(arguments)
    work = PROJECT / "build/bench/courses"
    shutil.rmtree(work, ignore_errors=True)
    bench = Bench(
        project=PROJECT,
        command=Path(sys.executable).with_name("tiers-lieu"),
        mkdocs=None if options.alone else options.mkdocs,
        browser=find_browser(),
        runs=options.runs,
    )
    measured_on = machine()
    rows = measure(bench, work, options.lessons, options.load, options.sessions)
    print(table(rows))
    if options.write:
        text = page(rows, measured_on, datetime.datetime.now(tz=datetime.UTC).date())
        (PROJECT / "docs/benchmarks.md").write_text(text, "utf-8")
    return 0


def measure(
    bench: Bench, work: Path, lengths: Sequence[int], load_s: float, sessions: int
) -> list[Row]:
    """Give every row, course by course; says on standard error where it is."""
    _say("start-up")
    start = measure_start_up(bench, lay_down(work / "5", 5))
    figures = []
    for lessons in lengths:
        _say(f"{lessons} lessons")
        figures.append(measure_course(bench, lay_down(work / str(lessons), lessons)))
    _say("saved file to screen")
    live = list(live_rows(bench, work))
    _say("commits of 50 browsers")
    load = list(load_rows(bench, work, seconds=load_s))
    _say("sessions under faults")
    faults = list(fault_rows(bench, sessions))
    _say("weights")
    weights = weight_rows(bench, work)
    _say("first lesson over a poor line")
    reading = reading_rows(bench, work)
    _say("what a learner feels")
    felt = list(using_rows(bench, work))
    return [*speed_rows(start, figures), *live, *load, *faults, *weights, *reading, *felt]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--lessons", type=int, nargs="+", default=[30, 300, 3_000])
    parser.add_argument("--runs", type=int, default=5, help="of each command (default: 5)")
    parser.add_argument(
        "--load", type=float, default=60, help="of many browsers' commits", metavar="SECONDS"
    )
    parser.add_argument(
        "--sessions", type=int, default=1_000_000, help="under faults (default: a million)"
    )
    parser.add_argument("--alone", action="store_true", help="leave Material for MkDocs out")
    parser.add_argument("--mkdocs", type=Path, help="its command", metavar="FILE")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md too")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    print(f"{text}…", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
