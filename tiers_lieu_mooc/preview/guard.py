"""What every request must satisfy and every answer carries: the preview is for one machine."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WRITE_HEADER = "X-Apercu"
"""A header that a form or a link of a foreign page cannot send, demanded of every write."""

MOST_BYTES = 1_000_000
"""Longest body that is read."""

_HOST = re.compile(
    r"(?:\[(?P<bracketed>[0-9a-f:.]+)\]|(?P<plain>[a-z0-9._-]+))(?::[0-9]{1,5})?", re.IGNORECASE
)
"""A Host header (RFC 9110 § 7.2): a name or an address, and a port; no user, no path."""

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""For the preview's own pages: files of its own, nothing inline, no other host."""


def package_policy(origin: str, key: str) -> str:
    """Let a package use its own files, inline parts included, and nothing else.

    It can ask nothing of the preview's routes nor of any other host. There is no sandbox: a content
    looks for its LMS by script in the page around it, and a sandbox that allows scripts and the
    same origin keeps nothing in, as browsers themselves warn at every launch.
    """
    own = f"{origin}/paquet/{key}/"
    return (
        f"default-src {own} 'unsafe-inline' data: blob:; object-src 'none'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors 'self'"
    )


def origin_of(headers: Headers) -> str:
    """Give the preview's own origin, as the browser that asks names it."""
    return f"http://{headers.get('host', '')}"


class Guard:
    """Refuses foreign hosts and origins, and adds the headers that keep pages to themselves.

    The host is checked since a foreign name that resolves to this machine (DNS rebinding) would
    make a foreign page one of ours; the origin, since any page may send requests to this machine.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        """Guard ``app``, which is bound to ``host``."""
        self._app = app
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in place of the application, or let it answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not is_own_host(hosts[0], self._host):
            refusal: Response = PlainTextResponse("Hôte refusé.\n", 400)
        elif origins not in ([], [origin_of(headers)]):
            refusal = PlainTextResponse("Origine refusée.\n", 403)
        else:
            bounded = _bounded(receive, headers.get("content-length", ""))
            await self._app(scope, bounded, _with_headers(send))
            return
        await refusal(scope, receive, send)


def is_own_host(header: str, bound: str) -> bool:
    """Tell whether a Host header names this server.

    Bound to a loopback address, only its names count. Bound to the network, any address does,
    since addresses cannot be rebound; other names only when they are the one it is bound to.
    """
    read = _HOST.fullmatch(header)
    if read is None:
        return False
    name = (read["plain"] or "").lower()
    if name in {"localhost", bound.lower()}:
        return True
    address, own = _address(name or read["bracketed"]), _address(bound)
    if address is None or (address.version == 4) is not bool(name):
        return False
    return address.is_loopback or (own is not None and not own.is_loopback)


def is_loopback(host: str) -> bool:
    """Tell whether a name or address is this machine's alone."""
    address = _address(host)
    return host == "localhost" if address is None else address.is_loopback


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _bounded(receive: Receive, announced: str) -> Receive:
    """Let so much of a body be read; what reads more of it answers 413."""
    is_too_long = announced.isdecimal() and int(announced[:20]) > MOST_BYTES
    received = 0

    async def receive_bounded() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if message["type"] == "http.request" and (is_too_long or received > MOST_BYTES):
            raise HTTPException(413, "Envoi trop long.")
        return message

    return receive_bounded


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", PAGE_POLICY)
            headers.setdefault("Cache-Control", "no-store")
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "same-origin"
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
        await send(message)

    return send_with_headers
