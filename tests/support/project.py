"""A project as someone has it who cloned it: its scripts, set up once, and courses of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Preview", "emptied", "environment", "previewed", "project_at"]

ROOT = Path(__file__).parents[2]
_SAME = (
    *("docs", "frontend.lock.json", "hatch_build.py", "package.json", "package-lock.json"),
    *("pyproject.toml", "requirements", "scorm_export", "scripts", "tiers_lieu_mooc"),
)
_PROGRAM = """\
#!{python}
import sys
from tiers_lieu_mooc.__main__ import start
sys.exit(start())
"""


def environment() -> dict[str, str]:
    """The shell of somebody who has set nothing."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TIERS_LIEU")}
    kept.pop("PYTHONPATH", None)
    return kept | {"PYTHONUTF8": "1", "TERM": "xterm"}


def project_at(folder: Path) -> Path:
    """Lay a project out whose environment is that of the tests, with what a set-up leaves in it."""
    folder.mkdir(parents=True)
    for name in _SAME:
        (folder / name).symlink_to(ROOT / name)
    (folder / "build").mkdir()
    (folder / "build" / "frontend").symlink_to(ROOT / "build" / "frontend")
    _environment_at(folder)
    return folder


def _environment_at(folder: Path) -> None:
    place = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    libraries = Path(sysconfig.get_path("purelib", vars={"base": str(place)}))
    paths = f"{folder}\n{sysconfig.get_path('purelib')}\n"
    (libraries / "project.pth").write_text(paths, encoding="utf-8")
    program = place / "bin" / "tiers-lieu"
    program.write_text(_PROGRAM.format(python=place / "bin" / "python"), encoding="utf-8")
    program.chmod(0o755)
    key = "cat requirements/run.txt pyproject.toml hatch_build.py frontend.lock.json | cksum"
    stamp = subprocess.run(key, shell=True, cwd=folder, check=True, capture_output=True).stdout
    (place / ".set-up-run").write_bytes(stamp)


@dataclass(frozen=True)
class Preview:
    """A preview that was started: its home page, and all that was printed until it was ready."""

    home: str
    said: str


def previewed(command: Sequence[str | Path], folder: Path) -> Preview:
    """Start a preview on a free port, open its first page, and stop it.

    Raises:
        AssertionError: when it ends by itself.
    """
    process = subprocess.Popen(
        [*command, "--port", "0"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    with process:
        assert process.stdout is not None
        said = ""
        try:
            for line in process.stdout:
                said += line
                found = re.search(r"http://\S+", line)
                if found:
                    with urllib.request.urlopen(found[0]) as answer:
                        return Preview(answer.read().decode(), said)
        finally:
            process.terminate()
    raise AssertionError(f"the preview did not start: {said}")


def emptied(root: Path, place: Path) -> Path:
    """Give a project without courses, whose courses and packages go to a folder of the test's."""
    for name in ("courses", "quizzes", "dist", "build/preview"):
        (place / name).mkdir(parents=True)
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(place / name)
    return root
