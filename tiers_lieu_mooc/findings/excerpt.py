"""The source line of a finding, cut around the fault and underlined."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.findings.terminal import harmless, width_of

Sources = Mapping[str, str] | Callable[[str], str | None]
"""How a source is found by its path as shown to people; nothing is quoted of an empty one."""

TAB_WIDTH = 4
"""Columns between two tab stops."""

_LINE_END = re.compile(r"\r\n?|\n")
_CUT = "…"
_ACCENT = 0.25
_LEAD = 24
"""Columns kept before the fault when a long line is cut."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is printed of a source line; ``marks`` underlines it, "" when no column is known."""

    text: str
    marks: str


class Lines:
    """The lines of the sources, each source split once."""

    def __init__(self, sources: Sources) -> None:
        self._find = sources.get if isinstance(sources, Mapping) else sources
        self._path = ""
        self._lines: list[str] = []

    def at(self, position: Position) -> str | None:
        """Give the line of a position, without its end; None when there is none to show."""
        if position.line < 1:
            return None
        if position.path != self._path:
            self._path = position.path
            source = self._find(position.path)
            self._lines = _LINE_END.split(source) if source else []
        if position.line > len(self._lines):
            return None
        return self._lines[position.line - 1]


def excerpt(line: str, position: Position, room: int) -> Excerpt:
    """Cut a line to ``room`` columns around the position's column and underline the fault.

    Where not even one character fits beside the signs of a cut, the line is as long as that takes.
    """
    room = max(room - 2 * len(_CUT), TAB_WIDTH)
    first = max(position.column, 1) - 1
    if first > len(line):
        first = 0
    start, end = _window(line, first, room)
    text, offsets = _expanded(line[start:end])
    before = _CUT if start else ""
    after = _CUT if end < len(line) else ""
    if position.column < 1 or position.column - 1 > len(line):
        return Excerpt(f"{before}{text}{after}".rstrip(), "")
    last = min(first + max(position.width, 1), end)
    left = offsets[first - start]
    right = offsets[last - start] if last > first else left + 1
    marks = " " * (len(before) + left) + "^" * max(right - left, 1)
    return Excerpt(f"{before}{text}{after}".rstrip(), marks)


def _window(line: str, first: int, room: int) -> tuple[int, int]:
    """Choose the slice of the line to show, in characters: a lead, the fault, and what fits."""
    fault = _columns(line[first : first + 1])
    start = _back(line, first, room - fault)
    if start:
        start = _back(line, first, min(_LEAD, room - fault))
    end, columns = start, 0.0
    while end < len(line) and columns + _columns(line[end]) <= room:
        columns += _columns(line[end])
        end += 1
    return (_back(line, start, room - columns), end) if end == len(line) else (start, end)


def _back(line: str, end: int, room: float) -> int:
    """Give the first of the characters before ``end`` that fit into ``room`` columns."""
    start = end
    while start and (columns := _columns(line[start - 1])) <= room:
        room -= columns
        start -= 1
    return start


def _columns(text: str) -> float:
    """Give the most columns that a character, or none, can take once it is made harmless.

    What has no width of its own counts a little: a line of accents alone must end, too.
    """
    if text == "\t":
        return TAB_WIDTH
    return max(width_of(harmless(text)), _ACCENT) if text else 0


def _expanded(text: str) -> tuple[str, list[int]]:
    """Give the printable text and, for each character and the end, the column it starts at."""
    parts: list[str] = []
    offsets: list[int] = []
    column = 0
    for character in text:
        offsets.append(column)
        shown = " " * (TAB_WIDTH - column % TAB_WIDTH) if character == "\t" else harmless(character)
        parts.append(shown)
        column += width_of(shown)
    offsets.append(column)
    return "".join(parts), offsets
