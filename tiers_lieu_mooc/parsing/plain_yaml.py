"""A reader for the plain style of YAML that the authors' guide teaches.

It takes block mappings and lists whose values are one-line texts (bare, or quoted without
escapes) and ``|`` texts, and gives exactly what ruamel.yaml gives for them; that is a property
test. Anything else it leaves to ruamel.yaml by returning None. Reading a header this way takes a
tenth of the time, and headers are a fifth of what a course's build would cost otherwise.
"""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Sequence, Setting
from tiers_lieu_mooc.parsing.words import fold

__all__ = ["read_plain"]

_KEY = re.compile(r"([^\W\d_][\w’'-]*(?: [\w’'-]+)*) ?:(?: +|$)")
_BARE = re.compile(r"[^\W_](?:[^#:\x00-\x1f]|:(?=\S)|(?<=\S)#)*")
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_NOT_OURS = re.compile("[\t\x85\u2028\u2029\ufeff]")
_DEEPEST = 6


class _NotPlainError(Exception):
    """The text uses something that only ruamel.yaml reads."""


def read_plain(lines: list[str], first: int) -> Mapping | None:
    """Read lines, the first of which has number ``first``; None when they are not all plain."""
    reader = _PlainReader(lines, first)
    try:
        return reader.read()
    except _NotPlainError:
        return None


class _PlainReader:
    def __init__(self, lines: list[str], first: int) -> None:
        self._lines = lines
        self._first = first
        self._index = 0

    def read(self) -> Mapping:
        self._skip()
        if self._index == len(self._lines):
            raise _NotPlainError
        if self._indent() != 0:
            raise _NotPlainError
        mapping = self._mapping(0, 0)
        if self._index < len(self._lines):
            raise _NotPlainError
        return mapping

    # Lines

    def _skip(self) -> None:
        """Move to the next line that says something."""
        while self._index < len(self._lines):
            text = self._lines[self._index].lstrip(" ")
            if text and not text.startswith("#"):
                if _NOT_OURS.search(text) or text.startswith(("---", "...")):
                    raise _NotPlainError
                return
            self._index += 1

    def _indent(self) -> int:
        if self._index == len(self._lines):
            return -1
        text = self._lines[self._index]
        return len(text) - len(text.lstrip(" "))

    @property
    def _number(self) -> int:
        return self._first + self._index

    # Structures

    def _block(self, indent: int, depth: int) -> Setting:
        """Read what stands at ``indent``: a list or a mapping."""
        if depth > _DEEPEST:
            raise _NotPlainError
        text = self._lines[self._index]
        is_list = text.startswith("- ", indent) or text[indent:] == "-"
        return self._sequence(indent, depth) if is_list else self._mapping(indent, depth)

    def _mapping(self, indent: int, depth: int) -> Mapping:
        line = self._number
        entries: list[tuple[Scalar, Setting]] = []
        seen: set[str] = set()
        while self._indent() == indent:
            text = self._lines[self._index]
            if text.startswith("-", indent):
                break
            entries.append(self._entry(text, indent, depth, seen))
            self._skip()
        if self._indent() > indent or not entries:
            raise _NotPlainError
        return Mapping(tuple(entries), line, indent + 1)

    def _entry(self, text: str, indent: int, depth: int, seen: set[str]) -> tuple[Scalar, Setting]:
        found = _KEY.match(text, indent)
        if found is None or fold(found.group(1)) in seen:
            raise _NotPlainError
        seen.add(fold(found.group(1)))
        key = Scalar(found.group(1), self._number, indent + 1)
        return key, self._value(text, found.end(), indent, depth)

    def _sequence(self, indent: int, depth: int) -> Sequence:
        line = self._number
        items: list[Setting] = []
        while self._indent() == indent:
            text = self._lines[self._index]
            if not text.startswith("- ", indent):
                break
            items.append(self._item(text, indent, depth))
            self._skip()
        if self._indent() > indent or not items:
            raise _NotPlainError
        return Sequence(tuple(items), line, indent + 1)

    def _item(self, text: str, indent: int, depth: int) -> Setting:
        start = indent + 2
        if text.startswith((" ", "-"), start) or not text[start:].strip():
            raise _NotPlainError
        if _KEY.match(text, start):
            # The dash is only another way to indent the mapping's first line.
            self._lines = list(self._lines)
            self._lines[self._index] = " " * start + text[start:]
            return self._block(start, depth + 1)
        return self._value(text, start, indent, depth)

    # Values

    def _value(self, text: str, start: int, indent: int, depth: int) -> Setting:
        rest = text[start:].rstrip(" ")
        number = self._number
        self._index += 1
        if not rest:
            return self._nested(number, len(text) + 1, indent, depth)
        if rest == "|":
            return self._literal(number, start, indent)
        if rest[0] in "\"'":
            if _QUOTED.fullmatch(rest) is None:
                raise _NotPlainError
            value = rest[1:-1]
        elif _BARE.fullmatch(rest):
            value = rest
        else:
            raise _NotPlainError
        self._refuse_continuation(indent)
        return Scalar(value, number, start + 1)

    def _nested(self, number: int, column: int, indent: int, depth: int) -> Setting:
        self._skip()
        inner = self._indent()
        is_list = inner == indent and self._lines[self._index].startswith("- ", indent)
        if inner > indent or is_list:
            return self._block(inner, depth + 1)
        return Scalar("", number, column)

    def _refuse_continuation(self, indent: int) -> None:
        """Leave texts that go on over the next line to ruamel.yaml."""
        before = self._index
        self._skip()
        if self._indent() > indent:
            raise _NotPlainError
        self._index = before

    def _literal(self, number: int, start: int, indent: int) -> Scalar:
        taken: list[str] = []
        width = -1
        while self._index < len(self._lines):
            text = self._lines[self._index]
            if text.strip(" "):
                inner = len(text) - len(text.lstrip(" "))
                width = inner if width < 0 else width
                if inner <= indent:
                    break
                if inner < width or _NOT_OURS.search(text):
                    raise _NotPlainError
            elif width < 0 or len(text) > width:
                raise _NotPlainError
            taken.append(text[width:] if text.strip(" ") else "")
            self._index += 1
        if not taken:
            raise _NotPlainError
        is_cut = self._index == len(self._lines) and bool(taken[-1])
        text = "\n".join(taken).rstrip("\n")
        return Scalar(text if is_cut else f"{text}\n", number, start + 1)
