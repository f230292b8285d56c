"""What is left on the screen of a real terminal, however wide."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.terminal import screens_of, shown_by

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "tiers_lieu_mooc")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm"}

NAME = "tiers-lieux-en-milieu-rural-comprendre-lancer-faire-vivre"


def a_course(root: Path) -> None:
    """A course of which there is nothing to say."""
    course = CourseBuilder(root, NAME).lesson("definir", "Un lieu.")
    course.file("comprendre/definir.md", "---\ntitre: Un\ndurée: 1 min\n---\n\nUn lieu.\n")
    course.file("published-ids.txt", "comprendre/definir\n")
    course.file("comprendre/module.yaml", "titre: Comprendre\nleçons:\n  - definir\n").write()


PRINTED = re.compile(r"dist/[^\r\n]*")


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 10, 28, 29, 30, 40, 69, 71, 80, 200])
def test_only_the_packages_are_left_of_a_build(tmp_path: Path, columns: int) -> None:
    a_course(tmp_path)
    targets = [part for name in ("scorm12", "scorm2004-3", "web") for part in ("--target", name)]
    shown = shown_by([*PROGRAM, "build", *targets], tmp_path, ENVIRONMENT, columns)
    assert shown.code == 0
    printed = PRINTED.findall(shown.text)
    assert len(printed) == 6
    seen = screens_of(shown.text, columns)
    assert seen[-1] == screens_of("\r\n".join(printed), columns)[-1]
    assert [row for screen in seen for row in screen if "░" in row and "dist/" in row] == []
    if columns >= 40:
        assert any("░ 0/3" in row for screen in seen for row in screen)


@pytest.mark.parametrize("columns", [30, 80])
def test_a_build_that_cannot_write_leaves_its_sentence_alone(tmp_path: Path, columns: int) -> None:
    a_course(tmp_path)
    (tmp_path / "dist" / f"{NAME}-scorm12.zip" / "dedans").mkdir(parents=True)
    shown = shown_by([*PROGRAM, "build"], tmp_path, ENVIRONMENT, columns)
    assert shown.code == 1
    rows = screens_of(shown.text, columns)[-1]
    assert not [row for row in rows if "░" in row]
    assert rows[0].startswith("tiers-lieu\u00a0:")


def test_nothing_is_drawn_where_there_is_no_terminal(tmp_path: Path) -> None:
    a_course(tmp_path)
    ran = subprocess.run(
        [*PROGRAM, "build"], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=True
    )
    assert ran.stderr == b""
    assert b"\x1b" not in ran.stdout
