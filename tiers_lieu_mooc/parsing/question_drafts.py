"""Questions as parsing makes them: one body for each way of answering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.references import Reference, Word


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """One answer of a choice question; ``share`` is the part of the points, −1 to 1."""

    at: Position
    text: Rich
    is_right: bool
    share: float | None = None
    feedback: Rich | None = None
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class FormDraft:
    """One expected form of a typed answer."""

    at: Position
    text: str
    is_right: bool
    share: float = 1
    feedback: Rich | None = None


@dataclass(frozen=True, slots=True)
class RangeDraft:
    """An interval of expected numbers, tolerance applied."""

    at: Position
    low: float
    high: float
    text: str
    is_right: bool
    share: float = 1
    feedback: Rich | None = None


@dataclass(frozen=True, slots=True)
class PairDraft:
    """A row of a matching question."""

    at: Position
    left: Rich
    right: Rich
    feedback: Rich | None = None


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A step to order or an item to sort."""

    at: Position
    text: Rich
    feedback: Rich | None = None


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """A heading of a sorting question with its items."""

    at: Position
    name: Rich
    items: tuple[ItemDraft, ...]


@dataclass(frozen=True, slots=True)
class GapDraft:
    """A gap: variants to type, or options to choose from when ``right`` is given."""

    at: Position
    texts: tuple[str, ...]
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """How strictly typed answers are compared."""

    is_case_strict: bool = False
    is_accent_strict: bool = False
    are_articles_strict: bool = False
    typos: int = 0


@dataclass(frozen=True, slots=True)
class ChoicesBody:
    """Answers of qcu, qcm, vrai-faux."""

    choices: tuple[ChoiceDraft, ...]


@dataclass(frozen=True, slots=True)
class FormsBody:
    """Expected forms of réponse-courte."""

    forms: tuple[FormDraft, ...]
    matching: Matching


@dataclass(frozen=True, slots=True)
class RangesBody:
    """Expected numbers of numérique."""

    ranges: tuple[RangeDraft, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class PairsBody:
    """Rows of appariement."""

    pairs: tuple[PairDraft, ...]
    decoys: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class StepsBody:
    """Steps of ordre, in the right order."""

    items: tuple[ItemDraft, ...]


@dataclass(frozen=True, slots=True)
class GapsBody:
    """Text of trous, with a placeholder for each gap."""

    text: Rich
    gaps: tuple[GapDraft, ...]
    matching: Matching


@dataclass(frozen=True, slots=True)
class CategoriesBody:
    """Headings of classement."""

    categories: tuple[CategoryDraft, ...]


@dataclass(frozen=True, slots=True)
class ScaleBody:
    """Statements of positionnement."""

    scale: tuple[str, ...]
    statements: tuple[Rich, ...]
    compares: Word | None


@dataclass(frozen=True, slots=True)
class EssayBody:
    """Advice and privacy of réflexion."""

    min_words: int
    max_words: int
    is_sent: bool


Body = (
    ChoicesBody
    | FormsBody
    | RangesBody
    | PairsBody
    | StepsBody
    | GapsBody
    | CategoriesBody
    | ScaleBody
    | EssayBody
)


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question as written.

    Attributes:
        kind: one of the eleven names, spelt as in the model.
        id: None when the author gave none, or none that can be used.
        body: what only this kind has; None when it could not be understood.
        values: common options by model name, already numbers, booleans, words.
        option_places: where each option was written.
        lessons: where what it asks is taught, by full name.
    """

    at: Position
    kind: str
    id: Word | None
    title: str
    stem: Rich
    body: Body | None
    values: Mapping[str, OptionValue] = field(default_factory=dict)
    option_places: Mapping[str, Position] = field(default_factory=dict)
    objectives: tuple[Word, ...] = ()
    lessons: tuple[Reference, ...] = ()
    hints: tuple[Rich, ...] = ()
    if_right: Rich | None = None
    if_partial: Rich | None = None
    if_wrong: Rich | None = None
    explanation: Rich | None = None


OptionValue = str | float | bool | tuple[str, ...] | None
