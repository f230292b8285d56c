"""How real LMSs keep a record, as data: what was seen of each, and nothing else about it.

The LMSs themselves are in ``profiles.json``, which the lane without a browser reads, too. Sources
are the observations of November 2026 in ``reference/LMS-OBSERVED.md`` and, for Claroline,
``reference/SCORM.md`` §4.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Sends = Literal[
    "everything", "what changed", "what differs from launch", "each value", "after calm"
]


@dataclass(frozen=True)
class Profile:
    """One LMS.

    Attributes:
        target: the package that it takes.
        sends: what a commit sends. ``what changed``: a value that was sent counts as saved whatever
            became of it. ``each value``: setting sends, after it has answered and never again;
            ``after calm``: two seconds without a change do, until the first failure. In both a
            commit and the end do nothing.
        offline: what a commit answers when the server was not reached.
        needs_suspend: nothing is given back unless exit ``suspend`` is in the record.
        reviews: after completion the next launch is a review without credit.
        binds_sessions: what was launched before a new login is refused for ever.
        empties_storage: a new login and purged caches empty the devices' localStorage.
        ships_storage: the package sees a localStorage that travels to the server with each save.
        completes_untouched: the end of a session that set no status completes the activity.
        tells_errors: otherwise the last error is always 0.
        is_once: a page that stands refuses every call after a session has ended; only another
            launch begins one.
        opening: values at launch that are this LMS's own.
        unanswered: beginnings of elements that always read "".
        refused: error code by beginning of the element.
        limits: characters by element; longer ones are refused with 405.
    """

    name: str
    target: Literal["scorm12", "scorm2004-4"]
    sends: Sends = "everything"
    offline: Literal["true", "false"] = "false"
    needs_suspend: bool = False
    reviews: bool = False
    binds_sessions: bool = False
    empties_storage: bool = False
    ships_storage: bool = False
    completes_untouched: bool = False
    tells_errors: bool = True
    is_once: bool = False
    opening: Mapping[str, str] = field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def tells_mode(self) -> bool:
        """Whether a page learns that it is only looked at."""
        return "cmi.core.lesson_mode" not in self.unanswered


PROFILES = {
    name: Profile(name, **facts)
    for name, facts in json.loads(
        Path(__file__).with_name("profiles.json").read_text("utf-8")
    ).items()
}
