"""Marks that nobody sees, or that nobody should: invisible characters, comments, short colons."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course

QUESTION = "Que boit-on ?\n\n- [x] du thé\n  > Oui.\n- [ ] du sel\n  > Non.\n"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


def found_in(course: CourseBuilder) -> list[Diagnostic]:
    found = check_course(course.write(), TODAY).found
    return [each for each in found if not each.code.startswith(("id/not", "pedagogy/"))]


def places_in(course: CourseBuilder) -> list[str]:
    return [f"{each.at.line}:{each.at.column} {each.code}" for each in found_in(course)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u00ad", "trait d’union conditionnel (U+00AD)"),
        ("\u200b", "espace sans largeur (U+200B)"),
        ("\u2060", "gluon de mots (U+2060)"),
        ("\ufeff", "espace insécable sans largeur (U+FEFF)"),
    ],
)
def test_an_invisible_character_is_named_and_not_read(
    course: CourseBuilder, character: str, name: str
) -> None:
    course.glossary("Tiers-lieu\n: Un lieu.\n")
    found = found_in(course.lesson("definir", f"Un [[tiers{character}-lieu]] ouvert.\n"))
    assert [each.code for each in found] == ["source/invisible-character"]
    assert (found[0].at.line, found[0].at.column) == (6, 11)
    assert name in found[0].message


@pytest.mark.parametrize("name", ["comprendre/definir.md", "comprendre/module.yaml"])
def test_an_invisible_character_in_settings_hides_no_key(course: CourseBuilder, name: str) -> None:
    course.lesson("definir", "Un lieu.\n").write()
    path = course.folder / name
    path.write_text(path.read_text("utf-8").replace("titre", "ti\u200btre", 1), "utf-8")
    found = check_course(course.folder, TODAY).found
    codes = [each.code for each in found if not each.code.startswith(("id/", "pedagogy/"))]
    assert codes == ["source/invisible-character"]


def test_places_after_an_invisible_character_are_those_of_the_file(course: CourseBuilder) -> None:
    course.lesson("definir", "Un\u00ad lieu\u00ad [[inconnu]].\n")
    assert places_in(course) == ["6:3 source/invisible-character", "6:11 text/unknown-term"]
    assert "ni 1 autre du même fichier" in found_in(course)[0].message


def test_an_emoji_of_several_parts_is_left_whole(course: CourseBuilder) -> None:
    assert found_in(course.lesson("definir", "Une famille 👩\u200d👧.\n")) == []


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- à vérifier -->",
        "<!-- à\nvérifier -->",
        "Un <!-- ou deux --> lieu.",
        "[//]: # (à voir)",
    ],
)
def test_a_comment_is_told_that_it_would_be_read(course: CourseBuilder, comment: str) -> None:
    found = found_in(course.lesson("definir", f"Un lieu.\n\n{comment}\n"))
    assert [(each.at.line, each.code) for each in found] == [(8, "text/html-comment")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f":: qcu #a\n{QUESTION}:::\n", ["6:1"]),
        (f"::: qcu #a\n{QUESTION}::\n", ["13:1"]),
        ("::essentiel\nUn lieu.\n::\n", ["6:1", "8:1"]),
        ("::: essentiel\nUn lieu.\n::\n\nLa suite.\n", ["8:1"]),
        (":: un mot\n\n::\n", []),
        ("```\n:: essentiel\n::\n```\n", []),
    ],
)
def test_lines_that_are_one_colon_short_are_read_and_found(
    course: CourseBuilder, text: str, places: list[str]
) -> None:
    found = places_in(course.lesson("definir", text))
    assert found == [f"{place} text/short-marks" for place in places]
