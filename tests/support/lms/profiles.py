"""How real LMSs keep a record, as data: what was seen of each, and nothing else about it.

Sources are the observations of November 2026 in ``reference/LMS-OBSERVED.md`` and, for Claroline,
``reference/SCORM.md`` §4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Sends = Literal["everything", "what changed", "what differs from launch", "each value"]


@dataclass(frozen=True)
class Profile:
    """One LMS.

    Attributes:
        target: the package that it takes.
        sends: what a commit sends. ``what changed``: a value that was sent counts as saved whatever
            became of it. ``each value``: setting sends, a commit does nothing.
        is_late: values are sent after ``SetValue`` has answered, and never again.
        offline: what a commit answers when the server was not reached.
        needs_suspend: nothing is given back unless exit ``suspend`` is in the record.
        reviews: after completion the next launch is a review without credit.
        tells_errors: otherwise the last error is always 0.
        opening: values at launch that are this LMS's own.
        unanswered: beginnings of elements that always read "".
        refused: error code by beginning of the element.
        limits: characters by element; longer ones are refused with 405.
    """

    name: str
    target: Literal["scorm12", "scorm2004-4"]
    sends: Sends = "everything"
    is_late: bool = False
    offline: Literal["true", "false"] = "false"
    needs_suspend: bool = False
    reviews: bool = False
    tells_errors: bool = True
    opening: Mapping[str, str] = field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)


_ROOM_12 = {"cmi.suspend_data": 4096, "cmi.core.lesson_location": 255}

STRICT_12 = Profile("strict-12", "scorm12", limits=_ROOM_12)
STRICT_2004 = Profile(
    "strict-2004", "scorm2004-4", needs_suspend=True, limits={"cmi.suspend_data": 64_000}
)
MOODLE_12 = Profile(
    "moodle-12",
    "scorm12",
    sends="what changed",
    offline="true",
    reviews=True,
    limits={"cmi.suspend_data": 64_000},
)
MOODLE_2004 = Profile(
    "moodle-2004",
    "scorm2004-4",
    sends="what differs from launch",
    offline="true",
    needs_suspend=True,
    reviews=True,
    limits={"cmi.suspend_data": 64_000},
)
KOLIBRI = Profile(
    "kolibri",
    "scorm12",
    sends="each value",
    offline="true",
    opening={"cmi.core.lesson_status": ""},
    refused={"cmi.student_data.mastery_score": "401"},
    limits=_ROOM_12,
)
OPEN_EDX = Profile(
    "open-edx",
    "scorm12",
    sends="each value",
    is_late=True,
    offline="true",
    tells_errors=False,
    unanswered=(
        "cmi.core.lesson_status",
        "cmi.core.score",
        "cmi.core.lesson_mode",
        "cmi.core.entry",
        "cmi.interactions._count",
        "cmi.objectives._count",
    ),
)
CLAROLINE = Profile(
    "claroline",
    "scorm12",
    opening={"cmi.core.credit": "no-credit", "cmi.core.lesson_status": ""},
    refused={"cmi.interactions": "401", "cmi.objectives": "401", "cmi.comments": "401"},
    limits=_ROOM_12,
)

PROFILES = {
    each.name: each
    for each in (STRICT_12, STRICT_2004, MOODLE_12, MOODLE_2004, KOLIBRI, OPEN_EDX, CLAROLINE)
}
