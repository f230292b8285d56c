"""Checks that everything a text points at exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorm_export.diagnostic import Report, Rule
from tiers_lieu_mooc.parsing.drafts import (
    AsideDraft,
    BlockDraft,
    CourseDraft,
    FicheDraft,
    ModuleDraft,
    QuestionBlockDraft,
    RecordingDraft,
    WebinarDraft,
)
from tiers_lieu_mooc.parsing.question_drafts import QuestionDraft
from tiers_lieu_mooc.parsing.references import Reference, ReferenceKind, Word
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.reading import PICTURES
from tiers_lieu_mooc.rules import media as media_rules
from tiers_lieu_mooc.rules import quiz as quiz_rules
from tiers_lieu_mooc.rules import settings as settings_rules
from tiers_lieu_mooc.rules import text as text_rules

__all__ = ["all_references", "check_references", "inner_questions"]

_RULES: dict[ReferenceKind, Rule] = {
    ReferenceKind.LESSON: text_rules.UNKNOWN_LESSON,
    ReferenceKind.TERM: text_rules.UNKNOWN_TERM,
    ReferenceKind.FACT: text_rules.UNKNOWN_FACT,
}


def all_references(draft: CourseDraft) -> Iterator[Reference]:
    """Give every reference of the course, banks included."""
    yield from draft.references
    for module in draft.modules:
        for lesson in module.lessons:
            yield from lesson.references
    for bank in draft.banks:
        yield from bank.references


def check_references(draft: CourseDraft, report: Report) -> None:
    """Report what is pointed at and does not exist."""
    _check_targets(draft, report)
    banks = {bank.id: bank for bank in draft.banks}
    known = _known(draft)[ReferenceKind.LESSON]
    for module in draft.modules:
        for lesson in module.lessons:
            _check_objectives(module, lesson.objectives, report)
            for question in inner_questions(lesson.blocks):
                _check_objectives(module, question.objectives, report)
                _check_lessons(question, known, report)
        bank = banks.get(module.bank.text) if module.bank else None
        for question in bank.questions if bank else ():
            _check_objectives(module, question.objectives, report)
            _check_lessons(question, known, report)


def _check_targets(draft: CourseDraft, report: Report) -> None:
    known = _known(draft)
    for reference in all_references(draft):
        names = known.get(reference.kind, known[ReferenceKind.FILE])
        if reference.target not in names:
            rule = _RULES.get(reference.kind, media_rules.MISSING)
            near: Iterable[str] = names
            if reference.kind is ReferenceKind.TERM:
                near = _term_names(draft)
            elif names is known[ReferenceKind.FILE]:
                near = [name for name in names if _is_like(name, reference.target)]
            suggestion = did_you_mean(reference.target, near, in_brackets=True)
            report.add(rule, reference.at, name=reference.shown, suggestion=suggestion)


def _is_like(name: str, other: str) -> bool:
    """Tell whether two files can stand in the same place: two pictures, two documents…"""
    ends = [name[name.rfind(".") :].lower(), other[other.rfind(".") :].lower()]
    return ends[0] == ends[1] or all(end in PICTURES for end in ends)


def _known(draft: CourseDraft) -> dict[ReferenceKind, frozenset[str]]:
    lessons = (f"{module.id}/{word.text}" for module in draft.modules for word in module.listed)
    return {
        ReferenceKind.LESSON: frozenset(lessons),
        ReferenceKind.TERM: frozenset(term.id for term in draft.terms),
        ReferenceKind.FACT: frozenset(fact.code for fact in draft.facts),
        ReferenceKind.FILE: frozenset(draft.tree.media),
    }


def _term_names(draft: CourseDraft) -> tuple[str, ...]:
    return tuple(name for term in draft.terms for name in (term.name, *term.variants))


def inner_questions(blocks: tuple[BlockDraft, ...]) -> Iterator[QuestionDraft]:
    """Give the questions written in a lesson, in reading order."""
    for block in blocks:
        if isinstance(block, QuestionBlockDraft):
            yield block.question
        elif isinstance(block, AsideDraft | FicheDraft | WebinarDraft):
            yield from inner_questions(block.blocks)
        elif isinstance(block, RecordingDraft):
            yield from inner_questions(block.transcript)


def _check_objectives(module: ModuleDraft, words: tuple[Word, ...], report: Report) -> None:
    if not module.is_whole:
        return  # what it declares is not known, and a finding says why
    declared = [objective.id for objective in module.objectives]
    for word in words:
        if word.text not in declared:
            report.add(
                settings_rules.UNKNOWN_OBJECTIVE,
                word.at,
                name=word.text,
                module=module.id,
                suggestion=did_you_mean(word.text, declared, in_brackets=True),
            )


def _check_lessons(question: QuestionDraft, known: frozenset[str], report: Report) -> None:
    for lesson in question.lessons:
        if lesson.target not in known:
            suggestion = did_you_mean(lesson.target, sorted(known), in_brackets=True)
            rule = quiz_rules.UNKNOWN_LESSON
            report.add(rule, lesson.at, name=lesson.shown, suggestion=suggestion)
