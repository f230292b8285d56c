"""Facts that will not hold for ever, and which of them are to be read again soon."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.facts import citations
from tiers_lieu_mooc.linting.survey import Survey
from tiers_lieu_mooc.model.course import Fact, ShelfLife

NEAR_DAYS = 92
"""A fact whose term comes within so many days does not reach the next quarterly review.

Source: course programme, § 12.4, « revue trimestrielle des faits fragile »."""


class Freshness(StrEnum):
    """How near a fact is to its term."""

    EXPIRED = "expired"
    NEAR = "near"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class AgeingFact:
    """A fact with a term.

    Attributes:
        statement: plain text.
        expires_on: the last day on which it may be cited.
        days_left: from the day of the look to that day; negative once it is over.
        cited_by: full names of the lessons and questions that cite it.
    """

    code: str
    statement: str
    shelf_life: ShelfLife
    at: Position
    read_on: datetime.date
    expires_on: datetime.date
    days_left: int
    cited_by: tuple[str, ...]

    @property
    def freshness(self) -> Freshness:
        """Whether its term is over, near, or further away."""
        if self.days_left < 0:
            return Freshness.EXPIRED
        return Freshness.NEAR if self.days_left <= NEAR_DAYS else Freshness.LATER


def ageing_facts(survey: Survey, today: datetime.date) -> tuple[AgeingFact, ...]:
    """Give the facts that have a term, the nearest first."""
    cited_by = citations(survey)
    found = [
        _ageing(fact, fact.expires_on, today, tuple(cited_by.get(fact.code, ())))
        for fact in survey.course.facts
        if fact.expires_on is not None
    ]
    return tuple(sorted(found, key=lambda each: each.expires_on))


def _ageing(
    fact: Fact, expires_on: datetime.date, today: datetime.date, cited_by: tuple[str, ...]
) -> AgeingFact:
    return AgeingFact(
        code=fact.code,
        statement=fact.statement.plain,
        shelf_life=fact.shelf_life,
        at=fact.at,
        read_on=fact.read_on,
        expires_on=expires_on,
        days_left=(expires_on - today).days,
        cited_by=cited_by,
    )
