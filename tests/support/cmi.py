"""The record of a simulated LMS, laid out so that it can be compared value by value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

Values = Mapping[str, "str | re.Pattern[str]"]
"""Expected values; a pattern stands where only the form is known."""

_ROW = re.compile(r"cmi\.(interactions|objectives)\.(\d+)\.(.+)")


@dataclass(frozen=True)
class Record:
    """A record with its rows by identifier, since a quiz comes in any order."""

    core: dict[str, str]
    interactions: dict[str, dict[str, str]]
    objectives: dict[str, dict[str, str]]


def record_of(player: Page) -> Record:
    """Give what the LMS of a player page holds now."""
    held: dict[str, str] = player.evaluate("simulatedLms.record()")
    core: dict[str, str] = {}
    tables: dict[str, dict[int, dict[str, str]]] = {"interactions": {}, "objectives": {}}
    for element, value in held.items():
        row = _ROW.fullmatch(element)
        if row:
            tables[row[1]].setdefault(int(row[2]), {})[row[3]] = value
        else:
            core[element] = value
    return Record(core, _by_id(tables["interactions"]), _by_id(tables["objectives"]))


def _by_id(rows: dict[int, dict[str, str]]) -> dict[str, dict[str, str]]:
    assert sorted(rows) == list(range(len(rows))), "rows have gaps"
    named = {row.pop("id"): row for row in rows.values()}
    assert len(named) == len(rows), "an identifier stands on two rows"
    return named


def differences(found: Mapping[str, str], expected: Values) -> list[str]:
    """List what is missing, what is too much and what differs."""
    lines = [f"{name} is missing" for name in expected if name not in found]
    lines += [f"{name} = {found[name]!r} is too much" for name in found if name not in expected]
    for name, value in expected.items():
        got = found.get(name)
        if got is not None and not _fits(got, value):
            lines.append(f"{name} = {got!r}, expected {value!r}")
    return lines


def _fits(found: str, expected: str | re.Pattern[str]) -> bool:
    if isinstance(expected, str):
        return found == expected
    return expected.fullmatch(found) is not None


def calls_of(player: Page) -> list[str]:
    """Give the names of all calls, in the order they were made."""
    names: list[str] = player.evaluate("simulatedLms.calls().map(({name}) => name)")
    return names
