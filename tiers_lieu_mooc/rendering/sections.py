"""Lessons and quizzes → markup, once for every package that holds them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tiers_lieu_mooc.model.content import Fiche, QuestionBlock, QuizBlock
from tiers_lieu_mooc.model.course import Course, Lesson, Module, permanent_numbers
from tiers_lieu_mooc.model.quiz import Bank, Correction, QuestionNode
from tiers_lieu_mooc.rendering.blocks import BlockRenderer
from tiers_lieu_mooc.rendering.comparisons import comparison_of
from tiers_lieu_mooc.rendering.filling import Memory, remembered
from tiers_lieu_mooc.rendering.questions import Setting, render_question
from tiers_lieu_mooc.rendering.revisiting import Guide, earlier_questions
from tiers_lieu_mooc.rendering.sheet import step_fields
from tiers_lieu_mooc.rendering.views import SheetFieldView


@dataclass(frozen=True, slots=True)
class Sections:
    """What packages of one course share.

    Attributes:
        lessons: body of each lesson by full name.
        questions: the questions of each bank by the bank's identifier.
        numbers: permanent number of everything that a state records, by full name.
        memory: what was rendered before, used and filled; never needed.
    """

    lessons: Mapping[str, Markup]
    questions: Mapping[str, tuple[Markup, ...]]
    numbers: Mapping[str, int]
    memory: Memory | None = None


def render_sections(course: Course, memory: Memory | None = None) -> Sections:
    """Render every lesson and every bank of a course."""
    numbers = permanent_numbers(course)
    guide = Guide(course)
    lessons = {
        lesson.full_name: _lesson(course, module, lesson, numbers, guide, memory)
        for module in course.modules
        for lesson in module.lessons
    }
    questions = {
        module.bank.id: tuple(_bank(course, module, module.bank, numbers, guide, memory))
        for module in course.modules
        if module.bank is not None
    }
    return Sections(lessons, questions, numbers, memory)


def objective_name(module: Module, objective: str) -> str:
    """Give the identifier under which an objective is reported: letters, digits, ``_``, ``.``."""
    return f"{module.id}_{objective}".replace("-", "_")


def render_candidates(course: Course, module: Module, numbers: Mapping[str, int]) -> list[Markup]:
    """Write questions of earlier modules for a page that does not hold those modules."""
    guide = Guide(course)
    return [
        render_question(
            question,
            Setting(
                instance=f"q-{question.id}-rappel-{module.id}",
                index=numbers[question.full_name],
                objectives=tuple(objective_name(owner, each) for each in question.objectives),
                lessons=guide.lessons_for(question, owner, module=module.id),
                is_quoted=True,
            ),
        )
        for owner, question in earlier_questions(course, module)
    ]


def _lesson(
    course: Course,
    module: Module,
    lesson: Lesson,
    numbers: Mapping[str, int],
    guide: Guide,
    memory: Memory | None,
) -> Markup:
    quoted, steps = itertools.count(1), itertools.count(1)

    def question(block: QuestionBlock) -> Markup:
        asked = block.question
        instance = f"q-{asked.id}"
        if block.is_quoted:
            instance += f"-{lesson.module}-{lesson.id}-{next(quoted)}"
        owner = _owner(course, asked) or module
        setting = Setting(
            instance=instance,
            index=numbers[asked.full_name],
            objectives=tuple(objective_name(owner, each) for each in asked.objectives),
            lessons=guide.lessons_for(asked, owner, module=module.id, lesson=lesson.full_name)
            if block.is_quoted or asked.lessons
            else (),
            is_quoted=block.is_quoted,
            comparison=Markup("")
            if block.is_quoted
            else comparison_of(asked, instance, course, numbers),
        )
        return _question(asked, setting, memory)

    def quiz_link(block: QuizBlock) -> Markup:
        return Markup('<p><a class="button" href="#{}/quiz">{}</a></p>').format(
            block.bank, _bank_title(course, block.bank)
        )

    def step(block: Fiche) -> tuple[SheetFieldView, ...]:
        prefix = f"fiche-{lesson.module}-{lesson.id}-{next(steps)}"
        return step_fields(course.sheet, block, numbers, prefix)

    return BlockRenderer(course.media, question, quiz_link, step).all(lesson.blocks)


def _question(question: QuestionNode, setting: Setting, memory: Memory | None) -> Markup:
    return remembered(memory, (question, setting), lambda: render_question(question, setting))


def _owner(course: Course, question: QuestionNode) -> Module | None:
    for module in course.modules:
        if module.bank is not None and module.bank.id == question.container:
            return module
    return None


def _bank_title(course: Course, name: str) -> str:
    return next((bank.title for bank in course.banks if bank.id == name), name)


def _bank(
    course: Course,
    module: Module,
    bank: Bank,
    numbers: Mapping[str, int],
    guide: Guide,
    memory: Memory | None,
) -> Iterator[Markup]:
    for question in bank.questions:
        setting = Setting(
            instance=f"q-{question.id}",
            index=numbers[question.full_name],
            objectives=tuple(objective_name(module, each) for each in question.objectives),
            lessons=guide.lessons_for(question, module, module=module.id),
            has_check=bank.correction is Correction.IMMEDIATE,
            comparison=comparison_of(question, f"q-{question.id}", course, numbers),
        )
        yield _question(question, setting, memory)
