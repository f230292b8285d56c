"""ordre: steps to put in order, written in the right one."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.question.anatomy import EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw
from tiers_lieu_mooc.parsing.question_drafts import ItemDraft, StepsBody

__all__ = ["ORDERING"]


def _read(raw: Raw) -> StepsBody | None:
    entries = raw.anatomy.entries
    items = tuple(
        ItemDraft(raw.at_entry(entry), raw.inline(entry.text, entry), raw.feedback(entry))
        for entry in entries
    )
    raw.refuse_duplicates(
        (item.text.plain, entry) for item, entry in zip(items, entries, strict=True)
    )
    if not raw.has_enough(len(items), 2, "étape", "2. une autre étape"):
        return None
    raw.has_room(len(items), "étapes")
    return StepsBody(items)


ORDERING = Kind(
    "ordre", EntryStyle.NUMBERS, _read, scorings=("position", "voisins", "tout-ou-rien")
)
