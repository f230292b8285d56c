"""The examples on the rules' pages are true: the bad one is found, the good one is not."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from scorm_export.diagnostic import Rule
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.rules import ALL

TODAY = datetime.date(2026, 11, 23)
_FACT = """\
{code}:
  énoncé: Un fait.
  source: un rapport
  date: 2023
  confiance: vérifié
  durée de vie: {life}
  lu le: 2026-05-04
"""
_FILES = {
    "courses/essai/course.yaml": (
        "titre: Essai\nlangue: fr\ngabarit: tiers-lieux\nmodules:\n  - comprendre\n"
    ),
    "courses/essai/comprendre/module.yaml": (
        "titre: Comprendre\nobjectifs:\n  - O1: Expliquer\nleçons:\n  - definir\n"
        "banque: comprendre\n"
    ),
    "courses/essai/comprendre/media/carte.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    ),
    "courses/essai/faits.yaml": "".join(
        _FACT.format(code=code, life=life)
        for code, life in [("A1", "stable"), ("D1", "à dater"), ("F1", "fragile")]
    ),
    "quizzes/essai/comprendre.md": (
        "---\ntitre: Quiz\n---\n\n"
        "::: vrai-faux #ouverture\nobjectifs : O1\n\nLe lieu est ouvert.\n\n"
        "- [x] Vrai\n  > Oui.\n- [ ] Faux\n  > Si.\n:::\n"
    ),
}
_HEADER = "---\ntitre: Définir\ndurée: 1 min\n---\n\n"
_EXAMPLE = re.compile(r"^(Mauvais|Bon)\b[^\n]*:\n+```markdown\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(verdict: str) -> list[tuple[Rule, str]]:
    found = [(rule, match) for rule in ALL for match in _EXAMPLE.finditer(rule.doc)]
    return [(rule, match[2]) for rule, match in found if match[1] == verdict]


def code_of(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


def codes_in(folder: Path, text: str) -> set[str]:
    """Give what is found in a lesson that holds a text and nothing else."""
    for name, content in {**_FILES, "courses/essai/comprendre/definir.md": _HEADER + text}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return {each.code for each in check_course(folder / "courses" / "essai", TODAY).found}


@pytest.mark.parametrize(("rule", "text"), examples("Mauvais"), ids=code_of)
def test_the_bad_example_of_a_rule_is_found(rule: Rule, text: str, tmp_path: Path) -> None:
    assert rule.code in codes_in(tmp_path, text)


@pytest.mark.parametrize(("rule", "text"), examples("Bon"), ids=code_of)
def test_the_good_example_of_a_rule_is_not_found(rule: Rule, text: str, tmp_path: Path) -> None:
    assert rule.code not in codes_in(tmp_path, text)


def test_most_rules_about_lessons_show_an_example() -> None:
    shown = {rule.code for rule, _ in examples("Mauvais")}
    families = ("access/", "fact/", "pedagogy/")
    assert len([code for code in shown if code.startswith(families)]) >= 20
