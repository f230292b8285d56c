"""``ProjectSheetDraft`` → ``ProjectSheet``, and what lessons ask of it."""

from __future__ import annotations

from collections.abc import Iterator

from scorm_export.diagnostic import Report
from tiers_lieu_mooc.assembly.making import Maker
from tiers_lieu_mooc.model.sheet import (
    MOST_SECTIONS,
    PREFIX,
    ProjectSheet,
    SheetField,
    SheetSection,
)
from tiers_lieu_mooc.parsing.drafts import (
    AsideDraft,
    BlockDraft,
    CourseDraft,
    FicheDraft,
    ProjectSheetDraft,
    SheetFieldDraft,
    WebinarDraft,
)
from tiers_lieu_mooc.parsing.identifiers import is_identifier
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.words import did_you_mean, slug
from tiers_lieu_mooc.rules import ids as id_rules
from tiers_lieu_mooc.rules import settings as settings_rules
from tiers_lieu_mooc.rules import sheet as rules

__all__ = ["check_fiches", "make_project_sheet", "sheet_names"]


def make_project_sheet(maker: Maker, draft: ProjectSheetDraft | None) -> ProjectSheet | None:
    """Make the sheet; fields whose identifier is unfit or taken are reported and left out."""
    if draft is None or not draft.sections:
        return None
    if len(draft.sections) > MOST_SECTIONS:
        maker.report.add(
            settings_rules.OUT_OF_RANGE,
            draft.sections[MOST_SECTIONS].at,
            key="rubriques",
            value=len(draft.sections),
            expected=f"au plus {MOST_SECTIONS}",
        )
    taken: dict[str, Word] = {}
    sections = []
    for number, section in enumerate(draft.sections[:MOST_SECTIONS], start=1):
        fields = (_field(maker, each, taken) for each in section.fields)
        values = {
            "number": number,
            "title": section.title,
            "question": section.question,
            "done_when": section.done_when,
            "fields": tuple(each for each in fields if each is not None),
        }
        sections.append(SheetSection(at=section.at, **values))
    return ProjectSheet(at=draft.at, title=draft.title, sections=tuple(sections))


def _field(maker: Maker, draft: SheetFieldDraft, taken: dict[str, Word]) -> SheetField | None:
    name = draft.id
    if not is_identifier(name.text):
        example = slug(name.text) or "mon-champ"
        maker.report.add(id_rules.INVALID, name.at, name=name.text, example=example)
        return None
    first = taken.setdefault(name.text, name)
    if first is not name:
        place = {"path": first.at.path, "line": first.at.line}
        maker.report.add(id_rules.DUPLICATE, name.at, name=name.text, **place)
        return None
    values: dict[str, object] = {
        "id": name.text,
        "label": draft.label,
        "advice": draft.advice,
        "is_on_one_page": draft.is_on_one_page,
    }
    if draft.lines is not None:
        values["lines"] = draft.lines
    return maker.make(SheetField, draft.at, values, {"lines": draft.lines_at})


def sheet_names(draft: CourseDraft) -> Iterator[str]:
    """Give the full names of the fields as authors wrote them, errors or not."""
    for section in draft.sheet.sections if draft.sheet else ():
        yield from (f"{PREFIX}/{field.id.text}" for field in section.fields)


def check_fiches(draft: CourseDraft, report: Report) -> None:
    """Report the steps of lessons that ask for sections or fields which the sheet lacks."""
    sheet = draft.sheet
    if sheet is None or not sheet.is_whole:
        return
    for module in draft.modules:
        for lesson in module.lessons:
            for fiche in _fiches(lesson.blocks):
                _check_fiche(fiche, sheet, report)


def _check_fiche(fiche: FicheDraft, sheet: ProjectSheetDraft, report: Report) -> None:
    if fiche.section > len(sheet.sections):
        counts = {"section": fiche.section, "count": len(sheet.sections)}
        report.add(rules.UNKNOWN_SECTION, fiche.at, **counts)
        return
    known = [field.id.text for field in sheet.sections[fiche.section - 1].fields]
    for word in fiche.fields:
        if word.text not in known:
            suggestion = did_you_mean(word.text, known)
            report.add(
                rules.UNKNOWN_FIELD,
                word.at,
                name=word.text,
                section=fiche.section,
                suggestion=suggestion,
                known=", ".join(known),
            )


def _fiches(blocks: tuple[BlockDraft, ...]) -> Iterator[FicheDraft]:
    for block in blocks:
        if isinstance(block, FicheDraft):
            yield block
        if isinstance(block, AsideDraft | FicheDraft | WebinarDraft):
            yield from _fiches(block.blocks)
