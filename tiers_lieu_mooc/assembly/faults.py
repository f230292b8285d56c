"""What inspecting a media file gives: its size, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Rule

__all__ = ["Fault", "Size"]


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a picture in CSS pixels; 0 when unknown, or for other files."""

    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a file breaks, with the values of its sentences.

    Attributes:
        line: of the file, from 1; 0 for the file as a whole.
        column: from 1; 0 when there is none.
    """

    rule: Rule
    values: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    column: int = 0
