"""The command line of the package checker."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import scorm_export
from scorm_export.__main__ import main
from scorm_export.standard import Standard
from scorm_export.writing import files_for
from tests.scorm_export.breaking import edit
from tests.scorm_export.package_values import SINGLE, broken, write


def test_a_good_package_ends_with_0_and_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "p.zip", files_for(SINGLE, Standard.SCORM_2004_4))
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr() == ("", "1 package, 0 findings\n")


def test_findings_are_printed_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = broken(edit('"sco"', '"SCO"'), Standard.SCORM_12)
    path = write(tmp_path / "p.zip", files)
    assert main(["check", str(path), str(tmp_path / "absent.zip")]) == 1
    printed, talk = capsys.readouterr()
    assert printed == (
        f'{path}:imsmanifest.xml:16: error: a resource cannot be "SCO" '
        "[manifest/scorm-type-value]\n    -> write sco or asset\n"
        f"{tmp_path}/absent.zip: error: there is no such file [archive/missing-file]\n"
        "    -> check the path\n"
    )
    assert talk == "2 packages, 2 findings\n"


def test_findings_can_be_read_by_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(b"")
    assert main(["check", "--format", "json", str(path)]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": path.as_posix(),
            "line": 0,
            "severity": "error",
            "code": "archive/empty-file",
            "message": "the file is empty",
            "mend": "build or download the package again",
        }
    ]


def test_information_alone_is_no_failure(tmp_path: Path) -> None:
    breaks = edit("2004 3rd Edition", "CAM 1.3")
    path = write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_2004_3))
    assert main(["check", str(path)]) == 0


def test_a_warning_is_no_failure_unless_strict(tmp_path: Path) -> None:
    breaks = edit("Un cours", "U" * 201)
    path = write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_12))
    assert main(["check", str(path)]) == 0
    assert main(["check", "--strict", str(path)]) == 1


def test_one_faulty_package_among_others_is_a_failure(tmp_path: Path) -> None:
    good = write(tmp_path / "a.zip", files_for(SINGLE, Standard.SCORM_12))
    bad = write(tmp_path / "b.zip", {"index.html": b""})
    assert main(["check", str(bad), str(good)]) == 1


@pytest.mark.parametrize("arguments", [[], ["check"], ["build", "x"], ["check", "--wrong", "x"]])
def test_misuse_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_the_checker_runs_as_a_program_whatever_the_encoding(tmp_path: Path) -> None:
    path = write(tmp_path / "p.zip", {"leçon.html": b"", **files_for(SINGLE, Standard.SCORM_12)})
    done = subprocess.run(
        [sys.executable, "-m", "scorm_export", "check", str(path)],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.returncode == 1
    assert b"p.zip:le\\xe7on.html: error:" in done.stdout


@pytest.fixture
def without_schemas(tmp_path: Path) -> Path:
    """Copy the program as it is before its schemas were brought in."""
    source = Path(scorm_export.__file__).parent
    ignored = shutil.ignore_patterns("scorm12", "scorm2004-*", "__pycache__")
    shutil.copytree(source, tmp_path / "scorm_export", ignore=ignored)
    return tmp_path


def test_without_schemas_the_checker_says_what_it_left_out(without_schemas: Path) -> None:
    path = write(without_schemas / "p.zip", files_for(SINGLE, Standard.SCORM_12))
    done = subprocess.run(
        [sys.executable, "-m", "scorm_export", "check", "p.zip"],
        capture_output=True,
        check=False,
        cwd=path.parent,
        text=True,
    )
    assert done.returncode == 0
    assert done.stdout == (
        "p.zip:imsmanifest.xml: info: the manifest was not checked against a schema, "
        "since the installation has none [schema/not-installed]\n"
        "    -> install again: pip install -e .\n"
    )


def test_without_schemas_nothing_is_written_and_the_cure_is_named(without_schemas: Path) -> None:
    program = (
        "from pathlib import Path\n"
        "from scorm_export import Asset, Item, Package, Standard, write_package\n"
        "package = Package('p', 'P', (Item('a', 'A', 'a.html'),), (Asset('a.html', b''),))\n"
        "write_package(package, Standard.SCORM_12, Path('p.zip'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        cwd=without_schemas,
        text=True,
    )
    assert done.returncode == 1
    assert "ControlDocumentsMissing: The control document" in done.stderr
    assert "pip install -e ." in done.stderr
    assert not (without_schemas / "p.zip").exists()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_reorders_a_line_stands_by_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["check", str(tmp_path / "a\u202egpj.zip"), "--format", form]) == 1
    said = capsys.readouterr().out
    assert "\u202e" not in said
    assert "a\\u202egpj.zip" in said
