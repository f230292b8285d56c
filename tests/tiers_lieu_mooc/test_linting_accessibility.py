"""Headings, links, alternatives, tables and languages, on courses built from values."""

from __future__ import annotations

import pytest

from tests.support.lint_values import TODAY, codes, course, place, prose
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.content import Figure


def link(text: str, target: str = "https://example.org/a") -> str:
    return f'<a href="{target}" rel="noopener noreferrer">{text}</a>'


def test_headings_that_go_down_one_level_at_a_time_are_fine() -> None:
    html = "<h3>Un</h3><h4>Deux</h4><h5>Trois</h5><h3>Quatre</h3>"
    assert codes(course(prose(html))) == []


@pytest.mark.parametrize("html", ["<h4>Trop bas</h4>", "<h3>Un</h3><h5>Trop bas</h5>"])
def test_a_skipped_heading_level_is_found(html: str) -> None:
    assert codes(course(prose(html))) == ["access/heading-skipped"]


def test_heading_levels_are_followed_from_block_to_block() -> None:
    blocks = (prose("<h3>Un</h3>"), prose("<h5>Trop bas</h5>"))
    [found] = lint(course(*blocks), TODAY)
    assert found.mend == "écrivez «\u00a0### Trop bas\u00a0»"


@pytest.mark.parametrize(
    "text", ["cliquez ici", "Ici", "Cliquez ici\u00a0!", "Télécharger", "lien"]
)
def test_a_vague_link_is_found_whatever_its_case_accents_and_punctuation(text: str) -> None:
    assert codes(course(prose(f"<p>Voir {link(text)}</p>"))) == ["access/link-vague"]


@pytest.mark.parametrize("text", ["https://example.org/a", "www.example.org"])
def test_an_address_is_no_link_text(text: str) -> None:
    assert codes(course(prose(f"<p>Voir {link(text)}</p>"))) == ["access/link-address"]


@pytest.mark.parametrize("text", ["annuaire", "contact@example.org", "Lire la charte"])
def test_a_link_that_says_where_it_leads_is_fine(text: str) -> None:
    assert codes(course(prose(f"<p>Voir {link(text)}</p>"))) == []


def test_two_links_of_one_text_lead_to_one_place() -> None:
    twice = prose(f"<p>{link('Annuaire')} et {link('annuaire')}</p>")
    apart = prose(f"<p>{link('Annuaire')} et {link('annuaire', 'https://example.org/b')}</p>")
    assert codes(course(twice)) == []
    assert codes(course(apart)) == ["access/link-ambiguous"]


def test_terms_facts_and_footnote_calls_are_not_links() -> None:
    html = (
        '<p>Un <a class="term" href="#glossaire/lien" data-term="lien">lien</a>'
        '<sup><a href="#note-definir-1">ici</a></sup></p>'
    )
    assert codes(course(prose(html))) == []


@pytest.mark.parametrize(
    ("alternative", "expected"),
    [
        ("Carte de la commune, avec l’école", []),
        ("", []),
        ("carte.svg", ["access/alternative-file-name"]),
        ("IMG_2003", ["access/alternative-file-name"]),
        ("Image de la commune", ["access/alternative-prefix"]),
        ("Une photo du café", ["access/alternative-prefix"]),
        ("Photographie en noir et blanc d’un café", []),
        ("x" * 150, []),
        ("x" * 151, ["access/alternative-long"]),
    ],
)
def test_alternatives_say_what_the_picture_says(alternative: str, expected: list[str]) -> None:
    figure = Figure(at=place(), media="comprendre/media/a.svg", alternative=alternative)
    inline = prose(f'<p>Ce signe <img data-media="a.svg" alt="{alternative}"></p>')
    assert codes(course(figure)) == expected
    assert codes(course(inline)) == expected


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("<th>Lieu</th><th>Accès</th>", []),
        ("<th></th><th>Accès</th>", []),
        ("<th>Lieu</th><th></th>", [2]),
        ("<th></th><th></th>", [1, 2]),
    ],
)
def test_every_column_but_the_corner_has_a_header(header: str, columns: list[int]) -> None:
    body = "<tbody><tr><td>a</td><td>b</td></tr></tbody>"
    html = f"<table><thead><tr>{header}</tr></thead>{body}</table>"
    found = lint(course(prose(html)), TODAY)
    assert [each.code for each in found] == ["access/table-header"] * len(columns)
    assert [dict(each.values)["column"] for each in found] == [str(each) for each in columns]


@pytest.mark.parametrize(("tag", "is_known"), [("fr", True), ("fr-CA", True), ("français", False)])
def test_the_language_of_the_course_is_a_code(tag: str, is_known: bool) -> None:
    expected = [] if is_known else ["access/language-tag"]
    assert codes(course(prose("<p>Un texte.</p>"), language=tag)) == expected


def test_english_in_italics_without_language_gets_advice() -> None:
    bare = prose("<p>Le <em>third place</em> et le <em>coworking</em>.</p>")
    marked = prose('<p>Le <em><span lang="en">third place</span></em>.</p>')
    assert codes(course(bare)) == ["access/language-unmarked"]
    assert codes(course(marked)) == []


def test_a_middle_dot_inside_a_word_is_found() -> None:
    assert codes(course(prose("<p>Les habitant·e·s décident.</p>"))) == ["access/middle-dot"]
    assert codes(course(prose("<p>Café · atelier · salle</p>"))) == []
