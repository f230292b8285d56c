"""The words of a course's sources, read without any of the compiler's code.

What is syntax is taken out by a few plain rules, so that a word that the compiler forgets is still
counted here. A line that fits no rule counts as prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

SWITCHES = frozenset(
    {
        "langue",
        "modules",
        "objectifs",
        "banque",
        "leçons",
        "attestation",
        "autopositionnements",
        "ouverte",
        "annonce",
        "moyenne",
        "minimum",
        "partenaires",
        "note_sans_quiz",
        "gabarit",
        "découpage",
        "statut",
        "relecteurs",
        "tentatives",
        "seuil",
        "retour",
        "mélanger",
        "tirage",
        "étiquettes",
        "étiquette",
        "nombre",
        "difficulté",
        "points",
        "notation",
        "essais",
        "pénalité",
        "obligatoire",
        "fautes",
        "casse",
        "accents",
        "articles",
        "tolérance",
        "comparer",
        "transmettre",
        "longueur",
        "lu_le",
        "durée_de_vie",
        "valable_jusqu’au",
        "logo",
        "fichier",
        "sous-titres",
        "alternative",
        "champs",
        "leçon",
        "rubriques",
        "id",
        "lignes",
        "une_page",
    }
)
"""Keys whose values are names, numbers or choices: they steer the page and are not read there."""

TEXTS = frozenset(
    {
        "titre",
        "durée",
        "description",
        "licence",
        "version",
        "introduction",
        "énoncé",
        "source",
        "date",
        "confiance",
        "nom",
        "lien",
        "unité",
        "échelle",
        "légende",
        "lieu",
        "territoire",
        "population",
        "statut_du_lieu",
        "année",
        "intervenants",
        "rediffusion",
        "mise_à_jour",
        "question",
        "fait_quand",
        "libellé",
        "conseil",
    }
)
"""Keys whose values people read."""

_MEETING = re.compile(r"^(:{3,}) webinaire\b.*?^\1$", re.MULTILINE | re.DOTALL)
_DATE = re.compile(r"^date *:", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_KEY = re.compile(r"^\s*(?:-\s+)?([^\W\d][\w’' -]*?)\s*:(?:\s+(.*))?$")
_LABEL = re.compile(r"^(?:Indice|Piste|Explication|Si juste|Si partiel|Si faux)\s*:", re.IGNORECASE)
_SYNTAX = (
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"([^\"]*)\")?\)"), r"\1 \2"),
    (re.compile(r"\]\([^)]*\)"), "]"),
    (re.compile(r"\[\[([^\]|]*\|)?([^\]]*)\]\]"), r"\2"),
    (re.compile(r"\{(?:lang=\w+|fixe)\}"), ""),
    (re.compile(r"^\s*(?:- \[[ xX]\] (?:\([-\d, ]+%\))?|\d+\. )"), ""),
    (re.compile(r"\{\{|\}\}|\[[ x]\]|->|\(leurre\)"), " "),
)


def words_of(text: str) -> Counter[str]:
    """Count the words of a text: letters and digits in a row, case folded."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def read_words(text: str) -> Counter[str]:
    """Count what people must find on the page of a Markdown or YAML source."""
    found: Counter[str] = Counter()
    is_in_settings = False
    may_be_option = False
    for number, line in enumerate(_shown(text)):
        if line.strip() == "---" and (number == 0 or is_in_settings):
            is_in_settings = not is_in_settings
        elif line.startswith(":::"):
            opening = line.strip(": ").partition(" ")
            title = re.sub(r"^(?:#[\w-]+|\d+|[\w./-]+/[\w.-]+)\s*", "", opening[2])
            found += words_of(title)
            may_be_option = bool(opening[0])
        elif is_in_settings or (may_be_option and _key_of(line)):
            found += _value(line)
        else:
            may_be_option = False
            found += words_of(_plain(line))
    return found


def _shown(text: str) -> list[str]:
    """Leave out the meetings that have no date yet: nobody is told of them."""
    return _MEETING.sub(lambda block: block[0] if _DATE.search(block[0]) else "", text).splitlines()


def settings_words(text: str) -> Counter[str]:
    """Count what people must find on the page of a YAML source."""
    found: Counter[str] = Counter()
    is_text_block = False
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        if is_text_block and (line.startswith("  ") or not line):
            found += words_of(_plain(line))
            continue
        is_text_block = line.rstrip().endswith("|")
        found += _value(line)
    return found


def _key_of(line: str) -> str | None:
    match = _KEY.match(line)
    key = match[1].strip().replace(" ", "_") if match else None
    return key if key in SWITCHES | TEXTS else None


def _value(line: str) -> Counter[str]:
    match = _KEY.match(line)
    key = _key_of(line)
    if key in SWITCHES or not line.strip():
        return Counter()
    if match and (key in TEXTS or re.fullmatch(r"[A-Z]\d+", match[1].strip())):
        return words_of(_plain((match[2] or "").strip().strip('"').rstrip("|")))
    if re.fullmatch(r"\s*- [a-z0-9-]+", line):
        return Counter()  # a name in a list of modules or lessons
    return words_of(_plain(line))


def _plain(line: str) -> str:
    plain = _LABEL.sub("", line)
    for pattern, kept in _SYNTAX:
        plain = pattern.sub(kept, plain)
    return plain


def course_words(courses: Path, quizzes: Path) -> dict[str, Counter[str]]:
    """Count the words of every source of a course, by path."""
    sources = [*courses.rglob("*.md"), *quizzes.glob("*.md")]
    settings = [*courses.rglob("course.yaml"), *courses.rglob("module.yaml")]
    return {
        **{path.as_posix(): read_words(path.read_text("utf-8")) for path in sorted(sources)},
        **{path.as_posix(): settings_words(path.read_text("utf-8")) for path in sorted(settings)},
    }
