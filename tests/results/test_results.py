"""``tiers-lieu resultats``: reports as people have them, the key as the compiler makes it."""

from __future__ import annotations

import datetime
import html
import math
from dataclasses import replace

import pytest

from tests.results.desk import Desk, Write, changed
from tests.support.moodle_report import (
    ENGLISH,
    FIRST_NAMES,
    FRENCH,
    LAST_NAMES,
    Flaws,
    Person,
    as_ods,
    as_text,
    as_xlsx,
    people_of,
    report_on,
)
from tests.support.reported import Row
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.results import read_key, read_results
from tiers_lieu_mooc.results.measures import LEAST_FOR_LINK

FILES = pytest.mark.parametrize("write", [as_text, as_xlsx, as_ods])

# What a trainer learns


def test_the_flawed_questions_are_the_first_to_look_at(
    desk: Desk, group: list[Person], flaws: Flaws
) -> None:
    results = desk.read(report_on(group))
    assert (results.sittings, len(results.measures)) == (60, len(desk.book.entries))
    first = {case.measure.entry.id: case for case in results.cases[:3]}
    assert {*first} == flaws.reversed_ | flaws.hard
    for name in flaws.reversed_:
        assert (first[name].measure.link or 0) < -0.3
        assert "se trompent ici plus que" in first[name].reasons[0].words
    for name in flaws.hard:
        assert "plus que la bonne" in " ".join(each.words for each in first[name].reasons)
        assert (first[name].measure.success or 1) < 0.5


def test_the_command_says_which_three_and_why_and_writes_the_page(
    desk: Desk, group: list[Person], flaws: Flaws
) -> None:
    code, said = desk.run(report_on(group))
    assert code == 0, said
    assert "60\u00a0personnes" in said
    flawed = [entry for entry in desk.book.entries if entry.id in flaws.reversed_ | flaws.hard]
    assert any(f"1. {entry.question}" in said for entry in flawed)
    assert "rapport-resultats.html" in said
    page = desk.page()
    assert "commencez par les trois premières" in page
    assert all(html.escape(entry.right_words, quote=False) in page for entry in flawed)
    assert "Cette page contient des corrigés" in page
    assert f"1\u00a0rapport lu le {datetime.date.today():%d/%m/%Y}." in page
    assert "http" not in page


@FILES
@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
def test_all_that_moodle_exports_gives_the_same_figures(
    desk: Desk, group: list[Person], write: Write, words: tuple[str, ...]
) -> None:
    # Moodle has called workbooks « .xls » and text « .txt »: the name says nothing.
    other = desk.read(write(report_on(group, words)), "rapport.xls")
    assert other == desk.read(report_on(group))


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", "\t"), ("cp1252", ";"), ("utf-8", ",")],
)
def test_a_report_that_was_saved_again_is_read_all_the_same(
    desk: Desk, group: list[Person], encoding: str, delimiter: str
) -> None:
    table = report_on(group)
    again = as_text(table, delimiter).decode().encode(encoding, "replace")
    assert desk.read(again, "encore.csv") == desk.read(table)


def test_lines_above_the_table_and_the_line_of_excel_do_no_harm(
    desk: Desk, group: list[Person]
) -> None:
    table = report_on(group)
    titled = as_text([["Rapport du module 1, le 5 novembre"], [], *table], ";")
    marked = b"sep=;\r\n" + as_text(table, ";")
    assert desk.read(titled) == desk.read(marked) == desk.read(table)


def test_a_key_that_a_spreadsheet_saved_again_is_read_as_it_was(desk: Desk) -> None:
    text = (desk.folder / "cle.csv").read_bytes().decode("utf-8-sig")
    key = desk.lay(text.encode("utf-16"), "encore.csv")
    assert read_key(key) == read_key(desk.folder / "cle.csv") == desk.book


# Who answered


@FILES
def test_nobody_s_name_address_or_login_is_anywhere_in_what_comes_out(
    desk: Desk, group: list[Person], write: Write
) -> None:
    _, said = desk.run(write(report_on(group)))
    told = (said + desk.page()).casefold()
    for person in group:
        for word in (person.name, person.email, person.username):
            assert word.casefold() not in told
    for name in (*FIRST_NAMES, *LAST_NAMES, "exemple-commune", "silence"):
        assert name.casefold() not in told


def test_a_name_that_slid_into_a_question_column_is_not_repeated(
    desk: Desk, group: list[Person]
) -> None:
    table = report_on(group)
    place = table[0].index("Question 0")
    table[1][place] = table[2][place + 1] = "Zoé Quémener"
    code, said = desk.run(table)
    assert code == 1
    assert "1\u00a0identifiant du rapport est inconnu de la clé. Ses réponses" in said
    assert "Quémener" not in said + desk.page()


def test_a_text_that_few_typed_is_not_shown(desk: Desk, group: list[Person]) -> None:
    secret = "appelez-moi au 06 00 00 00"
    typed = {entry.id for entry in desk.book.entries if entry.kind == "réponse-courte"}

    def confide(number: int, row: Row) -> Row:
        told = f"{secret} {number // 2}"  # two people each
        return {**row, "student_response": told} if row["id"] in typed else row

    _, said = desk.run(report_on(changed(group, confide)))
    assert secret not in said + desk.page()
    assert "peut la faire reconnaître" in desk.page()


# What Moodle does


@FILES
def test_cells_are_unescaped_and_never_run(desk: Desk, group: list[Person], write: Write) -> None:
    typed = next(entry.id for entry in desk.book.entries if entry.kind == "réponse-courte")
    formula = '=HYPERLINK("//x","<b>l’ESS</b> & c\'est tout")'

    def attack(_: int, row: Row) -> Row:
        is_typed = row["id"] == typed
        return {**row, "student_response": formula, "result": "wrong"} if is_typed else row

    code, _ = desk.run(write(report_on(changed(group, attack))))
    assert code == 0
    page = desk.page()
    assert "<b>l’ESS" not in page
    # A workbook keeps a formula and what it gave; only the latter is read.
    shown = (
        "calculé" if write is as_xlsx else "=HYPERLINK(&#34;//x&#34;,&#34;&lt;b&gt;l’ESS&lt;/b&gt;"
    )
    assert shown in page


def test_a_person_counts_once_by_the_first_attempt(desk: Desk, group: list[Person]) -> None:
    again = [replace(each, attempts=each.attempts * 2) for each in group[:20]] + group[20:]
    results = desk.read(report_on(again))
    assert results.measures == desk.read(report_on(group)).measures
    assert any("20\u00a0tentatives suivantes" in each.message for each in results.remarks)


def test_a_row_that_an_lms_holds_twice_counts_once_by_the_later(
    desk: Desk, group: list[Person]
) -> None:
    asked = group[0].attempts[0][0]
    later = {**asked, "student_response": "t", "result": "wrong"}
    twice = replace(group[0], attempts=((*group[0].attempts[0], later),))
    results = desk.read(report_on([twice]))
    measure = next(each for each in results.measures if each.entry.id == asked["id"])
    assert (measure.answers, measure.success) == (1, 0)


def test_reports_of_several_sessions_add_up(desk: Desk, group: list[Person]) -> None:
    one = desk.lay(report_on(group[:25]), "un.txt")
    two = desk.lay(as_ods(report_on(group[25:])), "deux.ods")
    both = read_results([one, two], desk.book)
    assert both.measures == desk.read(report_on(group)).measures


@pytest.mark.parametrize("write", [as_text, as_xlsx])
def test_the_same_people_given_twice_are_told_without_names(
    desk: Desk, group: list[Person], write: Write
) -> None:
    """The same file, the same export as another kind of file, or an older report."""
    older = desk.lay(as_text(report_on(group[:25])), "mars.csv")
    later = desk.lay(write(report_on(group, ENGLISH)), "juin.xlsx")
    for pair in ([older, later], [later, later]):
        said = " ".join(
            each.message for each in read_results(pair, desk.book).remarks if each.is_fault
        )
        assert "lignes de réponses sont les mêmes" in said
        assert "le 1er rapport donné et le 2e rapport donné" in said
        assert not [each for each in group if each.name in said or each.username in said]


def test_different_people_are_not_said_to_be_the_same(desk: Desk, group: list[Person]) -> None:
    one = desk.lay(report_on(group[:25]), "mars.txt")
    two = desk.lay(report_on(group[25:]), "juin.txt")
    assert not [each for each in read_results([one, two], desk.book).remarks if each.is_fault]


def test_without_the_results_the_key_judges_what_is_letters(
    desk: Desk, group: list[Person]
) -> None:
    results = desk.read(report_on(group, shown=(0, 1)))
    by_id = {each.entry.id: each for each in desk.read(report_on(group)).measures}
    for each in results.measures:
        if each.entry.kind in {"qcu", "vrai-faux"}:
            assert each.success == by_id[each.entry.id].success
        if each.entry.kind == "réponse-courte":
            assert each.success is None
    assert any("Résumé" in each.mend for each in results.remarks)


def test_answers_of_scorm_2004_read_the_same(
    desk: Desk, module: Module, group: list[Person], flaws: Flaws
) -> None:
    other = people_of(module, 60, seed=7, flaws=flaws, standard="scorm2004-4")
    assert desk.read(report_on(other)).measures == desk.read(report_on(group)).measures


# The figures


def test_no_link_is_given_before_there_are_enough_answers(desk: Desk, group: list[Person]) -> None:
    results = desk.read(report_on(group[: LEAST_FOR_LINK - 1]))
    assert {each.link for each in results.measures} == {None}


def test_the_link_is_the_point_biserial_correlation_with_the_rest(
    desk: Desk, group: list[Person], flaws: Flaws
) -> None:
    """Computed here by its own formula, from the means of those who are right and wrong."""
    graded = {entry.id for entry in desk.book.entries if entry.is_graded}

    def all_or_nothing(_: int, row: Row) -> Row:
        is_whole = row["id"] not in graded or row["result"] == "correct"
        return row if is_whole else {**row, "result": "wrong"}

    taken = [{row["id"] for row in person.attempts[0]} for person in group]
    (asked,) = flaws.reversed_.intersection(*taken)
    people = changed(group, all_or_nothing)
    rest: dict[bool, list[float]] = {True: [], False: []}
    for person in people:
        shares = {row["id"]: row["result"] == "correct" for row in person.attempts[0]}
        others = [share for name, share in shares.items() if name in graded and name != asked]
        rest[shares[asked]].append(sum(others) / len(others))
    right, wrong = rest[True], rest[False]
    whole = [*right, *wrong]
    mean, share = sum(whole) / len(whole), len(right) / len(whole)
    spread = math.sqrt(sum((each - mean) ** 2 for each in whole) / len(whole))
    apart = sum(right) / len(right) - sum(wrong) / len(wrong)
    results = desk.read(report_on(people))
    link = next(each.link for each in results.measures if each.entry.id == asked)
    assert link == pytest.approx(apart / spread * math.sqrt(share * (1 - share)), abs=1e-9)
