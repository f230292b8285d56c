"""News of the packages, as server-sent events: pages reload themselves when a source is saved."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from scorm_export.diagnostic import Severity
from tiers_lieu_mooc.preview.watching import Bell
from tiers_lieu_mooc.preview.workbench import Shown, Workbench

_ALIVE_S = 15
"""A stream that stays silent longer is taken for dead by some browsers and proxies."""


class News(BaseModel):
    """What a page compares to know whether it is up to date.

    Attributes:
        fingerprint: of the package asked about, or of all that is shown.
        stale: whether the last rebuild gave no newer package because of an error.
    """

    fingerprint: str
    stale: bool
    errors: int
    warnings: int
    trouble: str


def events_router(workbench: Workbench, bell: Bell) -> APIRouter:
    """Make the route of the news."""
    router = APIRouter(prefix="/api", tags=["Nouvelles"])

    @router.get("/nouvelles", response_class=StreamingResponse)
    async def news(paquet: str = "") -> StreamingResponse:
        """Tell what is shown now, then every change, of one package or of all."""
        return StreamingResponse(_stream(workbench, bell, paquet), media_type="text/event-stream")

    return router


async def _stream(workbench: Workbench, bell: Bell, key: str) -> AsyncIterator[str]:
    told: News | None = None
    yield "retry: 1000\n\n"
    while not bell.is_closed:
        ticket = bell.ticket()
        news = await asyncio.to_thread(news_of, workbench.shown, key)
        if news != told:
            told = news
            yield f"data: {news.model_dump_json()}\n\n"
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ticket.wait(), _ALIVE_S)
            continue
        yield ": rien de neuf\n\n"


def news_of(shown: Shown, key: str) -> News:
    """Sum up what is shown of one package, or of all when ``key`` is empty."""
    severities = [finding.severity for finding in shown.findings]
    return News(
        fingerprint=_fingerprint(shown, key),
        stale=key in shown.stale if key else bool(shown.stale),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        trouble=shown.trouble,
    )


def _fingerprint(shown: Shown, key: str) -> str:
    # The files of packages that nobody opened are not made for the sake of their fingerprint.
    if not key:
        return shown.token
    build = shown.builds.get(key)
    return "" if build is None else build.fingerprint
