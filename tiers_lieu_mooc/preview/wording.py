"""French words of the preview that are chosen by a value."""

from __future__ import annotations

import datetime
import re

from markupsafe import Markup, escape

from scorm_export.diagnostic import Severity
from tiers_lieu_mooc.quality import Ease, Freshness, MediumKind

TARGETS = {
    "scorm12": "SCORM 1.2",
    "scorm2004-3": "SCORM 2004, 3e édition",
    "scorm2004-4": "SCORM 2004, 4e édition",
    "web": "Web, sans LMS",
}

PAPERS = {".html": "page à lire", ".csv": "tableau"}
"""Kinds of a reading key, by the ending of its name."""

SEVERITIES = {
    Severity.ERROR: "erreur",
    Severity.WARNING: "avertissement",
    Severity.INFO: "conseil",
}

LMS_ERRORS = {
    "scorm12": {
        "101": "appel impossible à ce moment de la session",
        "201": "élément inconnu, rang hors du tableau ou paramètre manquant",
        "202": "cet élément n’a pas d’enfants",
        "203": "cet élément n’est pas un tableau",
        "301": "la session n’est pas ouverte",
        "401": "élément prévu par la norme mais absent de ce LMS",
        "402": "mot réservé de la norme : il ne peut pas être écrit",
        "403": "élément en lecture seule",
        "404": "élément en écriture seule",
        "405": "valeur de forme interdite, trop longue ou hors des bornes",
    },
    "scorm2004": {
        "101": "erreur générale",
        "102": "ouverture de la session impossible",
        "103": "la session est déjà ouverte",
        "104": "la session est déjà close",
        "111": "clôture de la session impossible",
        "112": "clôture demandée avant l’ouverture",
        "113": "clôture demandée une seconde fois",
        "122": "lecture demandée avant l’ouverture",
        "123": "lecture demandée après la clôture",
        "132": "écriture demandée avant l’ouverture",
        "133": "écriture demandée après la clôture",
        "142": "enregistrement demandé avant l’ouverture",
        "143": "enregistrement demandé après la clôture",
        "201": "paramètre manquant ou interdit",
        "301": "rang hors du tableau, ou élément sans enfants ni nombre",
        "351": "écriture impossible : rang sauté, doublon, tableau plein ou identifiant changé",
        "391": "enregistrement impossible",
        "401": "élément inconnu de la norme",
        "402": "élément prévu par la norme mais absent de ce LMS",
        "403": "pas encore de valeur (réponse normale au premier lancement)",
        "404": "élément en lecture seule",
        "405": "élément en écriture seule",
        "406": "valeur de forme interdite ou trop longue",
        "407": "valeur hors des bornes",
        "408": "un autre élément doit être écrit avant celui-ci",
    },
}
"""Family of editions → error code → what it means. The codes are those of the data-model tables."""


MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)

EASES = {
    Ease.VERY_EASY: "très facile",
    Ease.EASY: "facile",
    Ease.FAIRLY_EASY: "assez facile",
    Ease.STANDARD: "courant",
    Ease.FAIRLY_HARD: "assez difficile",
    Ease.HARD: "difficile",
    Ease.VERY_HARD: "très difficile",
}

# A number of days follows.
FRESHNESS = {
    Freshness.EXPIRED: "terme dépassé depuis",
    Freshness.NEAR: "terme proche, encore",
    Freshness.LATER: "sûr encore",
}

MEDIA = {
    MediumKind.PICTURE: "image",
    MediumKind.RECORDING: "son ou vidéo",
    MediumKind.DOCUMENT: "document",
}


def size_text(size_bytes: int) -> str:
    """Write a weight as people read it: ``45,2 ko``."""
    if size_bytes < 1_000:
        return f"{size_bytes}\u00a0octets"
    unit, size = ("ko", size_bytes / 1e3) if size_bytes < 999_950 else ("Mo", size_bytes / 1e6)
    return f"{decimal_text(size).removesuffix(',0')}\u00a0{unit}"


def decimal_text(number: float, digits: int = 1) -> str:
    """Write a number with a comma, and no-break spaces between thousands."""
    return f"{number:,.{digits}f}".replace(",", "\u00a0").replace(".", ",")


def date_text(day: datetime.date) -> str:
    """Write a day in full: ``1er mars 2026``."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"


def counted(count: int, noun: str) -> str:
    """Write a count before a noun that takes an « s » beyond one."""
    return f"{decimal_text(count, 0)}\u00a0{noun}{'s' if count > 1 else ''}"


def with_code(sentence: str) -> Markup:
    """Set what stands between backquotes as code; everything else is escaped."""
    parts = re.split(r"`([^`]+)`", sentence)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )
