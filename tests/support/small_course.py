"""Writes small courses as real folders, ready to be checked and built."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.model.quiz import QuestionNode


class Written(Protocol):
    """A course that can be put on a disk."""

    def write(self, root: Path, name: str) -> Path:
        """Write it to ``root/courses/name`` and ``root/quizzes/name``, and give the first."""


@dataclass(frozen=True)
class SmallCourse:
    """A course of one module, ``comprendre``.

    Attributes:
        lessons: body of each lesson by identifier; the title is the identifier with a capital.
        bank: questions of the module's quiz; "" for a module without quiz.
        quiz: lines of the bank's front matter, such as ``tirage: 3``.
        files: further files by path inside the course's folder.
        banks: whole files of further banks by identifier.
    """

    lessons: Mapping[str, str]
    bank: str = ""
    quiz: str = ""
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    banks: Mapping[str, str] = field(default_factory=dict)

    def write(self, root: Path, name: str) -> Path:
        """Write it to ``root/courses/name`` and ``root/quizzes/name``, and give the first."""
        folder = root / "courses" / name
        for path, text in self._files().items():
            _write(folder / path, text)
        if self.bank:
            header = f"---\ntitre: Le quiz\n{self.quiz.strip()}\n---\n\n"
            _write(root / "quizzes" / name / "comprendre.md", header + self.bank)
        for bank, text in self.banks.items():
            _write(root / "quizzes" / name / f"{bank}.md", text)
        return folder

    def _files(self) -> dict[str, str | bytes]:
        order = "".join(f"  - {lesson}\n" for lesson in self.lessons)
        bank = "banque: comprendre\n" if self.bank else ""
        return {
            "course.yaml": "titre: Un cours d’essai\nlangue: fr\nmodules:\n  - comprendre\n",
            "comprendre/module.yaml": (
                f"titre: Comprendre\nobjectifs:\n  - O1: Expliquer\nleçons:\n{order}{bank}"
            ),
            **{f"comprendre/{each}.md": _lesson(each, self.lessons[each]) for each in self.lessons},
            **self.files,
        }


def course_of(course: SmallCourse, folder: Path) -> Course:
    """Give a small course as the compiler sees it, written to a folder of its own."""
    checked = check_course(course.write(folder / "twin", "twin"), datetime.date.today())
    assert checked.course is not None
    return checked.course


def questions_of(course: SmallCourse, folder: Path) -> tuple[QuestionNode, ...]:
    """Give the questions of the lessons, then those of the bank."""
    read = course_of(course, folder)
    in_lessons = [each for lesson in read.lessons for each in lesson.questions]
    return (*in_lessons, *(each for bank in read.banks for each in bank.questions))


def _lesson(name: str, body: str) -> str:
    return f"---\ntitre: {name.capitalize()}\ndurée: 2 min\nobjectifs: O1\n---\n\n{body}"


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
