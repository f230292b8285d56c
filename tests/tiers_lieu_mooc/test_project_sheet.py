"""``fiche.yaml`` and the steps of lessons that fill it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.building import Checked, check_course
from tiers_lieu_mooc.model.content import Fiche
from tiers_lieu_mooc.model.course import walk
from tiers_lieu_mooc.model.sheet import ProjectSheet

TODAY = datetime.date(2026, 11, 23)
SHEET = """\
titre: "Ma fiche"
rubriques:
  - titre: "Vision"
    question: "Pour qui : et pourquoi ?"
    fait quand: "une phrase est écrite"
    champs:
      - id: vision
        libellé: "Notre vision"
        conseil: "une phrase"
        lignes: 2
        une page: oui
      - id: valeurs
        libellé: "Nos valeurs"
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n\n::: fiche 1\nÉcrivez.\n:::\n")


def checked(builder: CourseBuilder) -> Checked:
    return check_course(builder.write(), TODAY)


def found_in(builder: CourseBuilder) -> list[str]:
    found = checked(builder).found
    return [
        f"{each.at.path.rpartition('/')[2]}:{each.at.line}:{each.at.column} {each.code}"
        for each in found
        if each.code != "id/not-published"
    ]


def sheet_of(builder: CourseBuilder) -> ProjectSheet:
    made = checked(builder).course
    assert made is not None
    assert made.sheet is not None
    return made.sheet


def test_a_sheet_is_read_with_its_sections_and_fields(course: CourseBuilder) -> None:
    sheet = sheet_of(course.file("fiche.yaml", SHEET))
    assert sheet.title == "Ma fiche"
    (section,) = sheet.sections
    assert (section.number, section.title) == (1, "Vision")
    assert section.question == "Pour qui\u00a0: et pourquoi\u00a0?"
    assert section.done_when == "une phrase est écrite"
    vision, values = section.fields
    assert (vision.full_name, vision.label, vision.advice) == (
        "fiche/vision",
        "Notre vision",
        "une phrase",
    )
    assert (vision.lines, vision.is_on_one_page) == (2, True)
    assert (values.lines, values.is_on_one_page) == (3, False)


def test_its_fields_are_numbered_after_everything_else(course: CourseBuilder) -> None:
    made = checked(course.file("fiche.yaml", SHEET)).course
    assert made is not None
    assert made.published == ("comprendre/definir", "fiche/vision", "fiche/valeurs")


def test_a_released_field_that_vanishes_is_an_error(course: CourseBuilder) -> None:
    names = "comprendre/definir\nfiche/vision\nfiche/valeurs\nfiche/besoin\n"
    course.file("fiche.yaml", SHEET).file("published-ids.txt", names)
    assert found_in(course) == ["published-ids.txt:4:1 id/withdrawn"]


def test_a_course_without_a_sheet_keeps_its_steps_as_text(course: CourseBuilder) -> None:
    made = checked(course)
    assert made.course is not None
    assert made.course.sheet is None
    assert [each.code for each in made.found] == ["sheet/no-sheet", "id/not-published"]


def test_a_step_names_the_fields_that_it_is_about(course: CourseBuilder) -> None:
    text = "::: fiche 1 Vision\nchamps : valeurs, vision\n\nÉcrivez.\n:::\n"
    made = checked(course.file("fiche.yaml", SHEET).lesson("lieu", text)).course
    assert made is not None
    steps = [block for block in walk(made.lessons[1].blocks) if isinstance(block, Fiche)]
    assert [step.fields for step in steps] == [("valeurs", "vision")]
    assert "Écrivez." in str(steps[0].blocks)


def test_a_step_may_begin_with_a_sentence_that_has_a_colon(course: CourseBuilder) -> None:
    text = "::: fiche 1\nComplétez : « Nous voudrions… »\n:::\n"
    course.file("fiche.yaml", SHEET).lesson("lieu", text)
    assert found_in(course) == []


WRONG = {
    "": ["fiche.yaml:1:0 source/empty-file"],
    "titre: a\n": ["fiche.yaml:1:0 settings/missing-key"],
    "titre: a\nrubriques:\n": ["fiche.yaml:2:11 settings/missing-key"],
    "titre: a\ncouleur: b\n" + SHEET.partition("\n")[2]: ["fiche.yaml:2:1 settings/unknown-key"],
    SHEET.replace("    question", "    quand"): ["fiche.yaml:4:5 settings/unknown-key"],
    SHEET.replace("lignes: 2", "ligne: 2"): ["fiche.yaml:10:9 settings/unknown-key"],
    SHEET.replace("lignes: 2", "lignes: deux"): ["fiche.yaml:10:17 settings/bad-value"],
    SHEET.replace("lignes: 2", "lignes: 40"): ["fiche.yaml:10:17 settings/out-of-range"],
    SHEET.replace("page: oui", "page: peut-être"): ["fiche.yaml:11:19 settings/bad-value"],
    SHEET.replace("id: valeurs", "id: vision"): ["fiche.yaml:12:13 id/duplicate"],
    SHEET.replace("id: valeurs", "id: Nos valeurs"): ["fiche.yaml:12:13 id/invalid"],
    SHEET.replace("      - id: valeurs\n  ", "      -"): ["fiche.yaml:12:0 settings/missing-key"],
    SHEET + '  - titre: "Lieu"\n': ["fiche.yaml:14:0 settings/missing-key"],
    SHEET.replace("champs:", "champs: [", 1): ["fiche.yaml:7:7 settings/syntax"],
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named_where_it_stands(course: CourseBuilder, text: str) -> None:
    found = [each for each in found_in(course.file("fiche.yaml", text)) if "unfed" not in each]
    assert [each for each in found if each.startswith("fiche.yaml")] == WRONG[text]


def test_a_thirteenth_section_is_one_too_many(course: CourseBuilder) -> None:
    sections = "".join(
        f'  - titre: "R{n}"\n    champs:\n      - id: c{n}\n        libellé: "C"\n'
        for n in range(1, 14)
    )
    text = f"titre: a\nrubriques:\n{sections}"
    found = found_in(course.file("fiche.yaml", text))
    assert "fiche.yaml:51:5 settings/out-of-range" in found


@pytest.mark.parametrize("name", ["fiche", "ma-fiche", "glossaire"])
def test_a_module_cannot_have_the_name_of_a_page_of_ours(course: CourseBuilder, name: str) -> None:
    course.file("fiche.yaml", SHEET).lesson("autre", "Un texte.\n", module=name)
    assert found_in(course) == ["module.yaml:0:0 id/reserved"]
