"""The pages by which learners find their way: the plan of the course, the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.rendering import filters, views
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.sections import Sections


def with_ways(
    modules: Sequence[Module], sections: Sections, specials: Sequence[views.Special]
) -> tuple[views.Special, ...]:
    """Put the plan, which lists them, and the search before the special pages.

    The menu leads to both: RGAA 12.1 asks for two ways to find a page.
    """
    search = views.Special("recherche", "Rechercher", "Rechercher", fill("search", None))
    listed = (search, *specials)
    view = views.PlanView(tuple(_module(module, sections) for module in modules), listed)
    plan = views.Special("plan", "Plan du cours", "Plan du cours", fill("plan", view))
    return (plan, *listed)


def _module(module: Module, sections: Sections) -> views.PlanModule:
    return views.PlanModule(module.id, module.title, tuple(_entries(module, sections)))


def _entries(module: Module, sections: Sections) -> Iterator[views.PlanEntry]:
    for lesson in module.lessons:
        yield views.PlanEntry(
            target=lesson.full_name,
            title=lesson.title,
            detail=filters.hours(lesson.minutes),
            index=sections.numbers[lesson.full_name],
        )
    if module.bank is not None:
        yield views.PlanEntry(
            target=module.bank.full_name,
            title=module.bank.title,
            detail="",
            index=sections.numbers[module.bank.full_name],
            is_quiz=True,
        )
