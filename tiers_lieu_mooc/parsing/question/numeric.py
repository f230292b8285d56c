"""numérique: a number, with tolerance and unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tiers_lieu_mooc.parsing.options import decimal
from tiers_lieu_mooc.parsing.question.anatomy import Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw, Share
from tiers_lieu_mooc.parsing.question_drafts import RangeDraft, RangesBody
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.rules import expected
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["NUMERIC"]

_TO = re.compile(r"(?<=\s)à(?=\s)")
_MARGIN = re.compile(r"(?<!^)(?:±|\+/-|\+-)")
_MOST_COMPARED = 200
_AMBIGUOUS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")

Tolerance = Callable[[float], float]


def _read(raw: Raw) -> RangesBody | None:
    unit = french(raw.options.text("unité"))
    tolerance = _tolerance(raw)
    entries = raw.anatomy.entries
    if not raw.has_enough(len(entries), 1, "réponse", "- [x] 120"):
        return None
    found = [_range(raw, entry, tolerance, unit) for entry in entries]
    ranges = [each for each in found if each is not None]
    if not any(entry.is_right for entry in entries):
        raw.add(rules.NO_RIGHT_ANSWER, raw.at)
    _compare(raw, ranges)
    return RangesBody(tuple(ranges), unit)


def _tolerance(raw: Raw) -> Tolerance:
    """Read the margin that applies to a number given alone: absolute, or in percent of it."""
    text = raw.options.text("tolérance")
    is_percent = text.endswith("%")
    number = decimal(text.removesuffix("%").strip().removeprefix("±").strip()) if text else 0.0
    if number is None or number < 0 or _AMBIGUOUS.search(text):
        raw.options.refuse("tolérance", "un nombre ou un pourcentage", "5 %")
        number = 0.0
    per_unit, fixed = (number / 100, 0.0) if is_percent else (0.0, number)
    return lambda value: abs(value) * per_unit + fixed


def _range(raw: Raw, entry: Entry, tolerance: Tolerance, unit: str) -> RangeDraft | None:
    share = Share.of(raw, entry)
    typed = share.text.strip()
    text = typed.removesuffix(unit).strip() if unit else typed
    at = raw.at_entry(entry)
    if unclear := _AMBIGUOUS.search(text):
        raw.add(expected.AMBIGUOUS_NUMBER, at, text=unclear.group(), **_readings(unclear))
        return None
    bounds = _bounds(text, tolerance)
    if bounds is None:
        raw.add(rules.BAD_NUMBER, at, text=typed)
        return None
    if text != typed:
        raw.add(expected.UNIT_TWICE, at, unit=unit, text=text)
    is_right = bool(entry.is_right)
    return RangeDraft(
        at=at,
        low=bounds[0],
        high=bounds[1],
        text=french(text),
        is_right=is_right,
        share=(1.0 if is_right else 0.0) if share.value is None else max(0.0, share.value),
        feedback=raw.feedback(entry),
    )


def _readings(found: re.Match[str]) -> dict[str, str]:
    """Give both numbers that ``1.250`` may be, as the French write them."""
    whole, _, decimals = found.group().partition(".")
    shown = f"{whole},{decimals}".rstrip("0").rstrip(",")
    return {"thousands": f"{whole}\u00a0{decimals}", "decimal": shown}


def _bounds(text: str, tolerance: Tolerance) -> tuple[float, float] | None:
    if span := _TO.search(text):
        low, high = decimal(text[: span.start()]), decimal(text[span.end() :])
        return None if low is None or high is None else (min(low, high), max(low, high))
    if margin := _MARGIN.search(text):
        middle, width = decimal(text[: margin.start()]), decimal(text[margin.end() :])
        return None if middle is None or width is None else _around(middle, abs(width))
    number = decimal(text)
    return None if number is None else _around(number, tolerance(number))


def _around(middle: float, width: float) -> tuple[float, float]:
    # Ten significant digits hide what binary fractions add (120 * 0.05 = 6.000000000000001).
    return float(f"{middle - width:.10g}"), float(f"{middle + width:.10g}")


def _compare(raw: Raw, ranges: Sequence[RangeDraft]) -> None:
    for index, second in enumerate(ranges[:_MOST_COMPARED]):
        for first in ranges[:index]:
            if _is_same(first, second):
                line = first.at.line
                if first.is_right is second.is_right:
                    raw.add(rules.DUPLICATE_ANSWER, second.at, text=second.text, first=line)
                else:
                    raw.add(rules.CONTRADICTORY_ANSWER, second.at, text=second.text, first=line)
            elif _is_unclear(first, second):
                raw.add(
                    rules.OVERLAPPING_RANGES,
                    second.at,
                    text=second.text,
                    other=first.text,
                    first=first.at.line,
                )


def _is_same(first: RangeDraft, second: RangeDraft) -> bool:
    return (first.low, first.high) == (second.low, second.high)


def _is_unclear(first: RangeDraft, second: RangeDraft) -> bool:
    """Tell whether a number gets the better of two results for no visible reason.

    A wide interval around a precise one, worth less, is how approximate answers are accepted.
    """
    if first.high < second.low or second.high < first.low or first.share == second.share:
        return False
    better, worse = (first, second) if first.share > second.share else (second, first)
    is_around = worse.low <= better.low and better.high <= worse.high
    return not (is_around and worse.is_right)


NUMERIC = Kind("numérique", EntryStyle.BOXES, _read, options=("unité", "tolérance"))
