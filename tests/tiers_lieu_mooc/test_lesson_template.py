"""``gabarit``: a course chooses what its lessons are held to; nothing is imposed on the others."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.building import check_course

HELD = {"pedagogy/lesson-length", "pedagogy/part-missing", "pedagogy/scene-long"}


def codes(root: Path, setting: str) -> set[str]:
    """What is found in a course whose only lesson is short and has a long scene."""
    scene = f"::: scène\n{'Valbrune ' * 61}\n:::\n\nUn lieu.\n"
    bank = "::: vrai-faux #v\n\nUn lieu.\n\n- [x] Vrai\n- [ ] Faux\n:::\n"
    course = CourseBuilder(root).lesson("definir", scene).bank(bank)
    course.file("course.yaml", f"titre: Un cours\n{setting}modules:\n  - comprendre\n")
    today = datetime.date(2026, 11, 23)
    return {each.code for each in check_course(course.write(), today).found}


@pytest.mark.parametrize("setting", ["", "gabarit: aucun\n", "Gabarit: Aucun\n"])
def test_a_course_that_chose_no_template_is_held_to_none(tmp_path: Path, setting: str) -> None:
    assert not codes(tmp_path, setting) & (HELD | {"settings/unknown-key", "settings/bad-value"})


@pytest.mark.parametrize("setting", ["gabarit: tiers-lieux\n", "gabarit: Tiers lieux\n"])
def test_a_course_that_chose_the_template_is_held_to_it(tmp_path: Path, setting: str) -> None:
    assert codes(tmp_path, setting) >= HELD


@pytest.mark.parametrize("setting", ["gabarit: tiers-lieu-x\n", "gabarit: 350\n"])
def test_a_template_that_does_not_exist_is_a_finding(tmp_path: Path, setting: str) -> None:
    found = codes(tmp_path, setting)
    assert "settings/bad-value" in found
    assert not found & HELD
