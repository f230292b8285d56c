"""What the page tells its script of a question: the typedef ``Key`` of ``learner/js/kind.js``."""

from __future__ import annotations

from functools import singledispatch
from typing import TypedDict

from tiers_lieu_mooc.model.quiz import (
    Choice,
    Gap,
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
    TextForm,
    TextMatching,
    TrueFalse,
    TypedGap,
)


class Key(TypedDict, total=False):
    """The fields of ``data-key``; those that a kind does not use are left out."""

    id: str
    index: int
    points: float
    tries: int
    penalty: float
    scoring: str
    shuffled: bool
    objectives: list[str]
    title: str
    choices: list[dict[str, object]]
    agree: int
    forms: list[dict[str, object]]
    matching: dict[str, object]
    ranges: list[dict[str, object]]
    unit: str
    rows: list[int]
    items: int
    options: int
    gaps: list[dict[str, object]]
    sent: bool


def key_of(question: QuestionNode, index: int, objectives: tuple[str, ...]) -> Key:
    """Describe a question to the script.

    Args:
        question: any of the eleven kinds.
        index: its permanent number.
        objectives: identifiers under which the package reports the question's objectives.
    """
    common = Key(
        id=reported_id(question),
        index=index,
        points=question.points,
        tries=question.tries or 0,
        penalty=question.penalty,
        scoring=question.scoring.value,
        shuffled=question.is_shuffled,
        objectives=list(objectives),
        title=question.title,
    )
    return common | _own(question)


def reported_id(question: QuestionNode, part: int = 0) -> str:
    """Give the interaction identifier of a question, or of one of its parts, from 1 on.

    The same as ``learner/js/reporting.js`` makes: letters, digits, ``_`` and ``.`` only, since
    Moodle takes nothing else in 2004, and never near the 255 characters at which recorders cut.
    """
    name = question.id.replace("-", "_")
    return f"{name}.{part}" if part else name


def right_options(question: Matching) -> tuple[list[str], list[int]]:
    """Give the distinct right-hand sides, pairs before decoys, and each row's right one."""
    texts = [pair.right.plain for pair in question.pairs]
    options = list(dict.fromkeys([*texts, *(decoy.plain for decoy in question.decoys)]))
    return options, [options.index(text) for text in texts]


def shares_of(question: SingleChoice | MultipleChoice | TrueFalse) -> list[float]:
    """Give each choice's share of the points.

    A single choice is worth all or nothing unless the author says so. Among several, the right
    ones share what the author left of 100 %, and each wrong one takes off one part of as many as
    there are wrong ones, so that ticking everything is worth exactly nothing (UX §1.4).
    """
    if not isinstance(question, MultipleChoice):
        return [_given(choice, 1.0 if choice.is_right else 0.0) for choice in question.choices]
    right = [choice for choice in question.choices if choice.is_right]
    given = sum(choice.share for choice in right if choice.share is not None)
    silent = sum(choice.share is None for choice in right)
    wrong = len(question.choices) - len(right)
    per_right = max(0.0, 1 - given) / silent if silent else 0.0
    per_wrong = -1 / wrong if wrong else 0.0
    return [_given(each, per_right if each.is_right else per_wrong) for each in question.choices]


def _given(choice: Choice, default: float) -> float:
    return default if choice.share is None else choice.share


@singledispatch
def _own(question: QuestionNode) -> Key:
    raise TypeError(f"no key for a question of type {type(question).__name__}")


@_own.register(SingleChoice)
@_own.register(MultipleChoice)
def _(question: SingleChoice | MultipleChoice) -> Key:
    return Key(choices=_choices(question))


@_own.register
def _(question: TrueFalse) -> Key:
    choices = _choices(question)
    return Key(choices=choices, agree=1) if question.agree else Key(choices=choices)


def _choices(question: SingleChoice | MultipleChoice | TrueFalse) -> list[dict[str, object]]:
    choices = zip(question.choices, shares_of(question), strict=True)
    return [{"share": share, "right": each.is_right} for each, share in choices]


@_own.register
def _(question: ShortAnswer) -> Key:
    return Key(
        forms=[_form(form) for form in question.forms], matching=_matching(question.matching)
    )


def _form(form: TextForm) -> dict[str, object]:
    return {"text": form.text, "share": form.share, "right": form.is_right}


def _matching(matching: TextMatching) -> dict[str, object]:
    """Name only what differs from the forgiving default: most questions send nothing."""
    named = {
        "isCaseStrict": matching.is_case_strict,
        "isAccentStrict": matching.is_accent_strict,
        "areArticlesStrict": matching.are_articles_strict,
        "typos": matching.typos,
    }
    return {name: value for name, value in named.items() if value}


@_own.register
def _(question: Numeric) -> Key:
    ranges: list[dict[str, object]] = [
        {"low": each.low, "high": each.high, "share": each.share, "right": each.is_right}
        for each in question.ranges
    ]
    return Key(ranges=ranges, unit=question.unit)


@_own.register
def _(question: Matching) -> Key:
    options, rows = right_options(question)
    return Key(rows=rows, options=len(options))


@_own.register
def _(question: Ordering) -> Key:
    return Key(items=len(question.items))


@_own.register
def _(question: Gaps) -> Key:
    return Key(gaps=[_gap(gap) for gap in question.gaps], matching=_matching(question.matching))


def _gap(gap: Gap) -> dict[str, object]:
    return {"variants": list(gap.variants)} if isinstance(gap, TypedGap) else {"right": gap.right}


@_own.register
def _(question: Sorting) -> Key:
    rows = [place for place, each in enumerate(question.categories) for _ in each.items]
    return Key(rows=rows, options=len(question.categories))


@_own.register
def _(question: SelfPositioning) -> Key:
    return Key(items=len(question.statements), options=len(question.scale))


@_own.register
def _(question: Reflection) -> Key:
    return Key(sent=question.is_sent)
