"""Course and modules → the reading key of the package that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from tiers_lieu_mooc.codebook.describing import asked, reported
from tiers_lieu_mooc.codebook.entries import Codebook, Entry
from tiers_lieu_mooc.model.course import Course, Module, package_name
from tiers_lieu_mooc.model.quiz import QuestionNode
from tiers_lieu_mooc.rendering.keys import reported_id
from tiers_lieu_mooc.rendering.revisiting import earlier_questions
from tiers_lieu_mooc.rendering.sections import objective_name


class _Asked(NamedTuple):
    """A question and where it is asked: titles of module and place."""

    question: QuestionNode
    module: str
    place: str


def codebook_of(course: Course, modules: Sequence[Module]) -> Codebook:
    """Describe everything that a package of these modules reports."""
    places: dict[str, list[_Asked]] = {}
    for each in _asked(course, modules):
        places.setdefault(each.question.full_name, []).append(each)
    objectives = _objectives(course)
    is_whole = len(modules) == len(course.modules)
    return Codebook(
        name=package_name(course, modules),
        title=course.title if is_whole else f"{modules[0].title} – {course.title}",
        entries=tuple(entry for found in places.values() for entry in _entries(found, objectives)),
    )


def _asked(course: Course, modules: Sequence[Module]) -> Iterator[_Asked]:
    present = {module.id for module in modules}
    for module in modules:
        for lesson in module.lessons:
            place = f"Leçon « {lesson.title} »"
            yield from (_Asked(each, module.title, place) for each in lesson.questions)
        if module.bank is not None:
            place = f"Quiz « {module.bank.title} »"
            yield from (_Asked(each, module.title, place) for each in module.bank.questions)
        # A page without the earlier modules brings their questions itself.
        for owner, question in earlier_questions(course, module):
            if owner.id not in present:
                yield _Asked(question, module.title, "Rappel avant le quiz")


def _objectives(course: Course) -> dict[str, dict[str, str]]:
    """Name objectives by the container of the questions that serve them, then by identifier."""
    named: dict[str, dict[str, str]] = {}
    for module in course.modules:
        own = {
            each.id: f"{objective_name(module, each.id)} : {each.text}"
            for each in module.objectives
        }
        named[module.id] = own
        if module.bank is not None:
            named[module.bank.id] = own
    return named


def _entries(found: Sequence[_Asked], objectives: dict[str, dict[str, str]]) -> Iterator[Entry]:
    first, *others = found
    question = first.question
    served = objectives.get(question.container, {})
    also = dict.fromkeys(each.place for each in others if each.place != first.place)
    for each in reported(question):
        yield Entry(
            id=reported_id(question, each.number),
            question=asked(question),
            part=each.part,
            kind=question.kind,  # type: ignore[attr-defined]  # every concrete kind names itself
            module=first.module,
            place=first.place,
            also=" ; ".join(also),
            objective=" ; ".join(served.get(name, name) for name in question.objectives),
            right=each.right,
            right_words=each.right_words,
            codes=each.codes,
            source=_source(question),
        )


def _source(question: QuestionNode) -> str:
    """Say where a question is written, in a project; of a file elsewhere, from its course on."""
    path = PurePath(question.at.path)
    is_inside = not path.is_absolute() and ".." not in path.parts
    parts = path.parts if is_inside else path.parts[-3:]
    return f"{'/'.join(parts)}:{question.at.line}"
