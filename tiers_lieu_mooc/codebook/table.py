"""A reading key as a table: one line for each answer that a question may have.

Long rather than wide, so that a spreadsheet can filter it and look it up, and so that the program
reads it back whole, also after a spreadsheet has saved it again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tiers_lieu_mooc.codebook.entries import Code, Codebook, Entry, Role

HEADINGS = (
    "identifiant",
    "question",
    "partie",
    "sorte",
    "module",
    "où",
    "aussi",
    "objectif",
    "bonne réponse",
    "bonne réponse en mots",
    "rôle",
    "code",
    "en mots",
    "juste",
    "paquet",
    "titre du paquet",
    "source",
)
"""In the order of the file; a reader finds them by name."""

_VERDICTS = {True: "oui", False: "non", None: ""}
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"\A'(?='*[=+\-@\t\r])")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_OPEN = Code(Role.OPEN, "", "")


def as_csv(book: Codebook) -> bytes:
    """Write a reading key for spreadsheets.

    UTF-8 with a byte order mark, semicolons, CRLF: what Excel in French opens by a double click
    with accents and columns in place (a comma is its decimal sign, so it splits at semicolons), and
    what LibreOffice proposes by itself. A cell that begins like a formula is kept from being one.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_guarded(cell) for cell in line] for line in _lines(book))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _lines(book: Codebook) -> Iterator[tuple[str, ...]]:
    for entry in book.entries:
        for each in entry.codes or (_OPEN,):
            yield (
                entry.id,
                entry.question,
                entry.part,
                entry.kind,
                entry.module,
                entry.place,
                entry.also,
                entry.objective,
                entry.right,
                entry.right_words,
                each.role.value,
                each.code,
                each.words,
                _VERDICTS[each.is_right],
                book.name,
                book.title,
                entry.source,
            )


def _guarded(text: str) -> str:
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def codebook_in(rows: Iterable[Sequence[str]]) -> Codebook | None:
    """Read a reading key back from the rows of a table; None when it is none.

    Columns are found by name, so they may have moved, and others may stand between them. Lines
    without an identifier or with an unknown role are left out.
    """
    lines = iter(rows)
    heads = [cell.strip().casefold() for cell in next(lines, ())]
    if not {"identifiant", "question", "rôle", "code", "en mots"} <= {*heads}:
        return None
    places = {name: heads.index(name) for name in HEADINGS if name in heads}
    read = [_named(line, places) for line in lines]
    whole = [line for line in read if line["identifiant"] and line["rôle"] in {*Role}]
    whole.sort(key=_first_place(whole))
    first = whole[0] if whole else dict.fromkeys(HEADINGS, "")
    return Codebook(
        name=first["paquet"],
        title=first["titre du paquet"],
        entries=tuple(
            _entry(list(group)) for _, group in groupby(whole, key=lambda line: line["identifiant"])
        ),
    )


def _named(line: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    cells = {name: line[place] for name, place in places.items() if place < len(line)}
    return {name: _GUARDED.sub("", cells.get(name, ""), count=1) for name in HEADINGS}


def _first_place(lines: Sequence[Mapping[str, str]]) -> Callable[[Mapping[str, str]], int]:
    """Bring the lines of an identifier together where its first one stood: people sort tables."""
    first: dict[str, int] = {}
    for place, line in enumerate(lines):
        first.setdefault(line["identifiant"], place)
    return lambda line: first[line["identifiant"]]


def _entry(lines: Sequence[Mapping[str, str]]) -> Entry:
    line = lines[0]
    verdicts = {word: verdict for verdict, word in _VERDICTS.items()}
    return Entry(
        id=line["identifiant"],
        question=line["question"],
        part=line["partie"],
        kind=line["sorte"],
        module=line["module"],
        place=line["où"],
        also=line["aussi"],
        objective=line["objectif"],
        right=line["bonne réponse"],
        right_words=line["bonne réponse en mots"],
        codes=tuple(
            Code(Role(each["rôle"]), each["code"], each["en mots"], verdicts.get(each["juste"]))
            for each in lines
        ),
        source=line["source"],
    )
