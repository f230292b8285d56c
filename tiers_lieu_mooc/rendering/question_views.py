"""What the templates of questions see: one frozen value each, its whole context."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Correction:
    """A comment that the script shows after an answer.

    Attributes:
        name: ``right``, ``partial``, ``wrong``, ``choice0``, ``form0``, ``range0``, ``part0``,
            ``solution`` or ``explanation``, as the script asks for it.
        label: the answer that is commented, "" where the comment stands for itself.
    """

    name: str
    html: Markup
    label: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class Solution:
    """The right answer in words."""

    items: tuple[Markup, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One box to tick; ``place`` is its number as written."""

    place: int
    html: Markup
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class ChoiceFields:
    """The boxes of a choice question."""

    instance: str
    input_type: str
    choices: tuple[ChoiceField, ...]
    is_several: bool


@dataclass(frozen=True, slots=True)
class TextField:
    """A line to type in; ``unit`` stands behind a number."""

    instance: str
    is_number: bool
    unit: str
    longest: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line with a list to choose from."""

    place: int
    html: Markup


@dataclass(frozen=True, slots=True)
class RowFields:
    """Rows of a matching or sorting question; options as (value, text), in the order shown."""

    instance: str
    rows: tuple[Row, ...]
    options: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class StepFields:
    """Steps to order, in the order first shown."""

    steps: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class GapField:
    """One gap: typed when it has no options."""

    instance: str
    number: int
    total: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapFields:
    """A text whose gaps are already fields."""

    html: Markup


@dataclass(frozen=True, slots=True)
class ScaleFields:
    """Statements to place on a scale."""

    instance: str
    statements: tuple[Markup, ...]
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where a self-positioning is shown beside an earlier one.

    Attributes:
        earlier: id of the earlier question's element, which another package may hold.
        earlier_index: its permanent number.
    """

    instance: str
    earlier: str
    earlier_index: int
    statements: tuple[Markup, ...]
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EssayField:
    """A text to write; ``advice`` says how long, "" for no advice."""

    instance: str
    advice: str
    is_sent: bool


Fields = ChoiceFields | TextField | RowFields | StepFields | GapFields | ScaleFields | EssayField


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question on the page.

    Attributes:
        instance: the element's id; a question quoted twice stands in the page twice.
        legend: the question's first paragraph, inline; ``context`` is what follows it.
        key: JSON for the script (``keys.Key``).
        tags: joined by ``|``.
        fields: already rendered controls.
        retry: what to do after a wrong answer while there is a try left, or nothing.
        revisit: links to the lessons to read again, or nothing.
    """

    instance: str
    kind: str
    index: int
    legend: Markup
    context: Markup
    key: Markup
    tags: str
    is_graded: bool
    is_quoted: bool
    is_required: bool
    has_check: bool
    hints: tuple[Markup, ...]
    fields: Markup
    corrections: tuple[Correction, ...]
    retry: str
    solution: Solution | None
    comparison: Markup
    revisit: Markup
