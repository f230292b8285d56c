"""Which course a command means, and what the command is called where it was typed."""

from __future__ import annotations

import os
from pathlib import Path

COURSES = Path("courses")

PROJECT = "TIERS_LIEU_PROJET"
"""Environment variable by which ``scripts/`` say where the project is whose courses are meant by
whoever stands in no course and beside none."""

COMMAND = "TIERS_LIEU_COMMANDE"
"""Environment variable by which ``scripts/`` say what was typed to come here."""

RESULTS = "TIERS_LIEU_RESULTATS"
"""Environment variable by which ``scripts/resultats`` says what was typed for it."""


class NoCourse(Exception):  # noqa: N818 -- the name says what is wrong
    """The course to work on cannot be told; the message says why and what to type."""


def typed_command() -> str:
    """Give what to type before the name of a command, where the reader is."""
    return os.environ.get(COMMAND) or "tiers-lieu"


def typed_results() -> str:
    """Give what to type to read a report, where the reader is."""
    return os.environ.get(RESULTS) or f"{typed_command()} resultats"


def in_typed_words(sentence: str) -> str:
    """Write the commands of a sentence, between backquotes, as they are typed where it is read."""
    return sentence.replace("`tiers-lieu ", f"`{typed_command()} ")


def course_folders(parent: Path = COURSES) -> list[Path]:
    """List the courses of a folder: its sub-folders that hold a ``course.yaml``."""
    if not parent.is_dir():
        return []
    return sorted(folder for folder in parent.iterdir() if (folder / "course.yaml").is_file())


def project() -> Path | None:
    """Give the folder of the project that a script of it named; None for none."""
    named = os.environ.get(PROJECT)
    return Path(named) if named else None


def current_course() -> Path | None:
    """Find the course that the current folder is, or lies in; its nearest."""
    here = Path.cwd()
    if (here / "course.yaml").is_file():
        return Path()
    return next((each for each in here.parents if (each / "course.yaml").is_file()), None)


def courses_at_hand() -> list[Path]:
    """List what is meant when no course is named: the current one, those beside, the project's."""
    current = current_course()
    if current is not None:
        return [current]
    beside = course_folders()
    known = project()
    return beside or (course_folders(known / COURSES) if known else [])


def the_course(given: Path | None) -> Path:
    """Find the folder of the course: the given one, or the only one there is.

    Raises:
        NoCourse: when there is none, or several to choose from.
    """
    if given is not None:
        return existing_course(given)
    found = courses_at_hand()
    if len(found) == 1:
        return found[0]
    if not found:
        raise none_in(COURSES)
    names = ", ".join(folder.as_posix() for folder in found)
    raise NoCourse(f"plusieurs cours\u00a0: {names}\u00a0; dites lequel")


def named_course(given: Path) -> Path | None:
    """Find the folder that a path or the name of a course means; None when there is none."""
    known = project()
    parents = (Path(), COURSES, *((known / COURSES,) if known else ()))
    folders = [folder for each in parents if (folder := each / given.expanduser()).is_dir()]
    courses = (each for each in folders if (each / "course.yaml").is_file())
    return next(courses, folders[0] if folders else None)


def existing_course(given: Path) -> Path:
    """Find the folder as ``named_course`` does.

    Raises:
        NoCourse: when there is none.
    """
    found = named_course(given)
    if found is not None:
        return found
    what = "n’est pas un dossier" if given.exists() else "n’existe pas"
    raise NoCourse(f"«\u00a0{given}\u00a0» {what}\u00a0; donnez le dossier d’un cours")


def none_in(folder: Path) -> NoCourse:
    """Say that a folder holds no course, and how one begins."""
    return NoCourse(
        f"aucun cours dans le dossier «\u00a0{folder}\u00a0»\u00a0; "
        f"créez-en un avec «\u00a0{typed_command()} new cours mon-cours\u00a0»"
    )
