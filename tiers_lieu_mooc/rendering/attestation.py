"""The attestation: what earns it, in words for people and in numbers for the script."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from tiers_lieu_mooc.model.course import AttestationRule, Course, Module
from tiers_lieu_mooc.rendering import filters, special_views
from tiers_lieu_mooc.rendering.markup import json_attribute
from tiers_lieu_mooc.rendering.sections import Sections

MINUTES_PER_QUESTION = 1.2
"""Of a quiz. Source: course programme, § 4, 12 min for ten questions."""

_ROUNDED_MIN = 5
_MOST_OBJECTIVES = 36
"""More do not fit one sheet of paper with the rest: the modules' titles stand alone then."""


def attestation_of(
    course: Course,
    rule: AttestationRule,
    modules: tuple[Module, ...],
    sections: Sections,
    partners: tuple[special_views.PartnerView, ...],
) -> special_views.AttestationView:
    """Give what the page says.

    Args:
        modules: those that the package holds; the rule is about all of the course.
        partners: those of the course, as they are shown.
    """
    numbers = sections.numbers
    return special_views.AttestationView(
        rule=json_attribute(_numbered(course, rule, numbers)),
        lessons=filters.number(rule.lessons),
        mean=filters.number(rule.mean) if course.banks and rule.mean + rule.minimum else "",
        minimum=filters.number(rule.minimum) if rule.minimum else "",
        placed=filters.listed(f"«\u00a0{title}\u00a0»" for title in _titles(course, rule)),
        placed_count=len(rule.self_positionings),
        rubrics=rule.sections,
        is_open=rule.is_open,
        notice=rule.notice,
        is_whole=len(modules) == len(course.modules),
        missing_lessons=tuple(
            special_views.Missing(lesson.full_name, lesson.title, numbers[lesson.full_name])
            for module in modules
            for lesson in module.lessons
        ),
        missing_quizzes=tuple(_quizzes(modules, numbers)),
        missing_placed=tuple(_placed(course, rule, modules, numbers)),
        title=course.title,
        version=course.version,
        duration=filters.hours(_minutes(course, rule)),
        modules=tuple(_outline(course)),
        partners=partners,
    )


def _quizzes(
    modules: tuple[Module, ...], numbers: Mapping[str, int]
) -> Iterator[special_views.Missing]:
    for module in modules:
        bank = module.bank
        if bank is not None:
            yield special_views.Missing(bank.full_name, bank.title, numbers[bank.full_name])


def _placed(
    course: Course,
    rule: AttestationRule,
    modules: tuple[Module, ...],
    numbers: Mapping[str, int],
) -> Iterator[special_views.Missing]:
    here = {module.id for module in modules}
    for name, title in zip(rule.self_positionings, _titles(course, rule), strict=True):
        module, _, question = name.partition("/")
        if module in here:
            yield special_views.Missing(f"q-{question}", title, numbers[name])


def _numbered(
    course: Course, rule: AttestationRule, numbers: Mapping[str, int]
) -> dict[str, object]:
    """Give the rule to the script: the typedef ``Rule`` of ``learner/js/tools/standing.js``."""
    return {
        "lessons": [numbers[lesson.full_name] for lesson in course.lessons],
        "share": rule.lessons,
        "quizzes": [numbers[bank.full_name] for bank in course.banks],
        "mean": rule.mean,
        "minimum": rule.minimum,
        "placed": [numbers[name] for name in rule.self_positionings],
        "sections": rule.sections,
    }


def _titles(course: Course, rule: AttestationRule) -> list[str]:
    titles = {
        question.full_name: question.title
        for lesson in course.lessons
        for question in lesson.questions
    }
    return [titles[name] for name in rule.self_positionings]


def _minutes(course: Course, rule: AttestationRule) -> int:
    if rule.minutes:
        return rule.minutes
    asked = sum(
        sum(draw.count for draw in bank.draws) if bank.draws else len(bank.questions)
        for bank in course.banks
    )
    total = sum(lesson.minutes for lesson in course.lessons) + asked * MINUTES_PER_QUESTION
    return math.ceil(total / _ROUNDED_MIN) * _ROUNDED_MIN


def _outline(course: Course) -> Iterator[tuple[str, tuple[str, ...]]]:
    count = sum(len(module.objectives) for module in course.modules)
    for module in course.modules:
        texts = tuple(objective.text.rstrip(" .") for objective in module.objectives)
        yield module.title, texts if count <= _MOST_OBJECTIVES else ()
