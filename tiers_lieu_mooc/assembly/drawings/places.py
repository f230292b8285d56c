"""Lines and columns of a drawing, from the bytes before them."""

from __future__ import annotations

import re

__all__ = ["attribute_offset", "doctype_lines", "place_of"]

_LINE_END = re.compile(rb"\r\n?|\n")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_TAG_NAME = re.compile(rb"<[^\s/>]+")
_DOCTYPE = re.compile(rb"""<!DOCTYPE(?:[^>"']|"[^"]*"|'[^']*')*>""")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def place_of(content: bytes, offset: int) -> tuple[int, int]:
    """Give the line and the column, both from 1, of a byte of a text in UTF-8."""
    line, start = 1, len(_BYTE_ORDER_MARK) if content.startswith(_BYTE_ORDER_MARK) else 0
    for end in _LINE_END.finditer(content, 0, offset):
        line, start = line + 1, end.end()
    return line, len(content[start:offset].decode("utf-8", "replace")) + 1


def attribute_offset(content: bytes, tag: int, number: int) -> int:
    """Find the attribute of a tag that has so many before it, not counting namespaces."""
    name = _TAG_NAME.match(content, tag)
    start = name.end() if name else tag
    while found := _ATTRIBUTE.match(content, start):
        if found[1] != b"xmlns" and not found[1].startswith(b"xmlns:"):
            if number == 0:
                return found.start(1)
            number -= 1
        start = found.end()
    return tag


def doctype_lines(content: bytes, offset: int) -> tuple[int, int]:
    """Give the first and the last line of a document type without anything declared inside."""
    found = _DOCTYPE.match(content, offset)
    end = found.end() if found else offset
    return place_of(content, offset)[0], place_of(content, end)[0]
