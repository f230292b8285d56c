"""``media/CREDITS.yaml``: who made each file, and what its licence allows. Checked, not shown."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Setting
from tiers_lieu_mooc.parsing.settings import read_settings
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import fold
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import media as rules

__all__ = ["check_credits", "is_credits"]

_REQUIRED = ("titre", "auteur", "licence", "source")
"""What Creative Commons asks to be named (title, author, source, licence)."""
_SYNONYMS = {"autrice": "auteur", "auteurs": "auteur", "auteur-e": "auteur"}


def is_credits(name: str) -> bool:
    """Tell whether a text of the course is that of a ``media`` folder's credits."""
    return name.lower().endswith("media/credits.yaml")


def check_credits(source: Source) -> Sheet:
    """Report every file whose credits leave out what has to be said."""
    sheet = Sheet(source)
    settings = read_settings(sheet, 1, len(sheet.lines)) if source.text.strip() else None
    for key, value in settings.entries if settings else ():
        given = set(_given(value))
        missing = [each for each in _REQUIRED if each not in given]
        if missing:
            at = sheet.at(key.line, key.column, len(key.text))
            names = ", ".join(f"`{each}`" for each in missing)
            sheet.add(rules.CREDITS_INCOMPLETE, at, name=key.text, missing=names)
    return sheet


def _given(value: Setting) -> list[str]:
    if not isinstance(value, Mapping):
        return []
    forms = [
        fold(key.text)
        for key, said in value.entries
        if not isinstance(said, Scalar) or said.text.strip()
    ]
    return [_SYNONYMS.get(form, form) for form in forms]
