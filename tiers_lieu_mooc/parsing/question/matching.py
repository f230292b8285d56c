"""appariement: rows to bring together, with decoys."""

from __future__ import annotations

import re

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.question.anatomy import ARROW, Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw
from tiers_lieu_mooc.parsing.question_drafts import PairDraft, PairsBody
from tiers_lieu_mooc.parsing.words import without_accents
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["MATCHING"]

_DECOY = re.compile(r"\W{0,2}\(\W{0,2}l\W?e\W?u\W?r\W?r\W?e\W?s?\W{0,3}|leurres?\W?\)\W?")


def _read(raw: Raw) -> PairsBody | None:
    pairs: list[tuple[PairDraft, Entry]] = []
    decoys: list[tuple[Rich, Entry]] = []
    for entry in raw.anatomy.entries:
        arrow = ARROW.search(entry.text)
        if arrow is None:
            text = entry.lines[0].strip()
            raw.add(rules.PAIR_WITHOUT_ARROW, raw.at_entry(entry), text=text or "texte")
            continue
        left, right = entry.text[: arrow.start()].strip(), entry.text[arrow.end() :]
        if _DECOY.fullmatch(without_accents(left)):
            raw.refuse_feedback(entry, "un leurre")
            decoys.append((raw.inline(right, entry), entry))
        else:
            pairs.append((_pair(raw, entry, left, right), entry))
    raw.refuse_duplicates((pair.left.plain, entry) for pair, entry in pairs)
    rights = [(pair.right.plain, entry) for pair, entry in pairs]
    raw.refuse_duplicates([*rights, *((decoy.plain, entry) for decoy, entry in decoys)])
    if not raw.has_enough(len(pairs), 2, "paire", "- la mairie -> prête le local"):
        return None
    raw.has_room(len(pairs) + len(decoys), "paires et leurres" if decoys else "paires")
    return PairsBody(tuple(pair for pair, _ in pairs), tuple(decoy for decoy, _ in decoys))


def _pair(raw: Raw, entry: Entry, left: str, right: str) -> PairDraft:
    return PairDraft(
        at=raw.at_entry(entry),
        left=raw.inline(left, entry),
        right=raw.inline(right, entry),
        feedback=raw.feedback(entry),
    )


MATCHING = Kind("appariement", EntryStyle.ARROWS, _read)
