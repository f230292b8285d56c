"""Which questions serve which objectives, and what nothing serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.model.content import QuestionBlock
from tiers_lieu_mooc.model.course import Course, Module, Objective, walk
from tiers_lieu_mooc.model.quiz import QuestionNode


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A column of the matrix: a question where it is written.

    Attributes:
        lesson: title of the lesson that it stands in; "" in the quiz.
        is_graded: whether it brings points, in a quiz.
    """

    id: str
    title: str
    lesson: str
    is_graded: bool
    objectives: tuple[str, ...]
    at: Position

    @property
    def is_in_quiz(self) -> bool:
        """Whether it is one of the bank's."""
        return not self.lesson


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """A row of the matrix.

    Attributes:
        serves: for each question of the module, in order, whether it serves the objective.
        asked, graded: how many questions do, and how many of these bring points in the quiz.
        lessons: how many lessons teach it.
    """

    id: str
    text: str
    at: Position
    serves: tuple[bool, ...]
    asked: int
    graded: int
    lessons: int


@dataclass(frozen=True, slots=True)
class ModuleCoverage:
    """The matrix of one module: questions of the lessons in reading order, then the quiz's."""

    title: str
    has_quiz: bool
    questions: tuple[AskedQuestion, ...]
    rows: tuple[ObjectiveRow, ...]

    @property
    def in_lessons(self) -> int:
        """How many of the questions stand in lessons; they come first."""
        return sum(not each.is_in_quiz for each in self.questions)

    @property
    def aimless(self) -> tuple[AskedQuestion, ...]:
        """The questions that serve no objective."""
        return tuple(each for each in self.questions if not each.objectives)


def coverage_of(course: Course) -> tuple[ModuleCoverage, ...]:
    """Give the matrix of every module that has objectives or questions."""
    found = (_coverage(module) for module in course.modules)
    return tuple(each for each in found if each.rows or each.questions)


def _coverage(module: Module) -> ModuleCoverage:
    questions = (*_in_lessons(module), *_in_quiz(module))
    rows = tuple(_row(module, each, questions) for each in module.objectives)
    return ModuleCoverage(module.title, module.bank is not None, questions, rows)


def _in_lessons(module: Module) -> Iterator[AskedQuestion]:
    for lesson in module.lessons:
        for block in walk(lesson.blocks):
            if isinstance(block, QuestionBlock) and not block.is_quoted:
                yield _asked(block.question, lesson.title)


def _in_quiz(module: Module) -> Iterator[AskedQuestion]:
    for question in module.bank.questions if module.bank is not None else ():
        yield _asked(question, "")


def _asked(question: QuestionNode, lesson: str) -> AskedQuestion:
    return AskedQuestion(
        id=question.id,
        title=question.title,
        lesson=lesson,
        is_graded=question.points > 0 and not lesson,
        objectives=question.objectives,
        at=question.at,
    )


def _row(
    module: Module, objective: Objective, questions: tuple[AskedQuestion, ...]
) -> ObjectiveRow:
    serving = [objective.id in each.objectives for each in questions]
    kept = [each for each, serves in zip(questions, serving, strict=True) if serves]
    return ObjectiveRow(
        id=objective.id,
        text=objective.text,
        at=objective.at,
        serves=tuple(serving),
        asked=len(kept),
        graded=sum(each.is_graded for each in kept),
        lessons=sum(objective.id in each.objectives for each in module.lessons),
    )
