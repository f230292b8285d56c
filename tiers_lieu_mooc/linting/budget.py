"""The largest state that a learner can reach, against the room that an LMS gives.

The sizes are those of ``learner/js/state.js`` and of the ``pack`` functions of the question kinds;
a property test drives the scripts through random work and holds them under this bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch

from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import (
    Gaps,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    QuestionNode,
    Reflection,
    SelfPositioning,
    ShortAnswer,
    SingleChoice,
    Sorting,
    TrueFalse,
    TypedGap,
)

COUNT = 3
"""Characters of a number up to 32,767: stamps, rows, indexes, seeds (state.js, MAX_COUNT)."""

_HEAD = 1 + 5 + 3 * COUNT
"""Version, revision (up to 33,554,431), seed, and the place's stamp and index."""

_QUESTION = 1 + COUNT + COUNT + 2 + COUNT + 1
"""Tries, best, row, epoch (attempts end at 1,022), stamp, checked."""

_QUIZ = COUNT + 2 + 2 + COUNT
"""Best, sent, attempt, seed."""

_SHEET = 1 + 13 * (1 + COUNT + 1)
"""Twelve sections at most, and the sheet as a whole: step, stamp, level."""

_TYPED = 48
_NUMBER = 24
_GAP = 33
_BITS = 6


def largest_state(modules: Sequence[Module], numbers: Mapping[str, int]) -> int:
    """Count the characters of the largest state that a package of these modules can reach."""
    lessons = [numbers[lesson.full_name] for module in modules for lesson in module.lessons]
    questions = {numbers[each.full_name]: each for each in recorded_questions(modules)}
    quizzes = [numbers[module.bank.full_name] for module in modules if module.bank is not None]
    return (
        _HEAD
        + _keys(lessons)
        + len(lessons)
        + _keys(list(questions))
        + sum(question_size(question) for question in questions.values())
        + _keys(quizzes)
        + len(quizzes) * _QUIZ
        + _SHEET
    )


def recorded_questions(modules: Sequence[Module]) -> Iterator[QuestionNode]:
    """Give every question whose answers the package records, quoted ones where their bank is."""
    banks = {module.bank.id: module.bank for module in modules if module.bank is not None}
    for module in modules:
        for lesson in module.lessons:
            yield from (each for each in lesson.questions if each.container == lesson.module)
    for bank in banks.values():
        yield from bank.questions


def question_size(question: QuestionNode) -> int:
    """Count the characters of a question's record, its key left out."""
    answer = answer_size(question)
    return _QUESTION + len_of_count(answer) + answer


def len_of_count(count: int) -> int:
    """Count the characters that a number takes: five bits each."""
    return max(1, -(-count.bit_length() // 5))


def _keys(indexes: list[int]) -> int:
    """Count the characters of the number of records and of the steps between their indexes.

    Any subset may be recorded; leaving one out never makes the rest longer than it was itself,
    since a step is written in at most as many characters as the two steps that it replaces.
    """
    size = len_of_count(len(indexes))
    following = 0
    for index in sorted(indexes):
        size += len_of_count(index - following)
        following = index + 1
    return size


@singledispatch
def answer_size(question: QuestionNode) -> int:
    """Count the characters of the longest answer, as the kind's ``pack`` writes it."""
    raise TypeError(f"no size known for an answer to a {type(question).__name__}")


@answer_size.register(SingleChoice)
@answer_size.register(MultipleChoice)
@answer_size.register(TrueFalse)
def _(question: SingleChoice | MultipleChoice | TrueFalse) -> int:
    return -(-len(question.choices) // _BITS)


@answer_size.register
def _(question: ShortAnswer) -> int:
    return _TYPED


@answer_size.register
def _(question: Numeric) -> int:
    return _NUMBER


@answer_size.register
def _(question: Matching) -> int:
    return len(question.pairs)


@answer_size.register
def _(question: Ordering) -> int:
    return len(question.items)


@answer_size.register
def _(question: Gaps) -> int:
    return sum(_GAP if isinstance(gap, TypedGap) else 1 for gap in question.gaps)


@answer_size.register
def _(question: Sorting) -> int:
    return sum(len(category.items) for category in question.categories)


@answer_size.register
def _(question: SelfPositioning) -> int:
    return len(question.statements)


@answer_size.register
def _(question: Reflection) -> int:
    return 0  # open texts stay on the learner's device
