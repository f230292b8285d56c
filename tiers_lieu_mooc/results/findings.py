"""What could not be read for certain, with what to do about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Codebook
from tiers_lieu_mooc.results.measures import LEAST_ANSWERS, LEAST_FOR_LINK, Strangers
from tiers_lieu_mooc.results.reports import Sitting
from tiers_lieu_mooc.results.wording import counted

_MOST_NAMES = 8
_LEAST_IN_ROW = 5
"""Answers from which on a row is unlikely to be another person's by chance."""

_SHARE_TWICE = 0.25
"""Of the smaller report's rows: some people do answer all alike, not so many of them."""

_IDENTIFIER = re.compile(r"[A-Za-z0-9_.]{1,80}")
"""What our packages report. Anything else may be a name that slid into the wrong column."""


class Remark(NamedTuple):
    """One sentence, and what to do.

    Attributes:
        is_fault: whether figures may be wrong or missing for it.
    """

    message: str
    mend: str = ""
    is_fault: bool = True


def remarks_on(
    book: Codebook, sittings: Sequence[Sitting], kept: Sequence[Sitting], strangers: Strangers
) -> list[Remark]:
    """Say what of the report is not in the figures, and what makes them doubtful."""
    return [
        *_unknown(book, strangers),
        *_other_version(strangers),
        *_without_results(kept),
        *_left_out(len(sittings) - len(kept)),
        *_few(len(kept)),
    ]


def recurring(
    one: tuple[str, Sequence[Sitting]], other: tuple[str, Sequence[Sitting]]
) -> Iterator[Remark]:
    """Say when two reports, each with its file's name, hold the same people, by their answers."""
    rows, other_rows = _rows(one[1]), _rows(other[1])
    both = (rows & other_rows).total()
    if both and both >= _SHARE_TWICE * min(rows.total(), other_rows.total()):
        alike = counted(both, "ligne de réponses est la même", "lignes de réponses sont les mêmes")
        named = " et ".join(f"« {each} »" for each in dict.fromkeys([one[0], other[0]]))
        where = f"dans {named}" if one[0] != other[0] else f"dans {named}, donné deux fois"
        yield Remark(
            f"{alike} {where} : les mêmes personnes y sont sans doute comptées deux fois.",
            "Donnez un seul rapport par activité, le plus récent : il contient déjà les anciens.",
        )


def _rows(sittings: Iterable[Sitting]) -> Counter[frozenset[tuple[str, str]]]:
    """Count rows by their questions and responses: reports may show more or fewer columns."""
    return Counter(
        frozenset((given.id, given.response) for given in sitting.given)
        for sitting in sittings
        if len(sitting.given) >= _LEAST_IN_ROW
    )


def _unknown(book: Codebook, strangers: Strangers) -> Iterator[Remark]:
    if not strangers.ids:
        return
    shown = _listed(name for name in strangers.ids if _IDENTIFIER.fullmatch(name))
    named = f" : {shown}" if shown else ""
    count = len(strangers.ids)
    one = "identifiant du rapport est inconnu de la clé"
    many = "identifiants du rapport sont inconnus de la clé"
    left = "Leurs réponses ne sont" if count > 1 else "Ses réponses ne sont"
    yield Remark(
        f"{counted(count, one, many)}{named}. {left} pas comptées.",
        f"La clé est celle de « {book.name} ». Prenez celle qui a été fabriquée avec le paquet "
        "déposé sur la plateforme : une question ajoutée, retirée ou renommée depuis n’y est pas.",
    )


def _other_version(strangers: Strangers) -> Iterator[Remark]:
    names = dict.fromkeys([*strangers.codes, *strangers.other_rights])
    if names:
        yield Remark(
            "La clé ne va pas avec le paquet que les personnes ont eu : les réponses, ou la bonne "
            f"réponse, n’y sont pas les mêmes pour {_listed(names)}.",
            "Refaites la lecture avec la clé fabriquée en même temps que le paquet déposé ; sinon "
            "les mots ci-dessous peuvent être ceux d’une autre réponse.",
        )


def _without_results(kept: Iterable[Sitting]) -> Iterator[Remark]:
    if not any(given.result for sitting in kept for given in sitting.given):
        yield Remark(
            "Le rapport ne dit pas ce qui est juste : les réponses en lettres sont jugées d’après "
            "la clé, tout ou rien ; les réponses tapées ne le sont pas.",
            "Pour avoir les points, cochez sous le rapport les quatre cases qui commencent par "
            "« Résumé », puis téléchargez de nouveau.",
            is_fault=False,
        )


def _left_out(count: int) -> Iterator[Remark]:
    if count:
        sittings = counted(
            count,
            "tentative suivante n’est pas comptée",
            "tentatives suivantes ne sont pas comptées",
        )
        yield Remark(
            f"{sittings} : chaque personne compte une fois, par sa première tentative.",
            is_fault=False,
        )


def _few(count: int) -> Iterator[Remark]:
    people = counted(count, "personne", "personnes")
    if count < LEAST_ANSWERS:
        yield Remark(
            f"{people} : trop peu pour conclure quoi que ce soit.",
            f"Attendez qu’au moins {LEAST_ANSWERS} personnes aient répondu, ou réunissez plusieurs "
            "sessions en donnant plusieurs rapports à la même commande.",
            is_fault=False,
        )
    elif count < LEAST_FOR_LINK:
        yield Remark(
            f"{people} : prudence. À moins de {LEAST_FOR_LINK}, une seule peut déplacer une "
            f"réussite de {100 // LEAST_FOR_LINK} points ou davantage, et le lien avec le reste ne "
            "se calcule pas.",
            "Prenez ce qui suit pour des pistes, à confirmer avec une autre session.",
            is_fault=False,
        )


def _listed(names: Iterable[str]) -> str:
    found = sorted(names)
    rest = f" et {len(found) - _MOST_NAMES} autres" if len(found) > _MOST_NAMES else ""
    return ", ".join(found[:_MOST_NAMES]) + rest
