"""Results as one HTML file."""

from __future__ import annotations

import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Role
from tiers_lieu_mooc.papers import paper
from tiers_lieu_mooc.results.advice import EASY, HARD, IDLE, MOST_FIRST, WEAK_LINK, Case
from tiers_lieu_mooc.results.measures import (
    LEAST_ANSWERS,
    LEAST_FOR_LINK,
    LEAST_SAME_TEXT,
    Chosen,
    Measure,
)
from tiers_lieu_mooc.results.reading import Results
from tiers_lieu_mooc.results.summary import counts, said_of_rest, standing_out
from tiers_lieu_mooc.results.wording import asked, counted, located, number, percent

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

MOST_ANSWERS = 5
"""Answers that are shown where a question comes first; the others are further down."""

_LONG = 8
"""Answers from which on a question may be broken at the end of a printed page."""


class Part(NamedTuple):
    """A module with the figures of what it asks."""

    title: str
    name: str
    measures: tuple[Measure, ...]
    pressing: int

    @property
    def success(self) -> str:
        """Give the mean success of its graded questions."""
        found = [m.success for m in self.measures if m.success is not None and m.is_telling]
        return percent(sum(found) / len(found)) if found else "trop peu"

    @property
    def questions(self) -> str:
        """Count its questions."""
        return counted(
            len({m.entry.id.partition(".")[0] for m in self.measures}), "question", "questions"
        )


class View(NamedTuple):
    """What ``results.html.j2`` expects."""

    results: Results
    reports: int
    mark: str
    day: datetime.date
    limits: dict[str, object] = LIMITS

    @property
    def title(self) -> str:
        """Give the title of the document."""
        return f"Résultats : {self.results.book.title}"

    @property
    def source(self) -> str:
        """Say how many reports were read, and when; their names may be those of people."""
        read = "1\u00a0rapport lu" if self.reports == 1 else f"{self.reports}\u00a0rapports lus"
        return f"{read} le {self.day:%d/%m/%Y}."

    @property
    def counts(self) -> str:
        """Say how much was read."""
        return counts(self.results)

    @property
    def first(self) -> tuple[Case, ...]:
        """Give the questions that come first."""
        return self.results.cases[:MOST_FIRST]

    @property
    def opening(self) -> str:
        """Say how many questions stand out."""
        return standing_out(self.results)

    @property
    def rest(self) -> str:
        """Say what of the others."""
        return said_of_rest(self.results, "signalées plus bas, dans leur module")

    @property
    def parts(self) -> list[Part]:
        """Give the modules in the key's order."""
        pressing = {case.measure.entry.id for case in self.results.cases}
        grouped = groupby(self.results.measures, key=lambda measure: measure.entry.module)
        found = [(title, tuple(measures)) for title, measures in grouped]
        return [
            Part(title, f"module-{n}", each, sum(m.entry.id in pressing for m in each))
            for n, (title, each) in enumerate(found, start=1)
        ]

    def reasons(self, measure: Measure) -> list[str]:
        """Say why a question is one to look at; nothing for the others."""
        found = (case for case in self.results.cases if case.measure.entry.id == measure.entry.id)
        return [reason.words for case in found for reason in case.reasons]

    def asked(self, measure: Measure) -> str:
        """Give the words of a question."""
        return asked(measure.entry.question, measure.entry.part)

    def where(self, measure: Measure) -> str:
        """Say where a question is asked, and in which file it can be mended."""
        source = measure.entry.source
        return f"{measure.entry.place}{f' ; {located(source)}' if source else ''}"

    def answers(self, measure: Measure) -> str:
        """Count the answers."""
        return counted(measure.answers, "réponse", "réponses")

    def success(self, measure: Measure) -> str:
        """Give the success, or why there is none."""
        if not measure.is_telling:
            return "trop peu"
        if measure.success is None:
            return "pas de résultat" if measure.entry.is_graded else "non notée"
        share = percent(measure.success)
        is_whole = measure.of_success == measure.answers
        return share if is_whole else f"{share} (de {measure.of_success})"

    def link(self, measure: Measure) -> str:
        """Give the link with the rest in figures and words."""
        if measure.success is None:
            return "–"
        if measure.link is None:
            return "trop peu" if measure.of_link < LEAST_FOR_LINK else "trop peu d’écarts"
        return f"{number(measure.link)}, {self._strength(measure, measure.link)}"

    def _strength(self, measure: Measure, link: float) -> str:
        signs = self.results.signs
        if measure.entry.id in signs.reversed_:
            return "à l’envers"
        if measure.entry.id in signs.weak:
            return "faible"
        if link < WEAK_LINK:
            return "incertain"
        return "bon" if link >= 0.3 else "moyen"

    def chosen(self, measure: Measure) -> tuple[Chosen, ...]:
        """Give what was answered, where it cannot show who did: not of a few people."""
        return measure.chosen if measure.is_telling or self.results.is_trial else ()

    def foremost(self, measure: Measure) -> tuple[Chosen, ...]:
        """Give the answers that say most: the right ones, and the most chosen of the others."""
        found = sorted(
            self.chosen(measure), key=lambda each: (each.is_right is not True, -each.people)
        )
        return tuple(found[:MOST_ANSWERS])

    def listed(self, measure: Measure) -> str:
        """Say what the list of answers shows, where it is not plain."""
        entry = measure.entry
        if entry.all_of(Role.STEP):
            return "Pour chaque place, l’étape attendue, puis les erreurs les plus fréquentes :"
        if entry.all_of(Role.ROW):
            return "Les associations attendues, puis les erreurs les plus fréquentes :"
        return ""

    def is_long(self, measure: Measure) -> bool:
        """Tell whether it may be broken at the end of a page."""
        return len(self.chosen(measure)) > _LONG

    def figure(self, measure: Measure, each: Chosen) -> str:
        """Write how often something was answered."""
        return percent(each.share) if measure.is_telling else f"{each.people}"

    def width(self, share: float) -> str:
        """Write a share as the width of a bar."""
        return f"{100 * share:.1f}%"


def as_html(results: Results, reports: int, mark: str, on: datetime.date) -> str:
    """Write results as one HTML file to read, print and send.

    Args:
        results: what to write.
        reports: how many files were read.
        mark: of these files, by which the page is known again (``page_names``).
        on: the day when they were.
    """
    return paper(_TEMPLATE, View(results, reports, mark, on))
