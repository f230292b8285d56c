"""Results as one HTML file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tiers_lieu_mooc.papers import paper
from tiers_lieu_mooc.results.advice import EASY, HARD, IDLE, WEAK_LINK, error_of
from tiers_lieu_mooc.results.measures import (
    LEAST_ANSWERS,
    LEAST_FOR_LINK,
    LEAST_SAME_TEXT,
    Measure,
)
from tiers_lieu_mooc.results.reading import Results
from tiers_lieu_mooc.results.wording import asked, counted, number, percent

_TEMPLATE = Path(__file__).parent / "templates" / "results.html.j2"

LIMITS = {
    "answers": LEAST_ANSWERS,
    "link": LEAST_FOR_LINK,
    "text": LEAST_SAME_TEXT,
    "hard": percent(HARD),
    "easy": percent(EASY),
    "weak": number(WEAK_LINK),
    "idle": percent(IDLE),
}
"""The numbers that the page explains."""

FIRST = 3
"""Questions that are named as the ones to begin with."""


class View(NamedTuple):
    """What ``results.html.j2`` expects."""

    results: Results
    reports: Sequence[str]
    day: datetime.date
    limits: dict[str, object] = LIMITS
    first: int = FIRST

    @property
    def title(self) -> str:
        """Give the title of the document."""
        return f"Résultats : {self.results.book.title}"

    @property
    def source(self) -> str:
        """Say which files were read, and when."""
        several = len(self.reports) > 1
        files = ", ".join(f"« {each} »" for each in dict.fromkeys(self.reports))
        read = "lus" if several else "lu"
        return f"{'Rapports' if several else 'Rapport'} : {files}, {read} le {self.day:%d/%m/%Y}."

    @property
    def counts(self) -> str:
        """Say how much was read."""
        people = counted(self.results.sittings, "personne", "personnes")
        answers = counted(self.results.answers, "réponse", "réponses")
        questions = counted(len(self.results.measures), "question", "questions")
        return f"{people}, {answers} à {questions}."

    @property
    def graded(self) -> list[Measure]:
        """Give the graded questions with enough answers, the least successful first."""
        found = [each for each in self.results.measures if each.is_telling and _has_success(each)]
        return sorted(found, key=lambda each: each.success or 0)

    def asked(self, measure: Measure) -> str:
        """Give the words of a question."""
        return asked(measure.entry.question, measure.entry.part)

    def answers(self, measure: Measure) -> str:
        """Count the answers."""
        return counted(measure.answers, "réponse", "réponses")

    def success(self, measure: Measure) -> str:
        """Give the success, or why there is none."""
        if not measure.is_telling:
            return "trop peu"
        return "non notée" if measure.success is None else percent(measure.success)

    def link(self, measure: Measure) -> str:
        """Give the link with the rest in figures and words."""
        if measure.success is None:
            return "–"
        if measure.link is None:
            return "trop peu" if measure.answers < LEAST_FOR_LINK else "sans objet"
        if measure.link < -error_of(measure.answers):
            word = "à l’envers"
        elif measure.link < WEAK_LINK:
            word = "faible"
        else:
            word = "bon" if measure.link >= 0.3 else "moyen"
        return f"{number(measure.link)}, {word}"

    def percent(self, share: float) -> str:
        """Write a share."""
        return percent(share)

    def width(self, share: float) -> str:
        """Write a share as the width of a bar."""
        return f"{100 * share:.1f}%"


def as_html(results: Results, reports: Sequence[str], on: datetime.date) -> str:
    """Write results as one HTML file to read, print and send.

    Args:
        results: what to write.
        reports: names of the files that were read.
        on: the day when they were.
    """
    return paper(_TEMPLATE, View(results, reports, on))


def _has_success(measure: Measure) -> bool:
    return measure.success is not None
