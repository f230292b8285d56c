"""Attempts: what one launch leaves to the next, whatever happens in between."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tiers_lieu_mooc.preview.attempts import (
    Attempt,
    Attempts,
    Commit,
    LastWord,
    SessionTaken,
    UnknownAttempt,
)
from tiers_lieu_mooc.preview.store import FILE, Store

STATUS = "cmi.core.lesson_status"


def test_a_commit_survives_the_end_of_the_program(tmp_path: Path) -> None:
    first = Attempts(tmp_path)
    opened = first.launch("essai")
    values = {STATUS: "incomplete", "cmi.suspend_data": "Été"}
    first.commit(opened.id, Commit(session=opened.session, sequence=1, values=values))
    again = Attempts(tmp_path).launch("essai", opened.id)
    assert again.id == opened.id
    assert again.record == values
    assert again.launches == 2
    assert again.session != opened.session


def test_commits_join_and_a_whole_one_replaces(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    opened = attempts.launch("essai")

    def commit(sequence: int, values: dict[str, str], *, is_whole: bool = False) -> dict[str, str]:
        message = Commit(
            session=opened.session, sequence=sequence, values=values, is_whole=is_whole
        )
        return attempts.commit(opened.id, message).record

    assert commit(1, {"a": "1", "b": "1"}) == {"a": "1", "b": "1"}
    assert commit(2, {"b": "2"}) == {"a": "1", "b": "2"}
    assert commit(3, {"c": "3"}, is_whole=True) == {"c": "3"}


def test_a_commit_that_comes_late_changes_nothing(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    opened = attempts.launch("essai")
    attempts.commit(opened.id, Commit(session=opened.session, sequence=2, values={"a": "new"}))
    late = Commit(session=opened.session, sequence=1, values={"a": "old"}, is_whole=True)
    assert attempts.commit(opened.id, late).record == {"a": "new"}


def test_the_newest_launch_owns_the_attempt(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    first = attempts.launch("essai")
    second = attempts.launch("essai", first.id)
    with pytest.raises(SessionTaken):
        attempts.commit(first.id, Commit(session=first.session, sequence=1, values={"a": "1"}))
    attempts.commit(second.id, Commit(session=second.session, sequence=1, values={"a": "2"}))
    assert Attempts(tmp_path).launch("essai", first.id).record == {"a": "2"}


def test_where_an_lms_lets_two_sessions_write_the_last_one_wins(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    first = attempts.launch("essai")

    def commit(session: str, sequence: int, *, is_whole: bool = False, **values: str) -> None:
        message = Commit(session=session, sequence=sequence, values=values, is_whole=is_whole)
        attempts.commit(first.id, message)

    commit(first.session, 1, state="1", row="1")
    second = attempts.launch("essai", first.id, is_shared=True)
    commit(second.session, 1, state="2", other="2")
    commit(first.session, 2, state="3")
    commit(first.session, 1, state="late")
    found = attempts.find(first.id)
    assert found is not None
    assert found.record == {"state": "3", "row": "1", "other": "2"}
    commit(first.session, 3, is_whole=True, state="4")
    assert Attempts(tmp_path).launch("essai", first.id).record == {"state": "4"}
    for session in (first.session, second.session):
        with pytest.raises(SessionTaken):
            commit(session, 9, state="9")


def test_of_many_sessions_the_oldest_is_forgotten(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    first = attempts.launch("essai")
    for _ in range(9):
        attempts.launch("essai", first.id, is_shared=True)
    with pytest.raises(SessionTaken):
        attempts.commit(first.id, Commit(session=first.session, sequence=1, values={}))


ENDLESS_S = 600.0
"""Longer than a test may last."""


def test_a_launch_waits_for_the_last_word_of_the_session_before(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path, ENDLESS_S)
    first = attempts.launch("essai")
    after = LastWord(launches=1, sequence=2)
    with ThreadPoolExecutor(1) as pool:
        launched = pool.submit(attempts.launch, "essai", first.id, after)
        for sequence in (1, 2):
            values = {f"word {sequence}": "kept"}
            commit = Commit(session=first.session, sequence=sequence, values=values)
            attempts.commit(first.id, commit)
        assert launched.result().record == {"word 1": "kept", "word 2": "kept"}


@pytest.mark.parametrize(
    "after",
    [
        LastWord(launches=2, sequence=1),
        LastWord(launches=1, sequence=9),
        LastWord(launches=7, sequence=9),
    ],
)
def test_a_launch_does_not_wait_for_what_came_or_would_be_refused(
    tmp_path: Path, after: LastWord
) -> None:
    attempts = Attempts(tmp_path, ENDLESS_S)
    first = attempts.launch("essai")
    second = attempts.launch("essai", first.id)
    attempts.commit(first.id, Commit(session=second.session, sequence=1, values={"a": "1"}))
    assert attempts.launch("essai", first.id, after).record == {"a": "1"}
    assert attempts.launch("essai", "0" * 16, after).record == {}


def test_a_last_word_that_never_comes_costs_one_wait_and_no_launch(tmp_path: Path) -> None:
    first = Attempts(tmp_path).launch("essai")
    lost = LastWord(launches=1, sequence=1)
    second = Attempts(tmp_path, 0.01).launch("essai", first.id, lost)
    assert (second.id, second.launches) == (first.id, 2)
    assert Attempts(tmp_path, ENDLESS_S).launch("essai", first.id, lost).launches == 3


def test_an_attempt_of_another_package_is_left_alone(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    first = attempts.launch("essai")
    other = attempts.launch("autre", first.id)
    assert other.id != first.id
    assert attempts.find(first.id) == first


@pytest.mark.parametrize("name", ["", "../../etc", "0123456789abcdeg", "0" * 17, "é" * 16])
def test_names_that_are_none_are_unknown(tmp_path: Path, name: str) -> None:
    attempts = Attempts(tmp_path)
    with pytest.raises(UnknownAttempt):
        attempts.commit(name, Commit(session="s", sequence=1, values={}))
    assert attempts.launch("essai", name).record == {}


@pytest.fixture
def kept(tmp_path: Path) -> Attempt:
    """An attempt that a preview which has ended left in ``tmp_path``."""
    attempts = Attempts(tmp_path)
    opened = attempts.launch("essai")
    values = {f"cmi.interactions.{row}.id": "q" * 200 for row in range(200)}
    found = attempts.commit(opened.id, Commit(session=opened.session, sequence=1, values=values))
    attempts.close()
    return found


@pytest.mark.parametrize("share", [0.5, 0.1, 0.01])
def test_a_file_that_was_cut_is_set_aside_and_told(
    tmp_path: Path, kept: Attempt, caplog: pytest.LogCaptureFixture, share: float
) -> None:
    path = tmp_path / FILE
    cut = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(cut)
    attempts = Attempts(tmp_path)
    again = attempts.launch("essai", kept.id)
    assert again.record == {}
    commit = Commit(session=again.session, sequence=1, values={"a": "1"})
    assert attempts.commit(again.id, commit).record == {"a": "1"}
    assert attempts.trouble == ""
    aside = [each for each in tmp_path.iterdir() if ".abime-" in each.name]
    assert [each.read_bytes() for each in aside] == [cut]
    assert f"mis de côté sous « {aside[0]} »" in caplog.text
    attempts.close()
    assert Attempts(tmp_path).launch("essai", again.id).record == {"a": "1"}


@pytest.mark.parametrize("content", [b"{}", b"SQLite format 3\0" + bytes(5_000), b"\xff" * 9_000])
def test_a_file_that_is_something_else_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    opened = Attempts(tmp_path).launch("essai")
    assert Attempts(tmp_path).find(opened.id) == opened


def test_an_attempt_that_cannot_be_read_starts_anew(tmp_path: Path, kept: Attempt) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as disk, disk:
        disk.execute("UPDATE attempt SET content = substr(content, 1, 100)")
    again = Attempts(tmp_path).launch("essai", kept.id)
    assert again.id != kept.id
    assert again.record == {}


def test_an_attempt_under_the_name_of_another_is_not_trusted(tmp_path: Path, kept: Attempt) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as disk, disk:
        disk.execute("UPDATE attempt SET id = ?", ("0" * 16,))
    assert Attempts(tmp_path).find("0" * 16) is None


def test_two_previews_share_the_attempts(tmp_path: Path) -> None:
    one, other = Attempts(tmp_path), Attempts(tmp_path)
    first = one.launch("essai")
    second = other.launch("essai", first.id)
    assert second.launches == 2
    with pytest.raises(SessionTaken):
        one.commit(first.id, Commit(session=first.session, sequence=1, values={"a": "1"}))
    other.commit(first.id, Commit(session=second.session, sequence=1, values={"a": "2"}))
    found = one.find(first.id)
    assert found is not None
    assert found.record == {"a": "2"}


def test_where_nothing_can_be_written_attempts_live_in_memory(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    attempts = Attempts(tmp_path / "cache")
    opened = attempts.launch("essai")
    attempts.commit(opened.id, Commit(session=opened.session, sequence=1, values={"a": "1"}))
    assert attempts.launch("essai", opened.id).record == {"a": "1"}
    assert "ne peuvent plus être écrites" in attempts.trouble
    # Once there is room again, everything goes to the disk.
    (tmp_path / "cache").unlink()
    attempts.launch("essai")
    assert attempts.trouble == ""
    assert Attempts(tmp_path / "cache").launch("essai", opened.id).record == {"a": "1"}


def test_a_folder_that_is_emptied_while_it_is_used_loses_nothing(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "cache")
    opened = attempts.launch("essai")
    shutil.rmtree(tmp_path / "cache")
    attempts.commit(opened.id, Commit(session=opened.session, sequence=1, values={"a": "1"}))
    assert Attempts(tmp_path / "cache").launch("essai", opened.id).record == {"a": "1"}


def _by_a_move(other: Path, mine: Path) -> None:
    (other / FILE).replace(mine / FILE)


def _by_a_copy(other: Path, mine: Path) -> None:
    (mine / FILE).write_bytes((other / FILE).read_bytes())


def _by_a_folder(other: Path, mine: Path) -> None:
    shutil.rmtree(mine)
    other.replace(mine)


def _by_a_move_away(other: Path, mine: Path) -> None:
    (mine / FILE).replace(other / "ancien.sqlite")


@pytest.mark.parametrize("replace", [_by_a_move, _by_a_copy, _by_a_folder, _by_a_move_away])
def test_what_is_answered_yes_is_in_the_file_that_is_there(
    tmp_path: Path, replace: Callable[[Path, Path], None]
) -> None:
    attempts, others = Attempts(tmp_path / "cache"), Attempts(tmp_path / "other")
    opened = attempts.launch("essai")
    attempts.commit(opened.id, Commit(session=opened.session, sequence=1, values={"a": "1"}))
    shutil.copytree(tmp_path / "cache", tmp_path / "other")
    other = others.launch("essai")
    others.close()
    replace(tmp_path / "other", tmp_path / "cache")
    attempts.commit(opened.id, Commit(session=opened.session, sequence=2, values={"b": "2"}))
    assert attempts.trouble == ""
    again = Attempts(tmp_path / "cache")
    found = again.find(opened.id)
    assert found is not None
    assert found.record == {"a": "1", "b": "2"}
    assert (again.find(other.id) is None) == (replace is _by_a_move_away)


def test_a_file_that_went_in_the_middle_of_a_change_is_written_anew(tmp_path: Path) -> None:
    store = Store(tmp_path, 10)
    store.change("one", lambda _: "1")
    gone = [tmp_path / FILE]

    def step(text: str | None) -> str:
        while gone:
            gone.pop().unlink()
        return f"{text}2"

    store.change("one", step)
    assert store.trouble == ""
    assert Store(tmp_path, 10).find("one") == "12"


def test_only_who_runs_the_preview_reads_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE).touch(mode=0o644)
    Attempts(tmp_path).launch("essai")
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_commits_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    opened = attempts.launch("essai")

    def commit(sequence: int) -> None:
        values = {f"cmi.interactions.{row}.id": "q" * 200 for row in range(sequence)}
        message = Commit(session=opened.session, sequence=sequence, values=values, is_whole=True)
        attempts.commit(opened.id, message)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(commit, range(1, 60)))
    found = Attempts(tmp_path).find(opened.id)
    assert found is not None
    assert found.sequence == 59
    assert len(found.record) == 59


def test_git_sees_nothing_of_the_folder(tmp_path: Path) -> None:
    Attempts(tmp_path / "cache").launch("essai")
    assert (tmp_path / "cache/.gitignore").read_text("utf-8") == "*\n"


def test_old_attempts_make_room(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    opened = [attempts.launch("essai").id for _ in range(205)]
    assert [attempts.find(name) is None for name in opened] == [True] * 5 + [False] * 200
