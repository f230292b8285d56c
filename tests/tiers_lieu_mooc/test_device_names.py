"""Names that an operating system keeps for itself are refused, whatever bears them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n")


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9"])
def test_a_device_s_name_is_no_name_of_a_lesson(course: CourseBuilder, name: str) -> None:
    found = found_all(course.lesson(name, "Un lieu.\n"))
    assert [each.at.path for each in found] == ["courses/essai/comprendre/module.yaml"]


@pytest.mark.parametrize("name", ["prn", "con", "lpt1"])
def test_a_device_s_name_is_no_name_of_a_module_nor_of_a_bank(
    course: CourseBuilder, name: str
) -> None:
    course.lesson("ouvrir", "Un lieu.\n", module=name)
    question = "::: vrai-faux #a\nOuvert ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n"
    found = found_all(course.bank(question, name=name))
    assert [each.at.path for each in found] == [
        f"courses/essai/{name}/module.yaml",
        f"quizzes/essai/{name}.md",
    ]


@pytest.mark.parametrize("name", ["confort", "com", "aux-champs", "nul-part"])
def test_a_longer_name_is_free(course: CourseBuilder, name: str) -> None:
    assert found_all(course.lesson(name, "Un lieu.\n")) == []


def found_all(course: CourseBuilder) -> list[Diagnostic]:
    found = check_course(course.write(), TODAY).found
    return [each for each in found if each.code == "id/reserved"]
