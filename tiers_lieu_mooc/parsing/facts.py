"""``faits.yaml`` → facts."""

from __future__ import annotations

import datetime
import re

from tiers_lieu_mooc.parsing.drafts import FactDraft
from tiers_lieu_mooc.parsing.fields import Fields
from tiers_lieu_mooc.parsing.markup import inline_rich
from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Setting
from tiers_lieu_mooc.parsing.settings import read_settings
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.terms import TermIndex
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import settings as rules
from tiers_lieu_mooc.rules import source as source_rules

__all__ = ["parse_facts"]

_KEYS = (
    "énoncé",
    "source",
    "date",
    "confiance",
    "durée de vie",
    "lu le",
    "valable jusqu’au",
)
_CONFIDENCES = ("vérifié", "vérifié (secondaire)", "connaissance générale")
_SHELF_LIVES = ("stable", "à dater", "fragile")
_YEARS = {"à dater": 3, "fragile": 1}
"""How long a fact holds after it was read. Source: the content format's contract."""

_CODE = re.compile(r"[A-Z]{1,3}\d{1,4}")


def parse_facts(source: Source, terms: TermIndex) -> tuple[tuple[FactDraft, ...], Sheet]:
    """Read the facts; their sheet holds findings and references."""
    sheet = Sheet(source, terms=terms)
    if not source.text.strip():
        sheet.add(source_rules.EMPTY_FILE, sheet.at(1))
    settings = read_settings(sheet, 1, len(sheet.lines))
    if settings is None:
        return (), sheet
    found = (_fact(sheet, key, value) for key, value in settings.entries)
    return tuple(fact for fact in found if fact is not None), sheet


def _fact(sheet: Sheet, key: Scalar, value: Setting) -> FactDraft | None:
    at = sheet.at(key.line, key.column, len(key.text))
    if not _CODE.fullmatch(key.text):
        _refuse(sheet, key, "un code de fait (une lettre et un numéro)", key.text)
        return None
    if not isinstance(value, Mapping):
        _refuse(sheet, key, "des réglages décalés de deux espaces", "un texte")
        return None
    fields = Fields(sheet, value, _KEYS)
    statement = fields.text("énoncé", '"Une phrase."', is_required=True)
    cited = fields.text("source", '"Qui l’a écrit, où et quand"', is_required=True)
    date = fields.text("date", '"2023"', is_required=True)
    fields.text("confiance", "vérifié", is_required=True)
    fields.text("durée de vie", "stable", is_required=True)
    confidence = fields.choice("confiance", _CONFIDENCES)
    shelf_life = fields.choice("durée de vie", _SHELF_LIVES)
    read_on = fields.date("lu le", is_required=True)
    last_day = fields.date("valable jusqu’au")
    line = fields.at("énoncé").line
    rich = inline_rich(sheet, statement, line)
    if not (statement and confidence and shelf_life and read_on):
        return None
    return FactDraft(
        at=at,
        code=key.text,
        statement=rich,
        source=french(cited),
        date=french(date),
        confidence=confidence,
        shelf_life=shelf_life,
        read_on=read_on,
        expires_on=last_day or _expiry(shelf_life, read_on),
    )


def _expiry(shelf_life: str, read_on: datetime.date) -> datetime.date | None:
    years = _YEARS.get(shelf_life)
    if years is None or read_on.year + years > datetime.MAXYEAR:
        return None
    # The 29th of February has no anniversary three years later.
    day = min(read_on.day, 28) if read_on.month == 2 else read_on.day
    return read_on.replace(year=read_on.year + years, day=day)


def _refuse(sheet: Sheet, key: Scalar, expected: str, value: str) -> None:
    at = sheet.at(key.line, key.column, len(key.text))
    sheet.add(
        rules.BAD_VALUE,
        at,
        key=key.text,
        expected=expected,
        value=value,
        example="`B5:`, puis `  énoncé: …`",
        suggestion="",
    )
