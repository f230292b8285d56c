"""What was read: texts and media files, before anything is understood."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Position

INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
"""Characters without any width that tell nothing; joiners, which emoji are made with, do."""


def form_of(text: str) -> str:
    """Give a text in Unicode form C, without what nobody sees."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


@dataclass(frozen=True, slots=True)
class Source:
    """One text of the course.

    Attributes:
        path: as shown to people.
        name: inside the course, for instance ``comprendre/definir.md``; for a bank, the file name.
        text: Unicode form C, ``\\n`` line ends, no byte order mark, no control character and
            none without any width.
        originals: lines (from 1) that ``form_of`` changed, as they stand in the file.
    """

    path: str
    name: str
    text: str
    originals: Mapping[int, str] = field(default_factory=dict)

    def at(self, line: int = 0, column: int = 0, width: int = 0) -> Position:
        """Give a place of the file; ``column`` counts in ``text``, the result in the file."""
        original = self.originals.get(line) if column else None
        if original is None:
            return Position(self.path, line, column, width)
        return Position(self.path, line, _column_in(original, column), width)


@dataclass(frozen=True, slots=True)
class MediaSource:
    """One file of a ``media`` folder.

    Attributes:
        path: as shown to people.
        name: inside the course, for instance ``comprendre/media/plan.svg``.
        content: its bytes; empty when ``is_refused``.
        is_refused: a finding already says why it cannot be used.
    """

    path: str
    name: str
    content: bytes = b""
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class SourceTree:
    """Everything that was read.

    Attributes:
        course: the folder's name, which is the course's identifier.
        path: the course's folder, as shown to people.
        banks_path: the folder of the banks, as shown to people.
        texts: by name inside the course.
        banks: by file name without extension.
        media: by name inside the course.
        unread: paths of files that are there but could not be read; a finding says why.
    """

    course: str
    path: str
    banks_path: str
    texts: Mapping[str, Source] = field(default_factory=dict)
    banks: Mapping[str, Source] = field(default_factory=dict)
    media: Mapping[str, MediaSource] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


def _column_in(original: str, column: int) -> int:
    """Find where the ``column``-th character of a line in form C starts in the line as written."""

    def formed(taken: int) -> int:
        return len(form_of(original[:taken]))

    return max(1, bisect.bisect_left(range(len(original) + 1), column, key=formed))
