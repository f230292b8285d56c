"""One text being parsed: its lines, its place in the course, what is found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Position, Report, Rule
from tiers_lieu_mooc.parsing.notes import Notes
from tiers_lieu_mooc.parsing.references import Reference, ReferenceKind
from tiers_lieu_mooc.reading import Source


class LineCount:
    """The lines of a text's places, asked from its beginning to its end.

    Args:
        first: the line of the text's beginning.
    """

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self._line = first
        self._start = 0

    def at(self, start: int) -> int:
        """Give the line of a place that is not before the one asked last."""
        self._line += self._text.count("\n", self._start, start)
        self._start = start
        return self._line


@dataclass(slots=True)
class Sheet:
    """What every parsing function needs to know and to say about the text at hand.

    Attributes:
        source: the text.
        folder: the course folder that relative links start from; "" is the course itself.
        terms: folded names of the glossary → identifiers.
        lines: the text's lines as written; line n is ``lines[n - 1]``.
        body: the same lines for parsing, footnotes taken out (left empty).
        notes: the text's footnotes.
        report: findings, in the order they are met.
        references: everything that the text points at, for assembly to check.
        has_gaps: whether braces in what is being read are gaps, which their own reader judges.
    """

    source: Source
    folder: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    lines: list[str] = field(init=False)
    body: list[str] = field(init=False)
    notes: Notes = field(default_factory=Notes)
    report: Report = field(default_factory=Report)
    references: list[Reference] = field(default_factory=list)
    has_gaps: bool = False

    def __post_init__(self) -> None:
        self.lines = self.source.text.split("\n")
        self.body = self.lines

    def take_notes(self, first: int) -> None:
        """Take the footnotes written from line ``first`` on out of ``body``."""
        if "[^" in self.source.text:
            self.body = list(self.body)
            self.notes.take_from(self.body, first, len(self.body))

    def at(self, line: int = 0, column: int = 0, width: int = 0) -> Position:
        """Give a place of the text; what would lie beyond the line or the end is brought back."""
        if column == 0:
            return self.source.at(min(line, len(self.lines)))
        line = min(max(line, 1), len(self.lines))
        end = len(self.lines[line - 1]) + 1
        column = min(column, end)
        return self.source.at(line, column, min(width, end - column))

    def find(self, text: str, first: int, last: int | None = None) -> Position:
        """Give the place where ``text`` stands between two lines; without a column if nowhere."""
        for line in range(first, min(last or first, len(self.lines)) + 1):
            found = self.lines[line - 1].find(text)
            if found >= 0 and text:
                return self.at(line, found + 1, len(text))
        return self.at(first)

    def add(self, rule: Rule, at: Position, **values: object) -> None:
        """Record a finding."""
        self.report.add(rule, at, **values)

    def refer(self, kind: ReferenceKind, target: str, at: Position, shown: str = "") -> None:
        """Record that the text points at something elsewhere in the course."""
        self.references.append(Reference(kind, target, at, shown or target))
