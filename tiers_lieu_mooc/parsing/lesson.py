"""A lesson's text → ``LessonDraft``."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.blocks import blocks_of
from tiers_lieu_mooc.parsing.containers import parts_of
from tiers_lieu_mooc.parsing.drafts import BlockDraft, LessonDraft
from tiers_lieu_mooc.parsing.fields import Fields
from tiers_lieu_mooc.parsing.header import header_of
from tiers_lieu_mooc.parsing.markup import notes_list
from tiers_lieu_mooc.parsing.notes import Notes
from tiers_lieu_mooc.parsing.scaffold import report_scaffold
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.slips import mend_slips
from tiers_lieu_mooc.parsing.terms import TermIndex
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.parsing.words import did_you_mean, fold
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import settings as settings_rules
from tiers_lieu_mooc.rules import text as rules

__all__ = ["parse_lesson"]

_STATUSES = (
    "brouillon",
    "relu métier",
    "relu juridique",
    "testé",
    "validé",
    "publié",
    "à réviser",
)
_KEYS = ("titre", "durée", "objectifs", "statut", "version", "relecteurs")


def parse_lesson(source: Source, module: str, lesson: str, terms: TermIndex) -> LessonDraft:
    """Read one lesson; everything amiss in this file alone is in ``found``."""
    notes = Notes(prefix=f"{module}.{lesson}")
    sheet = Sheet(source, folder=module, terms=terms, notes=notes)
    report_scaffold(sheet)
    fields, first = header_of(sheet, _KEYS, "titre: Définir un tiers-lieu")
    title = fields.text("titre", "Définir un tiers-lieu", is_required=True)
    minutes = fields.duration("durée", is_required=True)
    objectives = fields.words("objectifs")
    _keep_review_keys(fields)
    return LessonDraft(
        at=sheet.at(1),
        id=lesson,
        module=module,
        title=french(title) or lesson,
        minutes=minutes,
        objectives=objectives,
        blocks=_blocks(sheet, first),
        references=tuple(sheet.references),
        found=sheet.report.found,
    )


def _keep_review_keys(fields: Fields) -> None:
    """Check the form of what reviewers note in a header; it is not part of the course."""
    status = fields.text("statut", "brouillon")
    if status and fold(status) not in {fold(each) for each in _STATUSES}:
        fields.report(
            settings_rules.UNKNOWN_STATUS,
            "statut",
            value=status,
            suggestion=did_you_mean(status, _STATUSES),
            known=", ".join(_STATUSES),
        )
    fields.text("version", "1.0")
    fields.words("relecteurs")


def _blocks(sheet: Sheet, first: int) -> tuple[BlockDraft, ...]:
    mend_slips(sheet, first)
    sheet.take_notes(first)
    blocks = blocks_of(sheet, parts_of(sheet, first))
    has_text = any(line.strip() for line in sheet.body[first - 1 :])
    if not blocks and not has_text and sheet.source.text.strip():
        sheet.add(rules.EMPTY_LESSON, sheet.at(min(first, len(sheet.lines))))
    return (*blocks, *notes_list(sheet))
