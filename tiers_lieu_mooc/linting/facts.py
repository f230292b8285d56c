"""Facts: cited where figures are, fresh, dated, and not graded when they are fragile."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
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
_FICTIONAL = re.compile(
    rf"({_NAME}(?:[ \u00a0](?:(?:de|des|du|la|le|les|l’|en|sur)[ \u00a0])*{_NAME})*)"
    r"[ \u00a0]\(ficti(?:f|ve)s?\b"
)
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
        for passage in _examined(lesson, fictional):
            _check_figures(passage, facts, found)
    for question in survey.questions:
        _check_graded(question, facts, found)
    _check_marks(survey, found)


@dataclass(frozen=True, slots=True)
class _Examined:
    """A passage in which a figure needs a fact, with what its box says and cites."""

    piece: Piece
    passage: Passage
    facts: frozenset[str]
    context: str


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


def _check_scenes(lesson: LessonSurvey, fictional: re.Pattern[str] | None, found: Findings) -> None:
    """Report invented names in a scene that nothing says are invented."""
    for aside in lesson.asides(AsideName.SCENE) if fictional else ():
        pieces = lesson.pieces_in(aside)
        text = " ".join(piece.text for piece in pieces)
        name = fictional.search(text) if fictional and not _FICTION.search(text) else None
        if name:
            found.add(rules.FICTION_UNMARKED, aside.at, name=name[0])


def _fictional_names(survey: Survey) -> re.Pattern[str] | None:
    """Match the names that the course marks as invented, for instance « Valbrune (fictif) »."""
    names: set[str] = set()
    for lesson in survey.lessons:
        for piece in lesson.pieces:
            text = piece.text
            for match in _FICTIONAL.finditer(text) if "(ficti" in text else ():
                names.add(_NOT_A_NAME.sub("", match[1], count=1))
    listed = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"\b(?:{listed})\b") if listed else None


def _examined(lesson: LessonSurvey, fictional: re.Pattern[str] | None) -> Iterator[_Examined]:
    """Give the passages in which figures are data, fiction and instructions left out."""
    for piece in lesson.pieces:
        if piece.is_among(_NOT_EXAMINED) or piece.is_within(Fiche, Recording, Webinar):
            continue
        box = _box(piece)
        around = [] if box is None else lesson.pieces_in(box)
        codes = frozenset(_codes(around))
        said = " ".join(each.text for each in around)
        for passage in piece.passages:
            if passage.shape is not Shape.HEADING and not _is_fiction(passage.text, fictional):
                yield _Examined(piece, passage, passage.facts | codes, f"{said} {passage.text}")


def _box(piece: Piece) -> Holder | None:
    """Give the outermost container in which one citation is enough."""
    for holder in piece.holders:
        if isinstance(holder, Figure) or (isinstance(holder, Aside) and holder.name in _BOXES):
            return holder
    return None


def _is_fiction(text: str, fictional: re.Pattern[str] | None) -> bool:
    if _FICTION.search(text):
        return True
    return fictional is not None and fictional.search(text) is not None


def _check_figures(examined: _Examined, facts: dict[str, Fact], found: Findings) -> None:
    """Report one figure of a passage, a year last: mending it mends the others."""
    figures = figures_in(examined.passage.text)
    counted = [figure for figure in figures if not figure.is_year]
    if figures and not examined.facts:
        # An uncited fact box has its own finding.
        if not examined.piece.is_among(_FACT_BOX):
            _report(rules.FIGURE_UNSOURCED, examined, (counted or figures)[0], "", found)
        return
    changing = [code for code in sorted(examined.facts) if _changes(facts.get(code))]
    if changing and counted and not has_year(examined.context):
        _report(rules.UNDATED, examined, counted[0], changing[0], found)


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
