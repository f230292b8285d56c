"""A reading key as a document to read, print and search."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tiers_lieu_mooc.codebook.entries import Code, Codebook, Entry, Role
from tiers_lieu_mooc.papers import paper

_TEMPLATE = Path(__file__).parent / "templates" / "codebook.html.j2"

_HOW = {
    "qcu": "une lettre",
    "qcm": "les lettres cochées, séparées par des virgules",
    "vrai-faux": "« t » (vrai, true) ou « f » (faux, false)",
    "réponse-courte": "le texte tapé",
    "numérique": "le nombre tapé",
    "appariement": "ligne.choix, séparés par des virgules",
    "classement": "ligne.choix, séparés par des virgules",
    "ordre": "les étapes dans l’ordre choisi",
    "trous": "une lettre, ou le texte tapé",
    "positionnement": "le degré choisi ; rien n’est juste ni faux",
    "réflexion": "un texte libre, sans bonne réponse",
}
"""How a response to each kind of question reads."""


class Place(NamedTuple):
    """A lesson or a quiz with what it asks."""

    title: str
    entries: tuple[Entry, ...]


class Part(NamedTuple):
    """A module with its places."""

    title: str
    places: tuple[Place, ...]


class View(NamedTuple):
    """What ``codebook.html.j2`` expects."""

    book: Codebook
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """Give the title of the document."""
        return f"Clé de lecture : {self.book.title}"

    def how(self, entry: Entry) -> str:
        """Say how a response to it reads."""
        return _HOW.get(entry.kind, "")

    def has_more(self, entry: Entry) -> bool:
        """Tell whether its right answer is not already marked in its list."""
        return entry.is_graded and not entry.all_of(Role.ANSWER)

    def lists(self, entry: Entry) -> list[tuple[str, tuple[Code, ...]]]:
        """Give what its answers may name: the heading of each list, "" for the only one."""
        rows, options = entry.all_of(Role.ROW), entry.all_of(Role.OPTION)
        if rows:
            return [("Lignes", rows), ("Choix", options)]
        forms = entry.all_of(Role.FORM)
        if forms:
            right = tuple(each for each in forms if each.is_right)
            wrong = tuple(each for each in forms if not each.is_right)
            named = [("Acceptées", right), ("Erreurs attendues", wrong)]
            return [(title, codes) for title, codes in named if codes]
        if entry.all_of(Role.OPEN):
            return []
        return [("Étapes, dans le bon ordre" if entry.all_of(Role.STEP) else "", entry.codes)]


def as_html(book: Codebook) -> str:
    """Write a reading key as one HTML file."""
    parts = tuple(
        Part(module, tuple(_places(list(entries))))
        for module, entries in groupby(book.entries, key=lambda entry: entry.module)
    )
    return paper(_TEMPLATE, View(book, parts))


def _places(entries: list[Entry]) -> list[Place]:
    grouped = groupby(entries, key=lambda entry: entry.place)
    return [Place(title, tuple(found)) for title, found in grouped]
