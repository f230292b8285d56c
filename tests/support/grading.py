"""Answers to questions as the page keeps them, and what the page's own grader makes of them."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from pathlib import Path

from tiers_lieu_mooc.model.quiz import (
    Gaps,
    Matching,
    MultipleChoice,
    NumberRange,
    Numeric,
    Ordering,
    QuestionNode,
    SelectGap,
    ShortAnswer,
    SingleChoice,
    Sorting,
    TrueFalse,
)
from tiers_lieu_mooc.rendering.keys import key_of, right_options

Answer = tuple[int | str, ...]
"""Indexes in the author's order, or texts: the typedef ``Answer`` of ``learner/js/kind.js``."""

_GRADE = Path(__file__).with_name("grade.js")


def shares_of(asked: Iterable[tuple[QuestionNode, Sequence[Answer]]]) -> list[list[float]]:
    """Give the share of the points that each answer to each question earns, 0 to 1.

    Raises:
        AssertionError: when the grader stops, with what it said.
    """
    questions = [
        {"kind": _kind(question), "key": key_of(question, index, ()), "answers": answers}
        for index, (question, answers) in enumerate(asked)
    ]
    ran = subprocess.run(
        ["node", str(_GRADE)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    shares: list[list[float]] = json.loads(ran.stdout)
    return shares


def _kind(question: QuestionNode) -> str:
    kind: str = getattr(question, "kind")  # noqa: B009  # Every class of the union has its own.
    return kind


@singledispatch
def full(question: QuestionNode) -> Iterator[Answer]:
    """Give every answer that the author calls wholly right; at least one."""
    raise TypeError(type(question).__name__)


@full.register(SingleChoice)
@full.register(MultipleChoice)
@full.register(TrueFalse)
def _(question: SingleChoice | MultipleChoice | TrueFalse) -> Iterator[Answer]:
    yield _right_choices(question)


@full.register
def _(question: ShortAnswer) -> Iterator[Answer]:
    for form in question.forms:
        if form.is_right and form.share == 1:
            yield from ((form.text,), (form.text.lower(),))


@full.register
def _(question: Numeric) -> Iterator[Answer]:
    for each in question.ranges:
        if each.is_right and each.share == 1:
            for number in {each.low, middle_of(each), each.high}:
                yield from ((_typed(number),), (f"{_typed(number)} {question.unit}".strip(),))


@full.register
def _(question: Matching) -> Iterator[Answer]:
    yield tuple(right_options(question)[1])


@full.register
def _(question: Sorting) -> Iterator[Answer]:
    yield _categories(question)


@full.register
def _(question: Ordering) -> Iterator[Answer]:
    yield tuple(range(len(question.items)))


@full.register
def _(question: Gaps) -> Iterator[Answer]:
    yield from itertools.product(
        *([each.right] if isinstance(each, SelectGap) else each.variants for each in question.gaps)
    )


@singledispatch
def lesser(question: QuestionNode) -> Iterator[Answer]:
    """Give answers that must earn less than all: every one, or every smallest slip."""
    raise TypeError(type(question).__name__)


@lesser.register(SingleChoice)
@lesser.register(TrueFalse)
def _(question: SingleChoice | TrueFalse) -> Iterator[Answer]:
    for index, each in enumerate(question.choices):
        if not each.is_right:
            yield (index,)


@lesser.register
def _(question: MultipleChoice) -> Iterator[Answer]:
    """Give every other set of choices."""
    right, indexes = _right_choices(question), range(len(question.choices))
    for size in range(1, len(question.choices) + 1):
        yield from (each for each in itertools.combinations(indexes, size) if each != right)


@lesser.register
def _(question: ShortAnswer) -> Iterator[Answer]:
    yield ("tout autre chose",)
    yield from ((form.text,) for form in question.forms if not form.is_right or form.share < 1)


@lesser.register
def _(question: Numeric) -> Iterator[Answer]:
    """Give the mistakes that the author foresees, and what is just outside what is accepted."""
    accepted = [each for each in question.ranges if each.is_right and each.share == 1]
    outside = [number for each in accepted for number in (each.low - 1, each.high + 1)]
    foreseen = [middle_of(each) for each in question.ranges if not each.is_right]
    for number in [*outside, *foreseen]:
        yield (_typed(number),)


@lesser.register
def _(question: Matching) -> Iterator[Answer]:
    options, right = right_options(question)
    yield from _one_row_off(tuple(right), len(options))


@lesser.register
def _(question: Sorting) -> Iterator[Answer]:
    yield from _one_row_off(_categories(question), len(question.categories))


@lesser.register
def _(question: Ordering) -> Iterator[Answer]:
    """Give every order in which two steps have changed places."""
    steps = range(len(question.items))
    for one, other in itertools.combinations(steps, 2):
        order = list(steps)
        order[one], order[other] = order[other], order[one]
        yield tuple(order)


@lesser.register
def _(question: Gaps) -> Iterator[Answer]:
    """Give every answer in which one gap is wrong."""
    right = next(full(question))
    for place, each in enumerate(question.gaps):
        others: Iterable[int | str] = ("autrement",)
        if isinstance(each, SelectGap):
            others = (index for index in range(len(each.options)) if index != each.right)
        yield from ((*right[:place], other, *right[place + 1 :]) for other in others)


def middle_of(interval: NumberRange) -> float:
    """Give the number that an author's tolerance is around."""
    return (interval.low + interval.high) / 2


def _right_choices(question: SingleChoice | MultipleChoice | TrueFalse) -> tuple[int, ...]:
    return tuple(index for index, each in enumerate(question.choices) if each.is_right)


def _categories(question: Sorting) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(question.categories) for _ in each.items)


def _one_row_off(right: tuple[int, ...], options: int) -> Iterator[Answer]:
    for row, chosen in enumerate(right):
        for option in range(options):
            if option != chosen:
                yield (*right[:row], option, *right[row + 1 :])


def _typed(number: float) -> str:
    """Write a number as a French reader types it."""
    whole, _, decimals = f"{number:.4f}".rstrip("0").rstrip(".").partition(".")
    digits = f"{int(whole):,}".replace(",", "\u00a0")
    sign = "-" if whole.startswith("-") and not digits.startswith("-") else ""
    return f"{sign}{digits},{decimals}" if decimals else f"{sign}{digits}"
