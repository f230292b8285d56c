"""Comparing names as people type them: no case, no accents, near misses."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "\u2011": "-", "\u2010": "-"})
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_PLURAL = re.compile(r"(?<=\w\w)[sx](?=-|$)")
_SPACES = re.compile(r"[\s_-]+")


def without_accents(text: str) -> str:
    """Lower a text and drop its accents; ``œ`` and ``æ`` come apart, apostrophes are one."""
    lowered = text.casefold().translate(_LIGATURES)
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFD", lowered)
    return "".join(each for each in parts if not unicodedata.combining(each))


@functools.lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Give the form under which keys, container names and kinds are compared.

    No case, no accents; spaces of any kind, hyphens and underscores are one.
    """
    return _SPACES.sub("-", without_accents(name)).strip("-")


def singular(form: str) -> str:
    """Drop the plural marks of a folded name."""
    return _PLURAL.sub("", form)


def slug(text: str) -> str:
    """Make an identifier of a text: ASCII letters, digits and hyphens, 63 at most; may be ""."""
    return _NOT_NAME.sub("-", without_accents(text)).strip("-")[:63].strip("-")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant, if one is near enough."""
    by_form = {fold(each): each for each in known}
    found = difflib.get_close_matches(fold(name), by_form, n=1, cutoff=0.6)
    return by_form[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], *, in_brackets: bool = False) -> str:
    """Write « vouliez-vous dire … ? » for the nearest known name; "" when none is near.

    Args:
        name: what was typed.
        known: what exists.
        in_brackets: written after a sentence (`` (…)``) instead of before one (``… ; ``).
    """
    found = nearest(name, known)
    if found is None:
        return ""
    asked = f"vouliez-vous dire «\u00a0{found}\u00a0»\u00a0?"
    return f" ({asked})" if in_brackets else f"{asked} "
