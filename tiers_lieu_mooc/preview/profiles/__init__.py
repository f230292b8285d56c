"""How real LMSs behave, as data: one file each, every peculiarity a switch with its source."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tiers_lieu_mooc.preview.profiles.model import Peculiarity, Profile, Setting, Switches, Warned

__all__ = ["Peculiarity", "Profile", "Setting", "Switches", "Warned", "known_profiles"]

_HERE = Path(__file__).parent

_FIRST = ("strict", "moodle")
"""What is offered first; the others follow by title, and « sans LMS » is last."""

_LAST = "sans-lms"


@cache
def known_profiles() -> tuple[Profile, ...]:
    """Read every profile of this folder, in the order in which they are offered.

    Raises:
        ValueError: when a file is no profile; pydantic names the place.
    """
    read = [Profile.model_validate_json(path.read_bytes()) for path in _HERE.glob("*.json")]
    return tuple(sorted(read, key=_rank))


def _rank(profile: Profile) -> tuple[int, str]:
    if profile.name in _FIRST:
        return _FIRST.index(profile.name), ""
    return len(_FIRST) + (profile.name == _LAST), profile.title
