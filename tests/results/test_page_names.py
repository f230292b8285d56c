"""Where the page goes, and that nothing there is lost for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.results.desk import Desk
from tests.support.moodle_report import Person, as_ods, as_text, as_xlsx, report_on
from tiers_lieu_mooc.cli import main

Reach = Callable[[Path], str]


def plainly(path: Path) -> str:
    return str(path)


def relatively(path: Path) -> str:
    return os.path.relpath(path)


def by_symbolic_link(path: Path) -> str:
    link = path.with_name("lien.html")
    link.symlink_to(path)
    return str(link)


def by_hard_link(path: Path) -> str:
    link = path.with_name("autre-nom.html")
    link.hardlink_to(path)
    return str(link)


def around(path: Path) -> str:
    return f"{path.parent}/../{path.parent.name}/./{path.name}"


REACHES = pytest.mark.parametrize(
    "reach", [plainly, relatively, by_symbolic_link, by_hard_link, around]
)


@REACHES
@pytest.mark.parametrize("which", ["rapport.ods", "cle.csv"])
def test_the_page_never_replaces_what_was_read(
    desk: Desk, group: list[Person], reach: Reach, which: str
) -> None:
    report = desk.lay(as_ods(report_on(group)), "rapport.ods")
    key = desk.folder / "cle.csv"
    before = (report.read_bytes(), key.read_bytes())
    out = reach(desk.folder / which)
    assert main(["resultats", str(report), "--cle", str(key), "--out", out]) == 2
    said = desk.capture.readouterr().err
    assert ("la clé de lecture" if which == "cle.csv" else "le rapport lui-même") in said
    assert "après «\u00a0--out\u00a0»" in said
    assert (report.read_bytes(), key.read_bytes()) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("lecon.md", "# Une leçon\n", "n’est pas une page de résultats"),
        ("autre.ods", "PK\x03\x04", "n’est pas une page de résultats"),
        ("cle.html", "<!DOCTYPE html><title>Clé</title>", "n’est pas une page de résultats"),
        ("dossier", None, "est un dossier"),
    ],
)
def test_the_page_replaces_nothing_but_a_page_of_results(
    desk: Desk, group: list[Person], name: str, content: str | None, words: str
) -> None:
    path = desk.folder / name
    path.mkdir() if content is None else path.write_text(content, "utf-8")
    report = str(desk.lay(report_on(group)))
    key = str(desk.folder / "cle.csv")
    assert main(["resultats", report, "--cle", key, "--out", str(path)]) == 2
    assert words in desk.capture.readouterr().err
    assert content is None or path.read_text("utf-8") == content


def test_a_missing_folder_is_named_as_it_was_typed(desk: Desk, group: list[Person]) -> None:
    out = desk.folder / "absent" / "page.html"
    report, key = str(desk.lay(report_on(group))), str(desk.folder / "cle.csv")
    assert main(["resultats", report, "--cle", key, "--out", str(out)]) == 1
    said = desk.capture.readouterr().err
    assert f"{out}\u00a0: le fichier ou le dossier n’existe pas" in said
    assert ".tmp" not in said


def test_the_same_report_again_replaces_its_page(desk: Desk, group: list[Person]) -> None:
    """It was downloaded again under its name, with more people in it."""
    assert desk.run(report_on(group[:30]))[0] == 0
    assert desk.run(report_on(group))[0] == 0
    assert "60\u00a0personnes" in desk.page()


def test_reports_that_differ_by_their_ending_alone_do_not_take_one_another_s_page(
    desk: Desk, group: list[Person]
) -> None:
    assert desk.run(as_ods(report_on(group[:30])), "rapport.ods")[0] == 0
    first = desk.page()
    for name, content in (
        ("rapport.xlsx", as_xlsx(report_on(group))),
        ("rapport.csv", as_text(report_on(group), ";")),
    ):
        code, said = desk.run(content, name)
        assert code == 2
        assert "vient d’autres rapports" in said
        assert "«\u00a0--out rapport-resultats-2.html\u00a0»" in said
        assert desk.page() == first
    report, key = str(desk.folder / "rapport.csv"), str(desk.folder / "cle.csv")
    other = str(desk.folder / "rapport-resultats-2.html")
    assert main(["resultats", report, "--cle", key, "--out", other]) == 0
    assert main(["resultats", report, "--cle", key, "--out", other]) == 0


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (["mars", "juin"], "mars+juin-resultats.html"),
        (["a", "b", "c"], "a+b+c-resultats.html"),
        (["a", "b", "c", "d"], "a+3-autres-resultats.html"),
        (["un" * 40, "deux" * 40], f"{'un' * 30}+1-autres-resultats.html"),
    ],
)
def test_sessions_together_have_a_page_of_their_own(
    desk: Desk, group: list[Person], names: list[str], page: str
) -> None:
    key = str(desk.folder / "cle.csv")
    each = len(group) // len(names)
    files = [
        str(desk.lay(report_on(group[place * each : place * each + each]), f"{name}.txt"))
        for place, name in enumerate(names)
    ]
    assert main(["resultats", files[0], "--cle", key]) == 0
    alone = (desk.folder / f"{names[0]}-resultats.html").read_text("utf-8")
    assert main(["resultats", *files, "--cle", key]) == 0
    assert (desk.folder / f"{names[0]}-resultats.html").read_text("utf-8") == alone
    assert f"{len(files)}\u00a0rapports lus" in (desk.folder / page).read_text("utf-8")


def test_reports_of_one_name_in_two_folders_have_a_page_of_their_own(
    desk: Desk, group: list[Person]
) -> None:
    """As Moodle names them, each in the folder of its session."""
    files = []
    for name, people in (("mars", group[:30]), ("juin", group[30:])):
        (desk.folder / name).mkdir()
        files.append(str(desk.lay(report_on(people), f"{name}/rapport.txt")))
    key = str(desk.folder / "cle.csv")
    assert main(["resultats", files[0], "--cle", key]) == 0
    alone = (desk.folder / "mars/rapport-resultats.html").read_text("utf-8")
    assert main(["resultats", *files, "--cle", key]) == 0
    assert (desk.folder / "mars/rapport-resultats.html").read_text("utf-8") == alone
    assert (desk.folder / "mars/rapport+rapport-resultats.html").exists()
    assert (
        main(
            [
                "resultats",
                *files,
                "--cle",
                key,
                "--out",
                files[0].replace(".txt", "-resultats.html"),
            ]
        )
        == 2
    )
