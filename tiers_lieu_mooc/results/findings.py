"""What could not be read for certain, with what to do about it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tiers_lieu_mooc.codebook import Codebook
from tiers_lieu_mooc.results.columns import lacking
from tiers_lieu_mooc.results.measures import (
    LEAST_ANSWERS,
    LEAST_FOR_LINK,
    LEAST_SAME_TEXT,
    Measure,
    Strangers,
)
from tiers_lieu_mooc.results.remark import Remark, named
from tiers_lieu_mooc.results.reports import Report, Sitting
from tiers_lieu_mooc.results.wording import counted

_MOST_NAMES = 8
_LEAST_IN_ROW = 5
"""Answers from which on a row is unlikely to be another person's by chance."""

_SHARE_TWICE = 0.25
"""Of the smaller report's rows: some people do answer all alike, not so many of them."""

_IDENTIFIER = re.compile(r"(?=.*_)[a-z0-9_]{3,80}(\.\d{1,2})?")
"""What nearly all our packages report. A typed answer or a name may have slid into the column, and
looks like an identifier of one word: those are only counted."""

_VALUES = re.compile(r"correct|wrong|incorrect|neutral|[a-z0-9](?:[,.][a-z0-9])*")
"""What stands in the columns of responses and results."""


def remarks_on(
    book: Codebook,
    reports: Sequence[Report],
    kept: Sequence[Sitting],
    strangers: Strangers,
    measures: Sequence[Measure],
) -> list[Remark]:
    """Say what of the reports is not in the figures, and what makes them doubtful."""
    read = sum(len(report.sittings) for report in reports)
    return [
        *(remark for place in range(len(reports)) for remark in _repeated(place, reports)),
        *_recurring(reports),
        *(remark for place in range(len(reports)) for remark in lacking(place, reports)),
        *_unknown(book, strangers),
        *_other_version(strangers),
        *_left_out(read - len(kept)),
        *_few(len(kept), measures, is_trial=all(report.is_journal for report in reports)),
    ]


def _repeated(place: int, reports: Sequence[Report]) -> Iterator[Remark]:
    """Say when a report has lines twice: those of one person count once."""
    report = reports[place]
    if report.again:
        yield Remark(
            f"{counted(report.again, 'ligne est', 'lignes sont')} plusieurs fois dans "
            f"{named(place, reports)}, mot pour mot : chaque personne est comptée une fois.",
            is_fault=False,
        )
    rows = _rows(report.sittings, _fields(report))
    twice = rows.total() - len(rows)
    if not report.has_people and twice >= max(2, _SHARE_TWICE * rows.total()):
        yield Remark(
            f"{counted(twice, 'ligne répète', 'lignes répètent')} les réponses d’une autre dans "
            f"{named(place, reports)}, qui ne dit plus de qui elles sont : des personnes y sont "
            "sans doute comptées deux fois.",
            "Téléchargez de nouveau le rapport, sans en retirer de colonne.",
        )


def _recurring(reports: Sequence[Report]) -> Iterator[Remark]:
    """Say when two reports hold the same people, by their answers."""
    for one, other in combinations(range(len(reports)), 2):
        fields = _fields(reports[one]) & _fields(reports[other])
        rows = _rows(reports[one].sittings, fields)
        other_rows = _rows(reports[other].sittings, fields)
        both = (rows & other_rows).total()
        if both and both >= _SHARE_TWICE * min(rows.total(), other_rows.total()):
            alike = counted(
                both, "ligne de réponses est la même", "lignes de réponses sont les mêmes"
            )
            yield Remark(
                f"{alike} dans {named(one, reports)} et {named(other, reports)} : les mêmes "
                "personnes y sont sans doute comptées deux fois.",
                "Donnez un seul rapport par activité, le plus récent : il contient déjà les "
                "anciens.",
            )


def _fields(report: Report) -> frozenset[str]:
    return frozenset(each for each in ("response", "result") if each not in report.lacks)


def _rows(
    sittings: Iterable[Sitting], fields: frozenset[str]
) -> Counter[frozenset[tuple[str, ...]]]:
    """Count rows by their questions and what is known of each: reports may show more or less."""
    return Counter(
        frozenset(
            (given.id, *(getattr(given, each) or "" for each in sorted(fields)))
            for given in sitting.given
        )
        for sitting in sittings
        if fields and len(sitting.given) >= _LEAST_IN_ROW
    )


def _unknown(book: Codebook, strangers: Strangers) -> Iterator[Remark]:
    if not strangers.ids:
        return
    shown = [
        name
        for name, people in strangers.ids.items()
        if people >= LEAST_SAME_TEXT and _IDENTIFIER.fullmatch(name)
    ]
    listed = f" : {_listed(shown)}" if shown else ""
    count = len(strangers.ids)
    one = "identifiant du rapport est inconnu de la clé"
    many = "identifiants du rapport sont inconnus de la clé"
    left = "Leurs réponses ne sont" if count > 1 else "Ses réponses ne sont"
    yield Remark(
        f"{counted(count, one, many)}{listed}. {left} pas comptées.", _why(book, strangers)
    )


def has_moved_heads(strangers: Strangers) -> bool:
    """Tell whether most of what stands under « Question » are answers or results."""
    values = sum(people for name, people in strangers.ids.items() if _VALUES.fullmatch(name))
    return 2 * values > strangers.ids.total()


def _why(book: Codebook, strangers: Strangers) -> str:
    if has_moved_heads(strangers):
        return (
            "Sous les titres « Question » il y a des réponses ou des résultats : les titres ne "
            "sont plus au-dessus de leurs colonnes. Téléchargez de nouveau le rapport."
        )
    return (
        f"La clé est celle de « {book.name} ». Prenez celle qui a été fabriquée avec le paquet "
        "déposé sur la plateforme : une question ajoutée, retirée ou renommée depuis n’y est pas."
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


def _few(people: int, measures: Sequence[Measure], *, is_trial: bool) -> Iterator[Remark]:
    """Ask for caution by the answers that each graded question has: a quiz draws some for each."""
    graded = [each.answers for each in measures if each.answers and each.entry.is_graded]
    few = [answers for answers in graded if answers < LEAST_FOR_LINK]
    if people < LEAST_ANSWERS and is_trial:
        yield Remark(
            f"{counted(people, 'essai', 'essais')} dans l’aperçu : ce qui a été répondu est "
            "montré, rien n’en est conclu.",
            is_fault=False,
        )
    elif people < LEAST_ANSWERS:
        yield Remark(
            f"{counted(people, 'personne', 'personnes')} : trop peu pour conclure quoi que ce "
            "soit, et pour montrer des réponses sans montrer qui les a données.",
            f"Attendez qu’au moins {LEAST_ANSWERS} personnes aient répondu, ou réunissez plusieurs "
            "sessions en donnant plusieurs rapports à la même commande.",
            is_fault=False,
        )
    elif few:
        rarest = sorted(few)[: math.ceil(len(few) / 2)]
        needed = math.ceil(people * LEAST_FOR_LINK * len(rarest) / sum(rarest) / 5) * 5
        which = (
            "Toutes les questions notées ont"
            if len(few) == len(graded)
            else f"{counted(len(few), 'question', 'questions')} sur {len(graded)} "
            f"{'ont' if len(few) > 1 else 'a'}"
        )
        yield Remark(
            f"{which} moins de {LEAST_FOR_LINK} réponses : prudence. Une seule personne peut y "
            f"déplacer une réussite de {100 // LEAST_FOR_LINK} points ou davantage, et le lien "
            "avec le reste ne s’y calcule pas.",
            f"Avec environ {needed} personnes, elles en auraient {LEAST_FOR_LINK}. D’ici là, "
            "prenez ce qui les concerne pour des pistes.",
            is_fault=False,
        )


def _listed(names: Iterable[str]) -> str:
    found = sorted(names)
    rest = f" et {len(found) - _MOST_NAMES} autres" if len(found) > _MOST_NAMES else ""
    return ", ".join(found[:_MOST_NAMES]) + rest
