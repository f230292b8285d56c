"""Banks and the eleven question kinds."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from tiers_lieu_mooc.model.node import Identifier, Node, Rich


class Difficulty(StrEnum):
    """How hard the author finds a question."""

    EASY = "facile"
    MEDIUM = "moyenne"
    HARD = "difficile"


class Scoring(StrEnum):
    """How an answer that is neither all right nor all wrong is counted."""

    PARTIAL = "partielle"
    ALL_OR_NOTHING = "tout-ou-rien"
    POSITION = "position"
    NEIGHBOURS = "voisins"


class QuestionNode(Node):
    """What all question kinds share.

    Attributes:
        id: unique in the course; with ``_`` for ``-`` it is the SCORM interaction identifier.
        container: the module (inline question) or the bank that the question belongs to; the
            full name ``container/id`` is what ``published-ids.txt`` holds.
        title: short name for reports, plain text.
        stem: the question itself, block markup.
        lessons: full names of the lessons that teach what it asks; empty: those of its module that
            serve one of its objectives.
        points: weight; 0 for the kinds that are never graded.
        tries: how often an inline question may be checked before the explanation; None: no limit.
        penalty: share of the points lost at each extra try, 0 to 1.
        is_required: must be answered before the lesson counts as done.
    """

    id: Identifier
    container: Identifier
    title: str
    stem: Rich
    points: float = Field(default=1, ge=0, le=100)
    objectives: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    is_shuffled: bool = True
    scoring: Scoring = Scoring.PARTIAL
    tries: int | None = Field(default=2, ge=1, le=30)
    penalty: float = Field(default=0, ge=0, le=1)
    is_required: bool = False
    hints: tuple[Rich, ...] = ()
    if_right: Rich | None = None
    if_partial: Rich | None = None
    if_wrong: Rich | None = None
    explanation: Rich | None = None

    @property
    def full_name(self) -> str:
        """The name under which the question is published, ``container/id``."""
        return f"{self.container}/{self.id}"


class Choice(Node):
    """One answer of a choice question; ``share`` is the part of the points, −1 to 1."""

    text: Rich
    is_right: bool
    share: float | None = Field(default=None, ge=-1, le=1)
    feedback: Rich | None = None
    is_fixed: bool = False


class SingleChoice(QuestionNode):
    """One right answer among several (qcu)."""

    kind: Literal["qcu"] = "qcu"
    choices: tuple[Choice, ...]


class MultipleChoice(QuestionNode):
    """Any number of right answers (qcm)."""

    kind: Literal["qcm"] = "qcm"
    choices: tuple[Choice, ...]


_REFUSAL = re.compile(
    r"\W*(?:faux|fausse|non|pas|inexact|incorrect|ne|je ne)\b|\W*n[’']", re.IGNORECASE
)


class TrueFalse(QuestionNode):
    """A statement to accept or refuse; exactly two choices."""

    kind: Literal["vrai-faux"] = "vrai-faux"
    choices: tuple[Choice, ...]

    @property
    def agree(self) -> int:
        """Index of the choice that means « true »: the first, unless its words alone refuse."""
        refuses = [_REFUSAL.match(each.text.plain) is not None for each in self.choices]
        return 1 if refuses == [True, False] else 0


class TextForm(Node):
    """One expected form of a typed answer: accepted, or an expected mistake with its advice."""

    text: str
    is_right: bool
    share: float = Field(default=1, ge=0, le=1)
    feedback: Rich | None = None


class TextMatching(Node):
    """How a typed answer is compared with the expected forms.

    Attributes:
        typos: edit distance that is forgiven, for forms of five letters or more.
    """

    is_case_strict: bool = False
    is_accent_strict: bool = False
    are_articles_strict: bool = False
    typos: int = Field(default=0, ge=0, le=3)


class ShortAnswer(QuestionNode):
    """A word or a few, typed (réponse-courte)."""

    kind: Literal["réponse-courte"] = "réponse-courte"
    forms: tuple[TextForm, ...]
    matching: TextMatching


class NumberRange(Node):
    """An interval of accepted or expected numbers, bounds included, tolerance applied.

    ``text`` is what the author wrote, without tolerance.
    """

    low: float
    high: float
    text: str
    is_right: bool
    share: float = Field(default=1, ge=0, le=1)
    feedback: Rich | None = None


class Numeric(QuestionNode):
    """A number, with a unit shown beside the field (numérique)."""

    kind: Literal["numérique"] = "numérique"
    ranges: tuple[NumberRange, ...]
    unit: str = ""


class Pair(Node):
    """A row of a matching question."""

    left: Rich
    right: Rich
    feedback: Rich | None = None


class Matching(QuestionNode):
    """Rows, each with its right-hand side (appariement); decoys match no row."""

    kind: Literal["appariement"] = "appariement"
    pairs: tuple[Pair, ...]
    decoys: tuple[Rich, ...] = ()


class OrderItem(Node):
    """A step of an ordering question."""

    text: Rich
    feedback: Rich | None = None


class Ordering(QuestionNode):
    """Steps to put in order (ordre), written in the right order."""

    kind: Literal["ordre"] = "ordre"
    scoring: Scoring = Scoring.POSITION
    items: tuple[OrderItem, ...]


class TypedGap(Node):
    """A gap to type in; the first variant is the model answer."""

    type: Literal["typed"] = "typed"
    variants: tuple[str, ...]


class SelectGap(Node):
    """A gap with a list to choose from; ``right`` is the index of the right option."""

    type: Literal["select"] = "select"
    options: tuple[str, ...]
    right: int = Field(ge=0)


Gap = Annotated[TypedGap | SelectGap, Field(discriminator="type")]


class Gaps(QuestionNode):
    """A text with gaps (trous).

    Attributes:
        text: block markup in which the n-th gap, from 0, stands as ``<span data-gap="n"></span>``.
            The stem holds what was written before it, and may be empty.
    """

    kind: Literal["trous"] = "trous"
    text: Rich
    gaps: tuple[Gap, ...]
    matching: TextMatching
    is_shuffled: bool = False


class Category(Node):
    """A heading of a sorting question with the items that belong under it."""

    name: Rich
    items: tuple[OrderItem, ...]


class Sorting(QuestionNode):
    """Items to put under headings (classement)."""

    kind: Literal["classement"] = "classement"
    categories: tuple[Category, ...]


class SelfPositioning(QuestionNode):
    """Statements to place oneself on a scale (positionnement); never graded.

    Attributes:
        scale: the labels, lowest first.
        compares: id of an earlier question whose answers are shown beside these.
    """

    kind: Literal["positionnement"] = "positionnement"
    points: float = Field(default=0, ge=0, le=0)
    is_shuffled: bool = False
    scale: tuple[str, ...]
    statements: tuple[Rich, ...]
    compares: Identifier | None = None


class Reflection(QuestionNode):
    """An open text (réflexion); never graded, kept for the learner.

    Attributes:
        min_words, max_words: advice, never blocking; 0 where none was given.
        is_sent: whether the text also goes to the LMS (``transmettre : oui``).
    """

    kind: Literal["réflexion"] = "réflexion"
    points: float = Field(default=0, ge=0, le=0)
    min_words: int = Field(default=0, ge=0)
    max_words: int = Field(default=0, ge=0)
    is_sent: bool = False


Question = Annotated[
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | ShortAnswer
    | Numeric
    | Matching
    | Ordering
    | Gaps
    | Sorting
    | SelfPositioning
    | Reflection,
    Field(discriminator="kind"),
]

QUESTION_KINDS: tuple[type[QuestionNode], ...] = (
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    ShortAnswer,
    Numeric,
    Matching,
    Ordering,
    Gaps,
    Sorting,
    SelfPositioning,
    Reflection,
)
"""Every question kind, in the order of the authors' guide."""


class Draw(Node):
    """How many questions a quiz takes, from one tag or (tag None) from the whole bank."""

    tag: str | None = None
    count: int = Field(ge=1)


class Correction(StrEnum):
    """When a quiz shows its correction."""

    IMMEDIATE = "immédiat"
    AT_THE_END = "à la fin"
    NEVER = "jamais"


class Bank(Node):
    """The questions of a module's quiz and how the quiz is taken.

    Attributes:
        pass_mark: percent of the points needed to pass, 0 to 100.
        attempts: how often the quiz may be sent; None: no limit.
        draws: empty: every question.
        reminders: how many questions of earlier modules are proposed before it, for practice.
        introduction: text written before the first question.
    """

    id: Identifier
    title: str
    pass_mark: float = Field(default=60, ge=0, le=100)
    attempts: int | None = Field(default=3, ge=1, le=60)
    correction: Correction = Correction.AT_THE_END
    is_shuffled: bool = True
    draws: tuple[Draw, ...] = ()
    reminders: int = Field(default=1, ge=0, le=3)
    introduction: Rich | None = None
    questions: tuple[Question, ...]

    @property
    def full_name(self) -> str:
        """The name under which the quiz's own record is published."""
        return f"{self.id}/quiz"
