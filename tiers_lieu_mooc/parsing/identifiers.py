"""Identifiers typed by authors."""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.containers import Container
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import slug
from tiers_lieu_mooc.rules import ids as rules
from tiers_lieu_mooc.rules import quiz as quiz_rules

__all__ = ["identifier_of", "is_device", "is_identifier"]

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LONGEST = 63
_RESERVED = "quiz"


def is_identifier(text: str) -> bool:
    """Tell whether a text can be an identifier (``model.node.Identifier``)."""
    return len(text) <= _LONGEST and _IDENTIFIER.fullmatch(text) is not None


def is_device(name: str) -> bool:
    """Tell whether Windows keeps a name for a device: no file or folder can have it there."""
    return _DEVICE.fullmatch(name) is not None


def identifier_of(sheet: Sheet, container: Container, title: str) -> Word | None:
    """Give a question's identifier; None, with a finding, when it has no usable one."""
    typed = container.identifier
    line = container.line
    if container.argument:
        _report_unread(sheet, container)
    if not typed:
        example = slug(title)[:24].strip("-") or "ma-question"
        at = sheet.at(line, 1, len(sheet.lines[line - 1].rstrip()))
        sheet.add(rules.MISSING, at, kind=container.typed, example=example)
        return None
    at = sheet.find(f"#{typed}", line)
    if not is_identifier(typed):
        sheet.add(rules.INVALID, at, name=typed, example=slug(typed) or "ma-question")
        return None
    if typed == _RESERVED:
        sheet.add(rules.RESERVED, at, name=typed, example="quiz-1")
        return None
    return Word(typed, at)


def _report_unread(sheet: Sheet, container: Container) -> None:
    """Report words of the opening line that are neither kind nor identifier."""
    words, typed = container.argument, container.identifier
    whole = slug(f"{typed} {words}")
    is_cut = bool(typed) and sheet.lines[container.line - 1].rstrip().endswith(words)
    advice = f"écrivez `#{whole}`" if is_cut else f"écrivez sous cette ligne `titre : {words}`"
    at = sheet.find(words, container.line)
    sheet.add(quiz_rules.UNREAD_WORDS, at, words=words, advice=advice)
