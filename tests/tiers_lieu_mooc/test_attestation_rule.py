"""The rule of the attestation: what authors write, what is taken where they write nothing."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from scorm_export.diagnostic import has_errors
from tests.support.whole_course import WholeCourse
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import AttestationRule, Course, Module
from tiers_lieu_mooc.rendering import render_page, render_sections

SHEET = {
    "fiche.yaml": "titre: Ma fiche\nrubriques:\n"
    + "".join(
        f"  - titre: Partie {number}\n"
        f"    champs:\n      - id: champ-{number}\n        libellé: Quoi\n"
        for number in range(1, 9)
    )
}
BOTH = ("accueil/point-de-depart", "conclusion/point-d-arrivee")


def checked(course: WholeCourse, tmp_path: Path) -> tuple[Course, list[str]]:
    found = check_course(course.write(tmp_path, "essai"), datetime.date(2026, 11, 23))
    assert found.course is not None
    rules = ("settings/",)
    return found.course, [each.message for each in found.found if each.code.startswith(rules)]


def rule_of(course: WholeCourse, tmp_path: Path) -> AttestationRule:
    made, found = checked(course, tmp_path)
    assert found == []
    assert made.attestation is not None
    return made.attestation


def test_what_is_not_written_depends_on_the_course(tmp_path: Path) -> None:
    rule = rule_of(WholeCourse("leçons: 75"), tmp_path)
    assert (rule.lessons, rule.mean, rule.minimum) == (75, 60, 40)
    assert (rule.sections, rule.self_positionings, rule.is_open) == (0, BOTH, True)


def test_a_sheet_brings_six_of_its_sections(tmp_path: Path) -> None:
    assert rule_of(WholeCourse("leçons: 75", files=SHEET), tmp_path).sections == 6


def test_what_is_written_is_taken(tmp_path: Path) -> None:
    text = (
        "rubriques: 8\nautopositionnements: [accueil/point-de-depart]\n"
        "durée: 7 h\nouverte: non\nannonce: Bientôt."
    )
    rule = rule_of(WholeCourse(text, files=SHEET), tmp_path)
    assert (rule.sections, rule.self_positionings) == (8, BOTH[:1])
    assert (rule.minutes, rule.is_open, rule.notice) == (420, False, "Bientôt.")


@pytest.mark.parametrize(
    ("text", "files", "said"),
    [
        ("leçons: 120", {}, "« leçons » vaut 120, mais doit être au plus 100."),
        ("rubriques: 2", {}, "« rubriques » vaut 2, mais doit être 0 sans fiche projet."),
        ("rubriques: 9", SHEET, "« rubriques » vaut 9, mais doit être au plus 8, comme la fiche"),
        ("ouverte: peut-être", {}, "« ouverte » attend l’un de ces mots : « oui », « non »"),
        ("autopositionnements: [accueil/depart]", {}, "« accueil/depart » n’est pas un position"),
        ("lecons-finies: 8", {}, "« lecons-finies » n’est pas un réglage connu ici."),
    ],
)
def test_what_cannot_be_asked_is_a_finding(
    tmp_path: Path, text: str, files: dict[str, str], said: str
) -> None:
    _, found = checked(WholeCourse(text, files=files), tmp_path)
    assert [message.replace("\u00a0", " ")[: len(said)] for message in found] == [said]


def page_of(course: WholeCourse, tmp_path: Path, modules: slice = slice(None)) -> str:
    found = check_course(course.write(tmp_path, "essai"), datetime.date(2026, 11, 23))
    assert found.course is not None
    assert not has_errors(found.found)
    held: tuple[Module, ...] = found.course.modules[modules]
    return render_page(found.course, held, render_sections(found.course), "").html


def test_a_course_without_a_rule_has_no_page_for_it(tmp_path: Path) -> None:
    assert "attestation" not in page_of(WholeCourse(), tmp_path)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("moyenne: 0\nminimum: 0\nautopositionnements: []", ["lessons"]),
        ("autopositionnements: []", ["lessons", "quizzes"]),
        ("leçons: 80", ["lessons", "quizzes", "placed"]),
    ],
)
def test_nothing_is_asked_that_the_rule_does_not_ask(
    tmp_path: Path, text: str, asked: list[str]
) -> None:
    page = page_of(WholeCourse(text), tmp_path)
    assert re.findall(r'data-criterion="(\w+)"', page) == asked


def test_a_part_of_the_course_knows_the_rule_of_the_whole(tmp_path: Path) -> None:
    course = WholeCourse("leçons: 80", files=SHEET)
    numbers = re.compile(r'data-attestation="([^"]*)"')
    whole, part = page_of(course, tmp_path), page_of(course, tmp_path, slice(1, 2))
    assert numbers.findall(whole) == numbers.findall(part)
    assert "Cette page est une partie du cours." in part
    assert "Cette page est une partie du cours." not in whole
