"""How the page writes numbers and durations."""

from __future__ import annotations


def hours(minutes: int) -> str:
    """Write a duration: ``45 min``, ``1 h``, ``1 h 20 min``, with no-break spaces."""
    full, rest = divmod(minutes, 60)
    parts = [f"{full}\u00a0h"] if full else []
    return "\u00a0".join([*parts, f"{rest}\u00a0min"] if rest or not full else parts)


def number(value: float) -> str:
    """Write a number as in French: comma, no useless decimals."""
    return f"{value:g}".replace(".", ",")


def begun(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]
