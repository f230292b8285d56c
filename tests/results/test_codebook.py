"""The reading key: every identifier and letter that the page really reports, in words."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tiers_lieu_mooc.cli import main
from tiers_lieu_mooc.codebook import (
    HEADINGS,
    Code,
    Codebook,
    Entry,
    Role,
    as_csv,
    as_html,
    codebook_in,
    codebook_of,
)
from tiers_lieu_mooc.model.course import Course


def test_a_package_of_one_module_has_the_questions_that_its_reminder_brings(
    real: Course,
) -> None:
    alone = [module for module in real.modules if module.id == "ecouter"]
    book = codebook_of(real, alone)
    reminders = [entry for entry in book.entries if entry.place == "Rappel avant le quiz"]
    assert reminders
    assert book.name == "tiers-lieux-ruraux-ecouter"
    whole = codebook_of(real, real.modules)
    assert not [entry for entry in whole.entries if entry.place == "Rappel avant le quiz"]
    assert {entry.id for entry in book.entries} <= {entry.id for entry in whole.entries}


def test_a_text_that_stays_with_the_learner_is_not_in_the_key(every_kind: Course) -> None:
    ids = [entry.id for entry in codebook_of(every_kind, every_kind.modules).entries]
    assert "texte" in ids
    assert "b_texte" not in ids
    assert {"trous.1", "trous.2", "echelle.1", "echelle.2"} < {*ids}


def test_what_a_trainer_reads_of_each_kind(every_kind: Course) -> None:
    entries = {entry.id: entry for entry in codebook_of(every_kind, every_kind.modules).entries}
    assert entries["qcu"].right == "b"
    assert entries["qcu"].right_words == "Le collectif"
    assert entries["qcu"].objective == "comprendre_O1\u00a0: Expliquer"
    assert entries["qcm"].right == "a,b"
    assert entries["vrai_faux"].right == "f"
    assert entries["paires"].right == "1.a,2.b"
    assert entries["rangement"].right == "1.a,2.a,3.b"
    assert entries["ordre"].right == "a,b,c"
    assert entries["trous.2"].right_words == "partagées"
    assert "[2]" in entries["trous.2"].question
    assert entries["echelle.2"].part == "Je sais qui appeler."
    assert [each.code for each in entries["echelle.1"].codes] == ["1", "2", "3"]
    assert [each.words for each in entries["nombre"].codes] == ["120 m²", "100 à 140 m²", "22 m²"]


def test_no_break_spaces_of_questions_and_answers_stay(real: Course) -> None:
    said = [
        text
        for entry in codebook_of(real, real.modules).entries
        for text in (entry.question, entry.right_words)
    ]
    assert any("«\u00a0" in text for text in said)
    assert [text for text in said if re.search(r" [:;?!»]|« ", text)] == []


def test_the_place_of_a_question_is_that_of_the_course_and_not_of_somebody_s_folders(
    every_kind: Course, tmp_path: Path
) -> None:
    sources = {entry.source for entry in codebook_of(every_kind, every_kind.modules).entries}
    files = {source.rpartition(":")[0] for source in sources}
    assert files == {"essai/comprendre/definir.md", "quizzes/essai/comprendre.md"}
    assert all(
        (tmp_path / found).exists() or (tmp_path / "courses" / found).exists() for found in files
    )


def test_a_key_of_before_says_no_place(every_kind: Course) -> None:
    book = codebook_of(every_kind, every_kind.modules)
    head, *lines = rows_in(as_csv(book))
    assert head[-1] == "source"
    found = codebook_in([head[:-1], *(line[:-1] for line in lines)])
    assert found is not None
    assert [entry.id for entry in found.entries] == [entry.id for entry in book.entries]
    assert {entry.source for entry in found.entries} == {""}


# Files

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(str.strip)
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,12}(\.[1-9])?", fullmatch=True)
CODES = st.builds(
    Code,
    st.sampled_from(list(Role)),
    st.sampled_from(["", "a", "b", "1", "t"]),
    TEXT,
    st.sampled_from([True, False, None]),
)
ENTRIES = st.builds(
    Entry,
    NAME,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.lists(CODES, min_size=1, max_size=5).map(tuple),
    st.sampled_from(["", "courses/essai/comprendre/definir.md:12"]),
)
BOOKS = st.builds(
    Codebook,
    TEXT,
    TEXT,
    st.lists(ENTRIES, min_size=1, max_size=6, unique_by=lambda entry: entry.id).map(tuple),
)  # fmt: skip


def rows_in(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@given(BOOKS)
def test_a_key_is_read_back_as_it_was_written(book: Codebook) -> None:
    assert codebook_in(rows_in(as_csv(book))) == book


@given(BOOKS)
def test_no_cell_of_a_key_is_a_formula_in_a_spreadsheet(book: Codebook) -> None:
    for row in rows_in(as_csv(book)):
        formulas = [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
        assert [cell for cell in formulas if not re.fullmatch(r"[+-][0-9.,]+", cell)] == []


@given(BOOKS)
def test_a_hostile_text_stays_text_in_the_page(book: Codebook) -> None:
    hostile = book._replace(title=f"<script>alert(1)</script>{book.title}")
    assert "<script>" not in as_html(hostile)


def test_a_key_that_a_spreadsheet_moved_and_sorted_is_read_all_the_same(
    every_kind: Course,
) -> None:
    book = codebook_of(every_kind, every_kind.modules)
    head, *lines = rows_in(as_csv(book))
    random.Random(12).shuffle(lines)
    columns = list(range(len(head)))
    random.Random(3).shuffle(columns)
    moved = [[line[place] for place in columns] + ["note"] for line in [head, *lines]]
    found = codebook_in(moved)
    assert found is not None
    assert {entry.id: {*entry.codes} for entry in found.entries} == {
        entry.id: {*entry.codes} for entry in book.entries
    }
    assert found.name == book.name


def test_another_table_is_no_key() -> None:
    assert codebook_in([["nom", "note"], ["A", "12"]]) is None
    assert codebook_in([]) is None
    empty = codebook_in([HEADINGS])
    assert empty is not None
    assert empty.entries == ()


# Beside the packages


def test_each_package_for_an_lms_has_its_key_beside_it_and_never_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    builder = CourseBuilder(tmp_path).lesson("definir", eleven_questions())
    builder.lesson("agir", eleven_questions("a-"), module="lancer").write()
    targets = ["--target", "scorm12", "--target", "scorm2004-4", "--target", "web"]
    assert main(["build", *targets, "--per", "course", "--per", "module"]) == 0
    said = capsys.readouterr().out
    names = ["essai", "essai-comprendre", "essai-lancer"]
    keys = [f"{name}-cle-de-lecture{end}" for name in names for end in (".html", ".csv")]
    found = {path.name for path in (tmp_path / "dist").iterdir() if "cle" in path.name}
    assert found == {*keys}
    for key in keys:
        size = (tmp_path / "dist" / key).stat().st_size
        assert f"dist/{key}\t{size / 1000:.0f}\u00a0ko\n" in said
    for package in (tmp_path / "dist").glob("*.zip"):
        with zipfile.ZipFile(package) as archive:
            assert not [name for name in archive.namelist() if "lecture" in name]


def test_a_web_page_alone_has_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    CourseBuilder(tmp_path).lesson("definir", eleven_questions()).write()
    assert main(["build", "--target", "web"]) == 0
    assert not list((tmp_path / "dist").glob("*lecture*"))


def test_a_package_that_asks_nothing_says_so_in_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    CourseBuilder(tmp_path).lesson("definir", "Un texte.").write()
    assert main(["build"]) == 0
    page = (tmp_path / "dist" / "essai-cle-de-lecture.html").read_text("utf-8")
    assert "ne pose aucune question" in page
