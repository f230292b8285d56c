"""The figures of the page, computed again here from the rows, and the words they stand in."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.content.measures import COURSE
from tests.results.desk import Desk, changed
from tests.support.moodle_report import Person, report_on
from tests.support.reported import Row
from tiers_lieu_mooc.codebook import Entry


def rows_of(group: list[Person], name: str) -> list[Row]:
    return [row for person in group for row in person.attempts[0] if row["id"] == name]


def card(page: str, name: str) -> str:
    found = re.search(rf'<article class="[^"]*" id="{name}">(.*?)</article>', page, re.DOTALL)
    assert found is not None
    return found[1]


def figures(card: str) -> list[str]:
    return re.findall(r"<b>([^<]+)</b>", card)


def first_of(desk: Desk, kind: str) -> Entry:
    return next(entry for entry in desk.book.entries if entry.kind == kind)


def test_each_share_is_that_of_those_who_answered(desk: Desk, group: list[Person]) -> None:
    desk.run(report_on(group))
    page = desk.page()
    choices = [entry for entry in desk.book.entries if entry.kind in {"qcu", "vrai-faux"}]
    assert len(choices) > 8
    for entry in choices:
        rows = rows_of(group, entry.id)
        counts = Counter(row["student_response"] for row in rows)
        expected = [
            f"{(200 * counts[each.code] + len(rows)) // (2 * len(rows))}" for each in entry.codes
        ]
        assert figures(card(page, entry.id)) == [f"{each}\u00a0%" for each in expected]
        right = sum(row["result"] == "correct" for row in rows)
        success = (200 * right + len(rows)) // (2 * len(rows))
        said = f"{len(rows)}\u00a0réponses, réussite\u00a0: {success}\u00a0%"
        assert said in card(page, entry.id)


def test_a_number_that_is_right_in_other_words_is_among_the_right_ones(
    desk: Desk, group: list[Person]
) -> None:
    """1 190 is right where 1 200 is expected, give or take: the page shows them together."""
    entry = first_of(desk, "numérique")
    rows = rows_of(group, entry.id)
    right = sum(row["result"] == "correct" for row in rows)
    seen = iter(range(10_000))

    def vary(_: int, row: Row) -> Row:
        is_right = row["id"] == entry.id and row["result"] == "correct"
        return {**row, "student_response": f"{1190 + next(seen)}"} if is_right else row

    desk.run(report_on(changed(group, vary)))
    shown = card(desk.page(), entry.id)
    assert f"Réponses justes (attendu\u00a0: {entry.right_words})" in shown
    assert figures(shown)[0] == f"{(200 * right + len(rows)) // (2 * len(rows))}\u00a0%"
    assert "1190" not in shown


def test_the_places_of_an_order_are_explained(desk: Desk, group: list[Person]) -> None:
    entry = first_of(desk, "ordre")
    desk.run(report_on(group))
    shown = card(desk.page(), entry.id)
    assert "Pour chaque place, l’étape attendue, puis les erreurs" in shown
    assert f"place 1\u00a0: {entry.codes[0].words}" in shown
    assert not re.search(r"<li><span>1\. ", shown)


def test_a_text_with_gaps_is_one_question(desk: Desk, group: list[Person]) -> None:
    _, said = desk.run(report_on(group))
    stems = {row["id"].partition(".")[0] for person in group for row in person.attempts[0]}
    whole = {row["id"] for person in group for row in person.attempts[0]}
    assert len(stems) < len(whole)
    assert f"réponses à {len(stems)}\u00a0questions" in said
    assert f"réponses à {len(stems)}\u00a0questions" in desk.page()


def test_what_comes_first_has_its_identifier_its_lesson_and_its_file(
    desk: Desk, group: list[Person]
) -> None:
    _, said = desk.run(report_on(group))
    listed = desk.page().split("À regarder d’abord</h2>")[1].split("<h2>")[0]
    cases = desk.read(report_on(group)).cases
    assert cases
    for case in cases:
        entry = case.measure.entry
        path, _, line = entry.source.rpartition(":")
        for told in (said, listed):
            assert entry.id in told
            assert entry.place in told
            assert f"{path}, ligne {line}" in told


@pytest.mark.parametrize("part", ["trous", "positionnement", "qcu"])
def test_the_file_and_line_of_a_question_are_those_where_it_is_written(
    desk: Desk, part: str
) -> None:
    entry = first_of(desk, part)
    path, _, line = entry.source.rpartition(":")
    written = open_lines(path)[int(line) - 1]
    assert f"#{entry.id.partition('.')[0].replace('_', '-')}" in written


def open_lines(path: str) -> list[str]:
    return (COURSE.parents[1] / path).read_text("utf-8").splitlines()


def test_what_a_few_people_chose_more_often_is_softly_said(desk: Desk, group: list[Person]) -> None:
    """Of twenty, eleven take a wrong answer and nine the right one."""
    entry = first_of(desk, "vrai-faux")
    wrong = "t" if entry.right == "f" else "f"

    def answer(number: int, row: Row) -> Row:
        if row["id"] != entry.id:
            return row
        is_right = number < 9
        response, result = (entry.right, "correct") if is_right else (wrong, "wrong")
        return {**row, "student_response": response, "result": result}

    _, said = desk.run(report_on(changed(group[:20], answer)))
    assert entry.id not in said
    assert "mais l’écart peut venir du hasard" not in said
