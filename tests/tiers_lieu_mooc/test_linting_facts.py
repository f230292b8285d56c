"""Facts and figures, on courses built from values."""

from __future__ import annotations

import datetime

import pytest

from tests.support.lint_values import (
    TODAY,
    aside,
    asked,
    bank,
    cite,
    codes,
    course,
    fact,
    prose,
    single,
)
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.content import AsideName, Block
from tiers_lieu_mooc.model.course import Confidence, ShelfLife

UNSOURCED = "fact/figure-unsourced"


@pytest.mark.parametrize(
    "sentence",
    [
        "En milieu rural, on en compte 34 %.",
        "En milieu rural, on en compte 34\u00a0%.",
        "Le soutien va jusqu’à 3\u00a0000\u00a0€ par an.",
        "Le programme dispose de 2,5 millions.",
        "Un emploi sur dix, soit 5 pour cent.",
        "Le mot apparaît en 1989.",
        "La France compte 3\u00a0500 tiers-lieux.",
        "La France compte 3500 tiers-lieux.",
        "Le lieu occupe 110 m² de plain-pied.",
        "Chaque lieu emploie 1,5 personne.",
        "Le programme Nouveaux lieux, nouveaux liens (2019) les soutient.",
    ],
)
def test_a_figure_without_a_fact_is_found(sentence: str) -> None:
    assert codes(course(prose(f"<p>{sentence}</p>"))) == [UNSOURCED]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trois voisins se retrouvent.",
        "Un lieu, 3 idées, 5 personnes.",
        "Prenez 10 minutes pour écrire 15 lignes.",
        "Un plan d’action à 90 jours, revu dans 12 mois.",
        "Le lieu a mis 20 ans à grandir.",
        "Rendez-vous le 14 juillet à 18 h 30.",
        "Ouvert 24 h/24 et 7 jours sur 7.",
        "C’est une association loi de 1901, ou loi 1901.",
        "Reprenez la leçon 12 et le module 10 ensemble.",
        "Lisez le n° 150 de la revue, page 12 et pages 14 à 18.",
        "Au XXIe siècle comme au 19e siècle, on se réunit.",
        "La version 4.1 suit la norme 9001 depuis peu.",
        "Dans <code>2023</code>, rien n’est lu.",
    ],
)
def test_numbers_that_are_no_data_are_left_alone(sentence: str) -> None:
    assert codes(course(prose(f"<p>{sentence}</p>"))) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<p>La France en comptait 3\u00a0500 en 2023 {cite('A1')}.</p>",
        f"<ul><li>34 % en milieu rural {cite('A1')}</li></ul>",
        f"<p>En 2023, selon {cite('A1')}\u00a0:</p><ul><li>34 %</li><li>28 %</li></ul>",
        f"<p>En 2023\u00a0:</p><ul><li>34 % {cite('A1')}</li><li>28 % {cite('A1')}</li></ul>",
        "<table><thead><tr><th>Lieu</th><th>Part en 2023</th></tr></thead>"
        f"<tbody><tr><td>rural</td><td>34 % {cite('A1')}</td></tr></tbody></table>",
        "<table><thead><tr><th>Lieu</th><th>Part en 2023</th></tr></thead>"
        "<tbody><tr><td>rural</td><td>34 %</td></tr></tbody></table>"
        f"<p>Source\u00a0: {cite('A1')}</p>",
    ],
)
def test_a_citation_covers_its_paragraph_item_list_or_table(html: str) -> None:
    assert codes(course(prose(html), facts=(fact(),))) == []


def test_a_citation_covers_neither_the_next_item_nor_the_next_paragraph() -> None:
    items = prose(f"<ul><li>34 % {cite('A1')}</li><li>28 % en ville</li></ul>")
    paragraphs = prose(f"<p>34 % {cite('A1')}</p><p>28 % en ville</p>")
    assert codes(course(items, paragraphs, facts=(fact(),))) == [UNSOURCED, UNSOURCED]


def test_the_figure_that_is_reported_is_no_year_when_there_is_another() -> None:
    [found] = lint(course(prose("<p>En 2021, 15,4 % des gens.</p>")), TODAY)
    assert found.message == "Le chiffre «\u00a015,4 %\u00a0» n’est rattaché à aucun fait."


def test_one_citation_is_enough_in_a_fact_box() -> None:
    box = aside(
        AsideName.FACT, "<p>3\u00a0500 lieux en 2023</p>", f"<p>Recensement {cite('A1')}</p>"
    )
    assert codes(course(box, facts=(fact(),))) == []


def test_a_fact_box_cites_a_fact_even_without_figure() -> None:
    for text in ("Toutes les formes existent.", "La France compte 3\u00a0500 lieux."):
        assert codes(course(aside(AsideName.FACT, f"<p>{text}</p>"))) == ["fact/box-uncited"]


@pytest.mark.parametrize(
    "block",
    [
        aside(AsideName.SCENE, "<p>Le village a 850 habitants.</p>"),
        aside(AsideName.TRY_IT, "<p>Cherchez un chiffre de 2023.</p>"),
        aside(AsideName.RESOURCES, "<p>Le rapport de 2021.</p>"),
        prose("<h3>De 1989 à 2023</h3>"),
        prose("<p>Le Pays des Sources (fictif) réunit 14 communes.</p>"),
    ],
)
def test_scenes_instructions_titles_and_fiction_need_no_fact(block: Block) -> None:
    assert codes(course(block)) == []


def test_a_name_marked_as_fictional_once_stays_so_in_the_whole_course() -> None:
    scene = aside(AsideName.SCENE, "<p>À <strong>Valbrune</strong> (fictif), rien ne bouge.</p>")
    assert codes(course(scene, prose("<p>À Valbrune, 850 habitants attendent.</p>"))) == []
    assert codes(course(scene, prose("<p>À Valmont, 850 habitants attendent.</p>"))) == [UNSOURCED]


def test_a_cited_fact_past_its_shelf_life_is_found_from_the_next_day() -> None:
    text = prose(f"<p>Un fait {cite('A1')}.</p>")
    fresh = fact(shelf_life=ShelfLife.DATED, expires_on=TODAY)
    stale = fact(shelf_life=ShelfLife.DATED, expires_on=TODAY - datetime.timedelta(days=1))
    assert codes(course(text, facts=(fresh,))) == []
    [found] = lint(course(text, facts=(stale,)), TODAY)
    assert found.code == "fact/expired"
    assert found.message == (
        "Le fait A1, cité par comprendre/definir, n’est plus sûr depuis le 22/11/2026."
    )


def test_general_knowledge_is_to_be_confirmed_and_unused_facts_are_listed() -> None:
    facts = (fact("A1", confidence=Confidence.COMMON), fact("A2"))
    text = prose(f"<p>Un fait {cite('A1')}.</p>")
    assert codes(course(text, facts=facts)) == ["fact/never-cited", "fact/to-confirm"]


def test_a_changing_figure_without_its_year_gets_advice() -> None:
    dated = fact(shelf_life=ShelfLife.DATED)
    bare = prose(f"<p>La France compte 3\u00a0500 lieux {cite('A1')}.</p>")
    year = prose(f"<p>En 2023, la France en comptait 3\u00a0500 {cite('A1')}.</p>")
    assert codes(course(bare, facts=(dated,))) == ["fact/undated"]
    assert codes(course(year, facts=(dated,))) == []


@pytest.mark.parametrize(
    ("stem", "points", "expected"),
    [
        ("Quel est le plafond ?", 1, ["fact/fragile-graded"]),
        ("Quel était le plafond en 2025 ?", 1, []),
        ("Quel est le plafond ?", 0, []),
    ],
)
def test_a_fragile_fact_is_graded_with_its_year_only(
    stem: str, points: int, expected: list[str]
) -> None:
    question = single(stem, f"Beaucoup {cite('A1')}", "Un peu", points=points)
    fragile = fact(shelf_life=ShelfLife.FRAGILE)
    assert codes(course(asked(question), facts=(fragile,))) == expected


def test_the_mark_of_a_missing_source_is_found_in_lessons_and_questions() -> None:
    text = prose("<p>Beaucoup de lieux ferment [[À SOURCER]].</p>")
    question = single("Pourquoi ?", "Parce que (À SOURCER)", "Autrement")
    assert codes(course(text, asked(question))) == ["fact/to-source", "fact/to-source"]


def test_a_quoted_question_is_looked_at_in_its_bank_only() -> None:
    question = single("Pourquoi ?", "Parce que (À SOURCER)", "Autrement")
    quiz = bank(question)
    found = codes(course(asked(question, is_quoted=True), quiz=quiz))
    assert found.count("fact/to-source") == 1
