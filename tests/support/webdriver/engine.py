"""A browser as a set of processes: started when it is looked at, ended as by a power cut."""

from __future__ import annotations

import os
import signal
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path
from typing import IO, ClassVar

from tests.support.webdriver.session import Session


class Engine(ABC):
    """A browser with a folder of its own, in which its next start finds what this one kept.

    Attributes:
        name: for the names of tests.
    """

    name: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._processes: list[subprocess.Popen[str]] = []
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
            process.communicate()
        self._processes.clear()
        if self._session is not None:
            self._session.close()
        self._session = None

    @abstractmethod
    def _start(self) -> Session:
        """Start it with ``_run``."""

    def _run(self, *command: str, **settings: str) -> IO[str]:
        """Start a program at the head of a group, with which all that it starts can be ended.

        Args:
            settings: variables of its environment, besides those of this process.

        Returns:
            What it says.
        """
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"HOME": str(self.folder)} | settings,
            start_new_session=True,
        )
        self._processes.append(process)
        assert process.stdout is not None
        return process.stdout
