"""When two typed answers are the same: the form under which they are compared.

The learner's page has its twin; both follow UX §1.4 (short answer): by default case, accents,
œ/oe and æ/ae, the kind of apostrophe, hyphen or space, repeated and no-break spaces, final
punctuation and a leading article do not count.
"""

from __future__ import annotations

import re
import unicodedata

from tiers_lieu_mooc.parsing.question_drafts import Matching

__all__ = ["compared"]

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u0060\u00b4]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE"})
_ACCENTS = re.compile("[\u0300-\u036f]")
_SPACES = re.compile("[-\u2010-\u2015\u2212\\s\ufeff]+")
_END = " .,;:!?…"
_ARTICLE = re.compile(r"(?:(?:le|la|les|un|une|des|du|de|the|a|an) |l' ?|d' ?)")


def compared(text: str, matching: Matching | None = None) -> str:
    """Give the form of an answer that is compared with others."""
    matching = matching or Matching()
    form = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", text))
    if not matching.is_case_strict:
        form = form.lower()
    if not matching.is_accent_strict:
        parts = unicodedata.normalize("NFD", form.translate(_LIGATURES))
        form = unicodedata.normalize("NFC", _ACCENTS.sub("", parts))
    form = _SPACES.sub(" ", form).strip(" ").rstrip(_END)
    return form if matching.are_articles_strict else _without_article(form)


def _without_article(form: str) -> str:
    article = _ARTICLE.match(form.lower())
    return (form[article.end() :] if article else "") or form
