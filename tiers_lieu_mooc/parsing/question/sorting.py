"""classement: items to put under headings."""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.question.anatomy import Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw
from tiers_lieu_mooc.parsing.question_drafts import CategoriesBody, CategoryDraft, ItemDraft

__all__ = ["SORTING"]

_BOLD = re.compile(r"\W{0,2}(\*\*|__)(.+?)\1\W?")


def _read(raw: Raw) -> CategoriesBody | None:
    groups: list[tuple[Entry, list[Entry]]] = []
    for entry in raw.anatomy.entries:
        if entry.indent < 2 or not groups:
            groups.append((entry, []))
        else:
            groups[-1][1].append(entry)
    categories = [_category(raw, heading, items) for heading, items in groups]
    raw.refuse_duplicates((heading.text, heading) for heading, _ in groups)
    raw.refuse_duplicates((item.text, item) for _, items in groups for item in items)
    example = "- **Rubrique** puis, décalé de deux espaces, - élément"
    if not raw.has_enough(len(categories), 2, "rubrique", example):
        return None
    raw.has_room(len(categories), "rubriques")
    raw.has_room(sum(len(items) for _, items in groups), "éléments")
    are_full = [
        raw.has_enough(len(items), 1, f"élément dans « {heading.text} »", "  - un élément")
        for heading, items in groups
    ]
    return CategoriesBody(tuple(categories)) if all(are_full) else None


def _category(raw: Raw, heading: Entry, items: list[Entry]) -> CategoryDraft:
    raw.refuse_feedback(heading, "le nom d’une rubrique")
    bold = _BOLD.fullmatch(heading.text)
    return CategoryDraft(
        at=raw.at_entry(heading),
        name=raw.inline(bold.group(2) if bold else heading.text, heading),
        items=tuple(
            ItemDraft(raw.at_entry(item), raw.inline(item.text, item), raw.feedback(item))
            for item in items
        ),
    )


SORTING = Kind("classement", EntryStyle.NESTED, _read)
