"""SVG: its size, and that it holds nothing but a drawing.

What a drawing may hold is listed; everything else is told with its place. Nothing is taken out: an
author who looks at the drawing must see what learners will see. Libraries that clean SVG tell no
line (svg-hush) or read HTML only (nh3).
"""

from __future__ import annotations

from tiers_lieu_mooc.assembly.drawings.reading import DrawingReader
from tiers_lieu_mooc.assembly.drawings.size import size_of
from tiers_lieu_mooc.assembly.faults import Fault, Size

__all__ = ["inspect_drawing"]


def inspect_drawing(content: bytes) -> Size | tuple[Fault, ...]:
    """Inspect an SVG file; nothing of it is resolved, fetched or expanded."""
    reader = DrawingReader(content)
    reader.read()
    return tuple(reader.faults) or size_of(reader.root)
