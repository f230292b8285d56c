"""What counts as a figure in a French sentence: a number that a reader takes for data."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGIT = re.compile(r"\d")
_NUMBER = r"(?<![\w,./°-])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,8}|\d+)(?:,\d+)?"
"""No number of a course has more than nine groups of digits: a row of codes has."""

_BEFORE = 40
"""Characters before a number that tell what it is: more than any of the words below."""
_SPACE = r"[ \u00a0\u202f]?"
_RATE = re.compile(rf"{_NUMBER}{_SPACE}(?:[%‰]|pour cent\b)")
_AMOUNT = re.compile(
    rf"{_NUMBER}{_SPACE}(?:[kM]?€|euros?\b|milliers?\b|millions?\b|milliards?\b)(?!\w)"
)
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-])")
_COUNT = re.compile(rf"({_NUMBER})(?:[ \u00a0\u202f]([^\W\d_][\w’'²³-]*))")

_DURATIONS = (
    "an ans année années siècle siècles mois semaine semaines jour jours journée journées h heure "
    "heures min minute minutes s seconde secondes"
)
_LENGTHS = (
    "caractère caractères colonne colonnes leçon leçons ligne lignes module modules mot mots page "
    "pages phrase phrases point points question questions rubrique rubriques"
)
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_LINKS = "à au aux de des du et ou par pour sur x"
_NOT_COUNTED = frozenset(f"{_DURATIONS} {_LENGTHS} {_MONTHS} {_LINKS}".split())
_NUMBERED = re.compile(
    r"(?:\b(?:art(?:icle|\.)|chapitre|étape|fiche|figure|leçon|ligne|module|n[°o]|norme|numéro|page|partie"
    r"|point|question|rubrique|section|tableau|version)s?|n°)[ \u00a0]?$",
    re.IGNORECASE,
)
_LAW_OF_1901 = re.compile(
    r"\bloi[ \u00a0](?:de[ \u00a0]|du[ \u00a0]1er[ \u00a0]juillet[ \u00a0])?$"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as written, and where it starts in the text."""

    text: str
    start: int
    is_year: bool = False


def figures_in(text: str) -> list[Quantity]:
    """Find rates, amounts, years and counts, in order.

    A count is a number of two digits or more, or with decimals, that is followed by a word;
    durations, lengths asked of the learner, days of the month and numbered things are not counts.
    """
    if not _DIGIT.search(text):
        return []
    found = [Quantity(match[0], match.start()) for match in _RATE.finditer(text)]
    found += [Quantity(match[0], match.start()) for match in _AMOUNT.finditer(text)]
    found += [
        Quantity(match[0], match.start(), is_year=True)
        for match in _YEAR.finditer(text)
        if not _is_named(text, match.start(), match[0])
    ]
    found += [
        Quantity(match[0], match.start())
        for match in _COUNT.finditer(text)
        if _is_count(text, match)
    ]
    unique = {figure.start: figure for figure in reversed(found)}
    return [unique[start] for start in sorted(unique)]


def has_year(text: str) -> bool:
    """Tell whether a text names a year from 1900 to 2099."""
    return _YEAR.search(text) is not None


def _is_count(text: str, match: re.Match[str]) -> bool:
    number, word = match[1], match[2]
    is_long = sum(character.isdigit() for character in number) > 1
    is_year = _YEAR.match(text, match.start()) is not None
    return (
        is_long
        and not is_year
        and word.lower() not in _NOT_COUNTED
        and not _NUMBERED.search(_before(text, match.start()))
    )


def _is_named(text: str, start: int, year: str) -> bool:
    """Tell a year that is part of a name: the law of 1901, a numbered thing."""
    before = _before(text, start)
    return bool(_NUMBERED.search(before)) or (year == "1901" and bool(_LAW_OF_1901.search(before)))


def _before(text: str, start: int) -> str:
    return text[max(0, start - _BEFORE) : start]
