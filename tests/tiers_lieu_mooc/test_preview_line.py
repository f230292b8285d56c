"""The line between a package and the server, without waiting for it."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tiers_lieu_mooc.preview.line import BYTES_PER_S, LATENCY_S, Line

PAGE = b"<!DOCTYPE html><html lang=fr><head><title>Essai</title></head><body>" + b"a" * 20_000


def asked(
    cookie: str, path: str = "/paquet/essai/index.html"
) -> tuple[httpx.Response, list[float]]:
    """Ask for a file over a line; also gives the seconds that were waited for."""
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["path"].endswith(".html")
        media_type = "text/html; charset=utf-8" if is_page else "text/plain"
        await Response(PAGE, media_type=media_type)(scope, receive, send)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Line(served, note))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, headers={"Cookie": f"ligne={cookie}"})

    return asyncio.run(ask()), waited


def test_a_slow_line_brings_everything_late() -> None:
    answer, waited = asked("lente")
    assert answer.content == PAGE
    assert sum(waited) == pytest.approx(LATENCY_S + len(PAGE) / BYTES_PER_S)


def test_an_expired_session_answers_with_a_login_page() -> None:
    answer, _ = asked("expiree", "/paquet/essai/temoin.txt")
    assert answer.status_code == 200
    assert "reconnectez-vous" in answer.text


def test_a_cut_line_brings_nothing() -> None:
    assert asked("coupee")[0].status_code == 503


def test_blocked_storage_is_blocked_before_the_page_begins() -> None:
    answer, _ = asked("sans-stockage")
    start, _, rest = answer.content.partition(b"<script>")
    assert start == PAGE[: len(start)]
    assert rest.partition(b"</script>")[2] == PAGE[len(start) :]
    assert asked("sans-stockage", "/paquet/essai/app.js")[0].content == PAGE


def test_an_lms_puts_its_own_storage_where_it_is_asked_for() -> None:
    for cookie, scripts in (("normale", 1), ("sans-stockage", 2)):
        answer, _ = asked(cookie, "/paquet/essai/index.html?stockage=lms")
        assert answer.content.count(b"<script>") == scripts
        # Last, so that a device which blocks its own storage changes nothing.
        assert b"parent.lmsStorage" in answer.content.rpartition(b"<script>")[2]
    assert asked("normale", "/paquet/essai/app.js?stockage=lms")[0].content == PAGE
    assert asked("normale", "/lecteur/essai.html?stockage=lms")[0].content == PAGE


@pytest.mark.parametrize("cookie", ["normale", "refus", "perte", "", "../.."])
def test_a_line_that_only_the_simulated_lms_knows_changes_nothing(cookie: str) -> None:
    answer, waited = asked(cookie)
    assert answer.content == PAGE
    assert waited == []


@pytest.mark.parametrize("cookie", ["lente", "coupee", "expiree", "sans-stockage"])
def test_the_preview_itself_is_not_behind_the_line(cookie: str) -> None:
    for path in ("/", "/lecteur/essai.html", "/statique/lecteur.js", "/api/lancements"):
        assert asked(cookie, path)[0].content == PAGE, path
