"""What ``tiers-lieu new`` writes for authors to replace, and that nobody did."""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import marks as rules

__all__ = ["SENTENCES", "report_scaffold"]

SENTENCES = (
    "Écrivez ici ce que la personne saura faire",
    "Écrivez en une phrase ce que la personne saura faire",
    "Écrivez ici la leçon",
    "Remplacez cette affirmation par la vôtre",
    "Dites pourquoi c’est juste",
    "Dites pourquoi ce n’est pas cela",
    "dites ce qu’il faut retenir",
    "remplacez-le par les termes de votre cours",
)
"""Held together with ``skeleton`` by a test: nothing that reads sources may import it."""

_SENTENCE = re.compile("|".join(re.escape(each) for each in SENTENCES))


def report_scaffold(sheet: Sheet) -> None:
    """Report the first sentence that was to be replaced: the file has still to be written."""
    found = _SENTENCE.search(sheet.source.text)
    if found is not None:
        line = sheet.source.text.count("\n", 0, found.start()) + 1
        sheet.add(rules.SCAFFOLD, sheet.find(found.group(), line), text=found.group())
