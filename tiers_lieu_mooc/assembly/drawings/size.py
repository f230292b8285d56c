"""How large a drawing is shown."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from tiers_lieu_mooc.assembly.faults import Size

__all__ = ["size_of"]

_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_PLAIN_NUMBER = re.compile(_NUMBER)
_LENGTH = re.compile(rf"\s*({_NUMBER})(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*,\s*|\s+")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
}
"""CSS pixels in each unit. Source: CSS Values and Units Level 3, § 5.2."""

_MOST_LETTERS = 400
"""No drawing writes four numbers in more; a longer text is not read."""

_WIDEST = 1_000_000
"""CSS pixels, some 260 m: what is larger was not meant, and no page can keep room for it."""


def size_of(root: Mapping[str, str]) -> Size:
    """Read the size that the attributes of ``<svg>`` give; 0 × 0 when they give none."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box_width, box_height = _box(root.get("viewBox", ""))
    if not width and not height:
        width, height = box_width, box_height
    elif box_width:
        width = width or height * (box_width / box_height)
        height = height or width * (box_height / box_width)
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        return Size()
    return Size(max(1, round(width)), max(1, round(height)))


def _box(text: str) -> tuple[float, float]:
    """Read the width and the height of a ``viewBox``; 0 and 0 when it is none."""
    if len(text) > _MOST_LETTERS:
        return 0.0, 0.0
    parts = _SEPARATOR.split(text.strip())
    if len(parts) != 4 or not all(_PLAIN_NUMBER.fullmatch(part) for part in parts):
        return 0.0, 0.0
    width, height = float(parts[2]), float(parts[3])
    is_one = 0 < width < math.inf and 0 < height < math.inf
    return (width, height) if is_one else (0.0, 0.0)


def _length(text: str) -> float:
    """Read a length in CSS pixels; 0 when it is relative, absent or none at all."""
    found = _LENGTH.fullmatch(text) if len(text) <= _MOST_LETTERS else None
    if found is None:
        return 0.0
    # Negative lengths are mistakes, which browsers pass over.
    return max(0.0, float(found[1]) * _PIXELS[(found[2] or "").lower()])
