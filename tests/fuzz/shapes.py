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

_LINTED = (
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

_BLANKS = " "
_ASKED = (
    Shape("opened gaps", "gaps", "{{", "Un "),
    Shape("opened gaps by lines", "gaps", "{{ a\n"),
    Shape("gaps", "gaps", "{{a}} ", "Un "),
    Shape("closed gaps", "gaps", "}} ", "Un {{a}} "),
    Shape("single braces", "gaps", "{a} ", "Un {{a}} "),
    Shape("blanks in an answer", "answer", _BLANKS, "", "x"),
    Shape("blanks after a box", "answer", _BLANKS, "- [x]", "x"),
    Shape("blanks in a box", "answer", _BLANKS, "- [", "x]"),
    Shape("blanks in a share", "answer", _BLANKS, "- [ ] (", "50 %) mot"),
    Shape("blanks before {fixe}", "answer", _BLANKS, "- [ ] mot", "{fixe} x"),
    Shape("blanks after {fixe}", "answer", _BLANKS, "- [ ] mot {fixe}", "x"),
    Shape("no-break blanks in an answer", "answer", "\u00a0", "- [ ] mot", "x"),
    Shape("answers", "answer", "- [ ] mot\n"),
    Shape("numbers", "number", "- [ ] 120 ± 6\n"),
    Shape("blanks in a range", "number", _BLANKS, "- [ ] 12", "à"),
    Shape("blanks in a margin", "number", _BLANKS, "- [ ] 12", "±"),
    Shape("dots of a typed answer", "typed", ".", "- [x] mot", "x"),
    Shape("dots of an answer", "answer", ".", "- [ ] mot", "x"),
    Shape("blanks in a pair", "pair", _BLANKS, "- a", "-> b"),
    Shape("arrows", "pair", "-> ", "- a "),
    Shape("blanks in an item", "item", _BLANKS, "1. un", "x"),
    Shape("bold headings", "heading", "**", "- "),
    Shape("blanks in an option", "option", _BLANKS, "points :", "x y"),
    Shape("blanks in a key", "option", _BLANKS, "points", "x : y"),
    Shape("words and blanks in an option", "option", " x     ", "points : "),
    Shape("colons in an option", "option", ":", "points", "x"),
    Shape("blanks in a label", "label", _BLANKS, "Indice", "x"),
    Shape("labels", "label", "Indice : mot\n"),
    Shape("questions", "bank", "::: qcu #a\nUn ?\n\n- [x] a\n- [ ] b\n:::\n\n"),
)
_PROSE = (
    Shape("blanks in a paragraph", "lesson", _BLANKS, "Un", "x"),
    Shape("blanks at the ends of lines", "lesson", _BLANKS, "Un"),
    Shape("accents", "lesson", "` `` ", "<b> "),
    Shape("growing accents", "lesson", "".join(f"{'`' * n} " for n in range(1, 190)), "<b> "),
    Shape("brackets", "lesson", "["),
    Shape("closed brackets", "lesson", "]"),
    Shape("nested brackets", "lesson", "[a](", "", ")"),
    Shape("opened terms", "lesson", "[[a "),
    Shape("terms", "lesson", "[[a]] "),
    Shape("opened pictures", "lesson", "![a]("),
    Shape("pictures by lines", "lesson", "![a](media/a.svg)\n"),
    Shape("exclamation marks and brackets", "lesson", "!["),
    Shape("facts", "lesson", "[@Z1] "),
    Shape("facts by lines", "lesson", "[@Z1]\n"),
    Shape("links", "lesson", "[a](a.md) "),
    Shape("links almost", "lesson", "[a] (media/a.svg) "),
    Shape("languages", "lesson", "[a]{lang=en} "),
    Shape("unknown attributes", "lesson", "[a]{.b} "),
    Shape("stars", "lesson", "*"),
    Shape("stars and words", "lesson", "*a **b "),
    Shape("under-scores", "lesson", "_a "),
    Shape("tags", "lesson", "<b>"),
    Shape("opened tags", "lesson", "<a "),
    Shape("comments", "lesson", "<!-- "),
    Shape("addresses", "lesson", "<https:"),
    Shape("mails", "lesson", "<a@b "),
    Shape("backslashes", "lesson", "\\"),
    Shape("entities", "lesson", "&amp;"),
    Shape("half entities", "lesson", "&a"),
    Shape("quotations in each other", "lesson", "> "),
    Shape("lists in each other", "lesson", "- "),
    Shape("list items", "lesson", "- a\n"),
    Shape("numbers of a list", "lesson", "1. a\n"),
    Shape("titles", "lesson", "## a\n"),
    Shape("tables", "lesson", "| a | b |\n|---|---|\n| c | d |\n\n"),
    Shape("rows", "lesson", "| a | b |\n", "| a | b |\n|---|---|\n"),
    Shape("cells", "lesson", "| a ", "", "|"),
    Shape("rules of a table", "lesson", "|-", "| a |\n"),
    Shape("tabs", "lesson", "a\tb"),
    Shape("definitions", "glossary", "A\n: Un.\n\n"),
    Shape("lines of a definition", "glossary", "  Un.\n", "A\n: Un.\n"),
    Shape("notes in a chain", "lesson", "[^1]: un [^2]\n\n"),
    Shape("calls of a note", "lesson", "[^1] ", "[^1]: un\n\n"),
    Shape("fences", "lesson", "```\n"),
    Shape("marks of containers", "lesson", "::: fait\n"),
    Shape("marks in each other", "lesson", "".join(f"{':' * n} fait\n" for n in range(600, 2, -1))),
    Shape("closing marks", "lesson", ":::\n"),
    Shape("boxes of a scene", "scene", "- [ ] a\n"),
    Shape("figures of words", "lesson", "mot", "Un "),
)
_SETTINGS = (
    Shape("blanks of a header", "header", _BLANKS, "version: a", "b: c"),
    Shape("blanks of a key", "header", _BLANKS, "version", "b"),
    Shape("words and blanks of a header", "header", "a     ", "version: "),
    Shape("dashes of a header", "header", "- ", "", "x"),
    Shape("hashes of a header", "header", " #", "version: a"),
    Shape("bars of a header", "header", ": |", "version"),
    Shape("quotes of a header", "header", '"a', "version: "),
    Shape("keys of a header", "header", "clé: a\n"),
    Shape("objectives", "module", "  - O1: a\n", "objectifs:\n"),
    Shape("modules", "outline", "  - m\n"),
    Shape("facts of a course", "facts", "B1:\n  énoncé: a\n"),
    Shape("blanks of an identifier", "released", _BLANKS, "a/b", "c"),
    Shape("identifiers", "released", "a/b\n"),
    Shape("names of an identifier", "released", "a/b = ", "", "c"),
    Shape("captions", "captions", "00:00:01.000 --> 00:00:02.000\nmot\n\n"),
    Shape("blanks of a caption", "captions", _BLANKS, "00:00:01.000", "-->"),
    Shape("credits", "credits", "a.svg:\n  titre: a\n"),
    Shape("fields", "sheet", "rubriques:\n  - titre: a\n"),
)

SHAPES: tuple[Shape, ...] = (*_LINTED, *_ASKED, *_PROSE, *_SETTINGS)
"""All of them, each a test."""
