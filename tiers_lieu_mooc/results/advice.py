"""Figures → which questions to look at first, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Role
from tiers_lieu_mooc.results.chance import (
    LEAST_EACH,
    at_most,
    chance_of_link,
    chance_of_more,
    clear_among,
)
from tiers_lieu_mooc.results.measures import LEAST_FOR_LINK, Chosen, Measure
from tiers_lieu_mooc.results.wording import number, percent

HARD = 0.30
"""Fewer right answers than this are seldom meant. Source: Ebel and Frisbie, *Essentials of
Educational Measurement*, 5th edition, 1991, chapter 13, as for the next two."""

EASY = 0.95

WEAK_LINK = 0.20
"""Below, a question tells those who know from those who do not badly. It is only said of a link
that is below by more than chance makes: 0.09 on 35 answers may well be 0.26."""

IDLE = 0.05
"""A wrong answer that fewer choose does not work as one. Source: Haladyna and Downing, « How many
options is enough for a multiple-choice test item? », 1993."""

MOST_FIRST = 5
"""Questions that come first: what a team can take up after a session."""

_LOOK = 2
"""Weight from which on a question is one to look at."""

_REVERSED = 8
"""Weight of a link that is the wrong way round: above a rival and a low success together (4 + 3),
since a wrong key does most harm. In 60 drawn groups of 60 people with two reversed questions each,
118 of these 120 were among the first three."""


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


class Signs(NamedTuple):
    """What is seen of questions beyond what chance does among so many, by their identifiers.

    Attributes:
        hard: fewer than half would succeed.
        reversed_: the link is below 0.
        weak: the link is below ``WEAK_LINK``.
        rivalled: a wrong answer is chosen more often than the right one.
    """

    hard: frozenset[str]
    reversed_: frozenset[str]
    weak: frozenset[str]
    rivalled: frozenset[str]


def signs_in(measures: Sequence[Measure]) -> Signs:
    """Tell, all questions taken together, which figures chance does not explain."""
    telling = [each for each in measures if each.is_telling]
    linked = [(each, each.link) for each in telling if each.link is not None]
    rivals = ((each, rival_of(each)) for each in telling)
    graded = [(each, each.success) for each in telling if each.success is not None]
    return Signs(
        clear_among(
            {m.entry.id: at_most(success * m.of_success, m.of_success) for m, success in graded}
        ),
        clear_among({m.entry.id: chance_of_link(link, m.of_link) for m, link in linked}),
        clear_among({m.entry.id: chance_of_link(link, m.of_link, WEAK_LINK) for m, link in linked}),
        clear_among(
            {
                m.entry.id: chance_of_more(rival.people, _right(m), len(_wrong(m)))
                for m, rival in rivals
                if rival is not None
            }
        ),
    )


def cases_in(measures: Sequence[Measure]) -> list[Case]:
    """Give the questions to look at, the most pressing first; equal ones by their success."""
    signs = signs_in(measures)
    cases = [
        Case(each, tuple(sorted(reasons_for(each, signs), key=lambda reason: -reason.weight)))
        for each in measures
    ]
    pressing = [case for case in cases if case.weight >= _LOOK]
    return sorted(pressing, key=lambda case: (-case.weight, case.measure.success or 0))


def reasons_for(measure: Measure, signs: Signs) -> Iterator[Reason]:
    """Say what is odd in the figures of a graded question that has enough answers."""
    success = measure.success
    if success is None or not measure.is_telling:
        return
    yield from _rivalled(measure, signs)
    if success < HARD and measure.entry.id in signs.hard:
        yield Reason(
            3,
            f"La réussite n’est que de {percent(success)} : la leçon ne prépare pas assez à cette "
            "question, ou son énoncé se comprend de travers.",
        )
    elif success > EASY and measure.of_success >= LEAST_FOR_LINK:
        yield Reason(
            0.5,
            f"Presque tout le monde réussit ({percent(success)}) : elle encourage, mais n’apprend "
            "rien sur ce qui est su.",
        )
    yield from _linked(measure, signs)
    yield from _idle(measure)


def rival_of(measure: Measure) -> Chosen | None:
    """Find the wrong answer that is chosen most, where one answer is right."""
    has_one_right = sum(each.is_right is True for each in measure.chosen) == 1
    wrong = _wrong(measure)
    if not wrong or not has_one_right or measure.in_words < LEAST_EACH:
        return None
    return max(wrong, key=lambda each: each.people)


def _rivalled(measure: Measure, signs: Signs) -> Iterator[Reason]:
    """A wrong answer that is chosen more often than the right one."""
    rival = rival_of(measure)
    right = _right(measure)
    if rival is None or rival.people <= right:
        return
    right_words = measure.entry.right_words
    right_share = percent(right / measure.in_words)
    if measure.entry.id in signs.rivalled:
        # Of two answers one is always chosen more; that it is the wrong one says less than of four.
        yield Reason(
            3 if len(measure.chosen) == 2 else 4,
            f"« {rival.words} » est la réponse de {percent(rival.share)} des personnes qui ont "
            f"répondu, plus que la bonne (« {right_words} », {right_share}) : vérifiez le corrigé, "
            "puis ce qui trompe.",
        )
    else:
        yield Reason(
            1,
            f"« {rival.words} » ({percent(rival.share)}) est plus choisi que la bonne réponse "
            f"(« {right_words} », {right_share}), mais l’écart peut venir du hasard.",
        )


def _linked(measure: Measure, signs: Signs) -> Iterator[Reason]:
    if measure.link is None:
        return
    if measure.entry.id in signs.reversed_:
        yield Reason(
            _REVERSED,
            "Les personnes qui réussissent le reste se trompent ici plus que les autres "
            f"(lien {number(measure.link)}) : le corrigé est peut-être faux, ou l’énoncé piège "
            "celles qui savent.",
        )
    elif measure.entry.id in signs.weak and (measure.success or 0) <= EASY:
        yield Reason(
            2,
            f"La réussite ici ne dit presque rien du reste (lien {number(measure.link)}) : on la "
            "trouve ou on la rate un peu au hasard. L’énoncé est-il clair ?",
        )


def _idle(measure: Measure) -> Iterator[Reason]:
    """Wrong answers of a choice that nobody takes."""
    if measure.in_words < LEAST_FOR_LINK or not measure.entry.all_of(Role.ANSWER):
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


def _right(measure: Measure) -> int:
    return max((each.people for each in measure.chosen if each.is_right), default=0)
