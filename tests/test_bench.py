"""The courses that are measured are what the benchmarks say they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.course import BenchCourse, lay_down, lesson_text
from bench.faults import Campaign, read
from bench.load import commit_at_once
from bench.measure import Timing
from bench.report import table
from bench.rows import Row
from bench.words import count_words

ROOT = Path(__file__).parent.parent


@pytest.fixture
def course(tmp_path: Path) -> BenchCourse:
    return lay_down(tmp_path, 10)


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("seed", ["module-001-1", "module-060-5", "autre"])
def test_a_lesson_has_the_same_number_of_words_as_the_peers_had(seed: str) -> None:
    assert count_words(lesson_text(seed)) == 597


def test_a_lesson_has_what_the_peers_had() -> None:
    text = lesson_text("module-001-1")
    for sign in ("## ", "### ", "\n- **", "\n| ", "\n> ", "](https://"):
        assert sign in text


def test_a_course_is_the_same_bytes_each_time(course: BenchCourse, tmp_path: Path) -> None:
    again = lay_down(tmp_path / "again", 10)
    assert contents(again.folder) == {
        path: content
        for path, content in contents(course.folder).items()
        if not path.startswith("again/")
    }


def test_a_course_has_as_many_questions_as_lessons(course: BenchCourse) -> None:
    banks = [path.read_text("utf-8") for path in course.sources if "quizzes" in path.parts]
    lessons = [path for path in course.sources if "courses" in path.parts]
    assert sum(bank.count("\n::: ") for bank in banks) == len(lessons) == 10


def test_a_course_may_end_with_a_short_module(tmp_path: Path) -> None:
    course = lay_down(tmp_path, 7)
    names = [path.relative_to(tmp_path).as_posix() for path in course.sources]
    assert names[-3:] == [
        "courses/essai/module-002/lecon-1.md",
        "courses/essai/module-002/lecon-2.md",
        "quizzes/essai/module-002.md",
    ]
    assert course.sources[-1].read_text("utf-8").count("\n::: ") == 2


def test_a_share_of_the_runs_is_told(tmp_path: Path) -> None:
    timing = Timing(tuple(number / 100 for number in range(100, 0, -1)))
    assert timing.share_s(0.95) == 0.95
    assert Timing((3.0,)).share_s(0.95) == 3.0


def test_commits_of_many_browsers_are_all_kept(course: BenchCourse, tmp_path: Path) -> None:
    command = tmp_path / "tiers-lieu"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tiers_lieu_mooc "$@"\n', "utf-8"
    )
    command.chmod(0o755)
    load = commit_at_once(course, command, browsers=50, seconds=2)
    assert load.lost == 0
    assert load.errors == 0
    assert load.commits == len(load.times_s) >= 50


def test_mkdocs_gets_the_same_text(course: BenchCourse) -> None:
    for number in range(1, 6):
        name = f"module-001/lecon-{number}.md"
        ours = (course.folder / "courses/essai" / name).read_text("utf-8")
        theirs = (course.mkdocs / "docs" / name).read_text("utf-8")
        assert theirs.partition("\n\n")[2].strip() in ours


def test_the_compiler_has_nothing_to_say_of_a_course(course: BenchCourse) -> None:
    command = [sys.executable, "-m", "tiers_lieu_mooc", "check", "--strict"]
    environment = {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        command, cwd=course.folder, env=environment, capture_output=True, check=False
    )
    assert ran.returncode == 0
    assert (ran.stdout + ran.stderr).decode().strip() == "Aucun défaut trouvé."


def test_a_missed_bar_is_told_apart_from_a_met_one() -> None:
    rows = [Row("a", "1 s"), Row("b", "1 s", "≤ 2 s", True), Row("c", "3 s", "≤ 2 s", False)]
    lines = table(rows).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert ["met" in line for line in lines[2:]] == [False, True, False]
    assert "**missed**" in lines[4]


def test_what_sessions_came_to_is_read_from_their_last_line() -> None:
    told = (
        "1,200 sessions, 6,543 launches, 9,876 answers, "
        "3 sessions with losses in 2 s (1,080 a second)\n"
    )
    assert read(told) == Campaign(
        sessions=1_200, launches=6_543, answers=9_876, failed=3, pace=1_080
    )
    with pytest.raises(ValueError, match="no summary"):
        read("scripts/campaign --fast --seed 7\n")
