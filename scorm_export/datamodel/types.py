"""What a legal CMI value looks like, and the judgement of one value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a value; the names are those of the tables' ``faults``."""

    WRONG_TYPE = "wrongType"
    OUT_OF_RANGE = "outOfRange"


@dataclass(frozen=True, slots=True)
class ListOf:
    """Entries of one type, joined by a separator."""

    separator: str
    of: str
    least: int
    most: int
    unique: bool


@dataclass(frozen=True, slots=True)
class PairOf:
    """Two parts around a separator."""

    separator: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class ValueType:
    """One entry of the tables' ``types``; a value must agree with every part that is there."""

    prefixes: tuple[tuple[str, str], ...] = ()
    pattern: str | None = None
    values: tuple[str, ...] | None = None
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    any_of: tuple[str, ...] = ()
    list: ListOf | None = None
    pair: PairOf | None = None
    is_ordered: bool = False


class _Misfit(Exception):  # noqa: N818 -- control flow inside this module, never seen outside
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def fault_of(value: str, name: str, types: Mapping[str, ValueType]) -> Fault | None:
    """Judge a value by the type of that name.

    Returns:
        None when it fits, else the first thing that is wrong.
    """
    try:
        _judge(value, types[name], types)
    except _Misfit as misfit:
        return misfit.fault
    return None


def _judge(value: str, kind: ValueType, types: Mapping[str, ValueType]) -> None:
    rest = _without_prefixes(value, dict(kind.prefixes), types)
    _demand(kind.pattern is None or re.fullmatch(kind.pattern, rest) is not None)
    _demand(kind.values is None or rest in kind.values)
    _demand(kind.max_length is None or utf16_length(rest) <= kind.max_length)
    if kind.minimum is not None:
        _demand(float(rest) >= kind.minimum, Fault.OUT_OF_RANGE)
    if kind.maximum is not None:
        _demand(float(rest) <= kind.maximum, Fault.OUT_OF_RANGE)
    _judge_any(rest, kind.any_of, types)
    if kind.list is not None:
        _judge_list(rest, kind.list, types)
    if kind.pair is not None:
        _judge_pair(rest, kind.pair, types, is_ordered=kind.is_ordered)


def _demand(fits: bool, fault: Fault = Fault.WRONG_TYPE) -> None:
    if not fits:
        raise _Misfit(fault)


def utf16_length(text: str) -> int:
    """Count a text as LMSs written in JavaScript do: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _without_prefixes(
    value: str, prefixes: Mapping[str, str], types: Mapping[str, ValueType]
) -> str:
    left = dict(prefixes)
    while left:
        found = re.match(r"\{(" + "|".join(map(re.escape, left)) + r")=([^{}]*)\}", value)
        if found is None:
            break
        _judge(found[2], types[left.pop(found[1])], types)
        value = value[found.end() :]
    return value


def _judge_any(value: str, names: Iterable[str], types: Mapping[str, ValueType]) -> None:
    fault: Fault | None = None
    for name in names:
        fault = fault_of(value, name, types)
        if fault is None:
            return
    if fault is not None:
        raise _Misfit(fault)


def _judge_list(value: str, rule: ListOf, types: Mapping[str, ValueType]) -> None:
    if not value and rule.least == 0:
        return
    entries = value.split(rule.separator)
    _demand(rule.least <= len(entries) <= rule.most)
    _demand(not rule.unique or len(set(entries)) == len(entries))
    for entry in entries:
        _judge(entry, types[rule.of], types)


def _judge_pair(
    value: str, rule: PairOf, types: Mapping[str, ValueType], *, is_ordered: bool
) -> None:
    first, separator, second = value.partition(rule.separator)
    _demand(bool(separator))
    _judge(first, types[rule.first], types)
    _judge(second, types[rule.second], types)
    if is_ordered and first and second:
        _demand(float(first) <= float(second))
