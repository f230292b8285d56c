"""Ctrl+C from the first moment on, and requests to end: the exit code, no word, nothing left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
PATIENCE_S = 60

COMMANDS = (
    ("tiers_lieu_mooc", "check"),
    ("tiers_lieu_mooc", "build", "--target", "web"),
    ("tiers_lieu_mooc", "preview", "--port", "0"),
    ("tiers_lieu_mooc", "new", "course", "autre"),
    ("tiers_lieu_mooc", "ids"),
    ("tiers_lieu_mooc", "compare", "ancien.zip"),
    ("tiers_lieu_mooc", "inspect", "ancien.zip"),
    ("tiers_lieu_mooc", "resultats", "rapport.csv", "cle.csv"),
    ("tiers_lieu_mooc", "--help"),
    ("scorm_export", "check", "ancien.zip"),
)


def a_course(root: Path) -> None:
    CourseBuilder(root, "essai").lesson("definir", "Un lieu.").write()


def ended(
    command: Sequence[str], folder: Path, loaded: str, number: signal.Signals
) -> tuple[int, str]:
    """Send a signal as soon as a program has loaded a module; give its code and its last words."""
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", *command],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Little more is loaded before what is printed of it is read.
        pipesize=4096,
        text=True,
        encoding="utf-8",
    )
    with process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if line.rpartition("|")[2].strip() == loaded:
                    process.send_signal(number)
                    break
            else:
                raise AssertionError(f"{loaded} was not loaded")
            rest = process.stderr.read()
            code = process.wait(PATIENCE_S)
        finally:
            process.kill()
    return code, "".join(each for each in rest.splitlines() if not each.startswith("import time:"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_interrupted_start_says_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    a_course(tmp_path)
    assert ended(command, tmp_path, "argparse", signal.SIGINT) == (130, "")


@pytest.mark.parametrize("loaded", ["tiers_lieu_mooc.cli.parser", "pydantic", "markdown_it"])
def test_an_interrupted_command_says_nothing(loaded: str, tmp_path: Path) -> None:
    a_course(tmp_path)
    assert ended(COMMANDS[1], tmp_path, loaded, signal.SIGINT) == (130, "")


def test_an_interrupted_preview_says_nothing(tmp_path: Path) -> None:
    a_course(tmp_path)
    assert ended(COMMANDS[2], tmp_path, "fastapi", signal.SIGINT) == (130, "")


_INTERRUPTING_ITSELF = """
import os, signal, sys
from tiers_lieu_mooc.__main__ import start
os.kill(os.getpid(), signal.SIGINT)
sys.argv[1:] = ["ids"]
sys.exit(start())
"""


def test_what_a_shell_runs_in_the_background_is_not_interrupted(tmp_path: Path) -> None:
    a_course(tmp_path)
    line = [
        "sh",
        "-c",
        "trap '' INT; exec \"$@\"",
        "sh",
        sys.executable,
        "-c",
        _INTERRUPTING_ITSELF,
    ]
    ran = subprocess.run(line, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_nothing_is_left_of_a_build_that_is_ended(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    course = CourseBuilder(tmp_path, "essai")
    for place in range(400):
        course.lesson(f"lecon-{place}", "Un lieu.")
    course.write()
    out = tmp_path / "dist"
    command = [sys.executable, "-m", "tiers_lieu_mooc", "build", "--target", "web"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE
    ) as process:
        limit = time.monotonic() + PATIENCE_S
        while not list(out.glob(".*")) and time.monotonic() < limit:
            assert process.poll() is None
        process.send_signal(number)
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(PATIENCE_S) == code
    assert b"Traceback" not in said
    assert list(out.glob(".*")) == []
