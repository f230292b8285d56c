"""What is shown after good, broken and impossible rebuilds."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic
from tests.tiers_lieu_mooc.preview_values import BROKEN, ODD, Oven, a_build, finding
from tiers_lieu_mooc.preview import Outcome, Workbench


def test_a_good_rebuild_replaces_everything(tmp_path: Path) -> None:
    oven = Oven(Outcome([a_build("a"), a_build("b")]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    oven.outcome = Outcome([a_build("b")], [finding(ODD)])
    shown = workbench.refresh()
    assert set(shown.builds) == {"b"}
    assert shown.stale == frozenset()
    assert [each.code for each in shown.findings] == ["text/odd"]


def test_a_broken_rebuild_keeps_the_last_good_package_and_shows_the_findings(
    tmp_path: Path,
) -> None:
    good = a_build("a")
    oven = Oven(Outcome([good, a_build("b")]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    other = a_build("b")
    oven.outcome = Outcome([other], [finding(BROKEN)])
    shown = workbench.refresh()
    assert shown.builds["a"] is good
    assert shown.builds["b"] is other
    assert shown.stale == {"a"}
    assert [each.code for each in shown.findings] == ["text/broken"]


def test_a_rebuild_that_crashes_is_told_and_traced(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def crash() -> Outcome:
        raise ZeroDivisionError

    oven = Oven(Outcome([a_build("a")]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    oven.outcome = crash
    shown = workbench.refresh()
    assert set(shown.builds) == {"a"}
    assert "erreur du programme" in shown.trouble
    assert "ZeroDivisionError" in caplog.text
    oven.outcome = Outcome([a_build("a")])
    assert workbench.refresh().trouble == ""


def test_a_folder_that_is_gone_is_told_without_a_rebuild(tmp_path: Path) -> None:
    oven = Oven(Outcome([a_build("a")]))
    workbench = Workbench(oven, [tmp_path / "courses"], tmp_path)
    shown = workbench.refresh()
    assert oven.rebuilds == 0
    assert "courses\u00a0» n’existe plus" in shown.trouble


def test_a_package_is_made_once_and_only_when_needed() -> None:
    made: list[int] = []

    def make() -> dict[str, bytes]:
        made.append(1)
        return {"index.html": b"x"}

    build = a_build()
    lazy = type(build)("k", "c", "", "web", make)
    assert made == []
    assert lazy.size_bytes > 0
    assert lazy.fingerprint
    assert lazy.files["index.html"] == b"x"
    assert made == [1]


def test_the_fingerprint_depends_on_names_and_bytes_only() -> None:
    one = a_build("a", files={"a": b"bc", "d": b""})
    assert one.fingerprint == a_build("b", files={"d": b"", "a": b"bc"}).fingerprint
    assert one.fingerprint != a_build(files={"ab": b"c", "d": b""}).fingerprint
    assert one.fingerprint != a_build(files={"a": b"b", "d": b"c"}).fingerprint


def test_findings_that_take_longer_keep_no_package_waiting(tmp_path: Path) -> None:
    old, new = a_build("a"), a_build("a")
    oven = Oven(Outcome([old], [], lambda: [finding(ODD)]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    assert workbench.look_closer()
    assert [each.code for each in workbench.shown.findings] == ["text/odd"]
    oven.outcome = Outcome([new], [], lambda: [finding(BROKEN)])
    shown = workbench.refresh()
    assert shown.builds["a"] is new
    assert [each.code for each in shown.findings] == ["text/odd"]
    assert workbench.look_closer()
    assert [each.code for each in workbench.shown.findings] == ["text/broken"]
    assert workbench.shown.builds["a"] is new
    assert not workbench.look_closer()


def test_a_closer_look_at_what_was_saved_again_is_dropped(tmp_path: Path) -> None:
    oven = Oven(Outcome([a_build("a")]))
    workbench = Workbench(oven, [], tmp_path)

    def save_meanwhile() -> list[Diagnostic]:
        oven.outcome = Outcome([a_build("a")], [finding(BROKEN)])
        workbench.refresh()
        return [finding(ODD)]

    oven.outcome = Outcome([a_build("a")], [], save_meanwhile)
    workbench.refresh()
    assert not workbench.look_closer()
    assert [each.code for each in workbench.shown.findings] == ["text/broken"]


def test_a_closer_look_that_crashes_is_traced(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def crash() -> list[Diagnostic]:
        raise ZeroDivisionError

    workbench = Workbench(Oven(Outcome([a_build("a")], [], crash)), [], tmp_path)
    workbench.refresh()
    assert not workbench.look_closer()
    assert "ZeroDivisionError" in caplog.text
