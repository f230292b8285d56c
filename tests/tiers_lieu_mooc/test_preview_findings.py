"""Findings beside the last good build: where, the lines around, the way to the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic
from tests.tiers_lieu_mooc.preview_values import BROKEN, ODD, Client, Oven, a_build, finding
from tiers_lieu_mooc.preview import Outcome, PreviewError, Workbench
from tiers_lieu_mooc.preview.findings import EDITORS, editor_form

PATH = "courses/essai/m/l.md"
TEXT = "".join(f"Ligne {number}\n" for number in range(1, 9))


def client(cache: Path, *found: Diagnostic, editor: str = "") -> Client:
    outcome = Outcome(
        [a_build()], found, text_at=lambda path: TEXT if path == PATH else "not to be shown"
    )
    workbench = Workbench(Oven(outcome), [], cache)
    workbench.refresh()
    return Client(workbench, editor=editor)


def test_the_gravest_come_first_with_the_lines_around(tmp_path: Path) -> None:
    told = client(tmp_path, finding(ODD, 1), finding(BROKEN, 4, 2)).get("/api/constats").json()
    assert told["total"] == 2
    first, second = told["findings"]
    assert first["code"] == "text/broken"
    assert first["place"] == f"{PATH}:4:2"
    assert [each["number"] for each in first["excerpt"]] == [2, 3, 4, 5, 6]
    assert [each["text"] for each in first["excerpt"] if each["is_place"]] == ["Ligne 4"]
    assert [each["number"] for each in second["excerpt"]] == [1, 2, 3]
    assert first["editor"] == ""


@pytest.mark.parametrize("line", [0, 9, 500])
def test_a_place_outside_the_text_has_no_excerpt(tmp_path: Path, line: int) -> None:
    told = client(tmp_path, finding(BROKEN, line)).get("/api/constats").json()
    assert told["findings"][0]["excerpt"] == []


def test_the_place_opens_in_the_editor(tmp_path: Path) -> None:
    opened = client(tmp_path, finding(BROKEN, 4), editor=EDITORS["vscode"])
    told = opened.get("/api/constats").json()
    assert told["findings"][0]["editor"] == f"vscode://file/{Path(PATH).absolute()}:4:1"


def test_an_editor_is_named_or_described() -> None:
    assert editor_form("") == editor_form("aucun") == ""
    assert editor_form("zed").startswith("zed://")
    assert editor_form("mon://ouvrir?f={path}") == "mon://ouvrir?f={path}"


@pytest.mark.parametrize(
    "named",
    [
        "emacs",
        "mon://{fichier}",
        "mon://{path",
        "https://a/{path}",
        "JavaScript:{path}",
        "{path.x}",
    ],
)
def test_what_is_no_editor_is_told(named: str) -> None:
    with pytest.raises(PreviewError, match="n’est pas connu"):
        editor_form(named)
