"""Figures as French readers write them."""

from __future__ import annotations

import math

_SLIP = 1e-9
"""What binary fractions lack: 0.145 is stored as a little less."""


def percent(share: float) -> str:
    """Write a share of 1 as whole percents, halves up as people round: ``46 %``."""
    return f"{math.floor(100 * share + 0.5 + _SLIP)}\u00a0%"


def number(value: float) -> str:
    """Write a number with two decimals, halves away from 0, a comma and a true minus sign."""
    hundredths = math.floor(100 * abs(value) + 0.5 + _SLIP)
    sign = "\u2212" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100},{hundredths % 100:02d}"


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its noun: ``1 réponse``, ``1 234 réponses``."""
    grouped = f"{count:,}".replace(",", "\u202f")
    return f"{grouped}\u00a0{many if count > 1 else one}"


def asked(question: str, part: str) -> str:
    """Write a question with the part of it that is meant."""
    return f"{question} ({part})" if part else question


def located(source: str) -> str:
    """Write where a question stands in the sources: ``a/b.md, ligne 12``; "" when it is unknown."""
    path, _, line = source.rpartition(":")
    return f"{path}, ligne {line}" if path else source
