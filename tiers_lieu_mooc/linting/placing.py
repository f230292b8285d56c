"""Where exactly: from the block that a finding is in to the words it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from scorm_export.diagnostic import Position, Report, Rule
from tiers_lieu_mooc.linting.passages import Passage
from tiers_lieu_mooc.linting.survey import Piece

_LINE_END = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*")
_APOSTROPHES = "['’]"
_DOTS = r"(?:…|\.\.\.)"
_BETWEEN_WORDS = r"[\s*_]+"


class Findings:
    """Findings on their way to the report, each pinned to its words where the source is known."""

    def __init__(self, pieces: Iterable[Piece], sources: Mapping[str, str]) -> None:
        self.report = Report()
        self._sources = sources
        self._lines: dict[str, list[str]] = {}
        starts: dict[str, set[int]] = {}
        for piece in pieces:
            starts.setdefault(piece.at.path, set()).add(piece.at.line)
        self._starts = {path: sorted(lines) for path, lines in starts.items()}

    def add(self, rule: Rule, at: Position, **values: object) -> None:
        """Record a finding about a whole node."""
        self.report.add(rule, at, **values)

    def add_in(
        self, rule: Rule, piece: Piece, passage: Passage, words: str, **values: object
    ) -> None:
        """Record a finding about some words of a passage."""
        self.report.add(rule, self._place(piece, passage, words), **values)

    def _place(self, piece: Piece, passage: Passage, words: str) -> Position:
        pattern = _pattern(words)
        lines = self._lines_of(piece.at.path)
        if pattern is None or not 1 <= piece.at.line <= len(lines):
            return piece.at
        rank = _rank(piece, passage, pattern)
        first = piece.at.line
        text = "\n".join(lines[first - 1 : self._end(piece.at)])
        found = list(pattern.finditer(_ADDRESS.sub(lambda match: "\0" * len(match[0]), text)))
        if rank >= len(found):
            return piece.at
        return _position(piece.at.path, first, text, found[rank])

    def _lines_of(self, path: str) -> list[str]:
        if path not in self._lines:
            source = self._sources.get(path)
            self._lines[path] = [] if source is None else _LINE_END.split(source)
        return self._lines[path]

    def _end(self, at: Position) -> int | None:
        """Give the last line, from 1, that can belong to the text that starts at a place."""
        starts = self._starts.get(at.path, [])
        following = bisect_right(starts, at.line)
        return starts[following] - 1 if following < len(starts) else None


def _pattern(words: str) -> re.Pattern[str] | None:
    """Match words as they were typed: straight apostrophes, any space, marks of emphasis."""
    tokens = [re.escape(token) for token in words.split()]
    if not tokens:
        return None
    joined = _BETWEEN_WORDS.join(tokens)
    joined = re.sub("['’]", lambda _: _APOSTROPHES, joined).replace("…", _DOTS)
    return re.compile(joined)


def _rank(piece: Piece, passage: Passage, pattern: re.Pattern[str]) -> int:
    """Count how often the words come in the piece before the passage."""
    rank = 0
    for each in piece.passages:
        if each is passage:
            return rank
        rank += sum(1 for _ in pattern.finditer(each.text))
    return 0


def _position(path: str, first: int, text: str, match: re.Match[str]) -> Position:
    before = text[: match.start()]
    line_start = before.rfind("\n") + 1
    width = len(match[0].split("\n", 1)[0])
    return Position(path, first + before.count("\n"), match.start() - line_start + 1, width)
