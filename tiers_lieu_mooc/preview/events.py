"""News of the packages, as server-sent events: open pages follow what is saved."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from scorm_export.diagnostic import Severity
from tiers_lieu_mooc.preview.attempts import Attempts
from tiers_lieu_mooc.preview.patching import Edition, Section, changes
from tiers_lieu_mooc.preview.watching import Bell
from tiers_lieu_mooc.preview.workbench import Shown, Workbench

_ALIVE_S = 15
"""A stream that stays silent longer is taken for dead by some browsers and proxies."""


class News(BaseModel):
    """What a page compares to know whether it is up to date.

    Attributes:
        fingerprint: of the package asked about, or of all that is shown; "" for one that is not.
        since: the fingerprint told before; "" in the first news.
        sections: what differs from the package told before; None when it must be loaded again.
        stale: whether the last rebuild gave no newer package because of an error.
        trouble: why nothing could be rebuilt at all; "" otherwise.
        storage: why attempts cannot be written; "" otherwise.
    """

    fingerprint: str
    since: str = ""
    sections: list[Section] | None = None
    stale: bool
    errors: int
    warnings: int
    trouble: str
    storage: str = ""


def events_router(workbench: Workbench, attempts: Attempts, bell: Bell) -> APIRouter:
    """Make the route of the news."""
    router = APIRouter(prefix="/api", tags=["Nouvelles"])

    @router.get(
        "/nouvelles",
        response_class=StreamingResponse,
        responses={200: {"model": News, "content": {"text/event-stream": {}}}},
    )
    async def news(
        paquet: Annotated[str, Query(max_length=300)] = "",
        last_event_id: Annotated[str, Header(max_length=100)] = "",
    ) -> StreamingResponse:
        """Tell what is shown now, then every change, of one package or of all."""
        stream = _Stream(workbench, attempts, paquet, last_event_id)
        return StreamingResponse(_told(stream, bell), media_type="text/event-stream")

    return router


async def _told(stream: _Stream, bell: Bell) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    while not bell.is_closed:
        ticket = bell.ticket()
        with bell.telling():
            message = await asyncio.to_thread(stream.message)
        if message:
            yield message
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ticket.wait(), _ALIVE_S)
            continue
        yield ": rien de neuf\n\n"


class _Stream:
    """What one page was told of one package."""

    def __init__(
        self, workbench: Workbench, attempts: Attempts, key: str, fingerprint: str
    ) -> None:
        """Begin; ``fingerprint`` is what the page was told before its line was cut."""
        self._workbench = workbench
        self._attempts = attempts
        self._key = key
        self._fingerprint = fingerprint
        self._edition: Edition | None = None
        self._told: News | None = None

    def message(self) -> str:
        """Give the event to send; "" when there is nothing new."""
        shown = self._workbench.shown
        build = shown.builds.get(self._key)
        news = news_of(shown, self._key, self._attempts.trouble)
        if news == self._told:
            return ""
        since, before = self._fingerprint, self._edition
        self._told = news
        self._fingerprint = news.fingerprint
        self._edition = build.edition if build is not None else None
        sections = None
        if since != news.fingerprint and before is not None and self._edition is not None:
            sections = changes(before, self._edition)
        event = news.model_copy(update={"since": since, "sections": sections})
        return f"id: {news.fingerprint}\ndata: {event.model_dump_json()}\n\n"


def news_of(shown: Shown, key: str, storage: str = "") -> News:
    """Sum up what is shown of one package, or of all when ``key`` is empty."""
    severities = [finding.severity for finding in shown.findings]
    return News(
        fingerprint=_fingerprint(shown, key),
        stale=key in shown.stale if key else bool(shown.stale),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        trouble=shown.trouble,
        storage=storage,
    )


def _fingerprint(shown: Shown, key: str) -> str:
    # The files of packages that nobody opened are not made for the sake of their fingerprint.
    if not key:
        return shown.token
    build = shown.builds.get(key)
    return "" if build is None else build.fingerprint
