"""Figures as French readers write them."""

from __future__ import annotations


def percent(share: float) -> str:
    """Write a share of 1 as whole percents: ``46 %``."""
    return f"{100 * share:.0f}\u00a0%"


def number(value: float) -> str:
    """Write a number with two decimals, a comma and a true minus sign."""
    return f"{value:.2f}".replace(".", ",").replace("-", "\u2212")


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its noun: ``1 réponse``, ``1 234 réponses``."""
    grouped = f"{count:,}".replace(",", "\u202f")
    return f"{grouped}\u00a0{many if count > 1 else one}"


def asked(question: str, part: str) -> str:
    """Write a question with the part of it that is meant."""
    return f"{question} ({part})" if part else question
