"""Syllables of French words, near enough to compare texts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PARTS = re.compile(r"\d|[^\W\d_]+")
_KEPT_WORDS = 20_000
_VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"
_GROUP = re.compile(f"[{_VOWELS}]+")
_HIATUS = re.compile(f"(?<=[éëïü])(?=[{_VOWELS}])|(?<=[{_VOWELS}])(?=[éèëïü])")
_GLIDE = re.compile(f"(?<=[{_VOWELS}])y(?=[{_VOWELS}])")
_MUTE_U = re.compile(r"(?<=[qg])u(?=[eéèêiy])|(?<=q)u(?=[ao]|$)")
_MUTE_END = re.compile(f"(?<=[^{_VOWELS}])es?$")


def count_syllables(text: str) -> int:
    """Count the syllables of a text as it is read aloud.

    A group of vowels is one syllable, but for a hiatus that an accent shows (« réalité ») or a
    « y » between vowels (« moyen »); an « e » at the end is mute unless it is the only vowel.
    The « ent » of plural verbs is counted, since nothing tells it from that of « moment ». A digit
    counts as one syllable: « 2023 » is read in four.
    """
    return sum(_syllables(part) for part in _PARTS.findall(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=_KEPT_WORDS)
def _syllables(part: str) -> int:
    if part.isdecimal():
        return 1
    sounded = _MUTE_U.sub("", part.lower())
    if len(_GROUP.findall(sounded)) > 1:
        sounded = _MUTE_END.sub("", sounded)
    sounded = _GLIDE.sub("j", sounded)
    return len(_GROUP.findall(_HIATUS.sub("|", sounded)))
