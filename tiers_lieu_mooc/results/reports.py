"""Rows of a report → what each person answered, without who it was.

Two reports are read: Moodle's « Interactions » of a SCORM activity, and the journal that the
preview lets designers download. Of the first, only the columns of questions and the number of the
attempt are taken; names, addresses and dates are left behind before anything is kept. That a line
stands there twice is told by a hash of all its cells, which is forgotten with the reading.

Source of the columns: Moodle 4.5, ``mod/scorm/report/interactions/classes/report.php`` and its
strings ``questionx``, ``responsex``, ``rightanswerx``, ``resultx`` in English and French.
"""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiers_lieu_mooc.results.tables import Row, Unreadable


class Given(NamedTuple):
    """One answer as the LMS shows it; "" for an empty cell, None where the report has no column."""

    id: str
    response: str | None = None
    right: str | None = None
    result: str | None = None


class Sitting(NamedTuple):
    """The answers of one attempt of one person, who stays unknown; ``attempt`` counts from 1."""

    attempt: int
    given: tuple[Given, ...]


class Report(NamedTuple):
    """What one file says.

    Attributes:
        lacks: what it has no column for, ``id``, ``response``, ``right``, ``result`` or
            ``attempt``, with the numbers of the questions that lack it; () for all of them.
        again: lines that were there twice, and count once.
        has_people: whether lines say whose they are, so that two equal ones are one person's.
        is_journal: whether it is the preview's, of a trial by the designer.
    """

    sittings: tuple[Sitting, ...]
    lacks: Mapping[str, tuple[str, ...]]
    again: int = 0
    has_people: bool = True
    is_journal: bool = False


_LINES_BEFORE_HEAD = 20
"""Lines with titles that people put above the table."""

_FIELDS = {
    "id": r"question",
    "response": r"response|reponse",
    "right": r"right answer|reponse correcte|bonne reponse|reponse juste",
    "result": r"result|resultat",
}
_COLUMNS = {name: re.compile(rf"(?:{words}) (\d{{1,4}})") for name, words in _FIELDS.items()}
_ATTEMPT = frozenset({"attempt", "tentative"})
_WHO = frozenset(
    {
        *("nom", "nom complet", "prenom", "nom de famille", "prenom/nom", "prenom / nom"),
        *(
            "adresse de courriel",
            "nom d'utilisateur",
            "nom d’utilisateur",
            "numero d'identification",
        ),
        *("name", "full name", "first name", "last name", "first name/last name"),
        *("first name / last name", "email address", "username", "id number"),
    }
)
"""Columns that say who a line is about: looked for, never read."""
_JOURNAL = ("heure", "appel", "reponse", "remarques")
_KEY = frozenset({"identifiant", "role", "code"})
_CALL = re.compile(
    r'(?:LMS)?SetValue\("cmi\.interactions\.(\d{1,5})\.'
    r'(id|student_response|learner_response|result|correct_responses\.\d+\.pattern)", "(.*)"\)',
    re.DOTALL,
)

_CHOOSE = (
    "dans Moodle, ouvrez l’activité, puis « Rapports », et choisissez « Rapport d’interactions » "
    "(« Interactions report ») avant de télécharger"
)
_TICK = (
    "sous le rapport, dans « Préférences de cette seule page », cochez les quatre cases qui "
    "commencent par « Résumé » (« Summary »), enregistrez, puis téléchargez de nouveau"
)


def report_in(rows: Iterable[Row]) -> Report:
    """Take the answers out of a report.

    Raises:
        Unreadable: when it is no report that has answers; the message says what to do.
    """
    lines = iter(rows)
    first = list(itertools.islice(lines, _LINES_BEFORE_HEAD))
    for place, row in enumerate(first):
        heads = [_folded(cell) for cell in row]
        rest = itertools.chain(first[place + 1 :], lines)
        if any(_COLUMNS[name].fullmatch(head) for head in heads for name in ("id", "response")):
            return _moodle(heads, rest)
        if tuple(heads[: len(_JOURNAL)]) == _JOURNAL:
            return _journal(rest)
        _refuse_others(heads)
    raise Unreadable(f"ce tableau n’est pas un rapport de réponses ; {_CHOOSE}")


def _refuse_others(heads: Sequence[str]) -> None:
    if {*heads} >= _KEY:
        raise Unreadable(
            "c’est une clé de lecture ; donnez-la après « --cle », et le rapport avant"
        )
    if {*heads} & _ATTEMPT:
        raise Unreadable(f"ce rapport de Moodle ne contient pas les réponses ; {_CHOOSE}")


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", html.unescape(text).casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())


# Moodle


def _moodle(heads: Sequence[str], rows: Iterable[Row]) -> Report:
    columns = _question_columns(heads)
    if not any("id" in fields for fields in columns.values()):
        raise Unreadable(f"ce rapport ne dit pas de quelle question il s’agit ; {_TICK}")
    if not any(fields.keys() & {"response", "result"} for fields in columns.values()):
        raise Unreadable(f"ce rapport ne contient que les questions, sans les réponses ; {_TICK}")
    attempt = next((place for place, head in enumerate(heads) if head in _ATTEMPT), None)
    has_people = bool(_WHO & {*heads})
    seen: set[int] = set()
    has_rows, again, sittings, is_counted = False, 0, [], attempt is not None
    for row in rows:
        has_rows = has_rows or any(row)
        given = tuple(_given(row, columns.values()))
        if not given:
            continue
        mark = hash(tuple(row))
        if has_people and mark in seen:
            again += 1
            continue
        seen.add(mark)
        number = _number(_cell(row, attempt))
        is_counted = is_counted and number is not None
        sittings.append(Sitting(number or 1, given))
    if not sittings:
        raise Unreadable(_nothing(len(columns)) if has_rows else "ce rapport n’a aucune ligne")
    lacks = _lacking(columns) | ({} if is_counted else {"attempt": ()})
    return Report(tuple(sittings), lacks, again, has_people)


def _lacking(columns: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, ...]]:
    """Tell which columns are missing, and of which questions; () for all of them."""
    without = {
        name: tuple(number for number, fields in columns.items() if name not in fields)
        for name in _FIELDS
    }
    return {
        name: () if len(numbers) == len(columns) else numbers
        for name, numbers in without.items()
        if numbers
    }


def _question_columns(heads: Sequence[str]) -> dict[str, dict[str, int]]:
    """Find the columns of each question, by its number in the report."""
    columns: dict[str, dict[str, int]] = {}
    for place, head in enumerate(heads):
        for name, pattern in _COLUMNS.items():
            found = pattern.fullmatch(head)
            if found:
                columns.setdefault(found[1], {})[name] = place
    return columns


def _given(row: Row, columns: Iterable[Mapping[str, int]]) -> Iterator[Given]:
    found: dict[str, Given] = {}
    for fields in columns:
        each = Given(**{"id": ""} | {name: _cell(row, place) for name, place in fields.items()})
        name = each.id
        if name:
            # A row that is written twice holds the later answer further on.
            found[name] = each
    yield from found.values()


def _cell(row: Row, place: int | None) -> str:
    """Give a cell as its learner's page wrote it: Moodle escapes what it shows, in files too."""
    return html.unescape(row[place]).strip() if place is not None and place < len(row) else ""


def _number(text: str) -> int | None:
    """Give the number of an attempt; None for a cell that holds none."""
    found = re.search(r"\d{1,4}", text, re.ASCII)
    return int(found[0]) if found else None


def _nothing(questions: int) -> str:
    if questions > 1:
        return "personne n’a encore répondu à une question dans ce rapport"
    return (
        "ce rapport ne contient aucune réponse. Ou bien personne n’a encore répondu, ou bien le "
        "paquet déposé est en SCORM 2004 : Moodle enregistre ses réponses, mais son rapport n’en "
        "montre qu’une « Question 0 » vide. Pour la prochaine session, déposez le paquet "
        "« …-scorm12.zip » dans une nouvelle activité"
    )


# The preview's journal


def _journal(rows: Iterable[Row]) -> Report:
    lines: dict[str, dict[str, str]] = {}
    for row in rows:
        found = _CALL.fullmatch(row[1].removeprefix("'")) if len(row) > 1 else None
        if found is None:
            continue
        number, field, value = found.groups()
        if field == "id" and lines.get(number, {}).get("id") != value:
            lines[number] = {}
        name = field.replace("student_", "").replace("learner_", "")
        name = "right" if name.startswith("correct") else name
        lines.setdefault(number, {})[name] = value
    given = {each["id"]: Given(**each) for each in lines.values() if "id" in each}
    if not given:
        raise Unreadable(
            "ce journal ne contient aucune réponse ; répondez à des questions dans l’aperçu, "
            "montrez « Tous les appels », puis téléchargez-le de nouveau"
        )
    return Report((Sitting(1, tuple(given.values())),), {}, is_journal=True)
