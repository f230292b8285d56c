"""A server of somebody else's, on this machine and for a while."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "lms"
"""Holds an environment for each LMS and what it writes; nothing goes to the home folder."""

PATIENCE_S = 120
"""Kolibri takes ten seconds to start on an idle machine."""


def interpreter(name: str) -> Path:
    """Give the Python of an LMS's environment, which ``scripts/test lms`` makes."""
    found = FOLDER / name / "bin" / "python"
    assert found.exists(), f"{found} is not there: scripts/test lms installs it"
    return found


def empty_home(name: str) -> Path:
    """Give a folder in which an LMS begins anew."""
    home = FOLDER / "homes" / name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    return home


def free_ports(count: int) -> list[int]:
    """Give ports that nobody listens on, each another."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [each.getsockname()[1] for each in sockets]


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    # Kolibri is started three times, and takes half as long when what it imports is compiled.
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **settings}


def run(
    command: Sequence[str | Path], settings: Mapping[str, str], log: Path, *, told: str = ""
) -> None:
    """Run a command to its end.

    Args:
        settings: variables beside those of this process.
        log: what it says is added there.
        told: its standard input.
    """
    done = subprocess.run(
        command,
        env=_environment(settings),
        input=told,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    with log.open("a", encoding="utf-8") as kept:
        kept.write(done.stdout)
    assert done.returncode == 0, f"{command} failed: {done.stdout[-2000:]}"


@contextlib.contextmanager
def serving(
    command: Sequence[str | Path], settings: Mapping[str, str], log: Path, address: str
) -> Iterator[None]:
    """Run a server while the block lasts; it has started when ``address`` answers 200."""
    # Shells let what they run beside ignore one of them, and end it by the other.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    with log.open("a", encoding="utf-8") as kept:
        server = subprocess.Popen(
            command,
            env=_environment(settings),
            stdin=subprocess.DEVNULL,
            stdout=kept,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(server, address, log)
        yield
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        assert server.poll() is None, f"it stopped: {log.read_text('utf-8')[-2000:]}"
        # A first answer may take long, and one that is asked for meanwhile may come too early: the
        # workbench reads its scenarios then.
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(address, timeout=PATIENCE_S).close()
            return
        assert time.monotonic() < end, f"it did not start: {log.read_text('utf-8')[-2000:]}"
        time.sleep(0.1)
