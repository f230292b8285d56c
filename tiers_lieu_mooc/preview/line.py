"""The line between a package's page and the server: slow, cut, or in the hands of a login page.

Only what packages ask for goes through it. The browser's cookie says how it is; ``static/line.js``
writes it. What becomes of commits is the simulated LMS's business, in the page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PACKAGES = "/paquet/"

COOKIE = "ligne"

LATENCY_S = 0.4
BYTES_PER_S = 50_000
"""400 kbit/s and 400 ms, the weak line of ARCHITECTURE §4 and §8."""

_STEP_BYTES = 5_000

_LOGIN = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Connexion</title></head>
<body><h1>Connexion</h1><p>Votre session est terminée : reconnectez-vous.</p></body></html>
"""
"""What LMSs answer, with status 200, to whoever is not known any more."""

_NO_STORAGE = b"""<script>for (const name of ["localStorage", "sessionStorage", "indexedDB"])
Object.defineProperty(window, name, {get() { throw new DOMException("", "SecurityError"); }});
</script>"""

Sleep = Callable[[float], Awaitable[object]]


class Line:
    """Serves packages as the browser's line allows."""

    def __init__(self, app: ASGIApp, sleep: Sleep = asyncio.sleep) -> None:
        """Stand before ``app``; ``sleep`` waits so many seconds."""
        self._app = app
        self._sleep = sleep
        # One line for all that is asked at once, made in the loop that serves.
        self._turn: asyncio.Lock | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the application's place, or pass its answer on."""
        name = self._name_of(scope)
        if name == "coupee":
            await PlainTextResponse("Ligne coupée.\n", 503)(scope, receive, send)
        elif name == "expiree":
            await HTMLResponse(_LOGIN)(scope, receive, send)
        elif name == "lente":
            await self._app(scope, receive, self._slowed(send))
        elif name == "sans-stockage":
            await self._app(scope, receive, _without_storage(send))
        else:
            await self._app(scope, receive, send)

    def _name_of(self, scope: Scope) -> str:
        if scope["type"] != "http" or not scope["path"].startswith(PACKAGES):
            return ""
        return HTTPConnection(scope).cookies.get(COOKIE, "")

    def _slowed(self, send: Send) -> Send:
        async def slowly(message: Message) -> None:
            if message["type"] != "http.response.body":
                await self._sleep(LATENCY_S)
                await send(message)
                return
            body = message.get("body", b"")
            for start in range(0, len(body), _STEP_BYTES):
                step = body[start : start + _STEP_BYTES]
                await self._wait(len(step) / BYTES_PER_S)
                await send({"type": message["type"], "body": step, "more_body": True})
            await send({**message, "body": b""})

        return slowly

    async def _wait(self, seconds: float) -> None:
        if self._turn is None:
            self._turn = asyncio.Lock()
        async with self._turn:
            await self._sleep(seconds)


def _without_storage(send: Send) -> Send:
    """Put a script before the page's own that keeps it from this device's storage."""
    held: list[Message] = []

    async def changed(message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(scope=message).get("content-type", "")
            if kind.startswith("text/html"):
                held.append(message)
                return
        elif held:
            start = held.pop()
            body = message.get("body", b"").replace(b"<head>", b"<head>" + _NO_STORAGE, 1)
            MutableHeaders(scope=start)["content-length"] = str(len(body))
            await send(start)
            message = {**message, "body": body}
        await send(message)

    return changed
