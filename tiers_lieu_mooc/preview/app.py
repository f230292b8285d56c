"""The preview as an application: pages, packages, attempts, news."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from tiers_lieu_mooc.preview.attempts import Attempts
from tiers_lieu_mooc.preview.downloads import downloads_router
from tiers_lieu_mooc.preview.events import events_router
from tiers_lieu_mooc.preview.findings import findings_router
from tiers_lieu_mooc.preview.guard import Guard
from tiers_lieu_mooc.preview.heads import Heads
from tiers_lieu_mooc.preview.line import Line
from tiers_lieu_mooc.preview.manual import manual_router
from tiers_lieu_mooc.preview.pages import pages_router
from tiers_lieu_mooc.preview.records import records_router
from tiers_lieu_mooc.preview.refusals import refusal
from tiers_lieu_mooc.preview.sharing import Door
from tiers_lieu_mooc.preview.watching import Bell, keep_rebuilding, refresh
from tiers_lieu_mooc.preview.workbench import Workbench


def create_app(
    workbench: Workbench,
    host: str = "127.0.0.1",
    key: str = "",
    editor: str = "",
    shared_address: str = "",
) -> FastAPI:
    """Make the application.

    Args:
        workbench: what is shown; built once at start-up when nothing was built yet.
        host: the name or address it will be bound to; requests for other hosts are refused.
        key: what a visitor must show, once in the link; "" lets in whoever reaches the host.
        editor: form of the addresses by which findings open in an editor; "" for none.
        shared_address: what others of the network open, shown as a link and as a QR code on the
            home page; "" when the preview is for this machine only.
    """
    bell = Bell()
    attempts = Attempts(workbench.cache)

    running = _lifespan(workbench, attempts, bell)
    app = FastAPI(title="Aperçu des cours", lifespan=running, docs_url=None, redoc_url=None)
    app.state.bell = bell
    for kind in (HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, refusal)
    for router in (
        pages_router(workbench, shared_address, editor),
        downloads_router(workbench, is_shared=bool(key or shared_address)),
        records_router(workbench, attempts),
        events_router(workbench, attempts, bell),
        findings_router(workbench, editor),
        manual_router(app),
    ):
        app.include_router(router)
    app.add_middleware(Line)
    if key:
        app.add_middleware(Door, key=key)
    app.add_middleware(Guard, host=host)
    app.add_middleware(Heads)
    return app


def _lifespan(
    workbench: Workbench, attempts: Attempts, bell: Bell
) -> Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        if not workbench.shown.token:
            await refresh(workbench, bell)
        stop = asyncio.Event()
        watch = asyncio.create_task(keep_rebuilding(workbench, bell, stop))
        yield
        bell.close()
        stop.set()
        await watch
        await asyncio.to_thread(attempts.close)

    return running
