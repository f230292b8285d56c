"""Headings, links, alternatives, tables, languages."""

from __future__ import annotations

import re

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.passages import Link, Passage, Shape, folded
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import LessonSurvey, Piece, Survey
from tiers_lieu_mooc.model.content import Figure
from tiers_lieu_mooc.rules import access

ALTERNATIVE_LIMIT = 150
"""Characters of an alternative; ours, RGAA test 1.3.9 only says « courte et concise »."""

_VAGUE = frozenset(
    (
        "cliquer",
        "cliquer ici",
        "cliquez",
        "cliquez ici",
        "en savoir plus",
        "ici",
        "ce lien",
        "cette page",
        "ce site",
        "le lien",
        "le site",
        "la page",
        "la suite",
        "lien",
        "lire",
        "lire la suite",
        "lire plus",
        "plus",
        "plus d'informations",
        "plus d'infos",
        "savoir plus",
        "site",
        "suite",
        "suivez ce lien",
        "telecharger",
        "voir",
        "voir ici",
        "voir plus",
    )
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"[\w .()-]+\.(?:avif|gif|jpe?g|png|svg|webp)|(?:dsc|img|pict|photo|capture)[ _-]?\d+",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:une |l[’']|la |le )?"
    r"(?:image|photo|photographie|illustration|dessin|figure|capture d[’']écran)"
    r"\s+(?:de|du|des|d[’']|montrant|représentant|présentant)\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ENGLISH = re.compile(
    r"\b(?:and|from|great|how|of|our|people|the|third|to|what|with|your)\b", re.IGNORECASE
)
_DOTS = "·‧•"
_MIDDLE_DOT = re.compile(rf"(?<!\w)\w+[{_DOTS}]\w+(?:[{_DOTS}]\w+)*")


def lint_accessibility(survey: Survey, found: Findings) -> None:
    """Look for what keeps some people from reading the course."""
    _check_language(survey.course.language, survey.course.at, found)
    for lesson in survey.lessons:
        _check_headings(lesson, found)
        _check_ambiguous_links(lesson, found)
        _check_figures(lesson, found)
    for piece in survey.pieces:
        for passage in piece.passages:
            _check_passage(piece, passage, found)


def _check_headings(lesson: LessonSurvey, found: Findings) -> None:
    above = 1
    for piece in lesson.pieces:
        for passage in piece.passages:
            if passage.shape is not Shape.HEADING:
                continue
            if passage.level > above + 1:
                found.add_in(
                    access.HEADING_SKIPPED,
                    piece,
                    passage,
                    passage.text,
                    title=passage.text,
                    level=passage.level,
                    expected=above + 1,
                    marks="#" * (above + 1),
                )
            above = passage.level


def _check_ambiguous_links(lesson: LessonSurvey, found: Findings) -> None:
    targets: dict[str, str] = {}
    for piece in lesson.pieces:
        for passage in piece.passages:
            for link in passage.links:
                other = targets.setdefault(folded(link.text), link.target)
                if other != link.target and not _is_bad_text(link):
                    found.add_in(
                        access.LINK_AMBIGUOUS,
                        piece,
                        passage,
                        link.text,
                        text=link.text,
                        target=link.target,
                        other=other,
                    )


def _check_figures(lesson: LessonSurvey, found: Findings) -> None:
    for block in lesson.blocks:
        if isinstance(block, Figure):
            _check_alternative(block.alternative, block.at, found)


def _check_passage(piece: Piece, passage: Passage, found: Findings) -> None:
    for link in passage.links:
        if _is_address(link):
            found.add_in(access.LINK_ADDRESS, piece, passage, link.text)
        elif folded(link.text) in _VAGUE:
            found.add_in(access.LINK_VAGUE, piece, passage, link.text, text=link.text)
    for alternative in passage.pictures:
        _check_alternative(alternative, piece.at, found)
    for column in passage.headless:
        found.add_in(access.TABLE_HEADER, piece, passage, passage.text[:20], column=column)
    _check_words(piece, passage, found)


def _check_words(piece: Piece, passage: Passage, found: Findings) -> None:
    for text in passage.emphasised:
        if _ENGLISH.search(text):
            found.add_in(access.LANGUAGE_UNMARKED, piece, passage, text, text=text)
    if not any(dot in passage.text for dot in _DOTS):
        return
    for match in _MIDDLE_DOT.finditer(passage.text):
        found.add_in(access.MIDDLE_DOT, piece, passage, match[0], text=match[0])


def _check_alternative(alternative: str, at: Position, found: Findings) -> None:
    if len(alternative) > ALTERNATIVE_LIMIT:
        found.add(access.ALTERNATIVE_LONG, at, count=len(alternative), limit=ALTERNATIVE_LIMIT)
    if _FILE_NAME.fullmatch(alternative.strip()):
        found.add(access.ALTERNATIVE_FILE_NAME, at, alternative=alternative)
    prefix = _PREFIX.match(alternative.strip())
    if prefix:
        found.add(access.ALTERNATIVE_PREFIX, at, prefix=prefix[0])


def _check_language(tag: str, at: Position, found: Findings) -> None:
    if not _LANGUAGE.fullmatch(tag):
        found.add(access.LANGUAGE_TAG, at, tag=tag)


def _is_bad_text(link: Link) -> bool:
    return _is_address(link) or folded(link.text) in _VAGUE


def _is_address(link: Link) -> bool:
    return bool(_ADDRESS.fullmatch(link.text))
