"""Identifiers: lexical rule, unique in the course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorm_export.diagnostic import Position, Report
from tiers_lieu_mooc.assembly.references import inner_questions
from tiers_lieu_mooc.model.sheet import PREFIX
from tiers_lieu_mooc.parsing.drafts import CourseDraft
from tiers_lieu_mooc.parsing.identifiers import is_device, is_identifier
from tiers_lieu_mooc.parsing.question_drafts import QuestionDraft
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.words import slug
from tiers_lieu_mooc.rules import ids as rules

__all__ = ["all_questions", "check_identifiers"]

_PAGES = frozenset(
    (
        "a-propos",
        "accessibilite",
        "attestation",
        "contenu",
        "glossaire",
        "ma-fiche",
        "ma-fiche-une-page",
        "more-words",
        "plan",
        "recherche",
        "sources",
        "words",
    )
)
"""Addresses that the learner's page gives to its own parts; a module's is its identifier."""


def check_identifiers(draft: CourseDraft, report: Report) -> frozenset[str]:
    """Report identifiers that are unfit or taken.

    Returns:
        Full names of modules' lessons, modules and banks (``module``, ``module/lesson``) whose
        own name is unfit, so that they are left out.
    """
    unfit: set[str] = set()
    if not is_identifier(draft.id):
        at = Position(draft.at.path)
        report.add(rules.INVALID, at, name=draft.id, example=slug(draft.id) or "mon-cours")
    elif is_device(draft.id):
        _report_reserved(report, draft.id, draft.at)
    for module in draft.modules:
        if not is_identifier(module.id):
            _report_invalid(report, Word(module.id, Position(module.at.path)))
            unfit.add(module.id)
        elif module.id in _PAGES or module.id == PREFIX or is_device(module.id):
            _report_reserved(report, module.id, module.at)
            unfit.add(module.id)
        unfit.update(f"{module.id}/{name}" for name in _unfit_lessons(module.listed, report))
    unfit.update(_unfit_banks(draft, report))
    _check_unique(draft, report)
    return frozenset(unfit)


def _unfit_banks(draft: CourseDraft, report: Report) -> Iterator[str]:
    for bank in draft.banks:
        if not is_identifier(bank.id):
            _report_invalid(report, Word(bank.id, Position(bank.at.path)))
            yield bank.id
        elif bank.id == PREFIX or is_device(bank.id):
            _report_reserved(report, bank.id, bank.at)
            yield bank.id


def _unfit_lessons(words: Iterable[Word], report: Report) -> Iterator[str]:
    for word in words:
        if not is_identifier(word.text):
            _report_invalid(report, word)
            yield word.text
        elif word.text == "quiz" or is_device(word.text):
            example = "quiz-de-depart" if word.text == "quiz" else f"notre-{word.text}"
            report.add(rules.RESERVED, word.at, name=word.text, example=example)
            yield word.text


def _report_reserved(report: Report, name: str, at: Position) -> None:
    example = f"notre-{name.removeprefix('ma-')}"
    report.add(rules.RESERVED, Position(at.path), name=name, example=example)


def _report_invalid(report: Report, word: Word) -> None:
    report.add(rules.INVALID, word.at, name=word.text, example=slug(word.text) or "mon-nom")


def all_questions(draft: CourseDraft) -> Iterator[tuple[str, QuestionDraft]]:
    """Give every question with its container, in course order, then those of unused banks."""
    banks = {bank.id: bank for bank in draft.banks}
    for module in draft.modules:
        for lesson in module.lessons:
            yield from ((module.id, each) for each in inner_questions(lesson.blocks))
        bank = banks.pop(module.bank.text, None) if module.bank else None
        if bank is not None:
            yield from ((bank.id, each) for each in bank.questions)
    for bank in banks.values():
        yield from ((bank.id, each) for each in bank.questions)


def _check_unique(draft: CourseDraft, report: Report) -> None:
    lessons = {
        f"{module.id}/{lesson.id}": lesson for module in draft.modules for lesson in module.lessons
    }
    first: dict[str, Word] = {}
    for container, question in all_questions(draft):
        if question.id is None:
            continue
        word = question.id
        kept = first.setdefault(word.text, word)
        lesson = lessons.get(f"{container}/{word.text}")
        if kept is not word:
            place = {"path": kept.at.path, "line": kept.at.line}
            report.add(rules.DUPLICATE, word.at, name=word.text, **place)
        elif lesson is not None:
            report.add(rules.CLASH, word.at, name=word.text, path=lesson.at.path)
