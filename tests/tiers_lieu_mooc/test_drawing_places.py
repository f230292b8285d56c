"""Where drawings are wrong, how large they are, and that no monster among them costs much."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.drawing import SVG, checked, inside, refused


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


# Places


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n\n  <script/></svg>", 3, 3),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\r\n\r\n  <script/></svg>", 3, 3),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\r\r<script/></svg>", 3, 1),
        ("\ufeff<svg xmlns='http://www.w3.org/2000/svg' onload='a'/>", 1, 41),
        ("<svg\n xmlns='http://www.w3.org/2000/svg'\n id='é>'\n  onload='a'/>", 4, 3),
        ("<svg xmlns='http://www.w3.org/2000/svg'><!-- été --><script/></svg>", 1, 53),
        (
            "<svg xmlns='http://www.w3.org/2000/svg'><style>\na{}\n é{fill:url(b)}</style></svg>",
            3,
            9,
        ),
        ("<svg xmlns='http://www.w3.org/2000/svg'><style><![CDATA[\n@x;]]></style></svg>", 2, 1),
        ("<svg xmlns='http://www.w3.org/2000/svg'><style>a&gt;b{}\n\n @x;</style></svg>", 3, 2),
        ("<svg xmlns='http://www.w3.org/2000/svg'>" + "\n" * 70_000 + "<script/></svg>", 70_001, 1),
    ],
)
def test_a_finding_stands_where_the_drawing_is_wrong(
    course: CourseBuilder, content: str, line: int, column: int
) -> None:
    (found,) = refused(course, content)
    assert (found.at.line, found.at.column) == (line, column)


def test_each_thing_is_told_once_and_a_hopeless_drawing_is_not_listed_whole(
    course: CourseBuilder,
) -> None:
    twice = refused(course, *inside("<script/>\n<script/>\n<g onclick=''/><g onclick=''/>"))
    assert [each.at.line for each in twice] == [1, 3]
    many = "".join(f"<u{number}/>" for number in range(5_000))
    assert len(refused(course, *inside(many))) == 20


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("<svg", 1),
        ("", 1),
        ("<html></html>", 1),
        ("<svg viewBox='0 0 9 9'/>", 1),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n<g></svg>", 2),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n&nbsp;</svg>", 2),
        ("<svg xmlns='http://www.w3.org/2000/svg' id='a' id='b'/>", 1),
        ("\n<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", 2),
    ],
)
def test_what_is_no_svg_is_told_with_its_line(
    course: CourseBuilder, content: str, line: int
) -> None:
    _, (found,) = checked(course, content)
    assert found.code == "media/broken"
    assert found.at.line == line


@pytest.mark.parametrize(
    "content",
    [
        *inside("<g>" * 100_000 + "</g>" * 100_000, "<g>" * 300 + "</g>" * 300),
        *inside("<g" + "".join(f' b{number}="1"' for number in range(60_000)) + "/>"),
    ],
    ids=["100,000 deep", "300 deep", "60,000 attributes"],
)
def test_a_monstrous_drawing_is_refused_at_once(course: CourseBuilder, content: str) -> None:
    refused(course, content)


# Sizes


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("width='1e2' height='2.5E1px'", (100, 25)),
        ("width='1e-9' height='+8'", (1, 8)),
        ("width='40Q' height='10MM'", (38, 38)),
        ("viewBox='-5 -5 1e1 2e1'", (10, 20)),
        ("viewBox='0,0,30,20' width='-9'", (30, 20)),
        ("viewBox='0 0 1e-300 1e-300' width='40'", (40, 40)),
        ("width='NaN' viewBox='0 0 4 3'", (4, 3)),
        ("width='Infinity' viewBox='0 0 4 3'", (4, 3)),
    ],
)
def test_a_size_is_read_as_browsers_do(
    course: CourseBuilder, attributes: str, size: tuple[int, int]
) -> None:
    packed, found = checked(course, SVG.format(attributes, ""))
    assert found == []
    assert packed is not None
    assert (packed.width, packed.height) == size


@pytest.mark.parametrize(
    "attributes",
    [
        f"width='1{'0' * 309}' height='1'",
        "width='1e309' height='1e309'",
        "width='1e308in' height='1'",
        "width='9999999' height='1'",
        "width='1e300' viewBox='0 0 1 1e-300'",
        "viewBox='0 0 1e309 1e309'",
        "viewBox='0 0 NaN 5'",
        "viewBox='0 0 -4 3'",
        "viewBox='a b 4 3'",
        "viewBox='0 0 4 3 2'",
        "width='-5' height='-5'",
        "width='5.' height='1e'",
        f"width='{'1' * 500_000}' height='1'",
        f"viewBox='{' ' * 500_000}x'",
    ],
    ids=range(14),
)
def test_a_size_that_is_none_is_told(course: CourseBuilder, attributes: str) -> None:
    packed, found = checked(course, SVG.format(attributes, ""))
    assert "media/no-size" in [each.code for each in found]
    assert packed is not None
    assert (packed.width, packed.height) == (0, 0)
