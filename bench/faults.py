"""How many sessions under faults are played in a second, and how many of them lose something."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SUMMARY = re.compile(
    r"(?P<sessions>[\d,]+) sessions, (?P<launches>[\d,]+) launches, (?P<answers>[\d,]+) answers, "
    r"(?P<failed>\d+) sessions with losses in \d+ s \((?P<pace>[\d,]+) a second\)"
)


@dataclass(frozen=True, slots=True)
class Campaign:
    """What sessions without a browser came to.

    Attributes:
        failed: sessions that lost something.
        pace: sessions a second, by the clock, on every core.
    """

    sessions: int
    launches: int
    answers: int
    failed: int
    pace: int


def play(project: Path, sessions: int) -> Campaign:
    """Play sessions of ``tests/fast/``.

    Raises:
        ValueError: when nothing is said of what they came to.
    """
    command = [str(project / "scripts/campaign"), "--fast", "--sessions", str(sessions)]
    played = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    return read(played.stdout)


def read(told: str) -> Campaign:
    """Read the last line of what ``scripts/campaign --fast`` tells.

    Raises:
        ValueError: when it is not there.
    """
    found = _SUMMARY.search(told)
    if not found:
        raise ValueError(f"no summary in: {told!r}")
    figures = {name: int(value.replace(",", "")) for name, value in found.groupdict().items()}
    return Campaign(**figures)
