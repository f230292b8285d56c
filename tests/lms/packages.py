"""The real course and the packages that people bring into their LMS."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import Course, Module
from tiers_lieu_mooc.model.quiz import Bank, QuestionNode

REAL = Path(__file__).parents[2] / "courses" / "tiers-lieux-ruraux"
MODULE = "comprendre"
"""The course calls it module 1; the welcome before it has no quiz."""


@dataclass(frozen=True)
class Packages:
    """Files by target, ``scorm12`` or ``scorm2004-4``."""

    folder: Path
    course: Course

    @property
    def module(self) -> Module:
        """The module that the tests play."""
        return next(each for each in self.course.modules if each.id == MODULE)

    @property
    def bank(self) -> Bank:
        """Its quiz."""
        assert self.module.bank is not None
        return self.module.bank

    @property
    def questions(self) -> tuple[QuestionNode, ...]:
        """Those of its lessons."""
        return tuple(each for lesson in self.module.lessons for each in lesson.questions)

    def of_module(self, target: str) -> Path:
        """Give the package of that module."""
        return self.folder / f"{self.course.id}-{MODULE}-{target}.zip"

    def of_course(self, target: str) -> Path:
        """Give the package of the whole course."""
        return self.folder / f"{self.course.id}-{target}.zip"


def build(folder: Path) -> Packages:
    """Build them as authors do."""
    targets = [f"--target={each}" for each in ("scorm12", "scorm2004-4")]
    splits = [f"--per={each}" for each in ("course", "module")]
    command = [sys.executable, "-m", "tiers_lieu_mooc", "build", str(REAL), *targets, *splits]
    subprocess.run([*command, "--out", str(folder)], check=True, capture_output=True)
    course = check_course(REAL, datetime.date.today()).course
    assert course is not None
    return Packages(folder, course)
