"""What a package asks of learners and keeps of them: values read from its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The names by which an LMS knows a package again; "" for what a web folder has not."""

    manifest: str = ""
    organization: str = ""
    item: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """A lesson; ``number`` is the permanent one."""

    name: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class QuizRecord:
    """A quiz with its rules, as ``data-quiz`` holds them."""

    name: str
    number: int
    title: str
    rules: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question whose answers are recorded.

    Attributes:
        stem: its words, white space folded.
        parts: what an answer points at by its place, in the author's order: choices, rows, steps,
            statements; of each gap, how it is filled.
        options: what may be chosen in each row, or the degrees of a scale.
        key: what the page's script knows of it (``learner/js/kind.js``, ``Key``).
    """

    name: str
    number: int
    kind: str
    stem: str
    parts: tuple[str, ...]
    options: tuple[str, ...]
    key: Mapping[str, object]
    is_in_quiz: bool


Record = LessonRecord | QuizRecord | QuestionRecord


@dataclass(frozen=True, slots=True)
class PackageRecord:
    """A package of ours.

    Attributes:
        course: identifier of the course that it was made from.
        target: what it was built for, as ``tiers-lieu build --target`` names it.
        score: what it reports once everything is done, when it has no quiz; None for nothing.
    """

    course: str
    target: str
    identity: Identity
    lessons: tuple[LessonRecord, ...]
    quizzes: tuple[QuizRecord, ...]
    score: float | None
    questions: tuple[QuestionRecord, ...]

    def __iter__(self) -> Iterator[Record]:
        """Give everything that a learner's state records."""
        yield from self.lessons
        yield from self.questions
        yield from self.quizzes


class NotComparable(Exception):  # noqa: N818 -- the name says what is wrong
    """The package cannot be compared; the message says why, in French."""
