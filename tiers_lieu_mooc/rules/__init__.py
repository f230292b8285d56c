"""Every rule of the compiler, sorted by code."""

from __future__ import annotations

from scorm_export.diagnostic import Rule
from tiers_lieu_mooc.rules import (
    access,
    comparison,
    expected,
    fact,
    ids,
    marks,
    media,
    pedagogy,
    quiz,
    settings,
    sheet,
    source,
    state,
    text,
)

_FAMILIES = (
    access,
    comparison,
    expected,
    fact,
    ids,
    marks,
    media,
    pedagogy,
    quiz,
    settings,
    sheet,
    source,
    state,
    text,
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for family in _FAMILIES
            for value in vars(family).values()
            if isinstance(value, Rule)
        ),
        key=lambda rule: rule.code,
    )
)
"""The catalogue, for documentation and for the test that every rule has its failing course."""

__all__ = [
    "ALL",
    "access",
    "comparison",
    "expected",
    "fact",
    "ids",
    "marks",
    "media",
    "pedagogy",
    "quiz",
    "settings",
    "sheet",
    "source",
    "state",
    "text",
]
