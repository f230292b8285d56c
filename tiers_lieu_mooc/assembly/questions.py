"""``QuestionDraft`` → the model's question kinds; ``BankDraft`` → ``Bank``."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from tiers_lieu_mooc.assembly.making import Maker
from tiers_lieu_mooc.model import quiz
from tiers_lieu_mooc.parsing.drafts import BankDraft, DrawDraft
from tiers_lieu_mooc.parsing.question_drafts import (
    CategoriesBody,
    ChoicesBody,
    EssayBody,
    FormsBody,
    GapDraft,
    GapsBody,
    ItemDraft,
    Matching,
    PairsBody,
    QuestionDraft,
    RangesBody,
    ScaleBody,
    StepsBody,
)
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["make_bank", "make_question"]

_CHOICE_KINDS: Mapping[str, type[quiz.SingleChoice | quiz.MultipleChoice | quiz.TrueFalse]] = {
    "qcu": quiz.SingleChoice,
    "qcm": quiz.MultipleChoice,
    "vrai-faux": quiz.TrueFalse,
}


def make_question(maker: Maker, draft: QuestionDraft, container: str) -> quiz.Question | None:
    """Make a question; None when its identifier or its answers could not be read."""
    if draft.id is None or draft.body is None:
        return None
    common: dict[str, object] = {
        "id": draft.id.text,
        "container": container,
        "title": draft.title,
        "stem": draft.stem,
        "objectives": tuple(word.text for word in draft.objectives),
        "lessons": tuple(dict.fromkeys(each.target for each in draft.lessons)),
        "hints": draft.hints,
        "if_right": draft.if_right,
        "if_partial": draft.if_partial,
        "if_wrong": draft.if_wrong,
        "explanation": draft.explanation,
        **draft.values,
    }
    model, own = _own_part(draft.body, draft)
    return maker.make(model, draft.at, common | own, draft.option_places)


Part = tuple[type[quiz.Question], dict[str, object]]
"""The model of a kind, and the values that only this kind has."""


@functools.singledispatch
def _own_part(body: object, draft: QuestionDraft) -> Part:
    raise TypeError(f"no question is made of {body!r} ({draft.kind})")


@_own_part.register
def _choices(body: ChoicesBody, draft: QuestionDraft) -> Part:
    choices = tuple(
        quiz.Choice(
            at=each.at,
            text=each.text,
            is_right=each.is_right,
            share=each.share,
            feedback=each.feedback,
            is_fixed=each.is_fixed,
        )
        for each in body.choices
    )
    return _CHOICE_KINDS[draft.kind], {"choices": choices}


@_own_part.register
def _forms(body: FormsBody, draft: QuestionDraft) -> Part:
    forms = tuple(
        quiz.TextForm(
            at=each.at,
            text=each.text,
            is_right=each.is_right,
            share=each.share,
            feedback=each.feedback,
        )
        for each in body.forms
    )
    return quiz.ShortAnswer, {"forms": forms, "matching": _matching(draft, body.matching)}


@_own_part.register
def _ranges(body: RangesBody, draft: QuestionDraft) -> Part:
    ranges = tuple(
        quiz.NumberRange(
            at=each.at,
            low=each.low,
            high=each.high,
            text=each.text,
            is_right=each.is_right,
            share=each.share,
            feedback=each.feedback,
        )
        for each in body.ranges
    )
    return quiz.Numeric, {"ranges": ranges, "unit": body.unit}


@_own_part.register
def _pairs(body: PairsBody, draft: QuestionDraft) -> Part:
    pairs = tuple(
        quiz.Pair(at=each.at, left=each.left, right=each.right, feedback=each.feedback)
        for each in body.pairs
    )
    return quiz.Matching, {"pairs": pairs, "decoys": body.decoys}


@_own_part.register
def _steps(body: StepsBody, draft: QuestionDraft) -> Part:
    return quiz.Ordering, {"items": _items(body.items)}


@_own_part.register
def _categories(body: CategoriesBody, draft: QuestionDraft) -> Part:
    categories = tuple(
        quiz.Category(at=each.at, name=each.name, items=_items(each.items))
        for each in body.categories
    )
    return quiz.Sorting, {"categories": categories}


@_own_part.register
def _gaps(body: GapsBody, draft: QuestionDraft) -> Part:
    gaps = tuple(_gap(each) for each in body.gaps)
    matching = _matching(draft, body.matching)
    return quiz.Gaps, {"text": body.text, "gaps": gaps, "matching": matching}


@_own_part.register
def _scale(body: ScaleBody, draft: QuestionDraft) -> Part:
    compares = body.compares.text if body.compares else None
    values: dict[str, object] = {"scale": body.scale, "statements": body.statements}
    return quiz.SelfPositioning, values | {"compares": compares}


@_own_part.register
def _essay(body: EssayBody, draft: QuestionDraft) -> Part:
    values: dict[str, object] = {
        "min_words": body.min_words,
        "max_words": body.max_words,
        "is_sent": body.is_sent,
    }
    return quiz.Reflection, values


def _items(items: tuple[ItemDraft, ...]) -> tuple[quiz.OrderItem, ...]:
    return tuple(
        quiz.OrderItem(at=each.at, text=each.text, feedback=each.feedback) for each in items
    )


def _matching(draft: QuestionDraft, matching: Matching) -> quiz.TextMatching:
    return quiz.TextMatching(
        at=draft.at,
        is_case_strict=matching.is_case_strict,
        is_accent_strict=matching.is_accent_strict,
        are_articles_strict=matching.are_articles_strict,
        typos=matching.typos,
    )


def _gap(draft: GapDraft) -> quiz.Gap:
    if draft.right is None:
        return quiz.TypedGap(at=draft.at, variants=draft.texts)
    return quiz.SelectGap(at=draft.at, options=draft.texts, right=draft.right)


def make_bank(maker: Maker, draft: BankDraft, pass_mark: float | None) -> quiz.Bank | None:
    """Make a bank; ``pass_mark`` is the module's, which wins over the bank's own."""
    made = (make_question(maker, each, draft.id) for each in draft.questions)
    questions = tuple(each for each in made if each is not None)
    draws = tuple(draw for each in draft.draws if (draw := _draw(maker, each, draft)) is not None)
    values: dict[str, object] = {
        "id": draft.id,
        "title": draft.title,
        "introduction": draft.introduction,
        "questions": questions,
        "draws": draws,
        **draft.values,
    }
    if pass_mark is not None:
        values["pass_mark"] = pass_mark
    return maker.make(quiz.Bank, draft.at, values, draft.places)


def _draw(maker: Maker, draft: DrawDraft, bank: BankDraft) -> quiz.Draw | None:
    available = sum(
        draft.tag is None or draft.tag in _tags(question) for question in bank.questions
    )
    if draft.count > available:
        tag = "" if draft.tag is None else f" d’étiquette « {draft.tag} »"
        wanted = f"{draft.count} question{'s' * (draft.count > 1)}"
        maker.report.add(rules.DRAW_TOO_LARGE, draft.at, wanted=wanted, tag=tag, count=available)
    return maker.make(quiz.Draw, draft.at, {"tag": draft.tag, "count": draft.count})


def _tags(question: QuestionDraft) -> tuple[str, ...]:
    tags = question.values.get("tags")
    return tags if isinstance(tags, tuple) else ()
