"""``fiche.yaml`` → the project sheet."""

from __future__ import annotations

from collections.abc import Iterator

from tiers_lieu_mooc.parsing.drafts import ProjectSheetDraft, SheetFieldDraft, SheetSectionDraft
from tiers_lieu_mooc.parsing.fields import Fields, file_fields
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.setting import Mapping
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.reading import Source

__all__ = ["parse_project_sheet"]

_KEYS = ("titre", "rubriques")
_SECTION_KEYS = ("titre", "question", "fait quand", "champs")
_FIELD_KEYS = ("id", "libellé", "conseil", "lignes", "une page")


def parse_project_sheet(source: Source) -> tuple[ProjectSheetDraft, Sheet]:
    """Read the sections and their fields; the text's own sheet holds the findings."""
    sheet = Sheet(source)
    settings = file_fields(sheet, _KEYS)
    title = settings.text("titre", '"Ma fiche projet"')
    sections = settings.mappings("rubriques", '\n  - titre: "Vision"', is_required=True)
    draft = ProjectSheetDraft(
        at=sheet.at(1),
        title=french(title) or "Ma fiche projet",
        sections=tuple(_section(sheet, each) for each in sections),
        is_whole=not settings.is_broken,
    )
    return draft, sheet


def _section(sheet: Sheet, mapping: Mapping) -> SheetSectionDraft:
    settings = Fields(sheet, mapping, _SECTION_KEYS)
    title = settings.text("titre", '"Vision"', is_required=True)
    fields = settings.mappings("champs", "\n      - id: vision", is_required=True)
    return SheetSectionDraft(
        at=sheet.at(mapping.line, mapping.column),
        title=french(title),
        question=french(settings.text("question")),
        done_when=french(settings.text("fait quand")),
        fields=tuple(_fields(sheet, fields)),
    )


def _fields(sheet: Sheet, mappings: Iterator[Mapping]) -> Iterator[SheetFieldDraft]:
    for mapping in mappings:
        settings = Fields(sheet, mapping, _FIELD_KEYS)
        name = settings.text("id", "vision", is_required=True)
        label = settings.text("libellé", '"Notre phrase de vision"', is_required=True)
        if name:
            yield SheetFieldDraft(
                at=sheet.at(mapping.line, mapping.column),
                id=Word(name, settings.at("id")),
                label=french(label),
                advice=french(settings.text("conseil")),
                lines=settings.whole("lignes", "3"),
                lines_at=settings.at("lignes"),
                is_on_one_page=settings.choice("une page", ("oui", "non")) == "oui",
            )
