"""réflexion: an open text, kept for the learner; never graded."""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.question.anatomy import EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw
from tiers_lieu_mooc.parsing.question_drafts import EssayBody
from tiers_lieu_mooc.parsing.words import without_accents

__all__ = ["REFLECTION"]

_SPAN = re.compile(r"(?:de |entre )?(\d{1,5})\s*(?:a|et|-|–)\s*(\d{1,5})(?:\s*mots?)?")
_LEAST = re.compile(r"(?:au moins|au minimum|minimum)\s+(\d{1,5})(?:\s*mots?)?")
_MOST = re.compile(
    r"(?:(?:au plus|au maximum|maximum|jusqu'a)\s+)?(\d{1,5})(?:\s*mots?)?(?: au plus)?"
)


def _read(raw: Raw) -> EssayBody:
    least, most = _length(raw)
    return EssayBody(least, most, bool(raw.options.yes("transmettre")))


def _length(raw: Raw) -> tuple[int, int]:
    """Read ``50 à 200 mots``, ``au moins 50 mots``, ``200 mots`` (at most); 0 is no advice."""
    text = without_accents(raw.options.text("longueur")).strip()
    if not text:
        return 0, 0
    if span := _SPAN.fullmatch(text):
        least, most = int(span.group(1)), int(span.group(2))
        return min(least, most), max(least, most)
    if found := _LEAST.fullmatch(text):
        return int(found.group(1)), 0
    if found := _MOST.fullmatch(text):
        return 0, int(found.group(1))
    raw.options.refuse("longueur", "un nombre de mots", "50 à 200 mots")
    return 0, 0


REFLECTION = Kind(
    "réflexion",
    EntryStyle.NONE,
    _read,
    options=("longueur", "transmettre"),
    defaults={"points": 0, "is_shuffled": False},
)
