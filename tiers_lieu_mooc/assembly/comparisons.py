"""Checks that a self-positioning compares itself with one that asks the same."""

from __future__ import annotations

from collections.abc import Iterator

from scorm_export.diagnostic import Report
from tiers_lieu_mooc.assembly.identifiers import all_questions
from tiers_lieu_mooc.parsing.drafts import CourseDraft
from tiers_lieu_mooc.parsing.question_drafts import ScaleBody
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.rules import comparison as rules

__all__ = ["check_comparisons"]


def check_comparisons(draft: CourseDraft, report: Report) -> None:
    """Report comparisons with what is not there, comes later, or asks something else."""
    earlier: dict[str, ScaleBody | None] = {}
    for _, question in all_questions(draft):
        if question.kind != "positionnement":
            continue
        body = question.body if isinstance(question.body, ScaleBody) else None
        if body is not None and body.compares is not None:
            _check(body, body.compares, earlier, report)
        if question.id is not None:
            earlier.setdefault(question.id.text, body)


def _check(
    body: ScaleBody, name: Word, earlier: dict[str, ScaleBody | None], report: Report
) -> None:
    if name.text not in earlier:
        suggestion = did_you_mean(name.text, earlier, in_brackets=True)
        report.add(rules.UNKNOWN_COMPARISON, name.at, name=name.text, suggestion=suggestion)
        return
    other = earlier[name.text]
    if other is None:
        return
    here, there = (_size(len(each.statements), len(each.scale)) for each in (body, other))
    if here != there:
        report.add(rules.COMPARISON_DIFFERS, name.at, count=here, name=name.text, other=there)
        return
    for text, before in _reworded(body, other):
        report.add(rules.COMPARISON_REWORDED, name.at, text=text, name=name.text, other=before)


def _size(statements: int, degrees: int) -> str:
    return f"{statements} phrase{'s' * (statements > 1)} et {degrees} degrés"


def _reworded(body: ScaleBody, other: ScaleBody) -> Iterator[tuple[str, str]]:
    """Give what is said otherwise than before, with what was said then."""
    texts = [*(each.plain for each in body.statements), *body.scale]
    befores = [*(each.plain for each in other.statements), *other.scale]
    return ((one, two) for one, two in zip(texts, befores, strict=True) if one != two)
