"""What drawing programs write, as they write it: taken as it is, or told how to mend.

``tests/cases/drawings`` holds short files, each with the beginning, the notes and the habits of one
program.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.drawing import checked, refused

FOLDER = Path(__file__).parents[1] / "cases" / "drawings"
TAKEN = {
    "drawio-plain-text": (121, 61),
    "figma": (320, 180),
    "illustrator": (96, 48),
    "inkscape": (227, 113),
    "office": (640, 360),
    "plantuml": (90, 60),
    "r-svglite": (480, 336),
    "sketch": (100, 50),
}
BUT_FOR_THE_DOCTYPE = {
    "graphviz": "les lignes 2 à 3",
    "libreoffice": "la ligne 2",
    "matplotlib": "les lignes 2 à 3",
    "serif": "la ligne 2",
}
MENDS = {
    "drawio": [(8, "Texte formaté"), (18, "dans le texte de la leçon")],
    "excalidraw": [(6, "en tracés"), (8, "supprimez cette adresse")],
    "graphviz-link": [(6, "dans le texte de la leçon")],
    "illustrator-editable": [(3, "SVG simple")],
    "inkscape-linked-image": [(7, "Incorporer"), (9, "Convertir en texte")],
    "mermaid": [(1, "htmlLabels")],
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


def sample(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def test_every_sample_is_judged() -> None:
    names = {path.stem for path in FOLDER.iterdir()}
    assert names == {*TAKEN, *BUT_FOR_THE_DOCTYPE, *MENDS}


@pytest.mark.parametrize("name", TAKEN)
def test_a_drawing_without_anything_else_is_taken_as_it_is(
    course: CourseBuilder, name: str
) -> None:
    packed, found = checked(course, sample(name))
    assert found == []
    assert packed is not None
    assert packed.content.decode() == sample(name)
    assert (packed.width, packed.height) == TAKEN[name]


@pytest.mark.parametrize("name", BUT_FOR_THE_DOCTYPE)
def test_the_lines_told_are_all_there_is_to_remove(course: CourseBuilder, name: str) -> None:
    (found,) = refused(course, sample(name))
    assert BUT_FOR_THE_DOCTYPE[name] in found.mend
    first, last = (int(each) for each in (re.findall(r"\d+", found.mend) * 2)[:2])
    lines = sample(name).splitlines(keepends=True)
    packed, rest = checked(course, "".join(lines[: first - 1] + lines[last:]))
    assert rest == []
    assert packed is not None


@pytest.mark.parametrize("name", MENDS)
def test_what_is_more_than_a_drawing_is_told_with_its_mend(
    course: CourseBuilder, name: str
) -> None:
    found = refused(course, sample(name))
    assert [each.at.line for each in found] == [line for line, _ in MENDS[name]]
    for each, (_, mend) in zip(found, MENDS[name], strict=True):
        assert mend in each.mend
        assert "PNG" in each.mend
