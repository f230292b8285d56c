"""A response as an LMS shows it → what was answered, in words, with the help of the key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Entry, Role
from tiers_lieu_mooc.results.reports import Given


class Pick(NamedTuple):
    """One thing that an answer says.

    Attributes:
        is_right: None where nothing is right or wrong.
        is_known: whether the key has it.
    """

    words: str
    is_right: bool | None = None
    is_known: bool = True


_TRUTH = {"true": "t", "vrai": "t", "false": "f", "faux": "f"}
_SHARE = re.compile(r"-?\d+(?:[.,]\d+)?")


def share_of(entry: Entry, given: Given) -> float | None:
    """Give the share of the points, 0 to 1; None when nothing is right or wrong, or nobody says.

    A report without results is judged by the key, where answers are letters.
    """
    word = (given.result or "").casefold()
    if word in {"correct", "wrong", "incorrect"}:
        return float(word == "correct")
    if _SHARE.fullmatch(word) and entry.is_graded:
        return min(1.0, max(0.0, float(word.replace(",", "."))))
    if word or not entry.right or not given.response:
        return None
    return float(in_12(given.response) == entry.right)


def in_12(response: str) -> str:
    """Write a response of SCORM 2004 as one of 1.2: « a[,]c » is « a,c », « true » is « t »."""
    plain = response.replace("[,]", ",").replace("[.]", ".")
    return _TRUTH.get(plain.casefold(), plain)


def picks_of(entry: Entry, given: Given) -> list[Pick]:
    """Say what an answer says, in the order in which it says it."""
    if not given.response:
        return []
    roles = {each.role for each in entry.codes}
    if Role.OPEN in roles:
        return []
    if Role.FORM in roles:
        share = share_of(entry, given)
        return [Pick(given.response, None if share is None else share == 1)]
    named = [each.strip() for each in in_12(given.response).split(",")]
    if Role.ROW in roles:
        return list(_pairs(entry, named))
    if Role.STEP in roles:
        return list(_steps(entry, named))
    return [_named(entry, each) for each in named]


def _named(entry: Entry, code: str) -> Pick:
    found = next((each for each in entry.codes if each.code == code.lower()), None)
    return _unknown(code) if found is None else Pick(found.words, found.is_right)


def _pairs(entry: Entry, named: list[str]) -> Iterator[Pick]:
    rows = {each.code: each.words for each in entry.all_of(Role.ROW)}
    options = {each.code: each.words for each in entry.all_of(Role.OPTION)}
    right = {*entry.right.split(",")}
    for pair in named:
        row, _, option = pair.lower().partition(".")
        if row in rows and option in options:
            yield Pick(f"{rows[row]} → {options[option]}", pair.lower() in right)
        else:
            yield _unknown(pair)


def _steps(entry: Entry, named: list[str]) -> Iterator[Pick]:
    steps = {each.code: each.words for each in entry.all_of(Role.STEP)}
    right = entry.right.split(",")
    for place, code in enumerate(named):
        if code.lower() in steps:
            is_right = place < len(right) and right[place] == code.lower()
            yield Pick(f"place {place + 1} : {steps[code.lower()]}", is_right)
        else:
            yield _unknown(code)


def _unknown(code: str) -> Pick:
    # What is no code may be anything, a name too: only what looks like one is shown.
    shown = f"« {code} »" if re.fullmatch(r"[a-z0-9.]{1,3}", code.lower()) else "une réponse"
    return Pick(f"{shown}, que la clé ne connaît pas", is_known=False)


def expected_picks(entry: Entry) -> list[Pick]:
    """Give what could have been answered, in the key's order: also what nobody chose."""
    pairs = [f"{place}" for place in entry.right.split(",") if place]
    if entry.all_of(Role.ROW):
        return list(_pairs(entry, pairs))
    if entry.all_of(Role.STEP):
        return list(_steps(entry, pairs))
    return [
        Pick(each.words, each.is_right)
        for each in entry.codes
        if each.role in {Role.ANSWER, Role.DEGREE}
    ]
