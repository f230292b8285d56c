"""The preview as an application: pages, packages, attempts, news."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from tiers_lieu_mooc.preview.attempts import Attempts
from tiers_lieu_mooc.preview.events import events_router
from tiers_lieu_mooc.preview.guard import Guard
from tiers_lieu_mooc.preview.line import Line
from tiers_lieu_mooc.preview.pages import pages_router
from tiers_lieu_mooc.preview.records import records_router
from tiers_lieu_mooc.preview.refusals import refusal
from tiers_lieu_mooc.preview.watching import Bell, keep_rebuilding, refresh
from tiers_lieu_mooc.preview.workbench import Workbench


def create_app(workbench: Workbench, host: str = "127.0.0.1") -> FastAPI:
    """Make the application.

    Args:
        workbench: what is shown; built once at start-up when nothing was built yet.
        host: the name or address it will be bound to; requests for other hosts are refused.
    """
    bell = Bell()
    attempts = Attempts(workbench.cache)

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

    app = FastAPI(title="Aperçu des cours", lifespan=running, exception_handlers={})
    app.state.bell = bell
    app.add_exception_handler(HTTPException, refusal)
    app.add_exception_handler(RequestValidationError, refusal)
    app.add_exception_handler(Exception, refusal)
    app.include_router(pages_router(workbench))
    app.include_router(records_router(workbench, attempts))
    app.include_router(events_router(workbench, attempts, bell))
    app.add_middleware(Line)
    app.add_middleware(Guard, host=host)
    return app
