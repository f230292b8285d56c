"""Where the parts of a course lie on the disk."""

from __future__ import annotations

from pathlib import Path

__all__ = ["BANKS", "WORK_FOLDERS", "banks_beside", "banks_folder", "is_module"]

BANKS = "quizzes"

WORK_FOLDERS = frozenset({BANKS, "build", "dist"})
"""Folders of a course that are no modules unless they hold a ``module.yaml``: the banks, and what
commands write that are typed where the course is."""


def is_module(folder: Path) -> bool:
    """Tell whether a folder of a course is to be read as a module."""
    return folder.name not in WORK_FOLDERS or (folder / "module.yaml").exists()


def banks_beside(course: Path) -> Path:
    """Name the banks' folder of a course that shares a project with others."""
    return course.parent.parent / BANKS / course.name


def banks_folder(course: Path) -> Path:
    """Find the folder of a course's banks: its own ``quizzes``, or else ``../../quizzes/<course>``.

    Args:
        course: without links, for whoever then reads below.
    """
    own = course / BANKS
    return own if own.is_dir() and not is_module(own) else banks_beside(course)
