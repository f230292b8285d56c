"""What settings are made of: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mapping", "Scalar", "Sequence", "Setting"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed, quotes taken off; "" when there is none."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Setting, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys, each once, with their values, in order."""

    entries: tuple[tuple[Scalar, Setting], ...]
    line: int
    column: int


Setting = Scalar | Sequence | Mapping
