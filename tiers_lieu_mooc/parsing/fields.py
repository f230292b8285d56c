"""Typed ways to ask for the settings of a mapping; what has the wrong form is a finding."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from scorm_export.diagnostic import Position, Rule
from tiers_lieu_mooc.parsing.options import decimal, words_in
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Sequence, Setting
from tiers_lieu_mooc.parsing.settings import quoted_item, read_settings
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import did_you_mean, fold, nearest
from tiers_lieu_mooc.rules import settings as rules
from tiers_lieu_mooc.rules import source as source_rules

__all__ = ["Fields", "file_fields"]

_DURATION = re.compile(
    r"(?:(\d{1,2})\s*h(?:eures?)?)?\s*(?:(\d{1,3})\s*(?:min(?:utes?)?|mn|'|’)?)?\s*\.?"
)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})")


class Fields:
    """The entries of one mapping, by known key.

    Keys are compared without case or accents; unknown ones are reported at once.
    """

    def __init__(
        self, sheet: Sheet, mapping: Mapping, keys: tuple[str, ...], *, is_broken: bool = False
    ) -> None:
        self._sheet = sheet
        self.is_broken = is_broken
        self.line = mapping.line
        self._found: dict[str, tuple[Scalar, Setting]] = {}
        known = {fold(key): key for key in keys}
        for key, value in mapping.entries:
            name = known.get(fold(key.text))
            if name is None:
                self._report_unknown(key, keys)
            else:
                self._found[name] = (key, value)

    def _report_unknown(self, key: Scalar, keys: tuple[str, ...]) -> None:
        at = self._sheet.at(key.line, key.column, len(key.text))
        suggestion = did_you_mean(key.text, keys)
        self._sheet.add(
            rules.UNKNOWN_KEY, at, key=key.text, suggestion=suggestion, known=", ".join(keys)
        )

    # Places

    def at(self, key: str) -> Position:
        """Give the place of a key's value; of the mapping when the key is absent."""
        found = self._found.get(key)
        return self._place(found[1]) if found else self._sheet.at(self.line)

    def places(self) -> dict[str, Position]:
        """Give the place of every value."""
        return {key: self._place(value) for key, (_, value) in self._found.items()}

    def _place(self, value: Setting) -> Position:
        width = len(value.text) if isinstance(value, Scalar) and "\n" not in value.text else 0
        return self._sheet.at(value.line, self._column(value), width)

    def _column(self, value: Setting) -> int:
        """Give the column of a value, the one after its quote when it has one."""
        line = self._sheet.lines[min(value.line, len(self._sheet.lines)) - 1]
        return value.column + (line[value.column - 1 : value.column] in ("'", '"'))

    # Asking

    def text(self, key: str, example: str = "", *, is_required: bool = False) -> str:
        """Ask for a text; "" when there is none."""
        found = self._found.get(key)
        if found is None:
            if is_required:
                self._report_missing(key, example)
            return ""
        value = found[1]
        if not isinstance(value, Scalar):
            self._refuse_structure(key, value, example)
            return ""
        if is_required and not value.text.strip():
            self._report_missing(key, example)
        return value.text.strip()

    def number(self, key: str, example: str) -> float | None:
        """Ask for a number, a percent sign allowed."""
        text = self.text(key, example)
        number = decimal(text.removesuffix("%").strip()) if text else None
        if text and number is None:
            self.refuse(key, "un nombre", example)
        return number

    def whole(self, key: str, example: str) -> int | None:
        """Ask for a whole number."""
        text = self.text(key, example)
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) < 7:
            return int(text)
        self.refuse(key, "un nombre entier", example)
        return None

    def choice(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """Ask for one word of a list."""
        text = self.text(key, allowed[0])
        if not text:
            return None
        found = {fold(each): each for each in allowed}.get(fold(text))
        if found is None:
            listed = ", ".join(f"« {each} »" for each in allowed)
            expected = f"l’un de ces mots : {listed}"
            self.refuse(key, expected, nearest(text, allowed) or allowed[0], allowed)
        return found

    def duration(self, key: str, *, is_required: bool = False) -> int | None:
        """Ask for a duration such as ``8 min`` or ``1 h 10 min``; given in minutes."""
        text = self.text(key, "8 min", is_required=is_required)
        if not text:
            return None
        found = _DURATION.fullmatch(text.lower())
        has_unit = any(mark in text.lower() for mark in ("h", "min", "mn", "'", "’"))
        minutes = 60 * int(found.group(1) or 0) + int(found.group(2) or 0) if found else 0
        if not minutes or not has_unit:
            self.refuse(key, "une durée", "8 min")
            return None
        return minutes

    def date(self, key: str, *, is_required: bool = False) -> datetime.date | None:
        """Ask for a day, ``2026-03-01`` or ``1/3/2026``."""
        text = self.text(key, "2026-03-01", is_required=is_required)
        if not text:
            return None
        found = _DATE.fullmatch(text)
        try:
            if found and found.group(1):
                return datetime.date(*(int(part) for part in found.groups()[:3]))
            if found:
                return datetime.date(*(int(part) for part in reversed(found.groups()[3:])))
        except ValueError:
            pass
        self.refuse(key, "une date", "2026-03-01")
        return None

    def words(self, key: str, example: str = "", *, is_required: bool = False) -> tuple[Word, ...]:
        """Ask for words, as a list or separated by commas, each with its place."""
        found = self._found.get(key)
        if found is None:
            if is_required:
                self._report_missing(key, example)
            return ()
        words = tuple(self._words(key, found[1], example))
        if is_required and not words and isinstance(found[1], Scalar):
            self._report_missing(key, example)
        return words

    def _words(self, key: str, value: Setting, example: str) -> Iterator[Word]:
        if isinstance(value, Scalar):
            yield from words_in(self._sheet, value.text, value.line, self._column(value))
        elif isinstance(value, Sequence):
            for item in value.items:
                if isinstance(item, Scalar):
                    if item.text.strip():
                        yield Word(item.text.strip(), self._place(item))
                else:
                    self._refuse_structure(key, item, example)
        else:
            self._refuse_structure(key, value, example)

    def mappings(self, key: str, example: str, *, is_required: bool = False) -> Iterator[Mapping]:
        """Ask for a list of mappings."""
        found = self._found.get(key)
        is_empty = found is not None and isinstance(found[1], Scalar) and not found[1].text
        if is_required and (found is None or is_empty):
            self._report_missing(key, example)
        if found is None:
            return
        value = found[1]
        items = value.items if isinstance(value, Sequence) else (value,)
        for item in items:
            if isinstance(item, Mapping):
                yield item
            elif not (isinstance(item, Scalar) and not item.text):
                shown = item.text if isinstance(item, Scalar) else "une liste"
                self._refuse_at(self._place(item), key, shown, "une liste de réglages", example)

    def mapping(self, key: str, example: str) -> Mapping | None:
        """Ask for one mapping."""
        return next(self.mappings(key, example), None)

    def is_list(self, key: str) -> bool:
        """Tell whether a key has a list for a value."""
        found = self._found.get(key)
        return found is not None and isinstance(found[1], Sequence)

    # Faults

    def refuse(self, key: str, expected: str, example: str, known: tuple[str, ...] = ()) -> None:
        """Record that a value does not have the right form."""
        self._refuse_at(self.at(key), key, self.text(key), expected, example, known)

    def report(self, rule: Rule, key: str, /, **values: object) -> None:
        """Record a finding about the value of a key."""
        self._sheet.add(rule, self.at(key), **values)

    def _refuse_at(
        self,
        at: Position,
        key: str,
        value: str,
        expected: str,
        example: str,
        known: tuple[str, ...] = (),
    ) -> None:
        self._sheet.add(
            rules.BAD_VALUE,
            at,
            key=key,
            expected=expected,
            value=value,
            example=f"`{key}: {example}`",
            suggestion=did_you_mean(value, known),
        )

    def _report_missing(self, key: str, example: str) -> None:
        if not self.is_broken:
            at = self.at(key) if key in self._found else self._sheet.at(self.line)
            self._sheet.add(rules.MISSING_KEY, at, key=key, example=f"`{key}: {example}`")

    def _refuse_structure(self, key: str, value: Setting, example: str) -> None:
        """Explain why a text was not taken as one: YAML saw a mapping or a list in it."""
        line = self._sheet.lines[min(value.line, len(self._sheet.lines)) - 1]
        if isinstance(value, Mapping) and "- " in line and (":" in line or "? " in line):
            at = self._sheet.at(value.line, value.column)
            mended = quoted_item(line)
            is_asked = line.lstrip("- ").startswith("?")
            reason = "il commence par « ? »" if is_asked else "il contient « : »"
            self._sheet.add(rules.QUOTE_NEEDED, at, reason=reason, line=mended)
        else:
            shown = "une liste" if isinstance(value, Sequence) else "plusieurs réglages"
            self._refuse_at(self._place(value), key, shown, "un texte", example)


def file_fields(sheet: Sheet, keys: tuple[str, ...]) -> Fields:
    """Read a whole file of settings; what cannot be read has no entries, and a finding."""
    empty = Mapping((), 1, 1)
    if not sheet.source.text.strip():
        sheet.add(source_rules.EMPTY_FILE, sheet.at(1))
        return Fields(sheet, empty, keys, is_broken=True)
    settings = read_settings(sheet, 1, len(sheet.lines))
    return Fields(sheet, settings or empty, keys, is_broken=settings is None)
