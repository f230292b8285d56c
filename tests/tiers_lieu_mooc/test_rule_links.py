"""A finding's code leads to its page, and its place to the editor, wherever it is shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.terminal import shown_by
from tests.tiers_lieu_mooc.preview_values import BROKEN, Client, Oven, a_build, finding
from tiers_lieu_mooc.preview import Outcome, Workbench
from tiers_lieu_mooc.preview.findings import EDITORS
from tiers_lieu_mooc.rule_pages import rule_text
from tiers_lieu_mooc.rules import ALL

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "tiers_lieu_mooc")
PLAIN = next(rule for rule in ALL if "{" not in rule.message + rule.mend)
LINK = re.compile(r"\x1b\]8;;([^\x1b]+)\x1b\\([^\x1b]+)\x1b\]8;;\x1b\\")
CAPABLE = [
    {"VTE_VERSION": "7200"},
    {"TERM_PROGRAM": "vscode"},
    {"TERM": "xterm-kitty"},
    {"FORCE_HYPERLINK": "1"},
]
INCAPABLE = [
    {},
    {"TERM": "linux"},
    {"TERM": "dumb", "FORCE_HYPERLINK": "1"},
    {"VTE_VERSION": "4205"},
    {"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"},
]


def shell(cache: Path, told: dict[str, str]) -> dict[str, str]:
    known = ("VTE_", "TERM", "WT_", "KONSOLE", "FORCE_", "NO_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(known)}
    ours = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm"}
    return kept | ours | {"XDG_CACHE_HOME": str(cache)} | told


def a_course(root: Path) -> None:
    CourseBuilder(root).lesson("definir", "Le mot [[inconnu]].").write()


@pytest.mark.parametrize("told", CAPABLE)
def test_a_code_is_a_link_in_a_terminal_that_can(tmp_path: Path, told: dict[str, str]) -> None:
    a_course(tmp_path)
    shown = shown_by([*PROGRAM, "check"], tmp_path, shell(tmp_path / "cache", told))
    pages = {code: address for address, code in LINK.findall(shown.text)}
    assert "text/unknown-term" in pages
    for code, address in pages.items():
        page = Path(unquote(urlsplit(address).path)).read_text("utf-8")
        assert f"<h1>{code}</h1>" in page
        assert "Toutes les règles" not in page


@pytest.mark.parametrize("told", INCAPABLE)
def test_a_terminal_that_cannot_is_sent_no_link(tmp_path: Path, told: dict[str, str]) -> None:
    a_course(tmp_path)
    shown = shown_by([*PROGRAM, "check"], tmp_path, shell(tmp_path / "cache", told))
    assert "text/unknown-term" in shown.text
    assert "\x1b]8" not in shown.text
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("told", CAPABLE)
def test_a_pipe_is_never_sent_a_link(tmp_path: Path, told: dict[str, str]) -> None:
    a_course(tmp_path)
    environment = shell(tmp_path / "cache", told)
    ran = subprocess.run(
        [*PROGRAM, "check"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert b"text/unknown-term" in ran.stdout
    assert b"\x1b" not in ran.stdout


def test_a_page_that_cannot_be_kept_is_no_link(tmp_path: Path) -> None:
    a_course(tmp_path)
    (tmp_path / "cache").write_text("un fichier", "utf-8")
    shown = shown_by([*PROGRAM, "check"], tmp_path, shell(tmp_path / "cache", CAPABLE[0]))
    assert "text/unknown-term" in shown.text
    assert "\x1b]8" not in shown.text


def test_every_rule_has_a_page() -> None:
    assert [rule.code for rule in ALL if rule_text(rule.code) is None] == []
    assert rule_text("nulle/part") is None


def client(cache: Path, editor: str) -> Client:
    found = finding(PLAIN, 4)
    unexplained = finding(BROKEN, 4)
    outcome = Outcome([a_build()], (found, unexplained))
    workbench = Workbench(Oven(outcome), [], cache, rule_text)
    workbench.refresh()
    return Client(workbench, editor=editor)


def test_the_preview_leads_from_a_code_to_its_page(tmp_path: Path) -> None:
    shown = client(tmp_path, "")
    home = shown.get("/").text
    assert f'<a href="/regles/{PLAIN.code}">' in home
    assert f"<h1>{PLAIN.code}</h1>" in shown.get(f"/regles/{PLAIN.code}").text
    pages = {each["page"] for each in shown.get("/api/constats").json()["findings"]}
    assert f"/regles/{PLAIN.code}" in pages
    assert shown.get("/regles/nulle/part").status_code == 404


@pytest.mark.parametrize("editor", ["", EDITORS["vscode"]])
def test_the_home_page_leads_to_the_editor_where_there_is_one(tmp_path: Path, editor: str) -> None:
    home = client(tmp_path, editor).get("/").text
    assert home.count("Ouvrir dans l’éditeur") == (2 if editor else 0)
    assert ('href="vscode://file/' in home) is bool(editor)
