"""Signs of HTML that an author writes on purpose: shown as text, nowhere a tag, and no finding."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.targets import Split, Target

TODAY = datetime.date(2026, 11, 30)


def page_with(root: Path, text: str) -> tuple[str, list[str]]:
    """Give the markup of a course's only lesson, and what was found of its signs."""
    CourseBuilder(root).lesson("definir", text).write()
    checked = check_course(root / "courses/essai", TODAY, is_advice_wanted=False)
    assert checked.course is not None
    [output, *_] = outputs_of(checked.course, [Target.WEB], [Split.COURSE])
    files = Workshop(checked.course).make(output).files
    codes = [each.code for each in checked.found if each.code == "text/raw-html"]
    lesson = files["index.html"].decode().partition('id="comprendre/definir"')[2]
    return lesson.partition("data-page-alert")[0], codes


@pytest.mark.parametrize(
    "text",
    [
        "Un &lt;script&gt; exprès.",
        "Un &lt;script>alert(1)&lt;/script> exprès.",
        "Un &#60;script&#62; et un &#x3c;script&#x3E;.",
        "Un \\<script\\> exprès.",
        "Un \\<script> exprès.",
        "Un `<script>` exprès.",
        "Un **&lt;script&gt;** exprès.",
        "## Le &lt;script&gt;",
        "| a |\n|---|\n| &lt;script&gt; |",
        "::: essentiel\n&lt;script&gt;\n:::",
    ],
)
def test_a_tag_that_is_written_on_purpose_shows_as_text(tmp_path: Path, text: str) -> None:
    page, codes = page_with(tmp_path, text)
    assert codes == []
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_a_tag_that_is_meant_is_still_found(tmp_path: Path) -> None:
    page, codes = page_with(tmp_path, "Un <script>alert(1)</script>.")
    assert codes == ["text/raw-html"]
    assert "<script>alert" not in page
