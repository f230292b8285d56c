"""The preview on the network: only for those who were given the whole link."""

from __future__ import annotations

import asyncio
import secrets
import socket
from urllib.parse import parse_qsl, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tiers_lieu_mooc.preview.templating import page

PARAMETER = "cle"
COOKIE = "apercu-cle"

_WRONG_S = 1.0
"""How long each wrong key takes; one after the other, whoever sends them."""

_MOST_WAITING = 20

_STYLE = "/statique/apercu.css"
"""The one file that the page of those who are not let in needs."""


class Door:
    """Lets in who shows the key: once in the link, from then on in a cookie.

    The key is 128 random bits, new at each start: guessing it would take longer than any preview
    lasts, even without the wait. It leaves the address at once, so that it stands in no history,
    no screenshot and no ``Referer``; scripts cannot read the cookie, and other sites send it with
    links at most.
    """

    def __init__(self, app: ASGIApp, key: str) -> None:
        """Stand before ``app``."""
        self._app = app
        self._key = key.encode()
        self._waiting = 0
        # Made in the loop that serves.
        self._turn: asyncio.Lock | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in place of the application, or let it answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = parse_qsl(scope["query_string"].decode("latin-1"))
        in_link = next((value for name, value in asked if name == PARAMETER), None)
        shown = HTTPConnection(scope).cookies.get(COOKIE) if in_link is None else in_link
        is_known = shown is not None and self._is_key(shown)
        if scope["path"] == _STYLE or (is_known and in_link is None):
            await self._app(scope, receive, send)
            return
        if in_link is not None and is_known:
            response: Response = _welcome(scope["path"], asked, in_link)
        else:
            response = await self._refused(is_wrong=shown is not None)
        await response(scope, receive, send)

    def _is_key(self, shown: str) -> bool:
        return secrets.compare_digest(shown.encode("utf-8", "replace"), self._key)

    async def _refused(self, *, is_wrong: bool) -> Response:
        if self._waiting >= _MOST_WAITING:
            return PlainTextResponse("Trop d’essais : réessayez plus tard.\n", 429)
        if is_wrong:
            await self._wait()
        return page("key.html.j2", {}, 403)

    async def _wait(self) -> None:
        if self._turn is None:
            self._turn = asyncio.Lock()
        self._waiting += 1
        try:
            async with self._turn:
                await asyncio.sleep(_WRONG_S)
        finally:
            self._waiting -= 1


def _welcome(path: str, asked: list[tuple[str, str]], key: str) -> Response:
    rest = urlencode([each for each in asked if each[0] != PARAMETER])
    # One slash: with two, the browser would take the rest for another host.
    address = "/" + path.lstrip("/\\") + (f"?{rest}" if rest else "")
    response = RedirectResponse(address, 303)
    response.set_cookie(COOKIE, key, httponly=True, samesite="lax")
    return response


def new_key() -> str:
    """Draw a key of 128 bits, in characters that every link carries."""
    return secrets.token_urlsafe(16)


def own_address() -> str:
    """Guess the address of this machine on its network; the loopback when it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: the system only says from where it would be.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
