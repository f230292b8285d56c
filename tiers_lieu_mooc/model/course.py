"""The course: modules, lessons, glossary, facts, media."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from tiers_lieu_mooc.model.content import Aside, Block, Fiche, QuestionBlock, Recording, Webinar
from tiers_lieu_mooc.model.node import Identifier, Node, Rich
from tiers_lieu_mooc.model.quiz import Bank, QuestionNode
from tiers_lieu_mooc.model.sheet import ProjectSheet


class Confidence(StrEnum):
    """How sure a fact is."""

    VERIFIED = "vérifié"
    SECONDARY = "vérifié (secondaire)"
    COMMON = "connaissance générale"


class ShelfLife(StrEnum):
    """How long a fact can be trusted after it was last read."""

    STABLE = "stable"
    DATED = "à dater"
    FRAGILE = "fragile"


class Fact(Node):
    """A dated, sourced statement that lessons cite as ``[@code]``.

    Attributes:
        code: letter and number, for instance ``B5``.
        date: the year or day the fact speaks of, as typed.
        read_on: the day its source was last read.
        expires_on: the last day it may be cited without a finding; None: never.
    """

    code: str
    statement: Rich
    source: str
    date: str
    confidence: Confidence
    shelf_life: ShelfLife
    read_on: datetime.date
    expires_on: datetime.date | None


class Term(Node):
    """A glossary entry; ``id`` is made from its name, ``variants`` are other spellings."""

    id: Identifier
    name: str
    variants: tuple[str, ...] = ()
    definition: Rich


class Objective(Node):
    """What a module's learners will be able to do; ``id`` is what questions name."""

    id: str
    text: str


class Lesson(Node):
    """One page of text with its questions.

    Attributes:
        minutes: reading and activity, as promised to learners.
        objectives: ids of the module's objectives that it serves.
        facts: codes of the facts it cites, in order of first citation.
    """

    id: Identifier
    module: Identifier
    title: str
    minutes: int = Field(ge=1)
    objectives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...]

    @property
    def full_name(self) -> str:
        """The name under which the lesson is published, ``module/lesson``."""
        return f"{self.module}/{self.id}"

    @property
    def questions(self) -> tuple[QuestionNode, ...]:
        """Every question of the lesson in reading order, quoted ones included."""
        found = (each for each in walk(self.blocks) if isinstance(each, QuestionBlock))
        return tuple(each.question for each in found)


class Module(Node):
    """Lessons in order and the bank of the quiz that ends them."""

    id: Identifier
    title: str
    objectives: tuple[Objective, ...] = ()
    introduction: Rich | None = None
    lessons: tuple[Lesson, ...]
    bank: Bank | None = None


class Partner(Node):
    """An organisation that carries the course; ``logo`` is a course path."""

    name: str
    link: str = ""
    logo: str = ""


class AttestationRule(Node):
    """What earns the attestation. Source of the defaults: course programme, § 11.

    Attributes:
        lessons: percent of the course's lessons to finish.
        mean: percent of the points, over the best scores of all quizzes.
        minimum: percent of the points, of the best score of each quiz.
        sections: of the project sheet that are to be begun; 0: none.
        self_positionings: full names of the questions to answer.
        minutes: how long the course takes; 0: as its lessons and quizzes say.
        is_open: whether learners can get it; a course may announce it only.
        notice: why it is not open, "" for no reason given.
    """

    lessons: float = Field(default=80, ge=0, le=100)
    mean: float = Field(default=60, ge=0, le=100)
    minimum: float = Field(default=40, ge=0, le=100)
    sections: int = Field(default=0, ge=0)
    self_positionings: tuple[str, ...] = ()
    minutes: int = Field(default=0, ge=0)
    is_open: bool = True
    notice: str = ""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that the course shows.

    Attributes:
        path: course path, ``module/media/name.ext``.
        content: the bytes.
        width, height: in CSS pixels for pictures; 0 for other files.
    """

    path: str
    content: bytes
    width: int = 0
    height: int = 0


class Released(Node):
    """A permanent number that was given out; ``at`` is its line of ``published-ids.txt``.

    Attributes:
        names: every full name that it had, the one in force last.
        retired_on: the day on which what it named was withdrawn for good; None: it is in use.
    """

    names: tuple[str, ...]
    retired_on: datetime.date | None = None


class LessonTemplate(StrEnum):
    """What all lessons of a course are held to, as authors write it after ``gabarit``."""

    NONE = "aucun"
    RURAL = "tiers-lieux"


class Course(Node):
    """Everything that a package is made from.

    Attributes:
        about: what its authors say of it, on the page « À propos ».
        contact: where a difficulty is told, an e-mail address or that of a page; "" for nowhere.
        score_without_quiz: percent that a package without quizzes reports when all of it is done;
            None for no score. Moodle shows 0 for a completed activity that has none.
        template: what its lessons are held to beyond being well formed.
        published: every full name that a state records; a name's index is its permanent number.
            Those released come first; from ``provisional_from`` on, the others in course order.
        released: what ``published-ids.txt`` says of each of the former.
    """

    id: Identifier
    title: str
    language: str = "fr"
    description: str = ""
    about: Rich | None = None
    licence: str = ""
    version: str = ""
    contact: str = ""
    partners: tuple[Partner, ...] = ()
    attestation: AttestationRule | None = None
    score_without_quiz: float | None = Field(default=100, ge=0, le=100)
    template: LessonTemplate = LessonTemplate.NONE
    modules: tuple[Module, ...]
    sheet: ProjectSheet | None = None
    glossary: tuple[Term, ...] = ()
    facts: tuple[Fact, ...] = ()
    media: dict[str, MediaFile] = Field(default_factory=dict)
    published: tuple[str, ...] = ()
    provisional_from: int = 0
    released: tuple[Released, ...] = ()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Every lesson in reading order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def banks(self) -> tuple[Bank, ...]:
        """Every bank, in the order of the modules that use them."""
        return tuple(module.bank for module in self.modules if module.bank is not None)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give every block of a tree, outer before inner, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Aside | Fiche | Webinar):
            yield from walk(block.blocks)
        elif isinstance(block, Recording):
            yield from walk(block.transcript)


def names_in_order(modules: tuple[Module, ...], sheet: ProjectSheet | None = None) -> Iterator[str]:
    """Give the full name of everything that a learner's state records, in course order.

    Lessons and their inline questions first, then the module's quiz and its questions; a quoted
    question is named where its bank is. The fields of the project sheet come last.
    """
    for module in modules:
        for lesson in module.lessons:
            yield lesson.full_name
            for question in lesson.questions:
                if question.container == module.id and not _in_bank(module.bank, question):
                    yield question.full_name
        if module.bank is not None:
            yield module.bank.full_name
            yield from (question.full_name for question in module.bank.questions)
    yield from (field.full_name for field in (sheet.fields if sheet else ()))


def permanent_numbers(course: Course) -> dict[str, int]:
    """Number everything that a state records, from 0; of a name given twice, the first counts."""
    numbered = list(enumerate(course.published))
    return {name: number for number, name in reversed(numbered)}


def package_name(course: Course, modules: Sequence[Module]) -> str:
    """Give the stable identifier of what is packaged: the course, or the course and its module.

    LMSs and learners' devices key records on it, so it depends on nothing else.
    """
    if len(modules) == len(course.modules):
        return course.id
    return "-".join([course.id, *(module.id for module in modules)])


def _in_bank(bank: Bank | None, question: QuestionNode) -> bool:
    return bank is not None and any(each.full_name == question.full_name for each in bank.questions)
