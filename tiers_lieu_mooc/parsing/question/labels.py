"""The labels that texts of a question begin with, and what people write in their stead."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from tiers_lieu_mooc.parsing.words import fold

__all__ = ["FIELDS", "LABEL", "AlmostLabel", "almost_label"]

LABEL = re.compile(
    r"[ \t]{0,3}(?:\*\*|__)?"
    r"(indices?|pistes?|explications?|si\s+(?:juste|partiel(?:lement)?|faux))"
    r"(?:\s*(?:n°\s*)?\d{1,2})?"
    r"(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*",
    re.IGNORECASE,
)
FIELDS = {
    "indice": "hints",
    "piste": "hints",
    "explication": "explanation",
    "si-juste": "if_right",
    "si-partiel": "if_partial",
    "si-partiellement": "if_partial",
    "si-faux": "if_wrong",
}
"""What a label is for, by its folded singular."""

_ALMOST = re.compile(
    r"[ \t]{0,3}(?:[-*•][ \t]+)?(?:\*\*|__)?([^\W\d_][^:*_\n]{2,30}?)(?:\*\*|__)?\s*:"
)
_SIGNS = re.compile(r"[^\w\s’'-]")
_CONDITIONS = {
    **dict.fromkeys(
        ("vrai", "correct", "correcte", "bon", "bonne", "bonne-reponse", "exact", "reussi", "ok"),
        "Si juste",
    ),
    **dict.fromkeys(
        ("incorrect", "incorrecte", "mauvais", "mauvaise", "mauvaise-reponse", "inexact", "errone"),
        "Si faux",
    ),
    **dict.fromkeys(("incomplet", "incomplete", "en-partie", "partielle", "presque"), "Si partiel"),
}
_OTHERS = {
    **dict.fromkeys(("astuce", "aide", "coup-de-pouce", "hint"), "Indice"),
    **dict.fromkeys(
        ("feedback", "retroaction", "commentaire", "correction", "solution", "justification"),
        "Explication",
    ),
}
_SHOWN = {
    "indice": "Indice",
    "piste": "Piste",
    "explication": "Explication",
    "si-juste": "Si juste",
    "si-partiel": "Si partiel",
    "si-faux": "Si faux",
}
_WHOLE = {fold(label).replace("-", ""): label for label in (*_SHOWN.values(), "Piste")}
_LETTERS = re.compile("[^a-z]")
_SPLIT = re.compile(
    r"[ \t]{0,3}\W{0,2}([^\W\d_][^\n]{3,14}?)"
    r"(?:\s?:\W|\s[–—\"'“”«{}-]\s|[ \t\u00a0\u202f]{2,}(?=\S))",
    re.IGNORECASE,
)
"""What stands before a colon, or where one between two spaces is gone."""


@dataclass(frozen=True, slots=True)
class AlmostLabel:
    """A label that is none.

    Attributes:
        typed: as written, and ``start``, its index in the line.
        meant: the label to write.
        is_plain_word: also a word that a text may well begin with (« Solution »).
    """

    typed: str
    start: int
    meant: str
    is_plain_word: bool


def almost_label(text: str) -> AlmostLabel | None:
    """Find a label that was meant at the start of a line that has none."""
    if (split := _SPLIT.match(text)) and (form := _LETTERS.sub("", fold(split[1]))) in _WHOLE:
        return AlmostLabel(split[1], split.start(1), _WHOLE[form], is_plain_word=False)
    found = _ALMOST.match(text)
    if found is None:
        return None
    typed = found.group(1).rstrip()
    form = fold(_SIGNS.sub("", typed))
    meant = _CONDITIONS.get(form.removeprefix("si-")) if form.startswith("si-") else None
    other = _OTHERS.get(form.removesuffix("s"))
    if meant is None and other is None:
        near = difflib.get_close_matches(form, _SHOWN, n=1, cutoff=0.8)
        meant = _SHOWN[near[0]] if near else None
    if meant is None and other is None:
        return None
    return AlmostLabel(typed, found.start(1), meant or other or "", is_plain_word=meant is None)
