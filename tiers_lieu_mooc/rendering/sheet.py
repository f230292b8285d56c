"""The project sheet: its page, its one-page version, its fields inside lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from tiers_lieu_mooc.model.content import Fiche
from tiers_lieu_mooc.model.course import Module, walk
from tiers_lieu_mooc.model.sheet import ProjectSheet, SheetField
from tiers_lieu_mooc.rendering import views
from tiers_lieu_mooc.rendering.filling import fill


def sheet_body(
    sheet: ProjectSheet, modules: Sequence[Module], numbers: Mapping[str, int]
) -> Markup:
    """Write the sheet for a package; each section links to those of its lessons that feed it."""
    lessons = _feeding(modules)
    sections = tuple(
        views.SheetSectionView(
            number=section.number,
            title=section.title,
            question=section.question,
            done_when=section.done_when.rstrip("."),
            fields=field_views(section.fields, numbers, "fiche"),
            lessons=tuple(lessons.get(section.number, ())),
        )
        for section in sheet.sections
    )
    has_one_page = any(field.is_on_one_page for field in sheet.fields)
    return fill("sheet", views.SheetView(sections, has_one_page))


def one_page_body(sheet: ProjectSheet, numbers: Mapping[str, int]) -> Markup:
    """Write the one-page version; nothing when no field is on it."""
    fields = [field for field in sheet.fields if field.is_on_one_page]
    if not fields:
        return Markup("")
    return fill("one-page", views.OnePageView(sheet.title, field_views(fields, numbers, "page")))


def step_fields(
    sheet: ProjectSheet | None, step: Fiche, numbers: Mapping[str, int], prefix: str
) -> tuple[views.SheetFieldView, ...]:
    """Give the fields that a step of a lesson shows: those it names, else all of its section's."""
    if sheet is None or step.section > len(sheet.sections):
        return ()
    fields = sheet.sections[step.section - 1].fields
    by_id = {field.id: field for field in fields}
    named = [by_id[name] for name in step.fields if name in by_id]
    return field_views(named or fields, numbers, prefix)


def field_views(
    fields: Iterable[SheetField], numbers: Mapping[str, int], prefix: str
) -> tuple[views.SheetFieldView, ...]:
    """Give what templates see of fields; ``prefix`` keeps elements of several places apart."""
    return tuple(
        views.SheetFieldView(
            instance=f"{prefix}-{field.id}",
            index=numbers[field.full_name],
            label=field.label,
            advice=field.advice,
            lines=field.lines,
        )
        for field in fields
    )


def _feeding(modules: Sequence[Module]) -> dict[int, list[views.Link]]:
    found: dict[int, list[views.Link]] = {}
    for module in modules:
        for lesson in module.lessons:
            steps = {each.section for each in walk(lesson.blocks) if isinstance(each, Fiche)}
            for section in steps:
                found.setdefault(section, []).append(views.Link(lesson.full_name, lesson.title))
    return found
