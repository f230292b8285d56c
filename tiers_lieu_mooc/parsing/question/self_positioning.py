"""positionnement: statements to place oneself on a scale; never graded."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.question.anatomy import EntryStyle
from tiers_lieu_mooc.parsing.question.raw import MOST_ANSWERS, Kind, Raw
from tiers_lieu_mooc.parsing.question_drafts import ScaleBody
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.typography import french

__all__ = ["SELF_POSITIONING"]

_SCALE = "Pas du tout, Un peu, Assez, Tout à fait"


def _read(raw: Raw) -> ScaleBody | None:
    entries = raw.anatomy.entries
    statements = [raw.inline(entry.text, entry) for entry in entries]
    for entry in entries:
        raw.refuse_feedback(entry, "une phrase de positionnement")
    raw.refuse_duplicates(
        (statement.plain, entry) for statement, entry in zip(statements, entries, strict=True)
    )
    has_scale = bool(raw.options.must("échelle", f"échelle\u00a0: {_SCALE}"))
    scale = tuple(french(word.text) for word in raw.options.words("échelle"))
    raw.has_room(len(scale), "degrés", most=MOST_ANSWERS - 1)
    if has_scale and len(scale) < 2:
        raw.options.refuse("échelle", "au moins deux degrés séparés par des virgules", _SCALE)
    if not raw.has_enough(len(statements), 1, "phrase", "- Je sais expliquer…"):
        return None
    return ScaleBody(scale, tuple(statements), _compared(raw)) if len(scale) > 1 else None


def _compared(raw: Raw) -> Word | None:
    option = raw.options.found.get("comparer")
    return Word(option.value.lstrip("#").strip(), option.at) if option else None


SELF_POSITIONING = Kind(
    "positionnement",
    EntryStyle.ITEMS,
    _read,
    options=("échelle", "comparer"),
    defaults={"points": 0, "is_shuffled": False},
)
