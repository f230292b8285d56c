"""What is almost right in files and settings is found, once, and its mend is shown."""

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


def found_in(course: CourseBuilder) -> list[Diagnostic]:
    """Give what is found, but for what every unpublished course is told."""
    found = check_course(course.write(), TODAY).found
    ignored = ("id/", "pedagogy/")
    return [each for each in found if not each.code.startswith(ignored)]


def codes_in(course: CourseBuilder) -> list[str]:
    return [f"{each.at.line}:{each.at.column} {each.code}" for each in found_in(course)]


def with_header(course: CourseBuilder, *lines: str) -> CourseBuilder:
    text = "\n".join(["---", *lines, "---", "", "Un lieu.", ""])
    return course.file("comprendre/definir.md", text)


# Two versions in one file


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "<<<<<<<", ">>>>>>> relecture"])
@pytest.mark.parametrize(
    "name", ["course.yaml", "comprendre/module.yaml", "comprendre/definir.md", "glossaire.md"]
)
def test_marks_of_a_conflict_are_the_only_finding(
    course: CourseBuilder, name: str, mark: str
) -> None:
    found = found_in(course.file(name, f"titre: a\n{mark}\ntitre: b\n=======\n"))
    assert [(each.at.path, each.at.line, each.code) for each in found] == [
        (f"courses/essai/{name}", 2, "source/conflict-marks")
    ]


def test_a_line_of_equals_signs_alone_is_no_conflict(course: CourseBuilder) -> None:
    assert codes_in(course.lesson("ouvrir", "Un lieu.\n\n> Une citation.\n\n--------\n")) == []


# Settings


@pytest.mark.parametrize("value", ["“Définir”", "‘Définir’", "„Définir“"])
def test_curly_quotes_around_a_value_are_found(course: CourseBuilder, value: str) -> None:
    found = found_in(with_header(course, f"titre: {value}", "durée: 1 min"))
    assert [(each.at.line, each.at.column, each.code) for each in found] == [
        (2, 8, "settings/curly-quotes")
    ]
    assert '"Définir"' in found[0].mend


@pytest.mark.parametrize("value", ["Dire “oui” ici", "« Définir »", '"“Oui” et “non” ici"'])
def test_quotes_inside_a_value_are_its_own(course: CourseBuilder, value: str) -> None:
    assert codes_in(with_header(course, f"titre: {value}", "durée: 1 min")) == []


@pytest.mark.parametrize(
    ("value", "column"), [("Ouvrir un lieu # à trois", 23), ("Fabrique # 1", 17)]
)
def test_a_comment_that_cuts_a_text_is_found(
    course: CourseBuilder, value: str, column: int
) -> None:
    codes = codes_in(with_header(course, f"titre: {value}", "durée: 1 min"))
    assert codes == [f"2:{column} settings/comment-after-text"]


def test_a_comment_after_a_setting_is_a_comment(course: CourseBuilder) -> None:
    assert codes_in(with_header(course, "titre: Définir", "durée: 1 min # à revoir")) == []
