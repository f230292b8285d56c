"""``scripts/fuzz``: what nobody writes, many times over, and every answer judged.

A fault is shown with its seed and number, made as small as it gets, and ends the run with 1.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.fuzz.corpus import CORPUS
from tests.fuzz.mutating import shrunk
from tests.fuzz.pace import seconds
from tests.fuzz.subjects import SHARES, SUBJECTS

INPUTS = 20_000
MOST_SECONDS = 5.0
"""For one input of at most 20,000 signs: a hundred times what it may take."""
_LOOKED_AT_TWICE = 4
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that is not answered as it should be."""

    seed: int
    number: int
    subject: str
    content: str
    what: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the inputs that are asked for; 1 when one of them shows a fault."""
    asked = _parser().parse_args(arguments)
    started = time.monotonic()
    numbers = range(asked.first, asked.first + asked.inputs)
    failures = 0
    with multiprocessing.Pool(asked.jobs, initializer=gc.freeze) as pool:
        tried = pool.imap_unordered(partial(_tried, asked.seed), numbers, _CHUNK)
        for failure in _shown(tried, len(numbers)):
            failures += 1
            _tell(failure, asked.keep)
    took = time.monotonic() - started
    print(f"seed {asked.seed}: {len(numbers)} inputs, {failures} with a fault, {took:.0f} s")
    return min(failures, 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("scripts/fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=INPUTS, help=f"default {INPUTS}")
    parser.add_argument("--seed", type=int, default=1, help="of all inputs, default 1")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--jobs", type=int, default=2, help="at a time, default 2")
    parser.add_argument("--keep", action="store_true", help="put what fails into tests/fuzz/corpus")
    return parser


def _shown(tried: Iterator[Failure | None], total: int) -> Iterator[Failure]:
    """Give the failures, and show on a terminal how many inputs were tried."""
    for number, failure in enumerate(tried, start=1):
        if sys.stderr.isatty() and number % _CHUNK == 0:
            print(f"\r{number} of {total} ", end="", file=sys.stderr, flush=True)
        if failure is not None:
            yield failure


def _tried(seed: int, number: int) -> Failure | None:
    luck = random.Random(f"{seed}/{number}")
    name = luck.choices(list(SHARES), list(SHARES.values()))[0]
    content = SUBJECTS[name].make(luck)
    looks = 2 if number % _LOOKED_AT_TWICE == 0 else 1
    what = _fault(name, looks, content)
    if not what:
        return None
    small = shrunk(content, lambda each: _fault(name, looks, each) == what)
    return Failure(seed, number, name, small, what)


def _fault(subject: str, looks: int, content: str) -> str:
    """Say what is wrong with the answer to an input, and where; "" when nothing is."""
    try:
        work = partial(SUBJECTS[subject].judge, content, looks)
        return "" if seconds(work, MOST_SECONDS) < MOST_SECONDS else f"over {MOST_SECONDS} s"
    except Exception as fault:  # noqa: BLE001 -- any is a finding
        where = traceback.extract_tb(fault.__traceback__)[-1]
        said = f": {fault}" if isinstance(fault, AssertionError) else ""
        return f"{type(fault).__name__} at {where.filename}:{where.lineno}{said}"


def _tell(failure: Failure, is_kept: bool) -> None:
    again = f"--seed {failure.seed} --first {failure.number} --inputs 1"
    print(f"\n{failure.what}\n  scripts/fuzz {again}\n  {failure.subject}: {failure.content!r}")
    if is_kept:
        folder: Path = CORPUS / failure.subject
        folder.mkdir(parents=True, exist_ok=True)
        content = failure.content.encode("utf-8", "surrogatepass")
        (folder / f"{failure.seed}-{failure.number}.txt").write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
