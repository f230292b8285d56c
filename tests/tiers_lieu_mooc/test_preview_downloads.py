"""What the preview gives to keep: the files that `build` writes, by the same names."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.tiers_lieu_mooc.preview_values import BROKEN, KEY, Client, Oven, a_build, finding
from tiers_lieu_mooc.cli import main
from tiers_lieu_mooc.cli.memory import Recent
from tiers_lieu_mooc.cli.preview_command import rebuild
from tiers_lieu_mooc.preview import Outcome, Workbench

SHARED = "http://192.168.1.20:8000/?cle=4Zr0zq5wJ2m1c8vTn7QkXg"
TARGETS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")
KINDS = {
    ".zip": "application/zip",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of two modules, in whose project we stand."""
    monkeypatch.chdir(tmp_path)
    course = CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n")
    course.bank("::: vrai-faux #lieu\n\nUn lieu.\n\n- [x] Vrai\n- [ ] Faux\n:::\n")
    course.lesson("agir", "Un acte.\n", module="lancer").write()
    return Path("courses/essai")


@pytest.fixture
def workbench(folder: Path, tmp_path: Path) -> Workbench:
    made = Workbench(lambda: rebuild([folder], Recent()), [folder], tmp_path / "cache")
    made.refresh()
    return made


def offered(page: str) -> list[str]:
    return re.findall(r'href="/telecharger/([^"]+)"', page)


def written(folder: Path) -> dict[str, bytes]:
    """What `build` writes of that course, for every target."""
    targets = [word for each in TARGETS for word in ("--target", each)]
    split = ["--per", "course", "--per", "module"]
    assert main(["build", str(folder), *targets, *split]) == 0
    return {path.name: path.read_bytes() for path in Path("dist").iterdir() if path.is_file()}


def test_home_offers_each_package_and_each_reading_key_under_the_name_that_build_gives(
    folder: Path, workbench: Workbench
) -> None:
    client = Client(workbench)
    names = offered(client.get("/").text)
    assert len(names) == len({*names}) == 3 * (len(TARGETS) + 2)
    files = written(folder)
    assert {*names} == {*files}
    for name in names:
        answer = client.get(f"/telecharger/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["content-type"] == KINDS[Path(name).suffix]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert answer.content == files[name], name


@pytest.mark.parametrize("target", TARGETS)
def test_a_package_that_was_downloaded_is_whole_and_without_its_key(
    workbench: Workbench, target: str
) -> None:
    content = Client(workbench).get(f"/telecharger/essai-{target}.zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert ("imsmanifest.xml" in names) is (target != "web")
    assert "index.html" in names
    assert not [name for name in names if "lecture" in name]


def test_every_download_says_in_words_what_it_is(workbench: Workbench) -> None:
    text = Client(workbench).get("/").text
    assert 'aria-label="Télécharger SCORM 1.2, Cours entier">Télécharger</a>' in text
    assert 'aria-label="Essayer SCORM 1.2, Cours entier">Essayer</a>' in text
    assert "elle contient les corrigés" in text


@pytest.mark.parametrize(
    "name",
    [
        "absent.zip",
        "essai-scorm12",
        "essai-scorm12.zip.zip",
        "ESSAI-scorm12.zip",
        "essai-scorm12.html",
        "essai-web-cle-de-lecture.csv",
        "essai-cle-de-lecture.zip",
        "essai-cle-de-lecture.pdf",
        "..%2fcourses%2fessai%2fcourse.yaml",
        "%2e%2e",
        "essai-scorm12.zip%00",
        "",
    ],
)
def test_nothing_else_is_there_to_download(workbench: Workbench, name: str) -> None:
    assert Client(workbench).get(f"/telecharger/{name}").status_code == 404


def test_what_is_shared_gives_packages_and_no_right_answers(workbench: Workbench) -> None:
    client = Client(workbench, shared_address=SHARED)
    text = client.get("/").text
    assert offered(text) == [
        f"essai{module}-{target}.zip"
        for module in ("", "-comprendre", "-lancer")
        for target in TARGETS
    ]
    assert "Clé de lecture" not in text
    assert client.get("/telecharger/essai-scorm12.zip").status_code == 200
    for suffix in (".html", ".csv"):
        assert client.get(f"/telecharger/essai-cle-de-lecture{suffix}").status_code == 404


def test_a_package_that_can_no_longer_be_made_is_given_as_it_was(tmp_path: Path) -> None:
    oven = Oven(Outcome([a_build()]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    before = Client(workbench).get(f"/telecharger/{KEY}.zip").content
    oven.outcome = Outcome([], [finding(BROKEN)])
    workbench.refresh()
    assert Client(workbench).get(f"/telecharger/{KEY}.zip").content == before


def test_the_key_is_that_of_the_package_on_show_after_a_change(
    folder: Path, workbench: Workbench
) -> None:
    client = Client(workbench)
    name = "/telecharger/essai-cle-de-lecture.csv"
    assert "Un lieu." in client.get(name).text
    bank = Path("quizzes/essai/comprendre.md")
    bank.write_text(bank.read_text("utf-8").replace("Un lieu.", "Un pré."), "utf-8")
    workbench.refresh()
    assert "Un pré." in client.get(name).text
    bank.write_text("::: qcu #x\nSans fin", "utf-8")
    workbench.refresh()
    assert "Un pré." in client.get(name).text
