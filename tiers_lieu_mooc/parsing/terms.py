"""The glossary's names, as links to it are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tiers_lieu_mooc.parsing.drafts import TermDraft
from tiers_lieu_mooc.parsing.words import fold, singular

__all__ = ["TermIndex", "term_index"]

TermIndex = Mapping[str, str]
"""Folded names, variants and identifiers, in the singular too → identifiers."""


def term_index(terms: Iterable[TermDraft]) -> TermIndex:
    """Make the index; a name wins over a variant, an exact form over a singular one."""
    kept = tuple(terms)
    exact: dict[str, str] = {}
    for term in kept:
        exact.setdefault(fold(term.name), term.id)
        exact.setdefault(term.id, term.id)
    for term in kept:
        for variant in term.variants:
            exact.setdefault(fold(variant), term.id)
    return {singular(form): name for form, name in reversed(exact.items())} | exact
