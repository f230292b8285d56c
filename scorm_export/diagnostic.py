"""Findings as values: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: errors stop a build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file.

    Attributes:
        path: as shown to people, with ``/`` separators.
        line: 1 is the first line; 0 means the file as a whole.
        column: 1 is the first character; 0 when it is not known.
        width: characters from ``column`` that are concerned; 0 when not known.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        code: stable name, ``family/what-is-wrong``.
        severity: how much it matters.
        message: one sentence, with ``{name}`` places filled from the finding's values.
        mend: what to do about it, same places; may be empty.
        doc: the rule's page: reason, source or clause, examples (Markdown).
    """

    code: str
    severity: Severity
    message: str
    mend: str = ""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A rule that was found broken at a place."""

    rule: Rule
    at: Position
    values: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The rule's stable name."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    @property
    def message(self) -> str:
        """The sentence with its places filled."""
        return self.rule.message.format_map(dict(self.values))

    @property
    def mend(self) -> str:
        """The advice with its places filled."""
        return self.rule.mend.format_map(dict(self.values))


class Report:
    """Findings gathered at one stage, in the order they were met."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, rule: Rule, at: Position, **values: object) -> None:
        """Record that ``rule`` is broken at ``at``; values fill its sentences."""
        named = tuple((name, str(value)) for name, value in values.items())
        self._found.append(Diagnostic(rule, at, named))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Take over the findings of another stage."""
        self._found.extend(found)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything recorded so far."""
        return tuple(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether anything recorded stops a build."""
        return has_errors(self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def has_errors(found: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops a build."""
    return any(each.severity is Severity.ERROR for each in found)


def by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort findings by file, line, column and code; equal ones are given once."""
    unique = {(each.at, each.code, each.message): each for each in found}
    return [unique[key] for key in sorted(unique)]
