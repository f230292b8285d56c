"""How many cells a workbook's sheets span, from its parts alone.

Readers lay out every cell between the first and the last that is filled: a blank in the last row
of a workbook of one kilobyte takes gigabytes. So the spans are told before one reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorm_export.archive import Archive

__all__ = ["widest_sheet"]

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
"""Of a cell (ECMA-376-1, 18.18.7, ST_CellRef)."""

_ODS_TOKEN = re.compile(
    rb"<table:(?P<what>table|table-row|(?:covered-)?table-cell)(?P<keys>\s[^<>]*)?/?>"
    rb"|(?P<end></table:table-row>)"
)
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"')
"""OpenDocument 1.3, part 3, 19.675 and 19.677."""


def widest_sheet(archive: Archive) -> int:
    """Give the cells of the largest sheet, between its first cell and the last that is filled.

    Returns:
        Rows times columns; 0 for what is no workbook of XML. Parts that are no XML count for what
        of them can be read.

    Raises:
        DamagedArchive: when a part cannot be unpacked.
    """
    spans = [0]
    for entry in archive.entries:
        if _SHEET.fullmatch(entry.name):
            spans.append(_xlsx(archive.content(entry)))
        elif entry.name == "content.xml":
            spans.extend(_ods(archive.content(entry)))
    return max(spans)


def _xlsx(sheet: bytes) -> int:
    rows = columns = 0
    for letters, digits in set(_REFERENCE.findall(sheet)):
        rows = max(rows, int(digits))
        columns = max(columns, _column(letters))
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _ods(content: bytes) -> Iterator[int]:
    rows = filled_rows = columns = width = filled_width = repeated = 0
    for token in _ODS_TOKEN.finditer(content):
        keys = token["keys"] or b""
        if token["end"]:
            rows += repeated
            if filled_width:
                filled_rows, columns = rows, max(columns, filled_width)
        elif token["what"] == b"table":
            yield filled_rows * columns
            rows = filled_rows = columns = 0
        elif token["what"] == b"table-row":
            width = filled_width = 0
            repeated = _times(keys)
        else:
            width += _times(keys)
            if b"value-type" in keys:
                filled_width = width
    yield filled_rows * columns


def _times(keys: bytes) -> int:
    found = _REPEATED.search(keys)
    return int(found[1]) if found else 1
