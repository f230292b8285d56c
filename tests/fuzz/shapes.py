"""Texts of one piece that comes again and again, in every place that a piece can stand in."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fuzz.course import HEADER, QUESTION
from tests.properties.constructs import BANK, LESSON

_LONGEST_LINE = 19_000
"""Characters: a little less than reading allows, with what stands around the piece."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines may stand: the text they are part of, and what comes before and after them."""

    file: str
    before: str = ""
    after: str = ""

    def with_lines(self, lines: str) -> dict[str, str]:
        """Give the changed text by its name."""
        return {self.file: f"{self.before}{lines}\n{self.after}"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A piece repeated within lines, or repeated lines when the piece ends one.

    Attributes:
        start, end: of each line; the pieces stand between them.
    """

    name: str
    place: str
    piece: str
    start: str = ""
    end: str = ""

    def texts(self, size: int) -> dict[str, str]:
        """Give the text of about ``size`` characters that has this shape, by its name."""
        if "\n" in self.piece:
            lines = self.piece * (size // len(self.piece))
            return PLACES[self.place].with_lines(f"{self.start}{lines}{self.end}")
        within = self.piece * (min(size, _LONGEST_LINE) // len(self.piece))
        line = f"{self.start}{within}{self.end}"
        return PLACES[self.place].with_lines("\n".join([line] * max(1, size // len(line))))


def _question(kind: str, rest: str) -> Place:
    before, _, after = rest.partition("§")
    return Place(BANK, f"---\ntitre: Quiz\n---\n\n::: {kind} #q\n{before}", f"{after}\n:::\n")


PLACES = {
    "lesson": Place(LESSON, HEADER),
    "scene": Place(LESSON, f"{HEADER}::: scène\n", ":::\n\nUn texte.\n"),
    "boxed fact": Place(LESSON, f"{HEADER}::: fait\n", ":::\n"),
    "gaps": _question("trous", "objectifs : O1\n\n§\n"),
    "answer": _question("qcm", "objectifs : O1\n\nUn texte ?\n\n- [x] un\n- [ ] deux\n§"),
    "number": _question("numérique", "objectifs : O1\n\nCombien ?\n\n- [x] 3\n§"),
    "typed": _question("réponse-courte", "objectifs : O1\n\nQuoi ?\n\n- [x] mot\n§"),
    "pair": _question("appariement", "objectifs : O1\n\nUn texte ?\n\n- a -> b\n- c -> d\n§"),
    "item": _question("ordre", "objectifs : O1\n\nUn texte ?\n\n1. un\n2. deux\n§"),
    "heading": _question("classement", "objectifs : O1\n\nUn texte ?\n\n- **A**\n  - a\n§"),
    "stem": _question("vrai-faux", "objectifs : O1\n\n§\n\n- [x] Vrai\n- [ ] Faux"),
    "option": _question("vrai-faux", "§\nobjectifs : O1\n\nUn texte.\n\n- [x] Vrai\n- [ ] Faux"),
    "label": _question("vrai-faux", "objectifs : O1\n\nUn texte.\n\n- [x] Vrai\n- [ ] Faux\n\n§"),
    "bank": Place(BANK, "---\ntitre: Quiz\n---\n\n", QUESTION),
    "header": Place(LESSON, "---\ntitre: Un\ndurée: 1 min\n", "---\n\nUn texte.\n"),
    "glossary": Place("glossaire.md", "Tiers-lieu\n: Un lieu.\n\n"),
    "facts": Place("faits.yaml"),
    "outline": Place("course.yaml", "titre: Un cours\nlangue: fr\nmodules:\n  - m\n"),
    "module": Place("m/module.yaml", "titre: Un\nobjectifs:\n  - O1: Deux\nleçons:\n  - l\n"),
    "sheet": Place("fiche.yaml", "titre: La fiche\n"),
    "released": Place("published-ids.txt"),
    "credits": Place("m/media/CREDITS.yaml"),
    "captions": Place("m/media/visite.vtt", "WEBVTT\n\n"),
}

LINTED = (
    Shape("groups of digits", "lesson", "123 456 ", "Un "),
    Shape("decimals", "lesson", "12,5 \n"),
    Shape("groups of digits by lines", "lesson", "1 000 mots \n"),
    Shape("rates", "lesson", "mot 34 % mot\n\n"),
    Shape("amounts", "lesson", "mot 3 500 € mot\n\n"),
    Shape("years", "lesson", "En 2023, un lieu.\n\n"),
    Shape("middle dots", "lesson", "habitant·es ", "Les "),
    Shape("middle dots by lines", "lesson", "habitant·es\n"),
    Shape("marks to source", "lesson", "À SOURCER ", "Un "),
    Shape("marks to source by lines", "lesson", "À SOURCER\n"),
    Shape("long sentences", "lesson", f"Un lieu {'de la commune ' * 12}ouvre.\n\n"),
    Shape("acronyms", "lesson", "SCIC (SCIC) et ABC, "),
    Shape("capitals", "lesson", "A", "Un ", " (fictif)"),
    Shape("names", "lesson", "Valbrune de Lieu ", "À ", "(fictif)"),
    Shape("invented names", "lesson", "Valbrune (fictif) est un lieu.\n\n"),
    Shape("parts of a box", "boxed fact", "Un lieu de 34 % :\n\n- un\n\n"),
    Shape("titles too low", "lesson", "#### Un titre\n\nUn texte.\n\n"),
    Shape("vague links", "lesson", "[ici](https://example.org/a) "),
)
"""What the looking for advice went through again and again."""

SHAPES: tuple[Shape, ...] = (*LINTED,)
"""All of them, each a test."""
