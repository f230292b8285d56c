"""What the tests ask of a real LMS, whichever it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from playwright.sync_api import BrowserContext, FrameLocator, Page


@dataclass(frozen=True)
class Held:
    """What an LMS keeps of one learner in one package, read from its database.

    Attributes:
        values: by element of the data model, as ``cmi.core.lesson_status``.
        whole: everything that it keeps, as text.
        grade: what a trainer is shown, from 0 to 1; -1 for nothing.
        floor: the least that it shows, whatever the score.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""
    grade: float = -1
    floor: float = 0

    def core(self, name: str) -> str:
        """Give an element that 1.2 has in its core, ``""`` when it is not there."""
        return self.values.get(f"cmi.core.{name}", self.values.get(f"cmi.{name}", ""))

    @property
    def status(self) -> str:
        """``passed`` or ``failed`` as soon as that is known, else how far the work is."""
        success = self.core("success_status")
        return success if success in {"passed", "failed"} else self._progress

    @property
    def _progress(self) -> str:
        return self.core("completion_status") or self.core("lesson_status")


class Lms(Protocol):
    """A real LMS that has our packages."""

    saving: re.Pattern[str]
    """Addresses to which it sends what it is told."""

    def name_learner(self) -> str:
        """Give the name of a learner who has never been here."""

    def log_in(self, context: BrowserContext, learner: str) -> None:
        """Make the learner known in a browser."""

    def open(self, page: Page, package: Path, learner: str) -> FrameLocator:
        """Open a package, and give the frame of its page."""

    def leave(self, page: Page) -> None:
        """Leave the package as this LMS offers it."""

    def held(self, package: Path, learner: str) -> Held:
        """Read what it keeps."""
