"""Debian's Firefox ESR, under its own Marionette."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterable
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

_LISTENS = re.compile(r"Marionette\s+INFO\s+Listening on port (\d+)")


class Firefox(Engine):
    """A Firefox that shows nothing."""

    name = "firefox"

    def _start(self) -> Session:
        (self.folder / "user.js").write_text(_PREFERENCES, "utf-8")
        options = ["--headless", "--no-remote", "--marionette", "--profile", str(self.folder)]
        wire = _Marionette(_port_in(self._run(EXECUTABLE, *options)))
        wire("NewSession", capabilities={"alwaysMatch": {}})
        return Session(wire)


def _port_in(lines: Iterable[str]) -> int:
    said = []
    for line in lines:
        said.append(line)
        found = _LISTENS.search(line)
        if found:
            return int(found[1])
    raise AssertionError(f"Firefox did not start:\n{''.join(said)}")


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
