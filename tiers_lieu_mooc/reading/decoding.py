"""Bytes → text: strict UTF-8, one Unicode form, one kind of line end, no hidden character."""

from __future__ import annotations

import re
import unicodedata

from scorm_export.diagnostic import Position, Report
from tiers_lieu_mooc.reading.sources import INVISIBLE, Source, form_of
from tiers_lieu_mooc.rules import source as rules

LINE_LIMIT = 20_000
LINES_LIMIT = 20_000
MARKS_LIMIT = 30_000
"""Signs that may mean something to Markdown: each costs a hundred times what a letter does."""

_MARKS = "*_`[<&\\{"

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)


def decode(content: bytes, shown: str, name: str, report: Report) -> Source | None:
    """Read the bytes of a text file; None, with a finding, when they are no fit text."""
    if content.startswith(b"\xef\xbb\xbf"):
        report.add(rules.BYTE_ORDER_MARK, Position(shown, 1, 1))
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_not_utf8(content, error, shown, report)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _report_invisible(text, shown, report)
    text, originals = _in_one_form(text)
    source = Source(shown, name, _without_unwanted(text, shown, report), originals)
    _report_tabs(source, report)
    is_fit = _has_fit_lines(source, report) and not _has_conflict(source, report)
    return source if is_fit else None


def _report_not_utf8(content: bytes, error: UnicodeDecodeError, shown: str, report: Report) -> None:
    before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    byte = f"{content[error.start]:02X}"
    report.add(rules.NOT_UTF8, Position(shown, line, column, 1), byte=byte)


def _in_one_form(text: str) -> tuple[str, dict[int, str]]:
    if unicodedata.is_normalized("NFC", text) and not INVISIBLE.search(text):
        return text, {}
    lines = text.split("\n")
    formed = [form_of(line) for line in lines]
    pairs = enumerate(zip(lines, formed, strict=True), start=1)
    return "\n".join(formed), {number: old for number, (old, new) in pairs if old != new}


_INVISIBLE_NAMES = {
    "\u00ad": "trait d’union conditionnel",
    "\u180e": "séparateur de voyelles mongol",
    "\u200b": "espace sans largeur",
    "\u2060": "gluon de mots",
    "\ufeff": "espace insécable sans largeur",
}


def _report_invisible(text: str, shown: str, report: Report) -> None:
    found = INVISIBLE.search(text)
    if found is None:
        return
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    name = f"{_INVISIBLE_NAMES[found.group()]} (U+{ord(found.group()):04X})"
    others = len(INVISIBLE.findall(text)) - 1
    more = f", ni {others} autre{'s' * (others > 1)} du même fichier" if others else ""
    at = Position(shown, line, column, 1)
    report.add(rules.INVISIBLE_CHARACTER, at, name=name, more=more)


def _without_unwanted(text: str, shown: str, report: Report) -> str:
    found = _UNWANTED.search(text)
    if found is None:
        return text
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    name = f"U+{ord(found.group()):04X}"
    report.add(rules.CONTROL_CHARACTER, Position(shown, line, column, 1), name=name)
    return _UNWANTED.sub("\ufffd", text)


def _report_tabs(source: Source, report: Report) -> None:
    if "\t" not in source.text or source.name.endswith(".yaml"):
        return
    lines = source.text.split("\n")
    with_tabs = [number for number, line in enumerate(lines, start=1) if "\t" in line]
    column = lines[with_tabs[0] - 1].index("\t") + 1
    lines_said = f"{len(with_tabs)} ligne{'s' * (len(with_tabs) > 1)}"
    report.add(rules.TAB, source.at(with_tabs[0], column, 1), lines=lines_said)


def _has_conflict(source: Source, report: Report) -> bool:
    """Report two versions of a text in one file, which Git leaves when it cannot join them."""
    found = _CONFLICT.search(source.text)
    # Lists of names are read line by line, and their own rule shows the line that is none.
    if found is None or source.name.endswith(".txt"):
        return False
    line = source.text.count("\n", 0, found.start()) + 1
    at = source.at(line, 1, len(found.group()))
    report.add(rules.CONFLICT_MARKS, at, mark=found.group()[:7])
    return True


def _has_fit_lines(source: Source, report: Report) -> bool:
    if len(source.text) <= LINE_LIMIT:
        return True
    lines = source.text.count("\n") + 1
    if lines > LINES_LIMIT:
        return _refuse_many(source, report, lines, "lignes", LINES_LIMIT)
    marks = sum(map(source.text.count, _MARKS))
    if marks > MARKS_LIMIT:
        return _refuse_many(source, report, marks, "signes de mise en forme", MARKS_LIMIT)
    for number, line in enumerate(source.text.split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            at = source.at(number, LINE_LIMIT + 1)
            report.add(rules.LINE_TOO_LONG, at, length=len(line), limit=LINE_LIMIT)
            return False
    return True


def _refuse_many(source: Source, report: Report, count: int, things: str, limit: int) -> bool:
    said = {"count": _grouped(count), "things": things, "limit": _grouped(limit)}
    report.add(rules.TOO_MANY, source.at(0), **said)
    return False


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def printable(name: str) -> str:
    """Make a file name fit to be shown: form C, bytes that are no text replaced."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNWANTED.sub("\ufffd", unicodedata.normalize("NFC", whole))
