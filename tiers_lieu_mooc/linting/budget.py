"""The largest state that a learner can reach, against the room that an LMS gives.

The sizes are those of ``learner/js/state.js`` and of the ``pack`` functions of the question kinds;
a property test drives the scripts through random work and holds them under this bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch

from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import (
    Bank,
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

_ROW = 2
"""Rows are kept up to the 1,021st (state.js, MAX_ROW)."""

_MOST_ATTEMPTS = 1022
"""Of a quiz that its author does not limit (state.js, MAX_ATTEMPTS)."""

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
    banks = [module.bank for module in modules if module.bank is not None]
    attempts = {each.full_name: _attempts(bank) for bank in banks for each in bank.questions}
    return (
        _HEAD
        + _keys(lessons)
        + len(lessons)
        + _keys(list(questions))
        + sum(question_size(each, attempts.get(each.full_name, 0)) for each in questions.values())
        + _keys([numbers[bank.full_name] for bank in banks])
        + sum(COUNT + 2 * _attempts(bank) + COUNT for bank in banks)  # best, sent, attempt, seed
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


def _attempts(bank: Bank) -> int:
    """Characters of the number of an attempt, one more than it: −1 is written too."""
    return len_of_count((bank.attempts or _MOST_ATTEMPTS) + 1)


def question_size(question: QuestionNode, attempt: int = 1) -> int:
    """Count the characters of a question's record, its key left out.

    Args:
        question: of a lesson or a bank.
        attempt: characters of the attempt that an answer belongs to; in lessons there is none, and
            one that came from a quiz keeps a number that fits in as many.
    """
    answer = answer_size(question)
    best = COUNT if question.points else 1
    is_reported = not isinstance(question, Reflection) or question.is_sent
    row = _ROW if is_reported else 1
    tries, checked = 1, 1
    return tries + best + row + max(1, attempt) + COUNT + checked + len_of_count(answer) + answer


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
