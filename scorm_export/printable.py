"""Text and JSON in which everything can be seen, wherever they are printed."""

from __future__ import annotations

import json
import unicodedata

__all__ = ["json_text", "printable"]

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of what drives a terminal, reorders a line, or cannot be encoded."""


def printable(text: str) -> str:
    """Write what cannot be printed by its number."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


def json_text(document: object) -> str:
    """Write a document as JSON, indented: letters as they are, by its number what nobody sees.

    A name with U+202E in it would otherwise be read backwards in a terminal or a log.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    for character in set(text) - {"\n"}:
        if unicodedata.category(character) in _UNSEEN:
            text = text.replace(character, json.dumps(character)[1:-1])
    return f"{text}\n"
