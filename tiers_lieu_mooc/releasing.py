"""Changes to ``published-ids.txt`` that keep every line where it is: text → text, pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from tiers_lieu_mooc.model.course import Course, names_in_order

__all__ = ["CannotRelease", "Release"]

_COMMENT = re.compile(r"\s*#.*$")


class CannotRelease(Exception):  # noqa: N818 -- the name says what is wrong
    """What was asked would give a number another meaning; the message says why, in French."""


class Release:
    """The released names of a course, as they are about to be written.

    Attributes:
        changed: the lines that were changed or added so far.
    """

    def __init__(self, course: Course, text: str) -> None:
        """Begin from the text of ``published-ids.txt``, "" when there is none yet."""
        self._lines = text.rstrip().split("\n") if text.strip() else []
        self._names = [line.names for line in course.released]
        self._retired = {n for n, line in enumerate(course.released) if line.retired_on is not None}
        self._course = course
        self._written = tuple(dict.fromkeys(names_in_order(course.modules, course.sheet)))
        self.changed: list[str] = []

    @property
    def text(self) -> str:
        """The file as it must be written."""
        return "".join(f"{line}\n" for line in self._lines)

    @property
    def unreleased(self) -> list[str]:
        """The names that are in the course and not in the file, in course order."""
        known = {name for names in self._names for name in names}
        return [name for name in self._written if name not in known]

    def append(self) -> None:
        """Release every name that has no number yet."""
        for name in self.unreleased:
            self._lines.append(name)
            self._names.append((name,))
            self.changed.append(name)

    def retire(self, name: str, day: datetime.date) -> None:
        """Note that what a number named was withdrawn for good.

        Args:
            name: a full name, or a module's or a bank's for all of its names.

        Raises:
            CannotRelease: when the name was never released, or is still in the course.
        """
        if "/" in name:
            self._retire(name, day)
            return
        inside = [each for each in self._current() if each.startswith(f"{name}/")]
        gone = [each for each in inside if each not in self._written]
        if not gone:
            raise CannotRelease(f"rien n’est à retirer sous «\u00a0{name}/\u00a0»")
        for each in gone:
            self._retire(each, day)

    def _retire(self, name: str, day: datetime.date) -> None:
        number = self._number(name)
        if name in self._written:
            raise CannotRelease(
                f"«\u00a0{name}\u00a0» est encore dans le cours\u00a0: "
                "enlevez-le d’abord de ses fichiers"
            )
        self._retired.add(number)
        self._rewrite(number, f"{' = '.join(self._names[number])} retiré {day.isoformat()}")

    def rename(self, old: str, new: str) -> None:
        """Note that what a number names has another name now.

        A lesson takes along its questions; two names of modules or banks, all that they share.

        Raises:
            CannotRelease: when the old name has no number or is still used, when the new one is
                not in the course or has a number of its own.
        """
        if "/" in old and "/" in new:
            self._rename(old, new)
            self._take_questions(old, new)
            return
        if "/" in old or "/" in new:
            raise CannotRelease("donnez deux noms complets, ou deux noms de module ou de banque")
        fresh = set(self.unreleased)
        pairs = [
            (each, f"{new}/{each.partition('/')[2]}")
            for each in self._current()
            if each.startswith(f"{old}/") and each not in self._written
        ]
        followed = [pair for pair in pairs if pair[1] in fresh]
        if not followed:
            raise CannotRelease(
                f"rien de publié sous «\u00a0{old}/\u00a0» ne se retrouve sous «\u00a0{new}/\u00a0»"
            )
        for pair in followed:
            self._rename(*pair)

    def _rename(self, old: str, new: str) -> None:
        number = self._number(old)
        if old in self._written:
            raise CannotRelease(f"«\u00a0{old}\u00a0» est encore dans le cours")
        if new not in self._written:
            raise CannotRelease(f"«\u00a0{new}\u00a0» n’est pas dans le cours")
        if new not in self.unreleased and new not in self._names[number]:
            raise CannotRelease(f"«\u00a0{new}\u00a0» a déjà un numéro dans published-ids.txt")
        self._names[number] = (*(each for each in self._names[number] if each != new), new)
        self._rewrite(number, " = ".join(self._names[number]))

    def _take_questions(self, old: str, new: str) -> None:
        before, after = old.partition("/")[0], new.partition("/")[0]
        lesson = next((each for each in self._course.lessons if each.full_name == new), None)
        for question in lesson.questions if lesson is not None and before != after else ():
            was = f"{before}/{question.id}"
            is_moved = question.container == after and question.full_name in self.unreleased
            if is_moved and was in self._current() and was not in self._written:
                self._rename(was, question.full_name)

    def _current(self) -> Iterable[str]:
        return [names[-1] for n, names in enumerate(self._names) if n not in self._retired]

    def _number(self, name: str) -> int:
        for number, names in enumerate(self._names):
            if names[-1] == name:
                if number in self._retired:
                    raise CannotRelease(f"«\u00a0{name}\u00a0» est déjà retiré")
                return number
        raise CannotRelease(f"«\u00a0{name}\u00a0» n’est pas dans published-ids.txt")

    def _rewrite(self, number: int, line: str) -> None:
        comment = _COMMENT.search(self._lines[number])
        self._lines[number] = line + (comment[0] if comment else "")
        self.changed.append(line)
