"""``a-propos.md`` → what the course says of itself, in its authors' words."""

from __future__ import annotations

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.containers import Lines, parts_of
from tiers_lieu_mooc.parsing.markup import block_rich
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.slips import mend_slips
from tiers_lieu_mooc.parsing.terms import TermIndex
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import source as source_rules
from tiers_lieu_mooc.rules import text as rules

__all__ = ["parse_about"]


def parse_about(source: Source, terms: TermIndex) -> tuple[Rich | None, Sheet]:
    """Read the text of the page « À propos »: Markdown without blocks; None when it says nothing.

    Its sheet holds findings and references.
    """
    sheet = Sheet(source, terms=terms)
    if not source.text.strip():
        sheet.add(source_rules.EMPTY_FILE, sheet.at(1))
        return None, sheet
    mend_slips(sheet, 1)
    lines = ["" if line.lstrip().startswith(":::") else line for line in sheet.body]
    for part in parts_of(sheet, 1):
        if not isinstance(part, Lines) and part.name:
            advice = "la page « À propos » n’a que du texte : déplacez ce bloc dans une leçon"
            at = sheet.at(part.line, 1)
            sheet.add(rules.MISPLACED_CONTAINER, at, name=part.typed, advice=advice)
    return block_rich(sheet, "\n".join(lines), 1), sheet
