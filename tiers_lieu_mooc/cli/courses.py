"""Which course a command means."""

from __future__ import annotations

from pathlib import Path

COURSES = Path("courses")


class NoCourse(Exception):  # noqa: N818 -- the name says what is wrong
    """The course to work on cannot be told; the message says why and what to type."""


def course_folders(parent: Path = COURSES) -> list[Path]:
    """List the courses of a folder: its sub-folders that hold a ``course.yaml``."""
    if not parent.is_dir():
        return []
    return sorted(folder for folder in parent.iterdir() if (folder / "course.yaml").is_file())


def the_course(given: Path | None) -> Path:
    """Find the folder of the course: the given one, or the only one there is.

    Raises:
        NoCourse: when there is none, or several to choose from.
    """
    if given is not None:
        return _existing(given)
    found = course_folders()
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoCourse(
            "aucun cours dans le dossier «\u00a0courses\u00a0»\u00a0; "
            "créez-en un avec «\u00a0tiers-lieu new course mon-cours\u00a0»"
        )
    names = ", ".join(folder.as_posix() for folder in found)
    raise NoCourse(f"plusieurs cours\u00a0: {names}\u00a0; dites lequel")


def _existing(given: Path) -> Path:
    if given.is_dir():
        return given
    if (COURSES / given).is_dir():
        return COURSES / given
    what = "n’est pas un dossier" if given.exists() else "n’existe pas"
    raise NoCourse(f"«\u00a0{given}\u00a0» {what}\u00a0; donnez le dossier d’un cours")
