"""A course laid out for linting: every formatted text with its place and its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.passages import Passage, passages_of
from tiers_lieu_mooc.model.content import (
    Aside,
    AsideName,
    Block,
    Fiche,
    Figure,
    Prose,
    QuestionBlock,
    Recording,
    Webinar,
)
from tiers_lieu_mooc.model.course import Course, Lesson, Module, walk
from tiers_lieu_mooc.model.node import Node, Rich
from tiers_lieu_mooc.model.quiz import QuestionNode

Holder = Aside | Fiche | Figure | Recording | Webinar


@dataclass(frozen=True, slots=True)
class Piece:
    """One formatted text of the course.

    Attributes:
        holders: the containers that it stands in, outer first; a figure holds its caption.
        is_description: whether it is the long description of a figure.
    """

    at: Position
    passages: tuple[Passage, ...]
    holders: tuple[Holder, ...] = ()
    is_description: bool = False

    @property
    def text(self) -> str:
        """The words of the passages, one passage a line."""
        return "\n".join(passage.text for passage in self.passages)

    def is_among(self, names: frozenset[AsideName]) -> bool:
        """Tell whether the text stands in a container of one of these names."""
        return any(isinstance(each, Aside) and each.name in names for each in self.holders)

    def is_within(self, *kinds: type[Holder]) -> bool:
        """Tell whether the text stands in a container of one of these kinds."""
        return any(isinstance(each, kinds) for each in self.holders)


@dataclass(frozen=True, slots=True)
class LessonSurvey:
    """A lesson with its texts in reading order, those of its questions apart.

    Attributes:
        blocks: every block of the lesson, outer before inner.
        asked: what its questions say before they are answered: stems and answers, plain.
        within: the texts that stand in each container, by the identity of the container.
    """

    module: Module
    lesson: Lesson
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    asked: tuple[str, ...]
    within: Mapping[int, Sequence[Piece]]

    def pieces_in(self, holder: Holder) -> Sequence[Piece]:
        """Give the texts that stand in a container."""
        return self.within.get(id(holder), ())

    def asides(self, name: AsideName) -> list[Aside]:
        """Give the containers of one name."""
        return [each for each in self.blocks if isinstance(each, Aside) and each.name is name]

    @property
    def is_free(self) -> bool:
        """Whether the lesson is a case study or a live session, which follow no template."""
        is_case = bool(self.asides(AsideName.CASE_STUDY))
        return is_case or any(isinstance(each, Webinar) for each in self.blocks)


@dataclass(frozen=True, slots=True)
class QuestionSurvey:
    """A question, where it is written, with all its texts."""

    module: Module
    question: QuestionNode
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that the rules look at.

    ``others`` are the texts outside lessons and questions: introductions, glossary, facts.
    """

    course: Course
    lessons: tuple[LessonSurvey, ...]
    questions: tuple[QuestionSurvey, ...]
    others: tuple[Piece, ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every text of the course once."""
        for lesson in self.lessons:
            yield from lesson.pieces
        for question in self.questions:
            yield from question.pieces
        yield from self.others


def survey_of(course: Course) -> Survey:
    """Lay a course out; a quoted question is surveyed where it is written only."""
    return Survey(
        course=course,
        lessons=tuple(
            _lesson(module, lesson) for module in course.modules for lesson in module.lessons
        ),
        questions=tuple(_questions(course.modules)),
        others=tuple(_others(course)),
    )


def rich_texts(node: Node) -> Iterator[tuple[Rich, Position]]:
    """Give every formatted text of a node and of the nodes inside it, with its place."""
    for name in type(node).model_fields:
        yield from _rich_texts(getattr(node, name), node.at)


def _rich_texts(value: object, at: Position) -> Iterator[tuple[Rich, Position]]:
    if isinstance(value, Rich):
        yield value, at
    elif isinstance(value, Node):
        yield from rich_texts(value)
    elif isinstance(value, tuple) and not isinstance(value, str):
        for each in value:
            yield from _rich_texts(each, at)


def _lesson(module: Module, lesson: Lesson) -> LessonSurvey:
    pieces = tuple(_pieces(lesson.blocks))
    within: dict[int, list[Piece]] = {}
    for piece in pieces:
        for holder in piece.holders:
            within.setdefault(id(holder), []).append(piece)
    return LessonSurvey(
        module=module,
        lesson=lesson,
        blocks=tuple(walk(lesson.blocks)),
        pieces=pieces,
        within=within,
        asked=tuple(text for question in lesson.questions for text in _asked(question)),
    )


_SAID_AFTERWARDS = frozenset(("hints", "if_right", "if_partial", "if_wrong", "explanation"))


def _asked(question: QuestionNode) -> Iterator[str]:
    for name in type(question).model_fields:
        if name not in _SAID_AFTERWARDS:
            for rich, _ in _rich_texts(getattr(question, name), question.at):
                yield rich.plain


def _questions(modules: Iterable[Module]) -> Iterator[QuestionSurvey]:
    for module in modules:
        for lesson in module.lessons:
            for block in walk(lesson.blocks):
                if isinstance(block, QuestionBlock) and not block.is_quoted:
                    yield _question(module, block.question)
        if module.bank is not None:
            for question in module.bank.questions:
                yield _question(module, question)


def _question(module: Module, question: QuestionNode) -> QuestionSurvey:
    pieces = tuple(Piece(at, passages_of(rich)) for rich, at in rich_texts(question))
    return QuestionSurvey(module, question, pieces)


def _others(course: Course) -> Iterator[Piece]:
    holders: list[Node] = [*course.glossary, *course.facts]
    found = [pair for holder in holders for pair in rich_texts(holder)]
    found += [(course.about, course.at)] if course.about else []
    found += [(each.introduction, each.at) for each in course.modules if each.introduction]
    found += [(each.introduction, each.at) for each in course.banks if each.introduction]
    for rich, at in found:
        yield Piece(at, passages_of(rich))


def _pieces(blocks: tuple[Block, ...], holders: tuple[Holder, ...] = ()) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Prose):
            yield Piece(block.at, passages_of(block.text), holders)
        elif isinstance(block, Figure):
            yield from _figure(block, (*holders, block))
        elif isinstance(block, Recording):
            yield from _pieces(block.transcript, (*holders, block))
        elif isinstance(block, Aside | Fiche):
            if block.title is not None:
                yield Piece(block.at, passages_of(block.title), (*holders, block))
            yield from _pieces(block.blocks, (*holders, block))
        elif isinstance(block, Webinar):
            yield from _pieces(block.blocks, (*holders, block))


def _figure(figure: Figure, holders: tuple[Holder, ...]) -> Iterator[Piece]:
    if figure.caption is not None:
        yield Piece(figure.at, passages_of(figure.caption), holders)
    if figure.description is not None:
        yield Piece(figure.at, passages_of(figure.description), holders, is_description=True)
