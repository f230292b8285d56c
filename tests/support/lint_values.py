"""Courses built from values, for the rules that need no file: a base that breaks none of them."""

from __future__ import annotations

import datetime
import itertools

from markupsafe import Markup

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.content import Aside, AsideName, Block, Prose, QuestionBlock
from tiers_lieu_mooc.model.course import (
    Confidence,
    Course,
    Fact,
    Lesson,
    LessonTemplate,
    Module,
    Objective,
    ShelfLife,
)
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.model.quiz import Bank, Choice, Question, SingleChoice, TrueFalse

TODAY = datetime.date(2026, 11, 23)
AT = Position("courses/essai/comprendre/definir.md", 1)

_lines = itertools.count(10, 10)


def place() -> Position:
    """Give a line further down the lesson at each call."""
    return Position(AT.path, next(_lines))


def rich(html: str) -> Rich:
    """Make a formatted text whose plain words are the markup without its tags."""
    return Rich(Markup(html), Markup(html).striptags())


def prose(html: str, *, at: Position | None = None) -> Prose:
    return Prose(at=at or place(), text=rich(html))


def cite(code: str) -> str:
    return f'<sup><a class="fact-ref" href="#fait/{code}" data-fact="{code}">{code}</a></sup>'


def aside(name: AsideName, *html: str) -> Aside:
    at = place()
    return Aside(at=at, name=name, blocks=tuple(prose(each) for each in html))


def fact(
    code: str = "A1",
    *,
    shelf_life: ShelfLife = ShelfLife.STABLE,
    confidence: Confidence = Confidence.VERIFIED,
    expires_on: datetime.date | None = None,
) -> Fact:
    return Fact(
        at=Position("courses/essai/faits.yaml", 1),
        code=code,
        statement=rich("Un fait."),
        source="un rapport",
        date="2023",
        confidence=confidence,
        shelf_life=shelf_life,
        read_on=datetime.date(2026, 1, 15),
        expires_on=expires_on,
    )


def choices(*answers: str, right: int = 0, feedback: str = "Voici pourquoi.") -> tuple[Choice, ...]:
    said = rich(feedback) if feedback else None
    return tuple(
        Choice(at=place(), text=rich(text), is_right=number == right, feedback=said)
        for number, text in enumerate(answers)
    )


def single(
    stem: str, *answers: str, right: int = 0, name: str = "q", **more: object
) -> SingleChoice:
    values = {"choices": choices(*answers, right=right), **more}
    return SingleChoice.model_validate(
        {"at": place(), "id": name, "container": "comprendre", "title": stem, "stem": rich(stem)}
        | values
    )


def true_false(stem: str, *, is_true: bool, name: str = "q", **more: object) -> TrueFalse:
    values = {"choices": choices("Vrai", "Faux", right=0 if is_true else 1), **more}
    return TrueFalse.model_validate(
        {"at": place(), "id": name, "container": "comprendre", "title": stem, "stem": rich(stem)}
        | values
    )


def asked(question: Question, *, is_quoted: bool = False) -> QuestionBlock:
    return QuestionBlock(at=question.at, question=question, is_quoted=is_quoted)


def bank(*questions: Question) -> Bank:
    at = Position("quizzes/essai/comprendre.md", 1)
    return Bank(at=at, id="comprendre", title="Quiz", questions=questions)


def course(
    *blocks: Block,
    facts: tuple[Fact, ...] = (),
    quiz: Bank | None = None,
    objectives: tuple[str, ...] = (),
    minutes: int = 1,
    language: str = "fr",
) -> Course:
    """Make a course of one lesson; without a quiz, the lesson is free of the template's parts."""
    lesson = Lesson(
        at=AT, id="definir", module="comprendre", title="Définir", minutes=minutes, blocks=blocks
    )
    module = Module(
        at=Position("courses/essai/comprendre/module.yaml", 1),
        id="comprendre",
        title="Comprendre",
        objectives=tuple(Objective(at=AT, id=each, text=each) for each in objectives),
        lessons=(lesson,),
        bank=quiz,
    )
    at = Position("courses/essai/course.yaml", 1)
    return Course(
        at=at,
        id="essai",
        title="Essai",
        modules=(module,),
        facts=facts,
        language=language,
        template=LessonTemplate.RURAL,
    )


def codes(value: Course) -> list[str]:
    """Give the codes of what linting finds, in order of place."""
    return [each.code for each in lint(value, TODAY)]
