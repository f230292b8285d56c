"""The controls with which each question kind is answered."""

from __future__ import annotations

import hashlib
from functools import singledispatch

from markupsafe import Markup

from tiers_lieu_mooc.model.quiz import (
    Gap,
    Gaps,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    QuestionNode,
    Reflection,
    SelectGap,
    SelfPositioning,
    ShortAnswer,
    SingleChoice,
    Sorting,
    TrueFalse,
)
from tiers_lieu_mooc.rendering import question_views as views
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.keys import right_options
from tiers_lieu_mooc.rendering.markup import inline, with_gaps

_LONGEST_ANSWER = 120
_LONGEST_NUMBER = 40


@singledispatch
def fields_of(question: QuestionNode, instance: str) -> Markup:
    """Write the controls with which a question is answered."""
    raise TypeError(f"no controls for a question of type {type(question).__name__}, {instance}")


@fields_of.register(SingleChoice)
@fields_of.register(MultipleChoice)
@fields_of.register(TrueFalse)
def _(question: SingleChoice | MultipleChoice | TrueFalse, instance: str) -> Markup:
    is_several = isinstance(question, MultipleChoice)
    choices = tuple(
        views.ChoiceField(place, inline(choice.text), choice.is_fixed)
        for place, choice in enumerate(question.choices)
    )
    input_type = "checkbox" if is_several else "radio"
    return fill("choice", views.ChoiceFields(instance, input_type, choices, is_several))


@fields_of.register
def _(question: ShortAnswer, instance: str) -> Markup:
    return fill(
        "text", views.TextField(instance, is_number=False, unit="", longest=_LONGEST_ANSWER)
    )


@fields_of.register
def _(question: Numeric, instance: str) -> Markup:
    return fill(
        "text",
        views.TextField(instance, is_number=True, unit=question.unit, longest=_LONGEST_NUMBER),
    )


@fields_of.register
def _(question: Matching, instance: str) -> Markup:
    rows = tuple(views.Row(place, inline(pair.left)) for place, pair in enumerate(question.pairs))
    options, _rows = right_options(question)
    # In the order of the alphabet: the author's order would give the answers away.
    listed = tuple(sorted(enumerate(options), key=lambda option: option[1].casefold()))
    return fill("rows", views.RowFields(instance, rows, listed))


@fields_of.register
def _(question: Sorting, instance: str) -> Markup:
    items = [item for category in question.categories for item in category.items]
    order = _scattered(len(items), question.id)
    rows = tuple(views.Row(place, inline(items[place].text)) for place in order)
    options = tuple(enumerate(category.name.plain for category in question.categories))
    return fill("rows", views.RowFields(instance, rows, options))


@fields_of.register
def _(question: Ordering, instance: str) -> Markup:
    order = _scattered(len(question.items), question.id)
    steps = tuple(views.Row(place, inline(question.items[place].text)) for place in order)
    return fill("steps", views.StepFields(steps))


@fields_of.register
def _(question: Gaps, instance: str) -> Markup:
    total = len(question.gaps)
    fields = [
        fill("gap", views.GapField(instance, place + 1, total, _options(gap)))
        for place, gap in enumerate(question.gaps)
    ]
    return fill("gaps", views.GapFields(with_gaps(question.text.html, fields)))


def _options(gap: Gap) -> tuple[str, ...]:
    return gap.options if isinstance(gap, SelectGap) else ()


@fields_of.register
def _(question: SelfPositioning, instance: str) -> Markup:
    statements = tuple(inline(statement) for statement in question.statements)
    return fill("scale", views.ScaleFields(instance, statements, question.scale))


@fields_of.register
def _(question: Reflection, instance: str) -> Markup:
    return fill("essay", views.EssayField(instance, _advice(question), question.is_sent))


def _advice(question: Reflection) -> str:
    low, high = question.min_words, question.max_words
    if low and high:
        return f"de {low} à {high} mots"
    return f"{low or high} mots" if low or high else ""


def _scattered(count: int, salt: str) -> list[int]:
    """Give an order that hides the right one where no script can mix: print, no scripts."""
    order = sorted(
        range(count), key=lambda place: hashlib.sha256(f"{salt}/{place}".encode()).digest()
    )
    return order[1:] + order[:1] if order == list(range(count)) else order
