"""What an LMS lacks of the work that a page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from tests.lms.lms import Held
from tests.lms.shown import Given, Shown
from tests.support.learner import Screen
from tests.support.saved_state import read_state

WHOLE = 25200
"""All of a question's points in a saved state (``WHOLE`` of state.js)."""

DONE = 2
"""The status of a lesson that was ended (state.js)."""

_TINY, _MORE = 0.0001, 0.0102
"""What roundings take from a grade, and what Kolibri adds."""

_ROW = re.compile(r"cmi\.interactions\.(\d+)\.(.+)")
_WHEN = {"time", "timestamp", "latency"}
"""Fields of a row that a later launch cannot know."""

Rows = Mapping[str, Mapping[str, str]]
"""Interactions by identifier."""


@dataclass(frozen=True)
class Work:
    """What a learner did and saw.

    Attributes:
        rows: results by question, as its identifier begins in reports: ``correct``, ``wrong``,
            ``neutral``, or ``""`` where any will do.
        told: rows as the page gave them to an LMS, where it did.
    """

    shown: Shown
    rows: Mapping[str, str] = field(default_factory=dict)
    told: Rows = field(default_factory=dict)


def rows_of(values: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Give the interactions by identifier; numbers without one, and doubles, are marked ``!``."""
    by_number: dict[int, dict[str, str]] = {}
    for element, value in values.items():
        if found := _ROW.fullmatch(element):
            by_number.setdefault(int(found[1]), {})[found[2]] = value
    named: dict[str, dict[str, str]] = {}
    for number, row in sorted(by_number.items()):
        name = row.pop("id", "!")
        named[f"{name}!{number}" if name in named or name == "!" else name] = row
    return named


def lacking(held: Held, work: Work, screen: Screen, name: Callable[[int], str]) -> list[str]:
    """List what the LMS does not hold of a work.

    Args:
        screen: a page of the package, for the keys of its questions.
        name: full name of a permanent number.
    """
    text = held.values.get("cmi.suspend_data", "").partition(".")[0]
    state = read_state(text, screen) if text else {"lessons": {}, "questions": {}, "quizzes": {}}
    return [
        *_lacking_state(state, work.shown, name),
        *_lacking_result(held, work.shown),
        *_lacking_rows(rows_of(held.values), work),
    ]


def _lacking_state(
    state: Mapping[str, Any], shown: Shown, name: Callable[[int], str]
) -> Iterator[str]:
    for index in sorted(shown.done):
        if state["lessons"].get(str(index), {}).get("status") != DONE:
            yield f"state: lesson {name(index)} is not done"
    for index, given in shown.answers.items():
        record = state["questions"].get(str(index))
        if record is None or not _fits(given, record):
            yield f"state: {name(index)} shows {given}, is {record}"
    for index, result in shown.quizzes.items():
        best = state["quizzes"].get(str(index), {}).get("best", -1)
        if best != round(result.percent * 100):
            yield f"state: {name(index)} shows {result.percent} %, is {best / 100}"


def _fits(given: Given, record: Mapping[str, Any]) -> bool:
    """Whether a verdict is that of the points, and the boxes ticked are those of the answer."""
    best: int = record["best"]
    if given.kind in {"qcu", "qcm", "vrai-faux"}:
        ticked = sorted(int(each.partition("=")[2]) for each in given.reading.split())
        if ticked != sorted(record["answer"]):
            return False
    if "Juste" in given.verdict:
        return best == WHOLE
    if "partie" in given.verdict:
        return 0 < best < WHOLE
    return best == 0 if "revoir" in given.verdict else bool(record["answer"])


def _lacking_result(held: Held, shown: Shown) -> Iterator[str]:
    """Status and score follow from the quizzes, once none of them can be better any more."""
    results = shown.quizzes.values()
    if not results:
        return
    score = held.core("score.raw")
    if not all(each.is_final for each in results):
        if held.status != "incomplete" or score:
            yield f"status: {held.status!r} and score {score!r} before the quizzes are final"
        return
    status = "passed" if all(each.outcome == "passed" for each in results) else "failed"
    mean = round(fmean(each.percent for each in results), 2)
    if held.status != status:
        yield f"status: {held.status!r}, the page says {status}"
    if not score or float(score) != mean:
        yield f"score: {score!r}, the page says {mean}"
    # Kolibri shows a little more than the share: 66 % as 66.8 % (LMS-OBSERVED).
    if not 0 <= held.grade - max(mean / 100, held.floor) + _TINY < _MORE:
        yield f"grade: {held.grade}, the page says {mean} %"


def _lacking_rows(rows: Rows, work: Work) -> Iterator[str]:
    yield from (f"row: {each} has no name of its own" for each in rows if "!" in each)
    by_question: dict[str, list[str]] = {}
    for name, row in rows.items():
        by_question.setdefault(name.partition(".")[0], []).append(row.get("result", ""))
    for name, result in work.rows.items():
        found = by_question.get(name, [])
        wanted = {result, "incorrect" if result == "wrong" else result}
        if not found or (result and not wanted.issuperset(found)):
            yield f"row: {name} is {found or 'missing'}, was {result or 'there'}"
    for name in work.told.keys() & rows.keys():
        told, row = work.told[name], rows[name]
        for each in sorted(told.keys() - _WHEN):
            if row.get(each) != told[each]:
                yield f"row: {name}.{each} is {row.get(each)!r}, not {told[each]!r}"


def untrue(held: Held, told: Mapping[str, str]) -> Sequence[str]:
    """List the values of an LMS that are not the last that it was told; the end of a session is
    told while the page goes, when nobody can listen any more."""
    return [
        f"{element} is {held.values.get(element)!r}, was told {value!r}"
        for element, value in told.items()
        if not element.endswith(("session_time", ".exit")) and held.values.get(element) != value
    ]
