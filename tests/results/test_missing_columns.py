"""A report that lacks columns: which, what can no longer be said, and no false figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.results.desk import Desk, changed
from tests.support.moodle_report import FRENCH, Person, Table, report_on
from tests.support.reported import Row
from tiers_lieu_mooc.results import Unreadable, read_results
from tiers_lieu_mooc.results.measures import Measure

HEADS = dict(zip(("id", "response", "right", "result"), FRENCH, strict=True))


def without(table: Table, is_left_out: Callable[[str], bool]) -> Table:
    kept = [place for place, head in enumerate(table[0]) if not is_left_out(head)]
    return [[row[place] for place in kept] for row in table]


def lacking(table: Table, field: str) -> Table:
    pattern = re.compile(HEADS[field].format(r"\d+"))
    return without(table, lambda head: bool(pattern.fullmatch(head)))


def figures(measures: tuple[Measure, ...]) -> dict[str, tuple[int, float | None, float | None]]:
    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 9)

    return {
        each.entry.id: (each.answers, rounded(each.success), rounded(each.link))
        for each in measures
    }


def test_without_the_responses_nothing_is_said_of_what_was_chosen(
    desk: Desk, group: list[Person]
) -> None:
    table = lacking(report_on(group), "response")
    results = desk.read(table)
    assert figures(results.measures) == figures(desk.read(report_on(group)).measures)
    assert {each.chosen for each in results.measures} == {()}
    code, said = desk.run(table)
    assert code == 1
    for told in (said, desk.page()):
        assert "les colonnes «\u00a0Réponse\u00a0»" in told
        for claim in ("Presque personne", "plus que la bonne", "est plus choisi"):
            assert claim not in told
    assert "<rect" not in desk.page()


def test_a_report_with_responses_keeps_its_shares_beside_one_without(
    desk: Desk, group: list[Person]
) -> None:
    with_them = desk.lay(report_on(group[:30]), "avec.txt")
    without_them = desk.lay(lacking(report_on(group[30:]), "response"), "sans.txt")
    both = read_results([with_them, without_them], desk.book)
    alone = {each.entry.id: each for each in read_results([with_them], desk.book).measures}
    assert both.measures
    for each in both.measures:
        if each.entry.id in alone:
            assert each.chosen == alone[each.entry.id].chosen
    assert any("le 2e rapport donné les colonnes" in each.message for each in both.remarks)


@pytest.mark.parametrize(
    ("field", "words", "is_fault"),
    [
        ("right", "les colonnes «\u00a0Réponse correcte\u00a0»", False),
        ("result", "les colonnes «\u00a0Résultat\u00a0»", False),
        ("response", "les colonnes «\u00a0Réponse\u00a0»", True),
    ],
)
def test_each_missing_column_is_named(
    desk: Desk, group: list[Person], field: str, words: str, is_fault: bool
) -> None:
    code, said = desk.run(lacking(report_on(group), field))
    assert (code, words in said) == (int(is_fault), True)
    assert words in desk.page()


@pytest.mark.parametrize("field", ["id", "response", "right", "result"])
def test_a_column_that_one_question_lacks_is_named(
    desk: Desk, group: list[Person], field: str
) -> None:
    head = HEADS[field].format(2)
    _, said = desk.run(without(report_on(group), lambda each: each == head))
    assert f"la colonne «\u00a0{head}\u00a0»" in said


def test_without_the_questions_the_report_is_refused(desk: Desk, group: list[Person]) -> None:
    with pytest.raises(Unreadable, match="de quelle question il s’agit"):
        desk.read(lacking(report_on(group), "id"))


@pytest.mark.parametrize("what", ["column", "cells"])
def test_without_the_attempts_it_is_said_that_people_may_count_twice(
    desk: Desk, group: list[Person], what: str
) -> None:
    def other(_: int, row: Row) -> Row:
        return {**row, "result": "wrong"} if row["result"] != "neutral" else row

    second = changed(group, other)
    people = [
        replace(one, attempts=one.attempts + two.attempts)
        for one, two in zip(group, second, strict=True)
    ]
    table = report_on(people)
    place = table[0].index("Tentative")
    if what == "column":
        table = without(table, lambda head: head == "Tentative")
    else:
        table = [table[0], *([*row[:place], "", *row[place + 1 :]] for row in table[1:])]
    code, said = desk.run(table)
    assert code == 1
    assert "la colonne «\u00a0Tentative\u00a0»" in said
    assert "compté plusieurs fois" in said
    assert "compté plusieurs fois" in desk.page()


def test_attempts_that_are_written_in_words_are_read(desk: Desk, group: list[Person]) -> None:
    table = report_on([replace(each, attempts=each.attempts * 2) for each in group])
    place = table[0].index("Tentative")
    worded = [
        table[0],
        *([*row[:place], f"Tentative {row[place]}", *row[place + 1 :]] for row in table[1:]),
    ]
    assert desk.read(worded).sittings == len(group)


# The same lines twice


@pytest.mark.parametrize("times", [2, 3])
def test_lines_that_are_there_twice_count_once_and_are_told(
    desk: Desk, group: list[Person], times: int
) -> None:
    table = report_on(group)
    again = [table[0], *table[1:] * times]
    results = desk.read(again)
    assert results.measures == desk.read(table).measures
    assert results.sittings == len(group)
    code, said = desk.run(again)
    assert code == 0
    assert f"{60 * (times - 1)}\u00a0lignes sont plusieurs fois dans le rapport" in said


def test_lines_without_people_that_repeat_are_told_and_kept(
    desk: Desk, group: list[Person]
) -> None:
    """Two people may well have answered alike: without names nobody knows."""
    table = without(report_on(group), lambda head: head.startswith(("Nom", "Adresse")))
    code, said = desk.run([table[0], *table[1:] * 2])
    assert code == 1
    assert "lignes répètent les réponses d’une autre dans le rapport" in said
    assert desk.run(table)[0] == 0


def test_people_of_different_names_who_answer_alike_are_two(
    desk: Desk, group: list[Person]
) -> None:
    twins = [replace(each, attempts=group[0].attempts) for each in group]
    assert desk.read(report_on(twins)).sittings == len(group)
