"""Figures → which questions to look at first, and why, in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Role
from tiers_lieu_mooc.results.measures import LEAST_FOR_LINK, Chosen, Measure
from tiers_lieu_mooc.results.wording import number, percent

HARD = 0.30
"""Fewer right answers than this are seldom meant. Source: Ebel and Frisbie, *Essentials of
Educational Measurement*, 5th edition, 1991, chapter 13, as for the next two."""

EASY = 0.95

WEAK_LINK = 0.20
"""Below, a question tells those who know from those who do not badly. It is only said of a link
that is below by more than its error: 0.09 on 35 answers may well be 0.26."""

IDLE = 0.05
"""A wrong answer that fewer choose does not work as one. Source: Haladyna and Downing, « How many
options is enough for a multiple-choice test item? », 1993."""

_LOOK = 2
"""Weight from which on a question is one to look at."""

_REVERSED = 8
"""Weight of a link that is the wrong way round: above a rival and a low success together (4 + 3),
since a wrong key does most harm. In 60 drawn groups with two reversed questions each, these fell
out of the first three 8 times of 120 with a weight of 5, never with 8."""


class Reason(NamedTuple):
    """Why to look at a question; the heavier, the sooner."""

    weight: float
    words: str


class Case(NamedTuple):
    """A question to look at, with its reasons, the heaviest first."""

    measure: Measure
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """How soon to look at it."""
        return sum(each.weight for each in self.reasons)


def cases_in(measures: Sequence[Measure]) -> list[Case]:
    """Give the questions to look at, the most pressing first; equal ones by their success."""
    cases = [
        Case(each, tuple(sorted(reasons_for(each), key=lambda reason: -reason.weight)))
        for each in measures
        if each.is_telling and each.success is not None
    ]
    pressing = [case for case in cases if case.weight >= _LOOK]
    return sorted(pressing, key=lambda case: (-case.weight, case.measure.success or 0))


def reasons_for(measure: Measure) -> Iterator[Reason]:
    """Say what is odd in the figures of a graded question that has enough answers."""
    success = measure.success
    if success is None or not measure.is_telling:
        return
    yield from _rival(measure)
    if success < HARD:
        yield Reason(
            3,
            f"La réussite n’est que de {percent(success)} : la leçon ne prépare pas assez à cette "
            "question, ou son énoncé se comprend de travers.",
        )
    elif success > EASY:
        yield Reason(
            0.5,
            f"Presque tout le monde réussit ({percent(success)}) : elle encourage, mais n’apprend "
            "rien sur ce qui est su.",
        )
    yield from _linked(measure)
    yield from _idle(measure)


def _rival(measure: Measure) -> Iterator[Reason]:
    """A wrong answer that is chosen more often than any right one."""
    right = max((each.people for each in measure.chosen if each.is_right), default=0)
    wrong = [each for each in _wrong(measure) if each.people > right]
    has_one_right = sum(each.is_right is True for each in measure.chosen) == 1
    if wrong and (has_one_right or measure.entry.all_of(Role.FORM)):
        rival = max(wrong, key=lambda each: each.people)
        # The standard error of a difference between two shares of the same group is at most 1/√n.
        is_clear = (rival.people - right) ** 2 > measure.answers
        right_words = measure.entry.right_words
        yield Reason(
            _rival_weight(measure, is_clear=is_clear),
            f"« {rival.words} » est choisi par {percent(rival.share)} des personnes, plus que la "
            f"bonne réponse (« {right_words} ») : vérifiez le corrigé, puis ce qui trompe.",
        )


def _rival_weight(measure: Measure, *, is_clear: bool) -> float:
    # Of two answers one is always chosen more; that it is the wrong one says less than among four.
    is_one_of_two = len(measure.chosen) == 2
    return (3 if is_one_of_two else 4) if is_clear else 2


def error_of(answers: int) -> float:
    """Give the standard error of a correlation that is none: what chance alone makes of it."""
    return 1 / math.sqrt(max(answers, 2) - 1)


def _linked(measure: Measure) -> Iterator[Reason]:
    link = measure.link
    if link is None:
        return
    if link < -error_of(measure.answers):
        yield Reason(
            _REVERSED,
            "Les personnes qui réussissent le reste se trompent ici plus que les autres "
            f"(lien {number(link)}) : le corrigé est peut-être faux, ou l’énoncé piège celles qui "
            "savent.",
        )
    elif link + error_of(measure.answers) < WEAK_LINK and (measure.success or 0) <= EASY:
        yield Reason(
            2,
            f"La réussite ici ne dit presque rien du reste (lien {number(link)}) : on la trouve ou "
            "on la rate un peu au hasard. L’énoncé est-il clair ?",
        )


def _idle(measure: Measure) -> Iterator[Reason]:
    """Wrong answers of a choice that nobody takes."""
    if measure.answers < LEAST_FOR_LINK or not measure.entry.all_of(Role.ANSWER):
        return
    idle = [each.words for each in _wrong(measure) if each.share < IDLE]
    if len(idle) == 1:
        yield Reason(
            0.5,
            f"Presque personne ne choisit « {idle[0]} » : proposez une erreur plus vraisemblable.",
        )
    elif idle and measure.entry.kind != "vrai-faux":
        listed = ", ".join(f"« {each} »" for each in idle)
        yield Reason(
            0.75,
            f"Presque personne ne choisit {listed} : proposez des erreurs plus vraisemblables.",
        )


def _wrong(measure: Measure) -> list[Chosen]:
    return [each for each in measure.chosen if each.is_right is False]
