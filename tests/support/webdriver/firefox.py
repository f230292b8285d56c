"""Debian's Firefox ESR, under its own Marionette."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

from tests.support.webdriver.engine import Engine
from tests.support.webdriver.session import PATIENCE_S, RefusedError, Session

EXECUTABLE = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
"""Set by ``scripts/test`` to whatever Firefox it found."""

_PREFERENCES = """
// Any port that is free.
user_pref("marionette.port", 0);
// Marionette listens to "unload" in the pages that it looks at, and a page that does is not brought
// back as it was left. The pages of packages do not.
user_pref("docshell.shistory.bfcache.allow_unload_listeners", true);
"""


class Firefox(Engine):
    """A Firefox that shows nothing."""

    name = "firefox"

    def _start(self) -> Session:
        (self.folder / "user.js").write_text(_PREFERENCES, "utf-8")
        told = self.folder / "MarionetteActivePort"
        told.unlink(missing_ok=True)
        self._run(
            EXECUTABLE, "--headless", "--no-remote", "--marionette", "--profile", str(self.folder)
        )
        wire = _Marionette(self._await(lambda: _number_in(told)))
        wire("NewSession", capabilities={"alwaysMatch": {}})
        return Session(wire)


def _number_in(file: Path) -> int | None:
    text = file.read_text("ascii") if file.exists() else ""
    return int(text) if text else None


class _Marionette:
    """Sends JSON, each message after its length in bytes and a colon, as Firefox's manual says."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S * 2)
        self._answers = self._socket.makefile("rb")
        self._last = 0
        self._read()

    def __call__(self, command: str, **values: Any) -> Any:
        self._last += 1
        message = json.dumps([0, self._last, f"WebDriver:{command}", values]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, fault, result = self._read()
        if fault:
            raise RefusedError(fault["error"], fault["message"])
        return result.get("value", result)

    def close(self) -> None:
        """Hang up."""
        self._answers.close()
        self._socket.close()

    def _read(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            letter = self._answers.read(1)
            if not letter:
                raise RefusedError("invalid session id", "the browser is gone")
            size += letter
        return json.loads(self._answers.read(int(size[:-1])))
