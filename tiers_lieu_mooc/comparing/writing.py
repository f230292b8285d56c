"""Changes as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from scorm_export.printable import json_text
from tiers_lieu_mooc.comparing.changes import Change, Group
from tiers_lieu_mooc.findings.terminal import harmless

JSON_VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

_TITLES = {
    Group.LOST: "Serait perdu",
    Group.NOTICE: "À savoir",
    Group.REWORDED: "Reformulé",
    Group.MOVED: "Renommé ou déplacé",
    Group.ADDED: "Ajouté",
    Group.RETIRED: "Retiré exprès",
    Group.KEPT: "Gardé tel quel",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What is compared with what.

    Attributes:
        old: the older package, as it was given.
        new: name of the package that would take its place.
    """

    old: str
    new: str


def as_text(heading: Heading, changes: Sequence[Change]) -> str:
    """Write changes by group, what would be lost first, then the conclusion."""
    parts = [f"Ancien paquet : {harmless(heading.old)}\nNouveau : {harmless(heading.new)}"]
    for group, title in _TITLES.items():
        members = [each for each in changes if each.group is group]
        if members:
            lines = _listed(members) if group is not Group.KEPT else _counted(members)
            parts.append("\n".join([f"{title} ({len(members)})", *lines]))
    return "\n\n".join([*parts, _conclusion(changes)]) + "\n"


def _listed(changes: Sequence[Change]) -> Iterator[str]:
    for each in changes:
        name = f"{each.name} : " if each.name else ""
        yield f"  • {harmless(name + each.message)}"
        if each.at is not None:
            yield f"    --> {harmless(_place(each.at))}"
        if each.mend:
            yield f"    → {harmless(each.mend)}"


def _counted(changes: Sequence[Change]) -> Iterator[str]:
    names = [each.name for each in changes]
    shown = ", ".join(names[:3])
    yield f"  {harmless(shown)}{'…' if len(names) > 3 else ''}"


def _place(at: Position) -> str:
    return f"{at.path}:{at.line}" if at.line else at.path


def _conclusion(changes: Sequence[Change]) -> str:
    lost = sum(each.group is Group.LOST for each in changes)
    if not lost:
        return "Rien ne serait perdu : vous pouvez déposer le nouveau paquet."
    what = "1 perte" if lost == 1 else f"{lost} pertes"
    return f"{what} : ne remplacez pas l’ancien paquet avant d’avoir corrigé."


def as_json(heading: Heading, changes: Sequence[Change]) -> str:
    """Write changes as one JSON object.

    ``version`` is ``JSON_VERSION``; ``old`` and ``new`` name the packages; ``counts`` holds the
    number of changes of each group (``lost``, ``notice``, ``reworded``, ``moved``, ``added``,
    ``retired``, ``kept``); ``changes`` is a list of objects with ``group``, ``name`` ("" for the
    package as a whole), ``message``, ``mend``, ``path`` and ``line`` (null when unknown).
    """
    document = {
        "version": JSON_VERSION,
        "old": heading.old,
        "new": heading.new,
        "counts": {group.value: sum(c.group is group for c in changes) for group in Group},
        "changes": [_record(each) for each in changes],
    }
    return json_text(document)


def _record(change: Change) -> dict[str, object]:
    return {
        "group": change.group.value,
        "name": change.name,
        "message": change.message,
        "mend": change.mend,
        "path": change.at.path if change.at else None,
        "line": (change.at.line or None) if change.at else None,
    }
