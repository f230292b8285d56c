"""Debian's WebKitGTK, under its WebDriver, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import socket
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.support.webdriver.engine import Engine
from tests.support.webdriver.session import ELEMENT, PATIENCE_S, RefusedError, Session

_WINDOW = Path(__file__).with_name("webkit_window.py")

_WAYS = {
    "NewSession": "",
    "SetTimeouts": "/timeouts",
    "Navigate": "/url",
    "Back": "/back",
    "Refresh": "/refresh",
    "SwitchToFrame": "/frame",
    "ElementClick": "/element/{id}/click",
    "ElementClear": "/element/{id}/clear",
    "ElementSendKeys": "/element/{id}/value",
    "ExecuteScript": "/execute/sync",
    "ExecuteAsyncScript": "/execute/async",
}
"""Where each command is posted to: W3C WebDriver, § 6.5."""


class WebKit(Engine):
    """A window of WebKitGTK on a screen of its own."""

    name = "webkit"

    def _start(self) -> Session:
        port = _free_port()
        self._run(
            "WebKitWebDriver",
            f"--port={port}",
            DISPLAY=self._open_screen(),
            GDK_BACKEND="x11",
            # Neither graphics card nor desktop is needed, nor asked for.
            LIBGL_ALWAYS_SOFTWARE="1",
            NO_AT_BRIDGE="1",
            GSETTINGS_BACKEND="memory",
        )
        self._await(lambda: _answers(port))
        wire = _Http(port)
        options = {"binary": str(_WINDOW), "args": [str(self.folder)]}
        answer = wire("NewSession", capabilities={"alwaysMatch": {_OPTIONS: options}})
        wire.session = answer["sessionId"]
        return Session(wire)

    def _open_screen(self) -> str:
        # The server writes the number of a screen that was free.
        ear, mouth = os.pipe()
        options = ["-displayfd", str(mouth), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self._run("Xvfb", *options, heard=[mouth])
        os.close(mouth)
        with os.fdopen(ear, encoding="ascii") as told:
            return f":{told.readline().strip()}"


_OPTIONS = "webkitgtk:browserOptions"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as chosen:
        port: int = chosen.getsockname()[1]
        return port


def _answers(port: int) -> bool | None:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return None
    return True


class _Http:
    """Posts commands to a driver."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S * 2)
        self.session = ""

    def __call__(self, command: str, **values: Any) -> Any:
        if "element" in values:
            values = {"id": {ELEMENT: values["element"]}}
        path = f"/session/{self.session}".rstrip("/") + _WAYS[command].format_map(values)
        self._connection.request("POST", path, json.dumps(values))
        answer = json.loads(self._connection.getresponse().read())["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise RefusedError(answer["error"], answer["message"])
        return answer

    def close(self) -> None:
        """Hang up."""
        self._connection.close()
