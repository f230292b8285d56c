"""``tiers-lieu new``: the beginning of a course, a module, a lesson or a bank."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from tiers_lieu_mooc.cli.courses import (
    COURSES,
    courses_at_hand,
    current_course,
    named_course,
    the_course,
)
from tiers_lieu_mooc.cli.parser import MISUSE, Skeleton
from tiers_lieu_mooc.cli.printing import complain
from tiers_lieu_mooc.parsing.words import slug
from tiers_lieu_mooc.reading import WORK_FOLDERS
from tiers_lieu_mooc.skeleton import (
    CannotWrite,
    Titled,
    new_bank,
    new_course,
    new_lesson,
    new_module,
)

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = WORK_FOLDERS | {"media", "revue"}
"""Folders of a course that are no modules."""

_EXAMPLES = {
    Skeleton.COURSE: "mon-cours",
    Skeleton.MODULE: "mon-cours/mon-module",
    Skeleton.LESSON: "mon-cours/mon-module/ma-lecon",
    Skeleton.BANK: "mon-cours/mon-module",
}


def run(chosen: argparse.Namespace) -> int:
    """Write the skeleton and print the files that were written or completed.

    Raises:
        NoCourse: when a name without its course could be of several.
        OSError: when the disk refuses.
    """
    try:
        written = _make(chosen.kind, chosen.name, lambda named: _title(chosen.title, named))
    except CannotWrite as refusal:
        complain(str(refusal))
        return MISUSE
    for path in written:
        print(path)
    return 0


def _make(kind: Skeleton, name: str, titled: Titled) -> list[Path]:
    if kind is Skeleton.COURSE:
        return new_course(_course_to_make(name), titled)
    course, names = _course_and_names(kind, name)
    if kind is Skeleton.LESSON:
        module, lesson = names
        return new_lesson(course / module, lesson, titled)
    if kind is Skeleton.BANK:
        return new_bank(course / names[0], titled)
    if names[0] in _TAKEN:
        raise CannotWrite(f"un module ne peut pas s’appeler «\u00a0{names[0]}\u00a0»")
    return new_module(course, names[0], titled)


def _course_to_make(name: str) -> Path:
    """Choose the folder: in ``courses`` for a mere name, where it says for a path."""
    path = Path(name).expanduser()
    _check_names(Skeleton.COURSE, name, [path.name])
    if len(path.parts) > 1:
        return path
    inside = current_course()
    if inside is not None:
        raise CannotWrite(
            f"vous êtes dans le cours «\u00a0{inside.resolve().name}\u00a0»\u00a0: "
            f"placez-vous ailleurs, ou donnez un chemin, «\u00a0../{name}\u00a0»"
        )
    return COURSES / path


def _course_and_names(kind: Skeleton, name: str) -> tuple[Path, list[str]]:
    """Tell the course, the only one when it is not named, from the names inside it."""
    count = 2 if kind is Skeleton.LESSON else 1
    *course, last = Path(name).expanduser().parts or ("",)
    names = [last]
    if count > 1:
        names = [course.pop() if course else "", last]
    _check_names(kind, name, names)
    if course:
        named = Path(*course)
        return named_course(named) or COURSES / named, names
    if not courses_at_hand():
        raise _unfit(kind, name)
    return the_course(None), names


def _check_names(kind: Skeleton, name: str, parts: list[str]) -> None:
    if not all(_IDENTIFIER.fullmatch(each) for each in parts):
        raise _unfit(kind, name)


def _unfit(kind: Skeleton, name: str) -> CannotWrite:
    """Refuse a name; what it could be is said when that is near."""
    made = "/".join(slug(each) for each in name.strip("/").split("/"))
    is_near = made != name and all(made.split("/")) and name.count("/") == _depth(kind)
    example = made if is_near else _EXAMPLES[kind]
    return CannotWrite(
        f"«\u00a0{name}\u00a0» ne convient pas\u00a0: écrivez par exemple "
        f"«\u00a0{example}\u00a0», en minuscules sans accents, avec des tirets"
    )


def _depth(kind: Skeleton) -> int:
    return _EXAMPLES[kind].count("/")


def _title(given: str | None, suggested: str) -> str:
    """Give the title: the one of the command, or what is answered where somebody can."""
    if given is None and sys.stdin.isatty() and sys.stderr.isatty():
        print(f"Titre [{suggested}]\u00a0: ", end="", file=sys.stderr, flush=True)
        given = sys.stdin.readline()
    return " ".join((given or "").split(" ")).strip() or suggested
