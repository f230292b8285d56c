"""Findings about words point at these words when the sources are known."""

from __future__ import annotations

import pytest

from scorm_export.diagnostic import Position
from tests.support.lint_values import AT, TODAY, cite, course, fact, prose
from tiers_lieu_mooc.linting import lint


def places(source: str, *blocks: tuple[int, str]) -> list[tuple[int, int, int]]:
    """Lint blocks that start at the given lines of a lesson and give line, column and width."""
    made = [prose(html, at=Position(AT.path, line)) for line, html in blocks]
    found = lint(course(*made, facts=(fact(),)), TODAY, {AT.path: source})
    assert all(each.at.path == AT.path for each in found if each.code != "fact/never-cited")
    return [
        (each.at.line, each.at.column, each.at.width) for each in found if "never" not in each.code
    ]


def test_a_figure_is_underlined_where_it_is_written() -> None:
    source = "Une ligne.\n\nLa France compte **3 500** lieux.\n"
    html = "<p>La France compte <strong>3\u00a0500</strong> lieux.</p>"
    assert places(source, (3, html)) == [(3, 20, 13)]


def test_without_the_source_the_block_is_named() -> None:
    [found] = lint(course(prose("<p>Il y en a 34 %.</p>", at=Position(AT.path, 3))), TODAY)
    assert found.at == Position(AT.path, 3)


@pytest.mark.parametrize(
    ("source", "html", "expected"),
    [
        ("Les l'habitant·es.", "<p>Les l’habitant·es.</p>", (1, 7, 11)),
        (
            "Voir [*cliquez\nici*](a).",
            '<p>Voir <a href="a"><em>cliquez ici</em></a>.</p>',
            (1, 8, 7),
        ),
    ],
)
def test_typed_and_shown_text_may_differ_by_typography(
    source: str, html: str, expected: tuple[int, int, int]
) -> None:
    assert places(source, (1, html)) == [expected]


def test_the_second_of_two_equal_figures_is_found_in_its_own_paragraph() -> None:
    source = "En 2023 [@A1].\n\nEn 2023 encore.\n"
    html = f"<p>En 2023 {cite('A1')}.</p><p>En 2023 encore.</p>"
    assert places(source, (1, html)) == [(3, 4, 4)]


def test_the_digits_of_an_address_are_not_the_figure() -> None:
    source = "Lu [ici-même](https://example.org/2023/) en 2023."
    html = '<p>Lu <a href="https://example.org/2023/">ici-même</a> en 2023.</p>'
    assert places(source, (1, html)) == [(1, 45, 4)]


def test_words_are_looked_for_in_their_own_block_only() -> None:
    source = "Un [[lieu]] rare.\n\n::: scène\nEn 2023.\n:::\n"
    assert places(source, (1, "<p>En 2023.</p>"), (3, "<p>Rien.</p>")) == [(1, 0, 0)]


def test_a_source_shorter_than_the_model_says_is_no_trouble() -> None:
    assert places("", (9, "<p>En 2023.</p>")) == [(9, 0, 0)]
