"""How the page writes numbers and durations."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def hours(minutes: int) -> str:
    """Write a duration: ``45 min``, ``1 h``, ``1 h 20 min``, with no-break spaces."""
    full, rest = divmod(minutes, 60)
    parts = [f"{full}\u00a0h"] if full else []
    return "\u00a0".join([*parts, f"{rest}\u00a0min"] if rest or not full else parts)


def number(value: float) -> str:
    """Write a number as in French: comma, no useless decimals."""
    return f"{value:g}".replace(".", ",")


def begun(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def day(date: datetime.date) -> str:
    """Write a date: ``1er mars 2026``, with no-break spaces."""
    number = "1er" if date.day == 1 else str(date.day)
    return f"{number}\u00a0{_MONTHS[date.month - 1]}\u00a0{date.year}"


def listed(names: Iterable[str]) -> str:
    """Write a list in a sentence: ``un``, ``un et deux``, ``un, deux et trois``."""
    *others, last = [*names] or [""]
    return f"{', '.join(others)} et {last}" if others else last
