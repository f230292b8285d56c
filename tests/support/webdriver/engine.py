"""A browser as a set of processes: started when it is looked at, ended as by a power cut."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

from tests.support.webdriver.session import PATIENCE_S, Session

Found = TypeVar("Found")


class Engine(ABC):
    """A browser with a folder of its own, in which its next start finds what this one kept.

    Attributes:
        name: for the names of tests.
    """

    name: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """Its window; it is started when it does not run."""
        if self._session is None:
            self._session = self._start()
        return self._session

    def kill(self) -> None:
        """End it: neither the page nor the browser hears of it."""
        for process in reversed(self._processes):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._processes.clear()
        if self._session is not None:
            self._session.close()
        self._session = None

    @abstractmethod
    def _start(self) -> Session:
        """Start it with ``_run``."""

    def _run(self, *command: str, heard: Sequence[int] = (), **settings: str) -> None:
        """Start a program at the head of a group, with which all that it starts can be ended.

        What it says goes to a file: a pipe that nobody reads any more would stop it when full.

        Args:
            heard: files that it may write to, besides.
            settings: variables of its environment, besides those of this process.
        """
        with (self.folder / "said.txt").open("ab") as said:
            process = subprocess.Popen(
                command,
                stdout=said,
                stderr=said,
                pass_fds=heard,
                env=os.environ | {"HOME": str(self.folder)} | settings,
                start_new_session=True,
            )
        self._processes.append(process)

    def _await(self, look: Callable[[], Found | None]) -> Found:
        """Look again and again until something is found.

        Raises:
            AssertionError: when it was not found for too long; it tells what the programs said.
        """
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            found = look()
            if found is not None:
                return found
            # Programs that are not ours tell nobody when their port or their window is there.
            time.sleep(0.02)
        said = (self.folder / "said.txt").read_text("utf-8", "replace")
        raise AssertionError(f"{self.name} did not start:\n{said}")
