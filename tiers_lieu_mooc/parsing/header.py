"""The settings between two ``---`` lines that lessons and banks begin with."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.fields import Fields
from tiers_lieu_mooc.parsing.settings import Mapping, read_settings
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import settings as rules
from tiers_lieu_mooc.rules import source as source_rules

__all__ = ["header_of"]

_EMPTY = Mapping((), 1, 1)


def header_of(sheet: Sheet, keys: tuple[str, ...], example: str) -> tuple[Fields, int]:
    """Read a header.

    Returns:
        Its fields (none when it is missing or broken, which is then reported), and the first
        line after it.
    """
    lines = sheet.lines
    if not sheet.source.text.strip():
        sheet.add(source_rules.EMPTY_FILE, sheet.at(1))
        return Fields(sheet, _EMPTY, keys, is_broken=True), 1
    if lines[0].rstrip() != "---":
        sheet.add(rules.NO_HEADER, sheet.at(1, 1), example=example)
        return Fields(sheet, _EMPTY, keys, is_broken=True), 1
    end = _end_of(lines)
    if end is None:
        sheet.add(rules.UNCLOSED_HEADER, sheet.at(1, 1))
        return Fields(sheet, _EMPTY, keys, is_broken=True), _end_of_settings(lines)
    settings = read_settings(sheet, 2, end - 1)
    if settings is None:
        return Fields(sheet, _EMPTY, keys, is_broken=True), end + 1
    return Fields(sheet, settings, keys), end + 1


def _end_of(lines: list[str]) -> int | None:
    """Find the closing line (from 1), before any container opens."""
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return number
        if line.startswith((":::", "## ")):
            return None
    return None


def _end_of_settings(lines: list[str]) -> int:
    """Guess where the text starts when the closing line is missing: after the first empty line."""
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith((":::", "#")):
            return number
    return len(lines) + 1
