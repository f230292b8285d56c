"""How the answer of each numeric question follows from its stem or from the facts that it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Sum = Callable[["Given"], Fraction]

_COUNTS = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
_WORDS = {word: value for value, word in enumerate(_COUNTS, start=2)}
_WORDS |= {"quinze": 15, "vingt": 20, "trente": 30, "cent": 100}
_NUMBER = re.compile(
    r"(?<![\w,./°[-])(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(?P<part>\d+))?(?!\w)"
    rf"[ \u00a0\u202f]?(?P<unit>[%€])?|\b(?P<word>{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Given:
    """What a question tells: its stem, and by code the statements of the facts that it cites."""

    stem: str
    facts: Mapping[str, str]

    def number(self, place: int) -> Fraction:
        """Give the n-th number of the stem, from 0; years are none, « six » is one."""
        return numbers_in(self.stem)[place]

    def with_unit(self, unit: str, place: int = 0, *, fact: str = "") -> Fraction:
        """Give the n-th number of the stem, or of a cited fact, that stands before % or €."""
        return numbers_in(self.facts[fact] if fact else self.stem, unit)[place]

    def found(self, fact: str, pattern: str) -> Fraction:
        """Give the number that a pattern captures in a cited fact."""
        match = re.search(pattern, self.facts[fact])
        assert match, f"{fact} has no {pattern!r}"
        return _value(match[1], "")


def numbers_in(text: str, unit: str = "") -> list[Fraction]:
    """Give the numbers of a text, in figures or in words; with a unit, only those before it."""
    return [
        Fraction(_WORDS[match["word"].lower()])
        if match["word"]
        else _value(match["whole"], match["part"] or "")
        for match in _NUMBER.finditer(text)
        if (unit and match["unit"] == unit) or not (unit or _is_year(match))
    ]


def _is_year(match: re.Match[str]) -> bool:
    return bool(match["whole"] and _YEAR.fullmatch(match["whole"]) and not match["unit"])


def _value(whole: str, part: str) -> Fraction:
    return Fraction(re.sub(r"\D", "", whole) + (f".{part}" if part else ""))


SUMS: dict[str, tuple[Sum, ...]] = {
    "comprendre/nombre-rural": (
        lambda given: given.with_unit("%") * given.number(1) / 100,
        lambda given: (
            given.found("B5", r"(\d+)[ \u00a0]% en milieu rural")
            * given.found("B4", r"([\d \u00a0]+)[ \u00a0]tiers-lieux")
            / 100
        ),
    ),
    "ecouter/part-des-aines": (lambda given: 100 * given.number(0) / given.number(1),),
    "ecouter/questionnaires-rendus": (lambda given: 100 * given.number(1) / given.number(0),),
    "imaginer/heures-d-ouverture-tenables": (
        lambda given: given.number(0) * given.number(1) / given.number(2),
    ),
    "imaginer/seuil-salle-polyvalente": (
        lambda given: given.found("P4", r"5e catégorie sous (\d+) personnes"),
        lambda given: given.found("P4", r"salles polyvalentes.* à (\d+)"),
    ),
    "s-organiser/plafond-scic": (lambda given: given.with_unit("%", fact="F4"),),
    "s-organiser/part-des-collectivites": (
        lambda given: given.with_unit("€") * given.with_unit("%", fact="F4") / 100,
    ),
    "equilibrer/cout-heure-ouverture": (
        lambda given: given.with_unit("€") / (given.number(1) * given.number(2)),
    ),
    "equilibrer/reste-fin-juillet": (
        lambda given: given.with_unit("€", 0) + given.with_unit("€", 1) - given.with_unit("€", 2),
    ),
    "equilibrer/cout-complet-d-un-stage": (
        lambda given: (given.with_unit("€", 0) + given.with_unit("€", 1)) / given.number(2),
    ),
    "equilibrer/part-des-recettes-propres": (
        lambda given: (
            100 * given.with_unit("€", 1) / (given.with_unit("€", 1) + given.with_unit("€", 2))
        ),
        lambda given: 100 * given.with_unit("€", 1) / given.with_unit("€", 0),
    ),
    "cooperer/reste-de-minimis": (
        lambda given: given.with_unit("€", 0) - given.with_unit("€", 1) - given.with_unit("€", 2),
        lambda given: (
            given.with_unit("€", fact="G13") - given.with_unit("€", 1) - given.with_unit("€", 2)
        ),
    ),
}
"""By the full name of a question: every way to its answer, which must agree."""
