"""Where exactly: from the block that a finding is in to the words it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

from scorm_export.diagnostic import Position, Report, Rule
from tiers_lieu_mooc.linting.passages import Passage
from tiers_lieu_mooc.linting.survey import Piece

_LINE_END = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*")
_APOSTROPHES = "['’]"
_DOTS = r"(?:…|\.\.\.)"
# Marks of emphasis may end one word and begin the next: a run of them is read once, and no further.
_BETWEEN_WORDS = r"[\s*_]{1,60}+"
_MOST_WORDS = 60
_MOST_LOOKS = 200


class Findings:
    """Findings on their way to the report, each pinned to its words where the source is known."""

    def __init__(self, pieces: Iterable[Piece], sources: Mapping[str, str]) -> None:
        self.report = Report()
        self._sources = sources
        self._lines: dict[str, list[str]] = {}
        self._written: dict[int, _Written] = {}
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
        written = self._written.get(id(piece))
        if written is None or written.piece is not piece:
            written = _Written(piece, self._text_of(piece.at))
            self._written[id(piece)] = written
        return written.place(passage, words)

    def _text_of(self, at: Position) -> str | None:
        """Give the lines of a source that can belong to the text that starts at a place."""
        lines = self._lines_of(at.path)
        if not 1 <= at.line <= len(lines):
            return None
        return "\n".join(lines[at.line - 1 : self._end(at)])

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


class _Written:
    """A piece as its author typed it, in which the words of findings are looked for.

    Each look goes through the whole piece once, so that the same words are looked for once, and
    only so many different ones are: a piece with more findings has the others on its first line.
    """

    def __init__(self, piece: Piece, text: str | None) -> None:
        self.piece = piece
        self._text = "" if text is None else _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
        self._line_starts = [0, *(end.end() for end in re.finditer("\n", self._text))]
        self._ranks = {id(passage): rank for rank, passage in enumerate(piece.passages)}
        self._found: dict[str, tuple[list[re.Match[str]], list[int]]] = {}
        self._is_known = text is not None

    def place(self, passage: Passage, words: str) -> Position:
        """Give the place of some words of a passage, of the whole piece when it is not found."""
        looked = self._look(words) if self._is_known else None
        if looked is None:
            return self.piece.at
        found, before = looked
        rank = before[self._ranks.get(id(passage), 0)]
        return self._position(found[rank]) if rank < len(found) else self.piece.at

    def _look(self, words: str) -> tuple[list[re.Match[str]], list[int]] | None:
        """Find some words: where they stand, and how often before each passage."""
        looked = self._found.get(words)
        if looked is not None:
            return looked
        pattern = _pattern(words) if len(self._found) < _MOST_LOOKS else None
        if pattern is None:
            return None
        counts = (sum(1 for _ in pattern.finditer(each.text)) for each in self.piece.passages)
        before = list(accumulate(counts, initial=0))
        looked = list(pattern.finditer(self._text)), before
        self._found[words] = looked
        return looked

    def _position(self, match: re.Match[str]) -> Position:
        at = self.piece.at
        line = bisect_right(self._line_starts, match.start())
        column = match.start() - self._line_starts[line - 1] + 1
        width = len(match[0].split("\n", 1)[0])
        return Position(at.path, at.line + line - 1, column, width)


def _pattern(words: str) -> re.Pattern[str] | None:
    """Match words as they were typed: straight apostrophes, any space, marks of emphasis."""
    tokens = [re.escape(token) for token in words.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]]
    if not tokens:
        return None
    joined = _BETWEEN_WORDS.join(tokens)
    joined = re.sub("['’]", lambda _: _APOSTROPHES, joined).replace("…", _DOTS)
    return re.compile(joined)
