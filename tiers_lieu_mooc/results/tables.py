"""A file that people exported or saved again → rows of text, whatever kind of table it is.

What a file is, is told by its first bytes, never by its name: Moodle has named workbooks ``.xls``
and tab-separated text ``.txt``.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scorm_export.archive import DamagedArchive, opened
from scorm_export.standard import MANIFEST_NAME
from tiers_lieu_mooc.results.extents import widest_sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Row = Sequence[str]

LARGEST_WORKBOOK_BYTES = 300_000_000
"""Unpacked. A report of 5,000 people with 80 questions has a third of that."""

MOST_CELLS = 15_000_000
"""Of a sheet, empty ones included; laid out they take some 500 MB. That report has half of it."""

_SAMPLE_BYTES = 1 << 16
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = "\t;,"
_LINES_TO_JUDGE = 20
"""Enough to reach the head of the table under a title, for telling what separates its cells."""


class Unreadable(Exception):  # noqa: N818 -- the name says what is wrong
    """The file is no table; the message says in French what it is and what to do."""


def rows_of(path: Path) -> Iterator[Row]:
    """Read the rows of a table, those of a workbook's first sheet that has any.

    Text is read as it is asked for, so its size does not matter.

    Raises:
        OSError: when the file cannot be read.
        Unreadable: when it is no table.
    """
    with path.open("rb") as file:
        start = file.read(_SAMPLE_BYTES)
    if start.startswith((_ZIP, _OLD_EXCEL)):
        return _workbook_rows(path, is_zip=start.startswith(_ZIP))
    _refuse_others(start)
    return _text_rows(path, _encoding(path, start))


def _refuse_others(start: bytes) -> None:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not text:
        raise Unreadable("ce fichier est vide ; exportez le rapport de nouveau")
    if text.startswith(b"%pdf"):
        raise Unreadable("c’est un PDF ; exportez le rapport au format ODS, Excel ou texte")
    if text.startswith((b"<!doctype html", b"<html")):
        raise Unreadable(
            "c’est une page web ; donnez un tableau : pour le rapport, le fichier que la "
            "plateforme fait télécharger, pour la clé, celui dont le nom finit par « .csv »"
        )


# Workbooks


def _workbook_rows(path: Path, *, is_zip: bool) -> Iterator[Row]:
    # Only here: the library takes time to load, and text does without.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    if is_zip:
        _check_zip(path)
    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            sheets = [book.get_sheet_by_index(place) for place in range(len(book.sheet_names))]
    except (CalamineError, OSError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise
        raise Unreadable(
            "ce classeur est abîmé, protégé par un mot de passe, ou n’en est pas un ; "
            "exportez le rapport de nouveau"
        ) from fault
    return next((_sheet_rows(sheet) for sheet in sheets if sheet.height), iter(()))


def _check_zip(path: Path) -> None:
    try:
        with opened(path) as archive:
            names = {entry.name for entry in archive.entries}
            size = sum(entry.size_bytes for entry in archive.entries)
            cells = widest_sheet(archive) if size <= LARGEST_WORKBOOK_BYTES else 0
    except DamagedArchive as fault:
        raise Unreadable("ce classeur est abîmé ; exportez le rapport de nouveau") from fault
    if MANIFEST_NAME in names:
        raise Unreadable(
            "c’est un paquet SCORM ; donnez le rapport que la plateforme fait télécharger"
        )
    if size > LARGEST_WORKBOOK_BYTES:
        raise Unreadable(
            "ce classeur est trop grand ; exportez le rapport au format texte, "
            "dont la taille ne compte pas"
        )
    if cells > MOST_CELLS:
        raise Unreadable(
            "une case de ce classeur est remplie très loin des autres ; "
            "exportez le rapport de nouveau, ou au format texte"
        )


def _sheet_rows(sheet: CalamineSheet) -> Iterator[Row]:
    for row in sheet.iter_rows():
        yield [_text_of(cell) for cell in row]


def _text_of(cell: object) -> str:
    """Write a cell as the report had it: workbooks keep « 3 » as the number 3.0."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


# Text


def _encoding(path: Path, start: bytes) -> str:
    """Tell how a text is written: UTF-16 by its mark or its zeros, UTF-8 when all of it is, else
    Windows-1252, in which Excel saves « CSV ».
    """
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros = start.count(0)
    if zeros:
        if zeros < len(start) / 4:
            raise Unreadable("ce fichier n’est pas un tableau ; exportez le rapport de nouveau")
        return "utf-16-be" if start[0] == 0 else "utf-16-le"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while piece := file.read(_SAMPLE_BYTES):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _text_rows(path: Path, encoding: str) -> Iterator[Row]:
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        try:
            first = list(itertools.islice(lines, _LINES_TO_JUDGE))
            if first and first[0].lower().startswith("sep=") and len(first[0]) > 4:
                delimiter = first.pop(0)[4]
            else:
                delimiter = max(_DELIMITERS, key=lambda each: _evenness(first, each))
            yield from csv.reader(itertools.chain(first, lines), delimiter=delimiter)
        except (csv.Error, TypeError) as fault:
            raise Unreadable(
                "ce fichier n’est pas un tableau, ou il est abîmé ; exportez le rapport de nouveau"
            ) from fault


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    """Tell how many lines have as many cells as most have, and how many cells that is.

    Cells hold commas and semicolons of their own, but not as many in each line.
    """
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return count, width
