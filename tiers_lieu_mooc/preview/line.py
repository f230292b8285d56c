"""The line between a package's page and the server: slow, cut, or in the hands of a login page.

Only what packages ask for goes through it, and a page may be given another storage on its way. The
browser's cookie says how the line is; ``static/line.js`` writes it. What becomes of commits is the
simulated LMS's business, in the page.
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

OWN_STORAGE = b"stockage=lms"
"""Asks for the LMS's storage in place of the browser's: ``static/shipped.js``."""

_OWN_STORAGE = b"""<script>
if (parent.lmsStorage) Object.defineProperty(window, "localStorage", {value: parent.lmsStorage});
</script>"""

_NO_STORAGE = b"""<script>for (const name of ["localStorage", "sessionStorage", "indexedDB"])
Object.defineProperty(window, name, {configurable: true, get() {
  throw new DOMException("", "SecurityError");
}});
</script>"""
"""All three, as where a browser refuses cookies: BROWSERS-OBSERVED.md, storage."""

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
        if scripts := _scripts_for(scope, name):
            send = _with_script(send, scripts)
        if name == "coupee":
            await PlainTextResponse("Ligne coupée.\n", 503)(scope, receive, send)
        elif name == "expiree":
            await HTMLResponse(_LOGIN)(scope, receive, send)
        elif name == "lente":
            await self._app(scope, receive, self._slowed(send))
        else:
            await self._app(scope, receive, send)

    def _name_of(self, scope: Scope) -> str:
        if not _is_of_package(scope):
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


def _is_of_package(scope: Scope) -> bool:
    return scope["type"] == "http" and str(scope["path"]).startswith(PACKAGES)


def _scripts_for(scope: Scope, name: str) -> bytes:
    """Give what a page of a package runs first: an LMS's own storage is there on any device."""
    blocking = _NO_STORAGE if name == "sans-stockage" else b""
    if not _is_of_package(scope) or OWN_STORAGE not in scope["query_string"].split(b"&"):
        return blocking
    return blocking + _OWN_STORAGE


def _with_script(send: Send, script: bytes) -> Send:
    """Put a script before the page's own, which changes what storage it meets."""
    held: list[Message] = []

    async def changed(message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(scope=message).get("content-type", "")
            if kind.startswith("text/html"):
                held.append(message)
                return
        elif held:
            start = held.pop()
            body = message.get("body", b"").replace(b"<head>", b"<head>" + script, 1)
            MutableHeaders(scope=start)["content-length"] = str(len(body))
            await send(start)
            message = {**message, "body": body}
        await send(message)

    return changed
