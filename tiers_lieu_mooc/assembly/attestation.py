"""``AttestationDraft`` → ``AttestationRule``, with the defaults that depend on the course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tiers_lieu_mooc.assembly.making import Maker
from tiers_lieu_mooc.model.course import AttestationRule, Module
from tiers_lieu_mooc.model.quiz import SelfPositioning
from tiers_lieu_mooc.model.sheet import ProjectSheet
from tiers_lieu_mooc.parsing.drafts import AttestationDraft
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.rules import settings as rules

__all__ = ["make_attestation"]

_SECTIONS = 6
"""Sections of the project sheet that are to be begun. Source: course programme, § 11."""


def make_attestation(
    maker: Maker,
    draft: AttestationDraft | None,
    modules: tuple[Module, ...],
    sheet: ProjectSheet | None,
) -> AttestationRule | None:
    """Make the rule of a course; None when it states none."""
    if draft is None:
        return None
    asked = {each.full_name: each for each in _asked(modules)}
    values = {
        **draft.values,
        "sections": _sections(maker, draft, sheet),
        "self_positionings": tuple(_named(maker, draft.self_positionings, asked))
        if draft.self_positionings is not None
        else tuple(_compared(asked)),
    }
    return maker.make(AttestationRule, draft.at, values, draft.places)


def _asked(modules: tuple[Module, ...]) -> Iterator[SelfPositioning]:
    """Give the self-positionings of lessons: a quiz may not draw all of its own."""
    for module in modules:
        for lesson in module.lessons:
            for question in lesson.questions:
                if isinstance(question, SelfPositioning) and question.container == module.id:
                    yield question


def _named(
    maker: Maker, words: tuple[Word, ...], asked: Mapping[str, SelfPositioning]
) -> Iterator[str]:
    for word in words:
        if word.text in asked:
            yield word.text
            continue
        suggestion = did_you_mean(word.text, asked, in_brackets=True)
        rule = rules.UNKNOWN_SELF_POSITIONING
        maker.report.add(rule, word.at, name=word.text, suggestion=suggestion)


def _compared(asked: Mapping[str, SelfPositioning]) -> Iterator[str]:
    """Give those that are compared with an earlier one, and these, in course order."""
    wanted: set[str] = set()
    for question in asked.values():
        if question.compares is not None:
            wanted |= {question.id, question.compares}
    return (name for name, question in asked.items() if question.id in wanted)


def _sections(maker: Maker, draft: AttestationDraft, sheet: ProjectSheet | None) -> int:
    most = len(sheet.sections) if sheet else 0
    given = draft.values.get("sections")
    if not isinstance(given, int):
        return min(_SECTIONS, most)
    if given <= most:
        return given
    maker.report.add(
        rules.OUT_OF_RANGE,
        draft.places["sections"],
        key="rubriques",
        value=given,
        expected=f"au plus {most}, comme la fiche projet" if most else "0 sans fiche projet",
    )
    return most
