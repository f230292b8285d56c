"""Columns that a report does not have → what can no longer be said for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiers_lieu_mooc.results.remark import Remark, named
from tiers_lieu_mooc.results.reports import Report

_TICK = (
    "Cochez sous le rapport les quatre cases qui commencent par « Résumé » (« Summary »), "
    "enregistrez, puis téléchargez de nouveau."
)
_WHOLE = "Téléchargez de nouveau le rapport, sans en retirer de colonne."

_HEADS = {
    "id": "Question",
    "response": "Réponse",
    "right": "Réponse correcte",
    "result": "Résultat",
    "attempt": "Tentative",
}
_ENGLISH = {
    "id": "Question",
    "response": "Response",
    "right": "Right answer",
    "result": "Result",
    "attempt": "Attempt",
}

_SAYING: dict[str, tuple[str, str, bool]] = {
    "attempt": (
        "qui a fait plusieurs tentatives est compté plusieurs fois.",
        _WHOLE,
        True,
    ),
    "id": (
        "ce qui se trouve dans leurs autres colonnes n’est pas compté.",
        _TICK,
        True,
    ),
    "response": (
        "on ne sait pas quelle réponse a été choisie. Aucune n’est montrée pour ces questions, et "
        "rien n’en est conclu.",
        _TICK,
        True,
    ),
    "result": (
        "il ne dit pas ce qui est juste : les réponses en lettres sont jugées d’après la clé, tout "
        "ou rien ; les réponses tapées ne le sont pas.",
        _TICK,
        False,
    ),
    "right": (
        "rien ne vérifie que la clé est celle du paquet déposé.",
        _TICK,
        False,
    ),
}
"""What follows from a column's absence, what to do, and whether figures may be wrong for it."""


def lacking(place: int, reports: Sequence[Report]) -> Iterator[Remark]:
    """Say for each column that a report does not have what follows from it."""
    for field, (saying, mend, is_fault) in _SAYING.items():
        numbers = reports[place].lacks.get(field)
        if numbers is not None:
            which = _columns(field, numbers)
            yield Remark(
                f"Il manque dans {named(place, reports)} {which} : {saying}", mend, is_fault
            )


def _columns(field: str, numbers: Sequence[str]) -> str:
    """Name columns in both languages; those of a few questions by their numbers."""
    head, english = _HEADS[field], _ENGLISH[field]
    if field == "attempt":
        return f"la colonne « {head} » (« {english} »), ou ce qui doit y être"
    if not numbers:
        return f"les colonnes « {head} » (« {english} »)"
    listed = ", ".join(f"« {head} {number} »" for number in numbers[:5])
    return (
        ("les colonnes " if len(numbers) > 1 else "la colonne ")
        + listed
        + (f" et {len(numbers) - 5} autres" if len(numbers) > 5 else "")
    )
