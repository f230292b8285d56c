"""``HEAD`` wherever there is ``GET``: the same status and headers, without the content."""

from __future__ import annotations

import asyncio
import contextlib

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks the application for the whole answer, and passes on its head.

    FastAPI's routes answer 405 to ``HEAD``, and a route for both would stand twice in the
    description of the routes. Source: RFC 9110 § 9.1, by which every server has both.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer, to its end or to the end of the head."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        is_told = asyncio.Event()

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b""})
                is_told.set()

        whole = asyncio.ensure_future(self._app({**scope, "method": "GET"}, receive, send_head))
        told = asyncio.ensure_future(is_told.wait())
        await asyncio.wait({whole, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if is_told.is_set():
            # A stream of news never ends by itself.
            whole.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await whole
