"""Typed answers are compared alike by the compiler and by the learner's page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiers_lieu_mooc.parsing.question.comparing import compared
from tiers_lieu_mooc.parsing.question_drafts import Matching

NORMALISE = Path(__file__).parents[1] / "support" / "normalise_answers.js"
PIECES = [
    *"aA éÉ'’-.,;?! œŒæ1\u00a0\u202f`",
    *("le ", "L’", "d'", "une ", "l", "The ", "e\u0301", "cœur", "fin…", "–", "İ", "ß", "\t"),
]
texts = st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=60)


def on_the_page(answers: list[str], matching: Matching) -> list[str]:
    asked = {
        "texts": answers,
        "matching": {
            "isCaseStrict": matching.is_case_strict,
            "isAccentStrict": matching.is_accent_strict,
            "areArticlesStrict": matching.are_articles_strict,
        },
    }
    ran = subprocess.run(
        ["node", NORMALISE], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    said: list[str] = json.loads(ran.stdout)
    return said


@given(texts, st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=15, deadline=None)
def test_the_page_and_the_compiler_compare_alike(
    answers: list[str],
    is_case_strict: bool,
    is_accent_strict: bool,
    are_articles_strict: bool,
) -> None:
    matching = Matching(is_case_strict, is_accent_strict, are_articles_strict)
    assert [compared(each, matching) for each in answers] == on_the_page(answers, matching)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’Assemblée générale.", "assemblee  GENERALE"),
        ("cœur", "coeur"),
        ("tiers-lieu", "tiers lieu"),
        ("l'été", "L´ÉTÉ !"),
        ("les communes", "communes"),
        ("tiers\u00a0lieu", "tiers–lieu"),
    ],
)
def test_what_does_not_count_by_default(one: str, other: str) -> None:
    assert compared(one) == compared(other)


def test_what_counts_when_the_author_says_so() -> None:
    assert compared("AG", Matching(is_case_strict=True)) != compared("ag")
    assert compared("été", Matching(is_accent_strict=True)) == "été"
    assert compared("la mairie", Matching(are_articles_strict=True)) == "la mairie"
