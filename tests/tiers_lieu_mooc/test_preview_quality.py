"""The home and quality pages as text: what is told, of good, broken and gone courses."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import segno

from tests.support.telling_course import telling_course
from tests.tiers_lieu_mooc.preview_values import BROKEN, ODD, Client, Oven, a_build, finding
from tiers_lieu_mooc.cli.memory import Recent
from tiers_lieu_mooc.cli.preview_command import rebuild
from tiers_lieu_mooc.preview import CourseEntry, Outcome, Workbench
from tiers_lieu_mooc.preview.qr import QUIET_ZONE, qr_code
from tiers_lieu_mooc.preview.quality_page import reading_bars, room_bars, weight_bars
from tiers_lieu_mooc.preview.wording import counted, date_text, decimal_text, size_text
from tiers_lieu_mooc.quality import Quality

SHARED = "http://192.168.1.20:8000/?cle=4Zr0zq5wJ2m1c8vTn7QkXg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return telling_course(datetime.date.today().isoformat()).write(tmp_path, "parlant")


@pytest.fixture
def workbench(folder: Path, tmp_path: Path) -> Workbench:
    made = Workbench(lambda: rebuild([folder], Recent()), [folder], tmp_path / "cache")
    made.refresh()
    made.look_closer()
    return made


def broken(folder: Path) -> None:
    (folder / "course.yaml").write_text("titre: Un cours\nlangue: fr\nmodules:\n  - m9\n", "utf-8")


def test_home_tells_the_state_of_each_course_and_when_it_was_built(workbench: Workbench) -> None:
    text = Client(workbench).get("/").text
    assert "<dt>Constats de la vérification automatique</dt>" in text
    assert re.search(r"<dd>\d+\u00a0avertissements, \d+\u00a0conseils?</dd>", text)
    assert 'href="/qualite/parlant"' in text
    assert "Approbations" not in text
    built_at = workbench.shown.built_at
    assert built_at is not None
    assert f'<time datetime="{built_at.isoformat(timespec="seconds")}">' in text
    assert "Sur un téléphone" not in text


def test_packages_of_no_course_are_still_shown(tmp_path: Path) -> None:
    entry = CourseEntry("a", "Un cours", ("courses/a",), ("a-web",))
    oven = Oven(Outcome([a_build("a-web"), a_build("b-web", course="Autre")], courses=[entry]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    text = Client(workbench).get("/").text
    assert re.findall(r'<h2 id="cours-\d">([^<]+)', text) == ["Un cours", "Autre"]
    assert text.count("/lecteur/a-web") == text.count("/lecteur/b-web") == 1


def test_a_course_that_breaks_keeps_its_measures_and_tells_its_new_errors(
    workbench: Workbench, folder: Path
) -> None:
    before = workbench.shown.courses["parlant"].quality
    assert before is not None
    broken(folder)
    workbench.refresh()
    assert workbench.shown.courses["parlant"].quality is before
    text = Client(workbench).get("/qualite/parlant").text
    assert "les mesures sont celles de la dernière construction réussie" in text
    assert "erreur" in text
    assert "Temps et facilité de lecture" in text


def test_a_course_that_never_could_be_put_together_shows_its_errors(
    folder: Path, tmp_path: Path
) -> None:
    broken(folder)
    workbench = Workbench(lambda: rebuild([folder], Recent()), [folder], tmp_path / "cache")
    workbench.refresh()
    client = Client(workbench)
    page = client.get("/qualite/parlant")
    assert page.status_code == 200
    assert "corrigez d’abord les erreurs" in page.text
    assert "Temps et facilité" not in page.text
    home = client.get("/").text
    assert "Aucun paquet de ce cours n’a pu être construit" in home
    assert 'href="/qualite/parlant"' in home


def test_an_unknown_course_has_no_page(workbench: Workbench) -> None:
    assert Client(workbench).get("/qualite/absent").status_code == 404


def test_quality_is_measured_once_for_each_rebuild_and_only_when_asked_for(
    workbench: Workbench, tmp_path: Path
) -> None:
    measured: list[int] = []
    real = workbench.shown.courses["parlant"]

    def measure() -> Quality:
        measured.append(1)
        assert real.measure is not None
        return real.measure()

    entry = CourseEntry("parlant", "Un cours", ("courses/parlant",), (), measure)
    oven = Oven(Outcome([], courses=[entry]))
    counting = Workbench(oven, [], tmp_path / "autre")
    counting.refresh()
    client = Client(counting)
    client.get("/")
    assert measured == []
    assert client.get("/qualite/parlant").status_code == 200
    client.get("/qualite/parlant")
    assert measured == [1]


def test_findings_go_to_the_course_that_they_are_about() -> None:
    entry = CourseEntry("essai", "Un cours", ("courses/essai", "quizzes/essai"))
    other = CourseEntry("ess", "Un autre", ("courses/ess", "quizzes/ess"))
    assert entry.is_about(finding(ODD))
    assert not other.is_about(finding(ODD))


def test_what_authors_write_is_escaped(tmp_path: Path) -> None:
    title = "<script>alert(1)</script>"
    entry = CourseEntry("essai", title, ("courses/essai",))
    workbench = Workbench(Oven(Outcome([], [finding(BROKEN)], courses=[entry])), [], tmp_path)
    workbench.refresh()
    client = Client(workbench)
    for path in ("/", "/qualite/essai"):
        assert "<script>alert" not in client.get(path).text


def test_a_code_has_every_module_and_its_quiet_zone() -> None:
    code = qr_code(SHARED)
    rows = segno.make_qr(SHARED, error="m").matrix
    assert code.side == len(rows) + 2 * QUIET_ZONE
    drawn = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", code.path)}
    assert drawn == {
        (column + QUIET_ZONE, row + QUIET_ZONE)
        for row, modules in enumerate(rows)
        for column, is_dark in enumerate(modules)
        if is_dark
    }


def test_charts_stay_in_their_place(workbench: Workbench) -> None:
    quality = workbench.shown.courses["parlant"].quality
    assert quality is not None
    charts = (
        reading_bars(quality.readings),
        weight_bars(quality.lessons),
        room_bars(quality.rooms),
    )
    for bars in charts:
        for bar in bars:
            assert 0 <= bar.mark <= 100
            for segment in bar.segments:
                assert 0 <= segment.start <= segment.start + segment.width <= 100.01


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (size_text(999), "999\u00a0octets"),
        (size_text(45_240), "45,2\u00a0ko"),
        (size_text(300_000), "300\u00a0ko"),
        (size_text(1_400_000), "1,4\u00a0Mo"),
        (decimal_text(30_000, 0), "30\u00a0000"),
        (decimal_text(1.605, 2), "1,60"),
        (date_text(datetime.date(2026, 3, 1)), "1er\u00a0mars\u00a02026"),
        (date_text(datetime.date(2026, 11, 23)), "23\u00a0novembre\u00a02026"),
        (counted(0, "jour"), "0\u00a0jour"),
        (counted(1, "jour"), "1\u00a0jour"),
        (counted(2, "jour"), "2\u00a0jours"),
    ],
)
def test_numbers_are_written_as_french_people_do(written: str, expected: str) -> None:
    assert written == expected


def test_the_page_is_sound_as_a_tree(workbench: Workbench) -> None:
    text = Client(workbench).get("/qualite/parlant").text
    assert text.count("<h1>") == 1
    assert not re.search(r"\son\w+=|\sstyle=", text)
    for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
        tree = ElementTree.fromstring(table)
        assert all(each.get("scope") for each in tree.iter("th"))
