"""Facts: cited where figures are, fresh, dated, and not graded when they are fragile."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scorm_export.diagnostic import Rule
from tiers_lieu_mooc.linting.figures import Quantity, figures_in, has_year
from tiers_lieu_mooc.linting.passages import Passage, Shape
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import (
    Holder,
    LessonSurvey,
    Piece,
    QuestionSurvey,
    Survey,
)
from tiers_lieu_mooc.model.content import Aside, AsideName, Fiche, Figure, Recording, Webinar
from tiers_lieu_mooc.model.course import Confidence, Fact, ShelfLife
from tiers_lieu_mooc.rules import fact as rules

_NOT_EXAMINED = frozenset(
    (
        AsideName.OBJECTIVES,
        AsideName.RESOURCES,
        AsideName.SCENE,
        AsideName.TRY_IT,
    )
)
_FACT_BOX = frozenset((AsideName.FACT,))
_BOXES = frozenset((AsideName.CASE_SHEET, AsideName.CASE_STUDY, AsideName.FACT))
"""Containers in which one citation sources everything; so does a figure's caption."""
_TO_SOURCE = re.compile(r"[ÀA][ \u00a0]SOURCER")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_FICTIONAL = re.compile(r"[ \u00a0]\(ficti(?:f|ve)s?\b")
_NAME_BEFORE = re.compile(
    rf"{_NAME}(?:[ \u00a0](?:(?:de|des|du|la|le|les|l’|en|sur)[ \u00a0])*{_NAME})*$"
)
_LONGEST_NAME = 120
_WORD = re.compile(r"\w+")
_EDGE = re.compile(r"\b")
_FICTION = re.compile(r"\bficti(?:fs?|ves?|on)\b", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"(?:(?:À|Aux?|Chez|Dans|De|Des|Du|En|La|Le|Les|Par|Pour|Sur|Une?)[ \u00a0])+"
)


def lint_facts(survey: Survey, today: datetime.date, found: Findings) -> None:
    """Look at facts, at what cites them and at figures that cite none."""
    facts = {fact.code: fact for fact in survey.course.facts}
    cited_by = citations(survey)
    for fact in survey.course.facts:
        _check_fact(fact, cited_by.get(fact.code, []), today, found)
    fictional = _fictional_names(survey)
    for lesson in survey.lessons:
        _check_boxes(lesson, found)
        _check_scenes(lesson, fictional, found)
        for passage in _examined(lesson, fictional, facts):
            _check_figures(passage, facts, found)
    for question in survey.questions:
        _check_graded(question, facts, found)
    _check_marks(survey, found)


@dataclass(frozen=True, slots=True)
class _Examined:
    """A passage in which a figure needs a fact, with the box that it stands in."""

    piece: Piece
    passage: Passage
    box: _Box


@dataclass(frozen=True, slots=True)
class _Box:
    """What a container in which one citation is enough cites and says.

    Attributes:
        changing: the first of its facts that changes, by code; "" when none does.
    """

    is_citing: bool = False
    is_dated: bool = False
    changing: str = ""


_NO_BOX = _Box()


class _Names:
    """The names that the course marks as invented, for instance « Valbrune (fictif) »."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            word = _WORD.match(name)
            lengths.setdefault(word[0] if word else "", set()).add(len(name))
        self._lengths = {word: sorted(each) for word, each in lengths.items()}

    def first_in(self, text: str) -> str:
        """Give the first of the names that a text says; "" when there is none."""
        for word in _WORD.finditer(text) if self._names else ():
            for length in self._lengths.get(word[0], ()):
                end = word.start() + length
                if text[word.start() : end] in self._names and _EDGE.match(text, end):
                    return text[word.start() : end]
        return ""


def citations(survey: Survey) -> dict[str, list[str]]:
    """Map each fact's code to the full names of the lessons and questions that cite it."""
    found: dict[str, list[str]] = {}
    cited = [(each.lesson.full_name, each.pieces) for each in survey.lessons]
    cited += [(each.question.full_name, each.pieces) for each in survey.questions]
    for name, pieces in cited:
        for code in sorted(_codes(pieces)):
            found.setdefault(code, []).append(name)
    return found


def _codes(pieces: Iterable[Piece]) -> set[str]:
    return {code for piece in pieces for passage in piece.passages for code in passage.facts}


def _check_fact(fact: Fact, cited_by: list[str], today: datetime.date, found: Findings) -> None:
    if not cited_by:
        found.add(rules.NEVER_CITED, fact.at, code=fact.code)
        return
    names = ", ".join(cited_by[:3]) + ("…" if len(cited_by) > 3 else "")
    if fact.expires_on is not None and fact.expires_on < today:
        date = fact.expires_on.strftime("%d/%m/%Y")
        found.add(rules.EXPIRED, fact.at, code=fact.code, date=date, cited_by=names)
    if fact.confidence is Confidence.COMMON:
        found.add(rules.TO_CONFIRM, fact.at, code=fact.code, cited_by=names)


def _check_boxes(lesson: LessonSurvey, found: Findings) -> None:
    for aside in lesson.asides(AsideName.FACT):
        if not _codes(lesson.pieces_in(aside)):
            found.add(rules.BOX_UNCITED, aside.at)


def _check_scenes(lesson: LessonSurvey, fictional: _Names, found: Findings) -> None:
    """Report invented names in a scene that nothing says are invented."""
    for aside in lesson.asides(AsideName.SCENE):
        pieces = lesson.pieces_in(aside)
        text = " ".join(piece.text for piece in pieces)
        name = "" if _FICTION.search(text) else fictional.first_in(text)
        if name:
            found.add(rules.FICTION_UNMARKED, aside.at, name=name)


def _fictional_names(survey: Survey) -> _Names:
    names: set[str] = set()
    for lesson in survey.lessons:
        for piece in lesson.pieces:
            text = piece.text
            for mark in _FICTIONAL.finditer(text) if "(ficti" in text else ():
                before = text[max(0, mark.start() - _LONGEST_NAME) : mark.start()]
                if name := _NAME_BEFORE.search(before):
                    names.add(_NOT_A_NAME.sub("", name[0], count=1))
    return _Names(names)


def _examined(
    lesson: LessonSurvey, fictional: _Names, facts: dict[str, Fact]
) -> Iterator[_Examined]:
    """Give the passages in which figures are data, fiction and instructions left out."""
    boxes: dict[int, _Box] = {}
    for piece in lesson.pieces:
        if piece.is_among(_NOT_EXAMINED) or piece.is_within(Fiche, Recording, Webinar):
            continue
        holder = _holder(piece)
        box = _NO_BOX if holder is None else boxes.get(id(holder))
        if box is None:
            box = boxes[id(holder)] = _box(lesson.within[id(holder)], facts)
        for passage in piece.passages:
            if passage.shape is not Shape.HEADING and not _is_fiction(passage.text, fictional):
                yield _Examined(piece, passage, box)


def _box(pieces: Sequence[Piece], facts: dict[str, Fact]) -> _Box:
    codes = _codes(pieces)
    is_dated = any(has_year(each.text) for each in pieces)
    return _Box(bool(codes), is_dated, _first_changing(codes, facts))


def _holder(piece: Piece) -> Holder | None:
    """Give the outermost container in which one citation is enough."""
    for holder in piece.holders:
        if isinstance(holder, Figure) or (isinstance(holder, Aside) and holder.name in _BOXES):
            return holder
    return None


def _is_fiction(text: str, fictional: _Names) -> bool:
    return bool(_FICTION.search(text) or fictional.first_in(text))


def _check_figures(examined: _Examined, facts: dict[str, Fact], found: Findings) -> None:
    """Report one figure of a passage, a year last: mending it mends the others."""
    figures = figures_in(examined.passage.text)
    counted = [figure for figure in figures if not figure.is_year]
    box = examined.box
    if figures and not (examined.passage.facts or box.is_citing):
        # An uncited fact box has its own finding.
        if not examined.piece.is_among(_FACT_BOX):
            _report(rules.FIGURE_UNSOURCED, examined, (counted or figures)[0], "", found)
        return
    if not counted or box.is_dated or has_year(examined.passage.text):
        return
    changing = sorted(filter(None, (_first_changing(examined.passage.facts, facts), box.changing)))
    if changing:
        _report(rules.UNDATED, examined, counted[0], changing[0], found)


def _first_changing(codes: Iterable[str], facts: dict[str, Fact]) -> str:
    return min((code for code in codes if _changes(facts.get(code))), default="")


def _report(rule: Rule, examined: _Examined, figure: Quantity, code: str, found: Findings) -> None:
    found.add_in(rule, examined.piece, examined.passage, figure.text, figure=figure.text, code=code)


def _changes(fact: Fact | None) -> bool:
    return fact is not None and fact.shelf_life is not ShelfLife.STABLE


def _check_graded(survey: QuestionSurvey, facts: dict[str, Fact], found: Findings) -> None:
    question = survey.question
    if question.points == 0 or has_year(question.stem.plain):
        return
    for code in sorted(_codes(survey.pieces)):
        fact = facts.get(code)
        if fact is not None and fact.shelf_life is ShelfLife.FRAGILE:
            found.add(rules.FRAGILE_GRADED, question.at, question=question.id, code=code)


def _check_marks(survey: Survey, found: Findings) -> None:
    for piece in survey.pieces:
        for passage in piece.passages:
            for match in _TO_SOURCE.finditer(passage.text):
                found.add_in(rules.TO_SOURCE, piece, passage, match[0])
