"""Plain language: sentences and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tiers_lieu_mooc.linting.passages import Passage, Shape
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import LessonSurvey, Piece, Survey
from tiers_lieu_mooc.linting.template import count_words
from tiers_lieu_mooc.model.content import AsideName, Recording
from tiers_lieu_mooc.rules import pedagogy as rules

SENTENCE_WORDS = 25
"""Most words of a sentence before advice; the course programme (§ 10) aims at 20."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[ \u00a0»)]*[ \n]+(?=[«(]?[ \u00a0]?[A-ZÀ-ÖØ-Þ0-9])")
_ACRONYM = re.compile(r"(?<![\w’'-])[A-Z][A-Z0-9]{1,7}(?![\w-])")
_BESIDE = re.compile(
    r"\(([A-Z][A-Z0-9]{1,7})\b|(?<![A-Z0-9])([A-Z][A-Z0-9]{1,7})(?=[ \u00a0]\([^\W\d_])"
)
"""An acronym in parentheses, or before some."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_EVERYDAY = _ACRONYM.findall(
    "BD CD CV DVD FM GPS HLM HTML ISBN MP3 OK PDF QR RER SMS SNCF SOS SOURCER TGV TV TVA URL USB WC"
)
"""Acronyms that need no explanation, and the word of the mark « À SOURCER »."""
_NOT_READ = frozenset((AsideName.RESOURCES,))


def lint_wording(survey: Survey, found: Findings) -> None:
    """Advise on long sentences and on acronyms that are never spelt out."""
    known = frozenset(_EVERYDAY).union(*(_acronyms(each.name) for each in survey.course.partners))
    for lesson in survey.lessons:
        pieces = _written(lesson)
        _check_sentences(pieces, found)
        read = [piece for piece in pieces if not piece.is_among(_NOT_READ)]
        _check_acronyms(lesson, read, known, found)


def sentences_of(lesson: LessonSurvey) -> Iterator[str]:
    """Give the sentences of paragraphs and lists in order, transcripts left out."""
    for piece in _written(lesson):
        for _, sentence in sentences_in(piece):
            yield sentence


def _written(lesson: LessonSurvey) -> list[Piece]:
    return [piece for piece in lesson.pieces if not piece.is_within(Recording)]


def sentences_in(piece: Piece) -> Iterator[tuple[Passage, str]]:
    """Give the sentences of one text, each with the paragraph or item that it stands in."""
    for passage in piece.passages:
        if passage.shape in {Shape.PARAGRAPH, Shape.ITEM}:
            for sentence in _SENTENCE_END.split(passage.text):
                yield passage, sentence


def _check_sentences(pieces: Iterable[Piece], found: Findings) -> None:
    for piece in pieces:
        for passage, sentence in sentences_in(piece):
            _check_sentence(sentence, piece, passage, found)


def _check_sentence(sentence: str, piece: Piece, passage: Passage, found: Findings) -> None:
    count = count_words(sentence)
    if count > SENTENCE_WORDS:
        opening = " ".join(sentence.split()[:3])
        found.add_in(rules.LONG_SENTENCE, piece, passage, opening, count=count)


def _check_acronyms(
    lesson: LessonSurvey, pieces: Iterable[Piece], known: frozenset[str], found: Findings
) -> None:
    explained = set(known)
    for piece in lesson.pieces:
        for passage in piece.passages:
            explained |= _explained(passage)
    for piece in pieces:
        for passage in piece.passages:
            for acronym in sorted(_acronyms(passage.text) - explained):
                found.add_in(rules.ACRONYM_UNEXPLAINED, piece, passage, acronym, acronym=acronym)
                explained.add(acronym)


def _acronyms(text: str) -> frozenset[str]:
    found = (match[0] for match in _ACRONYM.finditer(text))
    return frozenset(each for each in found if not _ROMAN.fullmatch(each))


def _explained(passage: Passage) -> set[str]:
    """Give the acronyms beside a name in parentheses, or linked to the glossary."""
    linked = {acronym for term in passage.terms for acronym in _acronyms(term)}
    if "(" not in passage.text:
        return linked
    beside = {inside or outside for inside, outside in _BESIDE.findall(passage.text)}
    return linked | (beside & _acronyms(passage.text))
