"""Attempts: what one launch leaves to the next, whatever happens in between."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tiers_lieu_mooc.preview.attempts import Attempts, Commit, SessionTaken, UnknownAttempt

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


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_a_half_written_file_starts_anew(tmp_path: Path, cut: int) -> None:
    opened = Attempts(tmp_path).launch("essai")
    path = tmp_path / f"{opened.id}.json"
    path.write_bytes(path.read_bytes()[:cut])
    again = Attempts(tmp_path).launch("essai", opened.id)
    assert again.id != opened.id
    assert again.record == {}


def test_a_file_that_holds_another_attempt_is_not_trusted(tmp_path: Path) -> None:
    opened = Attempts(tmp_path).launch("essai")
    path = tmp_path / f"{opened.id}.json"
    content = json.loads(path.read_text("utf-8")) | {"id": "0" * 16}
    path.write_text(json.dumps(content), "utf-8")
    assert Attempts(tmp_path).find(opened.id) is None


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


def test_nothing_but_attempts_is_left_in_the_folder(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "cache")
    opened = [attempts.launch("essai") for _ in range(3)]
    names = {path.name for path in (tmp_path / "cache").iterdir()}
    assert names == {f"{each.id}.json" for each in opened}


def test_old_attempts_make_room(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    for _ in range(205):
        attempts.launch("essai")
    assert len(list(tmp_path.iterdir())) == 200
