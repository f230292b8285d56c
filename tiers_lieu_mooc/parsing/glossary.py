"""``glossaire.md`` → terms."""

from __future__ import annotations

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.drafts import TermDraft
from tiers_lieu_mooc.parsing.markup import definition_lists
from tiers_lieu_mooc.parsing.scaffold import report_scaffold
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.slips import mend_slips
from tiers_lieu_mooc.parsing.terms import TermIndex, term_index
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.parsing.words import fold, slug
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import source as source_rules
from tiers_lieu_mooc.rules import text as rules

__all__ = ["parse_glossary"]


def parse_glossary(source: Source) -> tuple[tuple[TermDraft, ...], Sheet]:
    """Read the glossary; its sheet holds findings and references.

    Definitions may link to other terms, so the names are read first and the texts after.
    """
    names = Sheet(source)
    mend_slips(names, 1)
    pairs, _ = definition_lists(names, 1, len(names.lines))
    terms: TermIndex = term_index(_terms(names, pairs))
    sheet = Sheet(source, terms=terms)
    mend_slips(sheet, 1)
    report_scaffold(sheet)
    if not source.text.strip():
        sheet.add(source_rules.EMPTY_FILE, sheet.at(1))
    pairs, others = definition_lists(sheet, 1, len(sheet.lines))
    for line in others:
        sheet.add(rules.UNEXPECTED_TEXT, sheet.at(line, 1))
    found = _terms(sheet, pairs)
    _refuse_duplicates(sheet, found)
    return found, sheet


def _terms(sheet: Sheet, pairs: list[tuple[str, int, Rich]]) -> tuple[TermDraft, ...]:
    terms: list[TermDraft] = []
    taken: set[str] = set()
    for written, line, definition in pairs:
        names = [
            french(name.strip().removeprefix("- ")) for name in written.split(",") if name.strip()
        ] or [written]
        identifier = slug(names[0]) or f"terme-{line}"
        if identifier not in taken:
            taken.add(identifier)
            at = sheet.find(names[0], line)
            terms.append(TermDraft(at, identifier, names[0], tuple(names[1:]), definition))
        else:
            first = next(term for term in terms if term.id == identifier)
            _report(sheet, names[0], line, first)
    return tuple(terms)


def _refuse_duplicates(sheet: Sheet, terms: tuple[TermDraft, ...]) -> None:
    seen: dict[str, TermDraft] = {}
    for term in terms:
        for name in (term.name, *term.variants):
            first = seen.setdefault(fold(name), term)
            if first is not term:
                _report(sheet, name, term.at.line, first)


def _report(sheet: Sheet, name: str, line: int, first: TermDraft) -> None:
    at = sheet.find(name, line)
    sheet.add(rules.DUPLICATE_TERM, at, name=name, first=first.at.line)
