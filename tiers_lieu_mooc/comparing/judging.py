"""The older and the newer package of one course → what learners keep, gain and would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.comparing.answers import misread, retold, reworded
from tiers_lieu_mooc.comparing.changes import Change, Group
from tiers_lieu_mooc.comparing.quizzes import rules_retold, score_retold
from tiers_lieu_mooc.comparing.records import (
    LessonRecord,
    PackageRecord,
    QuestionRecord,
    QuizRecord,
    Record,
)
from tiers_lieu_mooc.model.course import Course, Released, names_in_order, permanent_numbers

__all__ = ["compare"]

_IDENTIFIERS = {
    "manifest": "le manifeste",
    "organization": "l’organisation",
    "item": "l’activité",
    "resource": "la ressource",
}
_SORTS: Mapping[type[Record], str] = {
    LessonRecord: "une leçon",
    QuizRecord: "un quiz",
    QuestionRecord: "une question",
}
_SHOWN = 90
"""Characters of a reworded text that are shown."""

_NEW_NAME = (
    "donnez un nouveau nom à la nouvelle version, "
    "puis retirez l’ancienne : `tiers-lieu ids --retirer {name}`"
)


def compare(old: PackageRecord, new: PackageRecord, course: Course) -> list[Change]:
    """Say what becomes of everything, in the older package's order, then what is new.

    Args:
        old: as learners have it.
        new: what would take its place.
        course: what the new package was made from, for its released names and its places.
    """
    return list(_Comparison(old, new, course).run())


class _Comparison:
    def __init__(self, old: PackageRecord, new: PackageRecord, course: Course) -> None:
        self._old = old
        self._new = new
        self._course = course
        self._by_number = {each.number: each for each in new}
        self._numbers = permanent_numbers(course)
        self._written = frozenset(names_in_order(course.modules))
        self._places = dict(_places(course))

    def run(self) -> Iterator[Change]:
        yield from self._identity()
        for message in score_retold(self._old, self._new):
            yield Change(Group.NOTICE, "", message)
        for record in self._old:
            yield from self._fate(record)
        before = {each.number for each in self._old}
        names = {each.name for each in self._old}
        for each in self._new:
            if each.number not in before and each.name not in names:
                message = f"{_SORTS[type(each)]} de plus"
                yield Change(Group.ADDED, each.name, message, at=self._places.get(each.name))

    def _identity(self) -> Iterator[Change]:
        if self._old.course != self._new.course:
            message = f"ce paquet est celui du cours « {self._old.course} »"
            mend = f"donnez le dossier de ce cours, ou rendez-lui son nom « {self._old.course} »"
            yield Change(Group.LOST, "", message, mend)
        for name, words in _IDENTIFIERS.items():
            was, now = getattr(self._old.identity, name), getattr(self._new.identity, name)
            if was != now:
                message = (
                    f"l’identifiant que la plateforme lit pour {words} passe de « {was} » à "
                    f"« {now} » : Moodle effacerait ce que chacun a fait"
                )
                mend = (
                    "rendez son nom au dossier du cours ou du module ; sinon, "
                    "déposez le paquet comme une nouvelle activité et gardez l’ancienne"
                )
                yield Change(Group.LOST, "", message, mend)

    # One thing at a time

    def _fate(self, old: Record) -> Iterator[Change]:
        twin = self._by_number.get(old.number)
        if twin is not None and (twin.name == old.name or old.name in self._names(old.number)):
            yield from self._same(old, twin)
        elif old.name in self._written and self._numbers[old.name] != old.number:
            yield self._renumbered(old)
        elif twin is not None:
            message = (
                f"son numéro ({old.number + 1}) désigne maintenant « {twin.name} », "
                "qui recevrait ses réponses"
            )
            mend = f"remettez « {old.name} » à la ligne {old.number + 1} de published-ids.txt"
            yield Change(Group.LOST, old.name, message, mend, self._line(old.number))
        else:
            yield self._absent(old)

    def _renumbered(self, old: Record) -> Change:
        number = self._numbers[old.name]
        return Change(
            Group.LOST,
            old.name,
            f"avait le numéro {old.number + 1} et prendrait le {number + 1} : "
            "les réponses données iraient à autre chose",
            f"remettez-le à la ligne {old.number + 1} de published-ids.txt, "
            "et tous les autres à la leur",
            self._line(number) or self._places.get(old.name),
        )

    def _absent(self, old: Record) -> Change:
        released = self._released(old.number)
        if old.name in self._written:
            return self._elsewhere(old.name)
        if released is None or old.name not in released.names:
            message = "n’est plus dans le cours, et rien ne dit qu’il a été retiré"
            mend = (
                f"rendez-lui sa place ; s’il a changé de nom, remettez « {old.name} » à la ligne "
                f"{old.number + 1} de published-ids.txt, puis `tiers-lieu ids --renommer`"
            )
            return Change(Group.LOST, old.name, message, mend)
        if released.retired_on is None:
            return self._elsewhere(released.names[-1])
        message = f"retiré le {released.retired_on.isoformat()}"
        return Change(Group.RETIRED, old.name, message, at=released.at)

    def _elsewhere(self, name: str) -> Change:
        message = "est passé dans un autre paquet, qui ne sait rien de ce qui a été fait ici"
        mend = "laissez-le dans son module, ou publiez le cours en un seul paquet"
        return Change(Group.LOST, name, message, mend, self._places.get(name))

    def _same(self, old: Record, new: Record) -> Iterator[Change]:
        at = self._places.get(new.name)
        if type(old) is not type(new):
            message = f"était {_SORTS[type(old)]} et devient {_SORTS[type(new)]}"
            yield Change(Group.LOST, new.name, message, _NEW_NAME.format(name=old.name), at)
            return
        told = list(self._told(old, new, at))
        if old.name != new.name:
            message = f"s’appelait « {old.name} » : ce qui a été fait suit"
            told.append(Change(Group.MOVED, new.name, message, at=at))
        yield from told or [Change(Group.KEPT, new.name, "", at=at)]

    def _told(self, old: Record, new: Record, at: Position | None) -> Iterator[Change]:
        if isinstance(old, QuestionRecord) and isinstance(new, QuestionRecord):
            yield from _question(old, new, at)
            return
        if isinstance(old, QuizRecord) and isinstance(new, QuizRecord):
            yield from (
                Change(group, new.name, message, mend, at)
                for group, message, mend in rules_retold(old, new)
            )
        was, now = getattr(old, "title", ""), getattr(new, "title", "")
        if was != now:
            message = f"le titre « {was} » devient « {now} »"
            yield Change(Group.REWORDED, new.name, message, at=at)

    # What the course says

    def _released(self, number: int) -> Released | None:
        return self._course.released[number] if number < len(self._course.released) else None

    def _names(self, number: int) -> tuple[str, ...]:
        released = self._released(number)
        return () if released is None else released.names

    def _line(self, number: int) -> Position | None:
        released = self._released(number)
        return None if released is None else released.at


def _question(old: QuestionRecord, new: QuestionRecord, at: Position | None) -> Iterator[Change]:
    reason = misread(old, new)
    if reason:
        message = (
            f"{reason} : les réponses données seraient lues de travers ou ne s’afficheraient plus "
            "(les points acquis restent)"
        )
        mend = f"revenez à la forme d’avant, ou {_NEW_NAME.format(name=new.name)}"
        yield Change(Group.LOST, new.name, message, mend, at)
        return
    for message in retold(old, new):
        yield Change(Group.NOTICE, new.name, message, at=at)
    for was, now in reworded(old, new):
        message = f"« {_short(was)} » devient « {_short(now)} »"
        yield Change(Group.REWORDED, new.name, message, at=at)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _places(course: Course) -> Iterator[tuple[str, Position]]:
    for lesson in course.lessons:
        yield lesson.full_name, lesson.at
        yield from ((each.full_name, each.at) for each in lesson.questions)
    for bank in course.banks:
        yield bank.full_name, bank.at
        yield from ((each.full_name, each.at) for each in bank.questions)
