"""What a drawing holds that it may not, and what an author can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from tiers_lieu_mooc.reading.decoding import printable

__all__ = ["EXPORT_SIMPLE", "LABELS", "Slip", "quoted"]

EXPORT_SIMPLE = (
    "dans votre logiciel de dessin, exportez en «\u00a0SVG simple\u00a0» ou en "
    "«\u00a0SVG optimisé\u00a0»"
)
LABELS = (
    "exportez les textes en texte simple ou en tracés (dans draw.io, décochez «\u00a0Texte "
    "formaté\u00a0» pour chacun, puis exportez de nouveau\u00a0; dans Mermaid, réglez "
    "`htmlLabels` sur `false`)"
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that may not be there.

    Attributes:
        what: follows « Ce dessin contient ».
        mend: what to do about it.
        at: characters before it in the text that was judged.
    """

    what: str
    mend: str = EXPORT_SIMPLE
    at: int = 0


def quoted(text: str) -> str:
    """Give the beginning of what a file says, on one line."""
    # An escape of CSS may name half of a pair of UTF-16.
    start = text[: 4 * _LONGEST].encode("utf-8", "replace").decode()
    line = " ".join(printable(start).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
