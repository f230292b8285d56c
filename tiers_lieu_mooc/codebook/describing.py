"""Questions → the interactions that they report and the codes of their answers.

What is said here in words is done by ``report`` of each kind in ``learner/js/question/``; a test
compares both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import NamedTuple

from markupsafe import Markup

from tiers_lieu_mooc.codebook.entries import Code, Role
from tiers_lieu_mooc.model.node import Rich
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
from tiers_lieu_mooc.rendering.corrections import solution_of
from tiers_lieu_mooc.rendering.keys import right_options

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SOURCES = "123456789abcdefghijklmnopqrstuvwxyz0"
"""Names of options and of rows; the same constants as in ``learner/js/kind.js``."""

_NO_WORDS = "(image)"


class Reported(NamedTuple):
    """One interaction of a question; ``number`` is its part from 1 on, 0 when there is one only."""

    codes: tuple[Code, ...]
    right: str = ""
    right_words: str = ""
    number: int = 0
    part: str = ""


@singledispatch
def reported(question: QuestionNode) -> Iterator[Reported]:
    """Give what a question reports, nothing for a text that stays with the learner."""
    raise TypeError(f"no interaction for a question of type {type(question).__name__}")


@reported.register(SingleChoice)
@reported.register(MultipleChoice)
def _(question: SingleChoice | MultipleChoice) -> Iterator[Reported]:
    pairs = list(zip(LETTERS, question.choices, strict=False))
    codes = tuple(
        Code(Role.ANSWER, letter, words(each.text), each.is_right) for letter, each in pairs
    )
    right = ",".join(letter for letter, each in pairs if each.is_right)
    yield Reported(codes, right, _solution(question))


@reported.register(TrueFalse)
def _(question: TrueFalse) -> Iterator[Reported]:
    codes = tuple(
        Code(Role.ANSWER, letter, words(each.text), each.is_right)
        for letter, each in zip("ft" if question.agree else "tf", question.choices, strict=True)
    )
    yield Reported(codes, next(each.code for each in codes if each.is_right), _solution(question))


@reported.register(ShortAnswer)
def _(question: ShortAnswer) -> Iterator[Reported]:
    codes = tuple(Code(Role.FORM, "", each.text, each.is_right) for each in question.forms)
    yield Reported(codes, "", _solution(question))


@reported.register(Numeric)
def _(question: Numeric) -> Iterator[Reported]:
    unit = f" {question.unit}" if question.unit else ""
    codes = tuple(Code(Role.FORM, "", each.text + unit, each.is_right) for each in question.ranges)
    yield Reported(codes, "", _solution(question))


@reported.register(Matching)
def _(question: Matching) -> Iterator[Reported]:
    options, right = right_options(question)
    yield _rows([words(pair.left) for pair in question.pairs], options, right, question)


@reported.register(Sorting)
def _(question: Sorting) -> Iterator[Reported]:
    rows = [words(item.text) for each in question.categories for item in each.items]
    options = [words(each.name) for each in question.categories]
    right = [place for place, each in enumerate(question.categories) for _ in each.items]
    yield _rows(rows, options, right, question)


def _rows(
    rows: Sequence[str], options: Sequence[str], right: Sequence[int], question: QuestionNode
) -> Reported:
    codes = (
        *(Code(Role.ROW, code, text) for code, text in zip(SOURCES, rows, strict=False)),
        *(Code(Role.OPTION, code, text) for code, text in zip(LETTERS, options, strict=False)),
    )
    pairs = (f"{SOURCES[row]}.{LETTERS[option]}" for row, option in enumerate(right))
    return Reported(codes, ",".join(pairs), _solution(question))


@reported.register(Ordering)
def _(question: Ordering) -> Iterator[Reported]:
    codes = tuple(
        Code(Role.STEP, letter, words(each.text))
        for letter, each in zip(LETTERS, question.items, strict=False)
    )
    yield Reported(codes, ",".join(each.code for each in codes), _solution(question))


@reported.register(Gaps)
def _(question: Gaps) -> Iterator[Reported]:
    for number, gap in enumerate(question.gaps, start=1):
        part = f"trou {number}"
        if isinstance(gap, SelectGap):
            codes = tuple(
                Code(Role.ANSWER, letter, text, place == gap.right)
                for place, (letter, text) in enumerate(zip(LETTERS, gap.options, strict=False))
            )
            yield Reported(codes, LETTERS[gap.right], gap.options[gap.right], number, part)
        else:
            codes = tuple(Code(Role.FORM, "", text, is_right=True) for text in gap.variants)
            yield Reported(codes, "", gap.variants[0], number, part)


@reported.register(SelfPositioning)
def _(question: SelfPositioning) -> Iterator[Reported]:
    codes = tuple(
        Code(Role.DEGREE, _base36(degree), label) for degree, label in enumerate(question.scale, 1)
    )
    for number, statement in enumerate(question.statements, start=1):
        yield Reported(codes, number=number, part=words(statement))


@reported.register(Reflection)
def _(question: Reflection) -> Iterator[Reported]:
    if question.is_sent:
        yield Reported((Code(Role.OPEN, "", "le texte de la personne"),))


def asked(question: QuestionNode) -> str:
    """Give the words of a question; of a text with gaps, where each gap stands: ``[1]``, which no
    line breaks in two.
    """
    stem = question.stem.plain
    if isinstance(question, Gaps):
        html = str(question.text.html)
        for place in range(len(question.gaps)):
            html = html.replace(f'<span data-gap="{place}"></span>', f"[{place + 1}]")
        stem = f"{stem} {_stripped(Markup(html))}".strip()  # noqa: S704 -- only to take its marks off
    return stem or question.title


def words(rich: Rich) -> str:
    """Give the words of a piece of text; what is only a picture says so."""
    return rich.plain or _NO_WORDS


def _solution(question: QuestionNode) -> str:
    found = solution_of(question)
    return "" if found is None else " ; ".join(_stripped(each) for each in found.items)


def _stripped(html: Markup) -> str:
    """Take marks off; no-break spaces stay, which ``striptags`` folds when they are no entities."""
    kept = str(html).replace("\u00a0", "&nbsp;").replace("\u202f", "&#8239;")
    return Markup(kept).striptags() or _NO_WORDS  # noqa: S704 -- only to take its marks off


def _base36(number: int) -> str:
    """Write a small number as the 1.2 recorder does: 10 is « a »."""
    return str(number) if number < 10 else LETTERS[number - 10]
