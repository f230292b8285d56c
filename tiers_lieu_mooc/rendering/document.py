"""Sections → the whole document of a package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from tiers_lieu_mooc.accessibility import known_state
from tiers_lieu_mooc.model.course import Course, Module, names_in_order, package_name
from tiers_lieu_mooc.model.quiz import Bank, Correction
from tiers_lieu_mooc.rendering import filters, views
from tiers_lieu_mooc.rendering.filling import Memory, fill, remembered
from tiers_lieu_mooc.rendering.markup import (
    json_attribute,
    style_sheet,
    with_media,
    with_ways_out,
    without_far_links,
)
from tiers_lieu_mooc.rendering.plan import with_ways
from tiers_lieu_mooc.rendering.revisiting import earlier_questions
from tiers_lieu_mooc.rendering.sections import Sections, objective_name, render_candidates
from tiers_lieu_mooc.rendering.specials import Volume, special_pages
from tiers_lieu_mooc.rendering.statement import conformity

_RECORDER = 'data-recorder="local"'


@dataclass(frozen=True, slots=True)
class Page:
    """A document, complete but for the kind of LMS that it will meet."""

    title: str
    html: str

    def for_recorder(self, recorder: str) -> str:
        """Give the document for ``scorm12``, ``scorm2004`` or ``local`` (no LMS)."""
        return self.html.replace(_RECORDER, f'data-recorder="{recorder}"', 1)


_REST = Markup("\n<script></script>\n")
"""At a script, Chromium's parser may leave off and let the page answer its reader; between two it
reads on. In one go, a course of 40 lessons is a task of 200 ms on a slow processor (bench row
« longest task at start »), with a script after each section none is over 100 ms."""

_FIRST = 2
"""The first module's own page and its first lesson."""


def render_page(course: Course, modules: Sequence[Module], sections: Sections, style: str) -> Page:
    """Write the document that holds the given modules of a course.

    Args:
        course: the whole course, for its title and its special pages.
        modules: those that the package holds, in order.
        sections: what ``render_sections`` made of the course.
        style: the style sheet, written into the document.
    """
    is_whole = len(modules) == len(course.modules)
    title = course.title if is_whole else f"{modules[0].title} – {course.title}"
    pieces = list(_sections(course, modules, sections))
    if not is_whole:
        present = _targets(modules)
        pieces = [without_far_links(piece, present) for piece in pieces]
    body = _REST.join(pieces)
    specials = tuple(special_pages(Volume(course, modules, sections, body)))
    view = views.PageView(
        language=course.language,
        course_title=course.title,
        title=title,
        description=course.description,
        contents=json_attribute(_contents(course, modules, sections)),
        recorder="local",
        style=style_sheet(style),
        lesson_count=sum(len(module.lessons) for module in modules),
        beginning=_REST.join(pieces[:_FIRST]),
        rest=_REST.join(pieces[_FIRST:]),
        conformity=conformity(known_state()),
        specials=with_ways(modules, sections, specials),
    )
    whole = with_ways_out(with_media(fill("page", view), course.media))
    return Page(title, f"{whole}\n")


def _contents(course: Course, modules: Sequence[Module], sections: Sections) -> dict[str, object]:
    numbers = sections.numbers
    banks = [module.bank for module in modules if module.bank is not None]
    return {
        "id": course.id,
        "name": package_name(course, modules),
        "lessons": [numbers[lesson.full_name] for module in modules for lesson in module.lessons],
        "recorded": _ranges(numbers[name] for name in names_in_order(tuple(modules))),
        "quizzes": [
            {
                "index": numbers[bank.full_name],
                "pass": bank.pass_mark,
                "attempts": bank.attempts or 0,
            }
            for bank in banks
        ],
        "score": course.score_without_quiz,
        "objectives": [each for module in modules for each in _objectives(module, sections)],
    }


def _ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Write numbers as ranges, first and last: those of a course leave few gaps."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def _objectives(module: Module, sections: Sections) -> Iterator[dict[str, object]]:
    """Give the objectives that the module's quiz assesses, with the questions that count."""
    if module.bank is None:
        return
    for objective in module.objectives:
        questions = [
            (sections.numbers[question.full_name], question.points)
            for question in module.bank.questions
            if objective.id in question.objectives and question.points > 0
        ]
        if questions:
            yield {"id": objective_name(module, objective.id), "questions": questions}


def _targets(modules: Sequence[Module]) -> set[str]:
    return {lesson.full_name for module in modules for lesson in module.lessons}


def _sections(course: Course, modules: Sequence[Module], sections: Sections) -> Iterator[Markup]:
    places = [place for module in modules for place in _places(module)]
    around = {
        place.target: (before, after)
        for before, place, after in zip(
            [None, *places[:-1]], places, [*places[1:], None], strict=True
        )
    }
    for module in modules:
        yield _module(module, *around[module.id])
        for lesson in module.lessons:
            previous, following = around[lesson.full_name]
            view = views.LessonView(
                id=lesson.full_name,
                index=sections.numbers[lesson.full_name],
                module=module.title,
                title=lesson.title,
                minutes=lesson.minutes,
                body=sections.lessons[lesson.full_name],
                previous=previous,
                next=following,
            )
            yield _filled("lesson", view, sections.memory)
        if module.bank is not None:
            reminder = _reminder(course, modules, module, sections)
            yield _quiz(module.bank, sections, reminder, *around[module.bank.full_name])


def _places(module: Module) -> Iterator[views.Link]:
    yield views.Link(module.id, module.title)
    for lesson in module.lessons:
        yield views.Link(lesson.full_name, lesson.title)
    if module.bank is not None:
        yield views.Link(module.bank.full_name, module.bank.title)


def _module(module: Module, previous: views.Link | None, following: views.Link | None) -> Markup:
    introduction = module.introduction.html if module.introduction else Markup("")
    view = views.ModuleView(
        id=module.id,
        title=module.title,
        objectives=tuple(objective.text for objective in module.objectives),
        introduction=introduction,
        lessons=tuple(_places(module))[1:],
        previous=previous,
        next=following,
    )
    return fill("module", view)


class _Reminder(NamedTuple):
    """How many earlier questions a quiz proposes, and from which if the page has not got them."""

    asked: int
    candidates: tuple[Markup, ...]


def _reminder(
    course: Course, modules: Sequence[Module], module: Module, sections: Sections
) -> _Reminder:
    if module.bank is None:
        return _Reminder(0, ())
    earlier = earlier_questions(course, module)
    present = {each.id for each in modules}
    is_near = all(owner.id in present for owner, _ in earlier)
    candidates = [] if is_near else render_candidates(course, module, sections.numbers)
    return _Reminder(min(module.bank.reminders, len(earlier)), tuple(candidates))


def _quiz(
    bank: Bank,
    sections: Sections,
    reminder: _Reminder,
    previous: views.Link | None,
    following: views.Link | None,
) -> Markup:
    drawn = sum(draw.count for draw in bank.draws) if bank.draws else len(bank.questions)
    rules = {
        "index": sections.numbers[bank.full_name],
        "pass": bank.pass_mark,
        "attempts": bank.attempts or 0,
        "correction": bank.correction.value,
        "shuffled": bank.is_shuffled,
        "draws": [{"tag": draw.tag, "count": draw.count} for draw in bank.draws],
    }
    view = views.QuizView(
        id=bank.full_name,
        index=sections.numbers[bank.full_name],
        title=bank.title,
        rules=json_attribute(rules),
        introduction=bank.introduction.html if bank.introduction else Markup(""),
        drawn=min(drawn, len(bank.questions)),
        pass_mark=filters.number(bank.pass_mark),
        attempts=bank.attempts,
        is_immediate=bank.correction is Correction.IMMEDIATE,
        has_corrections=bank.correction is not Correction.NEVER,
        reminders=reminder.asked,
        candidates=reminder.candidates,
        questions=sections.questions[bank.id],
        previous=previous,
        next=following,
    )
    return _filled("quiz", view, sections.memory)


def _filled(name: str, view: views.LessonView | views.QuizView, memory: Memory | None) -> Markup:
    return remembered(memory, (name, view), lambda: fill(name, view))
