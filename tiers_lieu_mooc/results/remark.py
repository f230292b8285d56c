"""A sentence on what was read, and how a report is called in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Remark(NamedTuple):
    """One sentence, and what to do.

    Attributes:
        is_fault: whether figures may be wrong or missing for it.
    """

    message: str
    mend: str = ""
    is_fault: bool = True


def named(place: int, reports: Sequence[object]) -> str:
    """Call a report by its place among those given: its file's name may be that of a person."""
    if len(reports) == 1:
        return "le rapport"
    return f"le {'1er' if place == 0 else f'{place + 1}e'} rapport donné"
