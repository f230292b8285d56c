"""What a learner answers, and the answers that a question's author calls right or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from tiers_lieu_mooc.model.quiz import (
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

Choices = SingleChoice | MultipleChoice | TrueFalse


@dataclass(frozen=True)
class Ticks:
    """Choices to tick, by their words."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Typed:
    """A text to type."""

    text: str


@dataclass(frozen=True)
class Listed:
    """Options to choose, by the label of their list."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Ordered:
    """Steps in the wanted order."""

    steps: tuple[str, ...]


@dataclass(frozen=True)
class Filled:
    """Words for the gaps; ``is_list`` tells which of them stand in lists."""

    words: tuple[str, ...]
    is_list: tuple[bool, ...]


@dataclass(frozen=True)
class Placed:
    """A degree for each statement."""

    degrees: tuple[tuple[str, str], ...]


Reply = Ticks | Typed | Listed | Ordered | Filled | Placed


@singledispatch
def right(question: QuestionNode) -> Reply:
    """Give an answer that earns every point; for what is never graded, any answer."""
    raise TypeError(type(question).__name__)


@right.register(SingleChoice)
@right.register(MultipleChoice)
@right.register(TrueFalse)
def _(question: Choices) -> Reply:
    return Ticks(tuple(each.text.plain for each in question.choices if each.is_right))


@right.register
def _(question: ShortAnswer) -> Reply:
    return Typed(next(each.text for each in question.forms if each.is_right))


@right.register
def _(question: Numeric) -> Reply:
    return Typed(next(each.text for each in question.ranges if each.is_right))


@right.register
def _(question: Matching) -> Reply:
    return Listed(tuple((each.left.plain, each.right.plain) for each in question.pairs))


@right.register
def _(question: Sorting) -> Reply:
    return Listed(
        tuple(
            (item.text.plain, each.name.plain)
            for each in question.categories
            for item in each.items
        )
    )


@right.register
def _(question: Ordering) -> Reply:
    return Ordered(tuple(each.text.plain for each in question.items))


@right.register
def _(question: Gaps) -> Reply:
    words = tuple(
        each.options[each.right] if isinstance(each, SelectGap) else each.variants[0]
        for each in question.gaps
    )
    return Filled(words, _lists(question))


@right.register
def _(question: SelfPositioning) -> Reply:
    return Placed(tuple((each.plain, question.scale[-1]) for each in question.statements))


@right.register
def _(question: Reflection) -> Reply:
    return Typed("Une réflexion de quelques mots.")


@singledispatch
def wrong(question: QuestionNode) -> Reply:
    """Give an answer that earns nothing; for what is never graded, any answer."""
    return right(question)


@wrong.register(SingleChoice)
@wrong.register(MultipleChoice)
@wrong.register(TrueFalse)
def _(question: Choices) -> Reply:
    return Ticks((next(each.text.plain for each in question.choices if not each.is_right),))


@wrong.register
def _(question: ShortAnswer) -> Reply:
    return Typed("tout autre chose")


@wrong.register
def _(question: Numeric) -> Reply:
    return Typed("-987654")


@wrong.register
def _(question: Matching) -> Reply:
    lefts = [each.left.plain for each in question.pairs]
    rights = [each.right.plain for each in question.pairs]
    return Listed(tuple(zip(lefts, [*rights[1:], rights[0]], strict=True)))


@wrong.register
def _(question: Sorting) -> Reply:
    names = [each.name.plain for each in question.categories]
    return Listed(
        tuple(
            (item.text.plain, names[(place + 1) % len(names)])
            for place, each in enumerate(question.categories)
            for item in each.items
        )
    )


@wrong.register
def _(question: Ordering) -> Reply:
    # The other way round, no step has its right neighbour; turned by one when that leaves the
    # middle one in its place.
    steps = [each.text.plain for each in question.items]
    if question.scoring.value != "voisins" and len(steps) % 2:
        return Ordered((*steps[1:], steps[0]))
    return Ordered(tuple(reversed(steps)))


@wrong.register
def _(question: Gaps) -> Reply:
    words = tuple(
        next(text for place, text in enumerate(each.options) if place != each.right)
        if isinstance(each, SelectGap)
        else "autrement"
        for each in question.gaps
    )
    return Filled(words, _lists(question))


def _lists(question: Gaps) -> tuple[bool, ...]:
    return tuple(isinstance(each, SelectGap) for each in question.gaps)


@singledispatch
def partial(question: QuestionNode) -> Reply | None:
    """Give an answer that earns a part of the points; None for kinds that know no part."""
    return None


@partial.register
def _(question: MultipleChoice) -> Reply:
    return Ticks((next(each.text.plain for each in question.choices if each.is_right),))


@partial.register
def _(question: ShortAnswer) -> Reply:
    return Typed(next(each.text for each in question.forms if 0 < each.share < 1))


@partial.register
def _(question: Numeric) -> Reply:
    return Typed(next(f"{each.low:g}" for each in question.ranges if 0 < each.share < 1))


@partial.register
def _(question: Matching) -> Reply:
    first = question.pairs[0].right.plain
    return Listed(tuple((each.left.plain, first) for each in question.pairs))


@partial.register
def _(question: Ordering) -> Reply:
    *steps, one, other = (each.text.plain for each in question.items)
    return Ordered((*steps, other, one))


@partial.register
def _(question: Gaps) -> Reply:
    good, bad = right(question), wrong(question)
    assert isinstance(good, Filled)
    assert isinstance(bad, Filled)
    return Filled((*good.words[:1], *bad.words[1:]), good.is_list)


@partial.register
def _(question: Sorting) -> Reply:
    first = question.categories[0].name.plain
    return Listed(
        tuple((item.text.plain, first) for each in question.categories for item in each.items)
    )
