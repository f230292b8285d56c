"""Many findings of one rule → one: they have one cause, and a list of hundreds is not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scorm_export.diagnostic import Diagnostic, by_place

_SINGLY = 2
"""As many findings of one rule are told one by one."""

_FEW = 8
"""As many others are all named; of more, the first ``_SAMPLE``."""

_SAMPLE = 3
_TELLING = ("href", "name", "part", "prefix", "namespace", "identifier")
_MORE = " (and {others} more: {places})"


def gathered(found: Iterable[Diagnostic], package: str) -> list[Diagnostic]:
    """Sort findings by place; where a rule is broken more than twice, the first stands for all.

    Its values then hold ``others``, how many more there are, and ``places``, where: all of
    them if they are few.
    """
    groups: dict[str, list[Diagnostic]] = {}
    for each in by_place(found):
        groups.setdefault(each.code, []).append(each)
    return by_place(
        each
        for group in groups.values()
        for each in (group if len(group) <= _SINGLY else [_one(group, package)])
    )


def is_gathered(found: Diagnostic) -> bool:
    """Tell whether a finding stands for others."""
    return "others" in dict(found.values)


def _one(group: Sequence[Diagnostic], package: str) -> Diagnostic:
    first, *others = group
    labels = list(dict.fromkeys(_label(each, package) for each in others))
    shown = ", ".join(labels) if len(labels) <= _FEW else f"{', '.join(labels[:_SAMPLE])}…"
    return replace(
        first,
        rule=replace(first.rule, message=first.rule.message + _MORE),
        values=(*first.values, ("others", str(len(others))), ("places", shown)),
    )


def _label(found: Diagnostic, package: str) -> str:
    """Name what a finding is about: a value that says which one it is, else its place."""
    values = dict(found.values)
    telling = next((values[name] for name in _TELLING if name in values), None)
    if telling is not None:
        return telling
    file = found.at.path.removeprefix(f"{package}:")
    return f"{file}:{found.at.line}" if found.at.line else file
