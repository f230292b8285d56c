"""A fake LMS that breaks on demand; its record survives relaunches."""

from __future__ import annotations

from tests.support.lms.profiles import PROFILES, Profile
from tests.support.lms.server import Attempt, FakeLms, Line, fake_lms

__all__ = ["PROFILES", "Attempt", "FakeLms", "Line", "Profile", "fake_lms"]
