"""Starts and stops the preview as a program."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PATIENCE_S = 30


@dataclass(frozen=True)
class Running:
    """A preview that answers at ``address``, with a slash at its end."""

    address: str
    process: subprocess.Popen[str]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and give its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)


def start(folder: Path, cache: Path, port: int = 0) -> subprocess.Popen[str]:
    """Start the program; it may end by itself."""
    environment = os.environ | {"PYTHONPATH": str(HERE.parent.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, str(HERE / "preview_server.py"), str(folder), str(cache), str(port)]
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@contextlib.contextmanager
def running(folder: Path, cache: Path, port: int = 0) -> Iterator[Running]:
    """Run the preview while the block lasts."""
    with start(folder, cache, port) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            if not address:
                said = process.stderr.read() if process.stderr else ""
                raise AssertionError(f"the preview did not start: {said}")
            yield Running(address, process)
        finally:
            process.kill()


@contextlib.contextmanager
def running_course(root: Path, *options: str) -> Iterator[Running]:
    """Run ``tiers-lieu preview`` on the courses under ``root`` while the block lasts."""
    environment = os.environ | {"PYTHONPATH": str(HERE.parent.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tiers_lieu_mooc", "preview", "--port", "0", *options]
    with subprocess.Popen(
        command, cwd=root, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        try:
            said = process.stderr.readline()
            found = re.search(r"http://\S+", said)
            if not found:
                raise AssertionError(f"the preview did not start: {said}{process.stderr.read()}")
            yield Running(found[0], process)
        finally:
            process.kill()
