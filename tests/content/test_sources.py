"""No sentence of the course is taken from a source: eight words in a row are a loan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.content.measures import ROOT, sentences_of
from tiers_lieu_mooc.linting.passages import folded
from tiers_lieu_mooc.linting.survey import Piece, Survey
from tiers_lieu_mooc.model.content import AsideName

ROW = 8
"""Words in a row that are too many for a chance. Source: issue 5, « no sentence comes from a
source »."""

PERMITTED = (
    "Réseau des collectivités territoriales pour une économie solidaire",
    "Territoires ruraux et économie sociale et solidaire, outils et nouvelles synergies",
    "règlement général sur la protection des données",
    "fonds européen agricole pour le développement rural",
    "les collectivités, leurs groupements et les établissements publics territoriaux",
    "communes de moins de 3 500 habitants",
    "récépissé d’entrepreneur de spectacles",
    "économie sociale et solidaire",
    "peu dense ou très peu dense",
    "réserves impartageables",
    "fournitures et services",
    "maisons des jeunes et de la culture",
    "espaces de vie sociale",
    "espace de vie sociale",
    "centres sociaux",
    "centre social",
    "foyers ruraux",
)
"""Names of institutions and formulas of laws, the longer first; each counts as one word."""

_MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_TOKEN = re.compile(
    rf"(?:\d+(?:er)? )?(?:(?:{_MONTHS}) a )?(?:{_MONTHS}) \d{{4}}"
    r"|\d+(?:[\s,.]\d+)*|[^\W_]+(?:[-'@]+[^\W_]+)*"
)
"""A date, a number, a word: « l’eau » is one word, as the linter counts."""

_MARKS = re.compile(r"[*_`\[\]()]|https?://\S+")
_TITLES = frozenset((AsideName.RESOURCES,))


def words(text: str) -> list[str]:
    """Give the words of a text, folded; a permitted formula is one word."""
    flat = folded(text)
    for place, formula in enumerate(PERMITTED):
        flat = re.sub(rf"\b{folded(formula)}\b", f"formule{place}", flat)
    return _TOKEN.findall(flat)


def rows(found: list[str]) -> Iterator[str]:
    for start in range(len(found) - ROW + 1):
        yield " ".join(found[start : start + ROW])


def base_of_facts() -> Path | None:
    """Give the base that the course is written from; it stands beside the project, or nowhere."""
    found = (parent / "shared" / "domain" / "FAITS.md" for parent in ROOT.parents)
    return next((path for path in found if path.is_file()), None)


def sources(survey: Survey) -> Iterator[tuple[str, str]]:
    """Give what lessons are written from, with a name for each piece.

    The base of facts is on some machines only; the statements of the course's own facts, which
    say the same shorter, are everywhere.
    """
    for fact in survey.course.facts:
        yield f"faits.yaml {fact.code}", fact.statement.plain
    base = base_of_facts()
    lines = base.read_text("utf-8").splitlines() if base else ()
    for number, line in enumerate(lines, start=1):
        yield f"FAITS.md:{number}", _MARKS.sub(" ", line)


@pytest.fixture(scope="module")
def lent(survey: Survey) -> dict[str, set[str]]:
    """Where each row of words of the sources stands."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, text in sources(survey):
        for row in rows(words(text)):
            found[row].add(name)
    return dict(found)


def check_own(pieces: Iterable[Piece], lent: Mapping[str, set[str]]) -> None:
    """Fail with every sentence that holds a loan, each once."""
    found = []
    for at, sentence in sentences_of(each for each in pieces if not each.is_among(_TITLES)):
        taken = [row for row in rows(words(sentence)) if row in lent]
        if taken:
            names = sorted({name for row in taken for name in lent[row]})
            found.append(
                f"{at.path}:{at.line} {len(taken) + ROW - 1} words of "
                f"{', '.join(names)} « {taken[0]}… » in: {sentence}"
            )
    assert not found, "\n".join(["", *found])


def test_sources_are_there_to_compare_with(lent: dict[str, set[str]]) -> None:
    assert len(lent) > 1_000


def test_no_sentence_of_a_lesson_is_taken_from_a_source(
    survey: Survey, lent: dict[str, set[str]]
) -> None:
    check_own((piece for each in survey.lessons for piece in each.pieces), lent)


def test_no_sentence_of_a_question_is_taken_from_a_source(
    survey: Survey, lent: dict[str, set[str]]
) -> None:
    check_own((piece for each in survey.questions for piece in each.pieces), lent)


def test_no_sentence_of_the_glossary_is_taken_from_a_source(
    survey: Survey, lent: dict[str, set[str]]
) -> None:
    facts = {each.at for each in survey.course.facts}
    check_own((piece for piece in survey.others if piece.at not in facts), lent)


def test_a_loan_is_noticed_whatever_its_case_and_marks(survey: Survey) -> None:
    fact = max(survey.course.facts, key=lambda each: len(words(each.statement.plain)))
    found = words(fact.statement.plain)
    copied = " ".join(found[:ROW]).upper()
    assert set(rows(words(f"« {copied} », dit-on."))) & set(rows(found))
