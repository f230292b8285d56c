"""What could show who answered what."""

from __future__ import annotations

import re

import pytest

from tests.results.desk import Desk, changed
from tests.support.moodle_report import Person, Table, report_on
from tests.support.reported import Row
from tiers_lieu_mooc.cli import main


def test_the_name_of_a_report_is_not_in_its_page(desk: Desk, group: list[Person]) -> None:
    name = "entretien-zoe-quemener.txt"
    code, said = desk.run(report_on(group), name)
    assert code == 0
    page = desk.page("entretien-zoe-quemener")
    assert "quemener" not in page
    assert "entretien-zoe-quemener-resultats.html" in said


def test_names_of_reports_that_hold_the_same_people_are_not_in_their_page(
    desk: Desk, group: list[Person]
) -> None:
    files = [str(desk.lay(report_on(group), f"{name}.txt")) for name in ("zoe", "yannick")]
    assert main(["resultats", *files, "--cle", str(desk.folder / "cle.csv")]) == 1
    page = desk.page("zoe+yannick")
    assert "les mêmes personnes" in page
    assert "yannick" not in page.casefold()


@pytest.mark.parametrize("count", [1, 2, 4])
def test_what_fewer_than_five_people_answered_is_not_shown(
    desk: Desk, group: list[Person], count: int
) -> None:
    _, said = desk.run(report_on(group[:count]))
    page = desk.page()
    assert "<rect" not in page
    assert "trop peu pour conclure, et pour montrer ce qui a été répondu" in page
    assert "sans montrer qui les a données" in page
    assert "sans montrer qui les a données" in said


def test_a_question_with_fewer_than_five_answers_shows_none_of_them(
    desk: Desk, group: list[Person]
) -> None:
    asked = group[0].attempts[0][0]["id"]

    def another(number: int, row: Row) -> Row:
        return {**row, "id": "ailleurs"} if row["id"] == asked and number > 2 else row

    desk.run(report_on(changed(group, another)))
    card = re.search(
        rf'<article class="[^"]*" id="{asked}">(.*?)</article>', desk.page(), re.DOTALL
    )
    assert card is not None
    assert "3\u00a0réponses\u00a0: trop peu" in card[1]
    assert "<rect" not in card[1]


def moved(table: Table, by: int) -> Table:
    """Move the heads of all questions by so many cells over their columns."""
    start = table[0].index("Question 0")
    heads = table[0][start:]
    fill = ["Autre"] * abs(by)
    heads = [*fill, *heads[:-by]] if by > 0 else [*heads[-by:], *fill]
    return [[*table[0][:start], *heads], *table[1:]]


@pytest.mark.parametrize("by", [-3, -2, -1, 1, 2, 3])
def test_heads_that_moved_show_no_answer_that_was_typed(
    desk: Desk, group: list[Person], by: int
) -> None:
    typed = "jean_paul dupont"

    def write(_: int, row: Row) -> Row:
        is_typed = not row["student_response"] or " " in row["student_response"]
        return {**row, "student_response": typed} if is_typed else row

    answers = {
        row["student_response"]
        for person in group
        for row in person.attempts[0]
        if len(row["student_response"]) > 4 and "." not in row["student_response"]
    }
    code, said = desk.run(moved(report_on(changed(group, write)), by))
    assert code == 2
    assert "les titres ne sont plus au-dessus de leurs colonnes" in said
    assert [each for each in answers if re.search(rf"\b{re.escape(each)}\b", said)] == []
    assert not (desk.folder / "rapport-resultats.html").exists()


@pytest.mark.parametrize("typed", ["boltanski", "Jean-Luc", "zoe_quemener", "zquemener0"])
def test_what_one_person_has_in_the_place_of_an_identifier_is_only_counted(
    desk: Desk, group: list[Person], typed: str
) -> None:
    table = report_on(group)
    table[1][table[0].index("Question 0")] = typed
    code, said = desk.run(table)
    assert code == 1
    assert "1\u00a0identifiant du rapport est inconnu de la clé. Ses" in said
    assert typed not in said + desk.page()
