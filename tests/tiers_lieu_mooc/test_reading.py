"""Reading never raises: what a folder holds is read, or a finding says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.course_builder import DRAWING, CourseBuilder
from tiers_lieu_mooc.reading import SourceTree, read_course


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n")


def found_in(folder: Path) -> list[str]:
    _, found = read_course(folder)
    return [f"{each.at.path}:{each.at.line}:{each.at.column} {each.code}" for each in found]


def text_of(tree: SourceTree, name: str = "comprendre/definir.md") -> str:
    return tree.texts[name].text


def test_a_course_and_its_banks_are_read_with_paths_as_people_type_them(
    course: CourseBuilder,
) -> None:
    course.bank("::: qcu #a\n").glossary("Lieu\n: Ici.\n").picture("plan.svg").write()
    tree, found = read_course(Path("courses/essai"))
    assert found == []
    assert (tree.course, tree.path, tree.banks_path) == (
        "essai",
        "courses/essai",
        "quizzes/essai",
    )
    assert sorted(tree.texts) == [
        "comprendre/definir.md",
        "comprendre/module.yaml",
        "course.yaml",
        "glossaire.md",
    ]
    assert tree.texts["glossaire.md"].path == "courses/essai/glossaire.md"
    assert tree.banks["comprendre"].path == "quizzes/essai/comprendre.md"
    assert tree.media["comprendre/media/plan.svg"].content == DRAWING.encode()


def test_paths_outside_the_current_folder_are_shown_whole(
    course: CourseBuilder, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = course.write()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert read_course(folder)[0].path == folder.as_posix()


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_ends_are_read_silently(course: CourseBuilder, ending: str) -> None:
    text = "---\ntitre: Définir\n---\n\nUn lieu.\n"
    folder = course.file("comprendre/definir.md", text.replace("\n", ending)).write()
    tree, found = read_course(folder)
    assert found == []
    assert text_of(tree) == text


def test_separators_that_only_some_tools_count_are_no_line_ends(course: CourseBuilder) -> None:
    folder = course.file("comprendre/definir.md", "un\u2028deux\u00a0trois\n").write()
    tree, _ = read_course(folder)
    assert text_of(tree).count("\n") == 1


def test_a_byte_order_mark_is_skipped(course: CourseBuilder) -> None:
    folder = course.file("course.yaml", b"\xef\xbb\xbftitre: Essai\n").write()
    tree, found = read_course(folder)
    assert text_of(tree, "course.yaml") == "titre: Essai\n"
    assert [each.code for each in found] == ["source/byte-order-mark"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"caf\xe9\n", "1:4"),
        (b"un\r\n\xc3\xa9t\xe9\r\n", "2:3"),
        (b"\xef\xbb\xbfa\n\xff", "2:1"),
        (b"coup\xc3", "1:5"),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_pointed_at(
    course: CourseBuilder, content: bytes, place: str
) -> None:
    course.file("comprendre/definir.md", content).write()
    found = found_in(Path("courses/essai"))
    assert found[-1] == f"courses/essai/comprendre/definir.md:{place} source/not-utf8"


def test_text_comes_in_one_form_and_places_count_as_the_file_does(course: CourseBuilder) -> None:
    folder = course.file("comprendre/definir.md", "e\u0301te\u0301 ici\nété ici\n").write()
    tree, _ = read_course(folder)
    source = tree.texts["comprendre/definir.md"]
    assert source.text == "été ici\nété ici\n"
    assert (
        source.at(1, source.text.index("ici") + 1).column == "e\u0301te\u0301 ici".index("ici") + 1
    )
    assert source.at(2, 5).column == 5
    assert source.at(1, 1).column == 1


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x85", "\ue000", "\uffff"])
def test_characters_that_nothing_can_show_are_replaced(
    course: CourseBuilder, character: str
) -> None:
    folder = course.file("comprendre/definir.md", f"un\nlieu{character}là\n").write()
    tree, found = read_course(folder)
    assert text_of(tree) == "un\nlieu\ufffdlà\n"
    assert [(each.at.line, each.at.column) for each in found] == [(2, 5)]


def test_files_that_are_too_big_are_not_read(course: CourseBuilder) -> None:
    course.file("comprendre/definir.md", "a\n" * 600_000)
    course.file("comprendre/long.md", "a" * 20_001)
    course.file("comprendre/media/photo.jpg", b"\xff\xd8" + b"\0" * 2_000_000)
    tree, found = read_course(course.write())
    assert sorted(each.code for each in found) == [
        "media/too-big",
        "source/line-too-long",
        "source/too-big",
    ]
    assert sorted(tree.unread) == [
        "courses/essai/comprendre/definir.md",
        "courses/essai/comprendre/long.md",
    ]
    assert tree.media["comprendre/media/photo.jpg"].is_refused
    assert tree.media["comprendre/media/photo.jpg"].content == b""


def test_a_huge_sparse_picture_costs_nothing(course: CourseBuilder) -> None:
    folder = course.write()
    picture = folder / "comprendre" / "media" / "photo.png"
    picture.parent.mkdir()
    with picture.open("wb") as file:
        file.truncate(50_000_000_000)
    assert found_in(folder) == ["courses/essai/comprendre/media/photo.png:0:0 media/too-big"]


def test_links_are_followed_inside_the_course_only(course: CourseBuilder, tmp_path: Path) -> None:
    folder = course.picture("plan.svg").write()
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "secrets").mkdir()
    media = folder / "comprendre" / "media"
    (media / "meme.svg").symlink_to("plan.svg")
    (media / "autre.svg").symlink_to(tmp_path / "secret.md")
    (folder / "comprendre" / "fuite.md").symlink_to("../../../secret.md")
    (folder / "comprendre" / "boucle.md").symlink_to("boucle.md")
    (folder / "ailleurs").symlink_to(tmp_path / "secrets")
    tree, _ = read_course(folder)
    assert found_in(folder) == [
        "courses/essai/ailleurs:0:0 source/outside",
        "courses/essai/comprendre/boucle.md:0:0 source/unreadable",
        "courses/essai/comprendre/fuite.md:0:0 source/outside",
        "courses/essai/comprendre/media/autre.svg:0:0 source/outside",
    ]
    assert tree.media["comprendre/media/meme.svg"].content == DRAWING.encode()
    assert "secret" not in "".join(source.text for source in tree.texts.values())


def test_a_course_reached_by_a_link_is_read_as_any_other(
    course: CourseBuilder, tmp_path: Path
) -> None:
    folder = course.bank("::: qcu #a\n").write()
    (tmp_path / "raccourci").symlink_to(folder)
    tree, found = read_course(tmp_path / "raccourci")
    assert found == []
    assert tree.course == "essai"
    assert list(tree.banks) == ["comprendre"]


def test_folders_and_pipes_are_no_texts(course: CourseBuilder) -> None:
    folder = course.write()
    (folder / "glossaire.md").mkdir()
    (folder / "comprendre" / "media").write_text("")
    os.mkfifo(folder / "faits.yaml")
    assert found_in(folder) == [
        "courses/essai/comprendre/media:0:0 source/not-a-file",
        "courses/essai/faits.yaml:0:0 source/not-a-file",
        "courses/essai/glossaire.md:0:0 source/not-a-file",
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("compteur.php", "media/server-side"),
        ("photo.php.png", "media/server-side"),
        (".htaccess", "media/server-side"),
        ("plan.bmp", "media/bad-extension"),
        ("sans-extension", "media/bad-extension"),
        ("Plan.png", "media/bad-name"),
        ("plan du café.png", "media/bad-name"),
        ("nul\udcff.png", "media/bad-name"),
        ("photographe.png", None),
        ("CREDITS.yaml", None),
        (".gitkeep", None),
    ],
)
def test_names_of_media_files(course: CourseBuilder, name: str, code: str | None) -> None:
    folder = course.write()
    media = folder / "comprendre" / "media"
    media.mkdir()
    (media / name).write_bytes(b"x")
    assert [each.code for each in read_course(folder)[1]] == ([code] if code else [])


def test_a_better_name_is_offered(course: CourseBuilder) -> None:
    folder = course.file("comprendre/media/Plan du Café.PNG", b"x").write()
    found = read_course(folder)[1]
    assert "`plan-du-cafe.png`" in found[0].mend


def test_files_that_have_no_place_are_named_with_the_place_they_may_want(
    course: CourseBuilder,
) -> None:
    course.file("comprendre/notes.docx", "x").file("comprendre/ouvrir.MD", "x")
    course.file("README.md", "x").file(".cache", "x").file("revue/a.yaml", "x")
    folder = course.write()
    found = read_course(folder)[1]
    assert [each.code for each in found] == ["source/unexpected-file"] * 2
    assert "vouliez-vous dire" not in found[0].mend
    assert "«\u00a0ouvrir.md\u00a0»" in found[1].mend


def test_a_folder_that_is_no_course_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path / "rien", tmp_path):
        tree, found = read_course(folder)
        assert [each.code for each in found] == ["source/no-course"]
        assert tree.texts == {}


def test_tabs_are_reported_once_with_their_first_place(course: CourseBuilder) -> None:
    course.file("comprendre/definir.md", "un\n- a\tb\n\tc\n").write()
    assert found_in(Path("courses/essai")) == ["courses/essai/comprendre/definir.md:2:4 source/tab"]
