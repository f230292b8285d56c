"""Laws of linting: whatever is written, it answers, and points inside the sources."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from scorm_export.diagnostic import Position
from tests.support.lint_values import AT, TODAY, aside, asked, course, prose, single
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.content import AsideName

_WORDS = st.sampled_from(
    [
        "34 %",
        "3 500 tiers-lieux",
        "en 2023",
        "(fictif)",
        "Valbrune",
        "SCIC",
        "(SCIC)",
        "habitant·es",
        "À SOURCER",
        "Source :",
        ":",
        ". ",
        "\n",
        "…",
        "l'ici",
        "*",
        "](",
    ]
)
TEXTS = st.lists(_WORDS | st.text(max_size=8), max_size=30).map(" ".join)
TAGS = st.sampled_from(["p", "h3", "h6", "ul", "li", "table", "td", "th", "em", "code", "div"])


@given(html=st.lists(st.tuples(TAGS, TEXTS), max_size=6), source=TEXTS, line=st.integers(0, 9))
def test_linting_answers_about_any_text_and_points_inside_its_file(
    html: list[tuple[str, str]], source: str, line: int
) -> None:
    markup = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in html)
    blocks = (prose(markup, at=Position(AT.path, line)), aside(AsideName.FACT, markup))
    lines = re.split(r"\r\n?|\n", source)
    for each in lint(course(*blocks), TODAY, {AT.path: source}):
        if each.at.path == AT.path and each.at.column:
            written = lines[each.at.line - 1]
            assert each.at.column + each.at.width - 1 <= len(written)


@given(stem=TEXTS, answers=st.lists(TEXTS, min_size=1, max_size=4))
def test_linting_answers_about_any_question(stem: str, answers: list[str]) -> None:
    question = single(str(escape(stem)), *(str(escape(each)) for each in answers))
    for each in lint(course(asked(question)), TODAY):
        assert each.message


@given(html=TEXTS)
def test_linting_twice_says_the_same(html: str) -> None:
    value = course(prose(f"<p>{escape(html)}</p>"))
    assert lint(value, TODAY) == lint(value, TODAY)
