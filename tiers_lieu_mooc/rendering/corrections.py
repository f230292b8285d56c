"""What is said of an answer: comments of the author, and the right answer in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from markupsafe import Markup, escape

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.model.quiz import (
    Gaps,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    OrderItem,
    QuestionNode,
    SelectGap,
    ShortAnswer,
    SingleChoice,
    Sorting,
    TrueFalse,
)
from tiers_lieu_mooc.rendering import question_views as views
from tiers_lieu_mooc.rendering.markup import inline, joined


def corrections_of(question: QuestionNode) -> Iterator[views.Correction]:
    """Give every comment on answers to the question, general ones first."""
    general = {
        "right": question.if_right,
        "partial": question.if_partial,
        "wrong": question.if_wrong,
    }
    for name, rich in general.items():
        if rich is not None:
            yield views.Correction(name, rich.html)
    yield from comments_of(question)
    if question.explanation is not None:
        yield views.Correction("explanation", question.explanation.html)


@singledispatch
def comments_of(question: QuestionNode) -> list[views.Correction]:
    """Give the comments that belong to single answers, under the names the script asks for."""
    return []


@comments_of.register(SingleChoice)
@comments_of.register(MultipleChoice)
@comments_of.register(TrueFalse)
def _(question: SingleChoice | MultipleChoice | TrueFalse) -> list[views.Correction]:
    return [
        comment
        for place, choice in enumerate(question.choices)
        for comment in _comment(f"choice{place}", inline(choice.text), choice.feedback)
    ]


@comments_of.register
def _(question: ShortAnswer) -> list[views.Correction]:
    return [
        comment
        for place, form in enumerate(question.forms)
        for comment in _comment(f"form{place}", form.text, form.feedback)
    ]


@comments_of.register
def _(question: Numeric) -> list[views.Correction]:
    return [
        comment
        for place, each in enumerate(question.ranges)
        for comment in _comment(f"range{place}", each.text, each.feedback)
    ]


@comments_of.register
def _(question: Matching) -> list[views.Correction]:
    return [
        comment
        for place, pair in enumerate(question.pairs)
        for comment in _comment(f"part{place}", inline(pair.left), pair.feedback)
    ]


@comments_of.register
def _(question: Ordering) -> list[views.Correction]:
    return _item_comments(question.items)


@comments_of.register
def _(question: Sorting) -> list[views.Correction]:
    return _item_comments([item for each in question.categories for item in each.items])


def _item_comments(items: Sequence[OrderItem]) -> list[views.Correction]:
    return [
        comment
        for place, item in enumerate(items)
        for comment in _comment(f"part{place}", inline(item.text), item.feedback)
    ]


def _comment(name: str, label: Markup | str, feedback: Rich | None) -> list[views.Correction]:
    if feedback is None:
        return []
    return [views.Correction(name, inline(feedback), escape(label))]


@singledispatch
def solution_of(question: QuestionNode) -> views.Solution | None:
    """Give the right answer in words; None for the kinds that have none."""
    return None


@solution_of.register(SingleChoice)
@solution_of.register(MultipleChoice)
@solution_of.register(TrueFalse)
def _(question: SingleChoice | MultipleChoice | TrueFalse) -> views.Solution:
    return views.Solution(tuple(inline(each.text) for each in question.choices if each.is_right))


@solution_of.register
def _(question: ShortAnswer) -> views.Solution:
    full = [form.text for form in question.forms if form.is_right and form.share == 1]
    right = full or [form.text for form in question.forms if form.is_right]
    return views.Solution((joined([escape(text) for text in right], " ; "),))


@solution_of.register
def _(question: Numeric) -> views.Solution:
    right = max((each for each in question.ranges if each.is_right), key=lambda each: each.share)
    unit = f"\u00a0{question.unit}" if question.unit else ""
    return views.Solution((escape(right.text + unit),))


@solution_of.register
def _(question: Matching) -> views.Solution:
    return views.Solution(
        tuple(joined([inline(pair.left), inline(pair.right)], " → ") for pair in question.pairs)
    )


@solution_of.register
def _(question: Ordering) -> views.Solution:
    return views.Solution(tuple(inline(item.text) for item in question.items), is_ordered=True)


@solution_of.register
def _(question: Gaps) -> views.Solution:
    right = [
        gap.options[gap.right] if isinstance(gap, SelectGap) else gap.variants[0]
        for gap in question.gaps
    ]
    return views.Solution(tuple(escape(text) for text in right), is_ordered=len(right) > 1)


@solution_of.register
def _(question: Sorting) -> views.Solution:
    lines = [
        joined(
            [inline(each.name), joined([inline(item.text) for item in each.items], ", ")],
            "\u00a0: ",
        )
        for each in question.categories
    ]
    return views.Solution(tuple(lines))
