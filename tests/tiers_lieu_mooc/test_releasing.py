"""``published-ids.txt``: what was released keeps its number, whatever happens to its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.cli import main

FILE = "published-ids.txt"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


def qcu(name: str) -> str:
    return f"::: qcu #{name}\nQue boit-on ?\n\n- [x] Du thé\n- [ ] Du sel\n:::\n\n"


def ids(*words: str) -> int:
    try:
        return main(["ids", *words])
    except SystemExit as left:
        return int(left.code or 0)


def said_by_check(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["check"])
    return capsys.readouterr().out


def moved_lesson(course: CourseBuilder) -> Path:
    """Write a course whose lesson « definir » has gone from one module to the other."""
    course.lesson("accueillir", "Un lieu.\n")
    course.lesson("definir", qcu("boire"), module="lancer").lesson("agir", "Là.\n", module="lancer")
    lines = "comprendre/definir  # la première\ncomprendre/boire\ncomprendre/accueillir\n"
    return course.file(FILE, lines + "lancer/agir\n").write()


def test_a_moved_lesson_stops_the_build_and_says_what_to_type(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    moved_lesson(course)
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "erreur[id/moved]" in said
    assert "tiers-lieu ids --renommer comprendre/definir lancer/definir" in said
    assert "published-ids.txt:1" in said


def test_a_renamed_lesson_takes_its_questions_along_and_keeps_every_line(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = moved_lesson(course)
    assert ids("--renommer", "comprendre/definir", "lancer/definir") == 0
    assert (folder / FILE).read_text("utf-8").splitlines() == [
        "comprendre/definir = lancer/definir  # la première",
        "comprendre/boire = lancer/boire",
        "comprendre/accueillir",
        "lancer/agir",
    ]
    assert "id/" not in said_by_check(capsys)
    assert main(["build"]) == 0


def test_what_moves_back_takes_its_first_name_again(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("definir", "Un lieu.\n")
    folder = course.file(FILE, "comprendre/definir = lancer/definir\n").write()
    assert "erreur[id/" in said_by_check(capsys)
    assert ids("--renommer", "lancer/definir", "comprendre/definir") == 0
    assert (folder / FILE).read_text("utf-8") == "lancer/definir = comprendre/definir\n"
    assert "id/" not in said_by_check(capsys)


def test_a_renamed_module_is_told_in_one_go(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("definir", qcu("boire"), module="explorer").bank(qcu("manger"), module="explorer")
    names = ["definir", "boire", "quiz", "manger"]
    folder = course.file(FILE, "".join(f"comprendre/{each}\n" for each in names)).write()
    assert "erreur[id/" in said_by_check(capsys)
    assert ids("--renommer", "comprendre", "explorer") == 0
    assert (folder / FILE).read_text("utf-8").splitlines() == [
        f"comprendre/{each} = explorer/{each}" for each in names
    ]
    assert "id/" not in said_by_check(capsys)


def test_what_is_retired_on_purpose_keeps_its_line_and_its_number(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("definir", qcu("boire"))
    lines = "comprendre/definir\ncomprendre/vieux\ncomprendre/boire\n"
    folder = course.file(FILE, lines).write()
    assert "erreur[id/withdrawn]" in said_by_check(capsys)
    assert ids("--retirer", "comprendre/vieux") == 0
    kept = (folder / FILE).read_text("utf-8").splitlines()
    assert kept[0] == "comprendre/definir"
    assert kept[1].startswith("comprendre/vieux retiré 20")
    assert kept[2] == "comprendre/boire"
    assert "id/" not in said_by_check(capsys)
    assert main(["build"]) == 0


def test_new_names_follow_the_last_line_and_nothing_above_changes(course: CourseBuilder) -> None:
    course.lesson("definir", qcu("boire"))
    lines = "x/definir = comprendre/definir # ici\nx/vieux retiré 2026-11-23"
    folder = course.file(FILE, lines).write()
    assert ids("--écrire") == 0
    assert (folder / FILE).read_text("utf-8") == f"{lines}\ncomprendre/boire\n"
    assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--retirer comprendre/definir", "est encore dans le cours"),
        ("--retirer comprendre/inconnu", "n’est pas dans published-ids.txt"),
        ("--retirer lancer", "rien n’est à retirer"),
        ("--renommer comprendre/vieux comprendre/absent", "n’est pas dans le cours"),
        ("--renommer comprendre/vieux comprendre/definir", "a déjà un numéro"),
        ("--renommer comprendre/definir comprendre/boire", "est encore dans le cours"),
        ("--renommer comprendre lancer/definir", "donnez deux noms complets"),
        ("--renommer comprendre lancer", "ne se retrouve sous"),
    ],
)
def test_what_would_give_a_number_another_meaning_is_refused(
    course: CourseBuilder, words: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("definir", qcu("boire"))
    folder = course.file(FILE, "comprendre/definir\ncomprendre/vieux\n").write()
    assert ids(*words.split()) == 2
    assert why in capsys.readouterr().err
    assert (folder / FILE).read_text("utf-8") == "comprendre/definir\ncomprendre/vieux\n"


def test_a_broken_lesson_does_not_make_its_questions_look_withdrawn(
    course: CourseBuilder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("definir", f"{qcu('boire')}::: qcu #manger\nSans fin\n")
    course.file(FILE, "comprendre/definir\ncomprendre/boire\ncomprendre/manger\ncomprendre/vu\n")
    course.write()
    assert "id/" not in said_by_check(capsys)
    assert ids("--retirer", "comprendre/vu") == 1
    assert "Corrigez d’abord" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "comprendre/definir =",
        "comprendre/definir retiré",
        "comprendre/definir retiré 2026-13-45",
        "= comprendre/definir",
        "# comprendre/definir",
        "<<<<<<< HEAD",
        "Comprendre/Définir",
    ],
)
def test_a_line_that_says_nothing_clear_is_an_error(
    course: CourseBuilder, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    course.lesson("ouvrir", "Un lieu.\n").file(FILE, f"{line}\ncomprendre/ouvrir\n").write()
    assert "erreur[id/bad-published-line]" in said_by_check(capsys)
