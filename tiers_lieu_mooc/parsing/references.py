"""Words of the author's with their places, and what a text points at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from scorm_export.diagnostic import Position

__all__ = ["Reference", "ReferenceKind", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A short text of the author's with its place: an identifier, a code, a name."""

    text: str
    at: Position


class ReferenceKind(Enum):
    """What a reference points at."""

    LESSON = auto()
    TERM = auto()
    FACT = auto()
    PICTURE = auto()
    RECORDING = auto()
    CAPTIONS = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a text points at; assembly checks that it exists.

    Attributes:
        target: full name of a lesson, slug of a term, code of a fact, course path of a file.
        shown: what the author wrote.
    """

    kind: ReferenceKind
    target: str
    at: Position
    shown: str
