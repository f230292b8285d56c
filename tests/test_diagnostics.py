"""Every rule has the smallest course that breaks it, and breaks nothing else.

A folder holds the course, ``expected.txt`` (one ``path:line:column code`` a line) and, for what no
repository can hold, ``recipe.txt``: one step a line, see ``STEPS``.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic, by_place
from tiers_lieu_mooc.building import check_budget, check_course, outputs_of
from tiers_lieu_mooc.rules import ALL
from tiers_lieu_mooc.targets import Split, Target

FOLDER = Path(__file__).parent / "diagnostics"
TODAY = datetime.date(2026, 11, 23)
COURSE = Path("courses/essai")


def folder_name(code: str) -> str:
    return code.replace("/", ".")


def grow(path: Path, size: str) -> None:
    """Lengthen a file with spaces, or make one of spaces, up to a number of bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes() if path.exists() else b""
    path.write_bytes(content.ljust(int(size)))


def add(path: Path, count: str, line: str) -> None:
    """Write the same line many times after what a file holds."""
    path.write_text(path.read_text("utf-8") + f"{line}\n" * int(count), "utf-8")


def link(path: Path, target: str) -> None:
    """Make a symbolic link."""
    path.symlink_to(target)


def make_folder(path: Path) -> None:
    """Make an empty folder."""
    path.mkdir(parents=True)


def pipe(path: Path) -> None:
    """Make a named pipe, which nobody may wait for."""
    os.mkfifo(path)


STEPS: dict[str, Callable[..., None]] = {
    "add": add,
    "grow": grow,
    "link": link,
    "folder": make_folder,
    "pipe": pipe,
}


def follow(recipe: Path, folder: Path) -> None:
    """Take the steps of a recipe: a word of ``STEPS``, a path, and what the step needs more."""
    for line in recipe.read_text("utf-8").splitlines() if recipe.exists() else ():
        step, path, *more = line.split()
        STEPS[step](folder / path, *more)


def found_in(folder: Path) -> list[Diagnostic]:
    """Take a course through every stage that finds something, as ``tiers-lieu check`` does."""
    checked = check_course(folder, TODAY)
    if checked.course is None:
        return list(checked.found)
    outputs = outputs_of(checked.course, [Target.SCORM_12], [Split.MODULE])
    return by_place([*checked.found, *check_budget(checked.course, outputs)])


@pytest.mark.parametrize("name", sorted(each.name for each in FOLDER.iterdir()))
def test_a_course_yields_exactly_the_findings_it_is_made_for(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER / name, tmp_path, dirs_exist_ok=True, symlinks=True)
    follow(FOLDER / name / "recipe.txt", tmp_path)
    monkeypatch.chdir(tmp_path)
    found = found_in(COURSE)
    lines = [f"{each.at.path}:{each.at.line}:{each.at.column} {each.code}" for each in found]
    assert lines == (FOLDER / name / "expected.txt").read_text("utf-8").splitlines()
    assert name in {folder_name(each.code) for each in found}
    for each in found:
        assert "{" not in each.message.replace("{{", "")
        assert each.mend == "" or each.mend[0] != " "


def test_every_rule_has_its_course_and_every_course_its_rule() -> None:
    folders = {each.name for each in FOLDER.iterdir()}
    assert folders == {folder_name(rule.code) for rule in ALL}


def test_codes_are_unique_and_say_family_and_fault() -> None:
    codes = [rule.code for rule in ALL]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if code.count("/") != 1 or not code.islower()] == []
