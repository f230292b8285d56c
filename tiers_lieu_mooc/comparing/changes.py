"""What a newer package changes for those who have the older one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scorm_export.diagnostic import Position


class Group(StrEnum):
    """What becomes of a thing; the value is the name that programs read."""

    LOST = "lost"
    NOTICE = "notice"
    REWORDED = "reworded"
    MOVED = "moved"
    ADDED = "added"
    RETIRED = "retired"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing and what becomes of it.

    Attributes:
        name: full name of the lesson, question or quiz in force; "" for the package as a whole.
        message: what changes, in French; what it is said of is not repeated.
        mend: what to do about it; "" when nothing has to be done.
        at: where the new sources hold it, or what says so; None when they do not.
    """

    group: Group
    name: str
    message: str
    mend: str = ""
    at: Position | None = None
