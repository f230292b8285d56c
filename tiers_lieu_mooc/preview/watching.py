"""Rebuilds when a source is saved, and tells whoever waits for news."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from tiers_lieu_mooc.preview.workbench import Workbench

_STEP_MS = 10
"""Quiet time after a change before it counts: editors write several files within a few ms."""

_LONGEST_MS = 200
"""A change counts after this time even when others keep coming."""

_TELLING_S = 0.05
"""Time in which whoever follows a package wakes up, before the closer look may begin."""

_LOOK_MS = 500
"""Between two looks whether the watched folders are there."""


class Bell:
    """Wakes everybody who waits; made and used in one event loop."""

    def __init__(self) -> None:
        self._ringing = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._telling = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self.is_closed = False

    def ticket(self) -> asyncio.Event:
        """Give what the next ring will set; take it before looking at what the ring tells of."""
        return self._ringing

    def ring(self) -> None:
        """Wake those who hold a ticket."""
        self._ringing.set()
        self._ringing = asyncio.Event()

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Note that somebody who was woken is at work on what there is to tell."""
        self._telling += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._telling -= 1
            if not self._telling:
                self._quiet.set()

    async def quiet(self) -> None:
        """Wait until nobody is at work on what there is to tell."""
        await self._quiet.wait()

    def keep(self, looking: asyncio.Task[None]) -> None:
        """Hold the closer look that is to come, in place of an older one that has not begun."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = looking

    def close(self) -> None:
        """Wake everybody for the last time."""
        self.is_closed = True
        if self._looking is not None:
            self._looking.cancel()
        self.ring()


async def keep_rebuilding(workbench: Workbench, bell: Bell, stop: asyncio.Event) -> None:
    """Rebuild at each change of a watched folder, its removal included, until told to stop."""
    while not stop.is_set():
        present = _present(workbench)
        await _watch(present, workbench, bell, stop)
        if not stop.is_set() and _present(workbench) != present:
            await refresh(workbench, bell)


def _present(workbench: Workbench) -> tuple[Path, ...]:
    return tuple(path for path in workbench.watched if path.exists())


def _sources_of(workbench: Workbench) -> Callable[[Change, str], bool]:
    """Leave out what the preview itself writes: its cache may lie in a course."""
    usual, cache = DefaultFilter(), workbench.cache.absolute()

    def is_source(change: Change, path: str) -> bool:
        return usual(change, path) and not Path(path).is_relative_to(cache)

    return is_source


async def _watch(
    present: tuple[Path, ...], workbench: Workbench, bell: Bell, stop: asyncio.Event
) -> None:
    """Rebuild at each change until the watched folders are others than these."""
    if not present:
        await _pause(stop)
        return
    try:
        async for changes in awatch(
            *present,
            debounce=_LONGEST_MS,
            step=_STEP_MS,
            stop_event=stop,
            watch_filter=_sources_of(workbench),
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
        ):
            if changes:
                await refresh(workbench, bell)
            if _present(workbench) != present:
                return
    except FileNotFoundError:
        # Removed between the look and the watch; the caller looks again.
        await _pause(stop)


async def refresh(workbench: Workbench, bell: Bell) -> None:
    """Rebuild and tell; the findings that take longer are told once they are there."""
    await asyncio.to_thread(workbench.refresh)
    bell.ring()
    looking = asyncio.create_task(_look_closer(workbench, bell))
    bell.keep(looking)


async def _look_closer(workbench: Workbench, bell: Bell) -> None:
    # Open pages are told first: a thread at work would make them wait for the interpreter.
    await asyncio.sleep(_TELLING_S)
    await bell.quiet()
    if await asyncio.to_thread(workbench.look_closer):
        bell.ring()


async def _pause(stop: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), _LOOK_MS / 1000)
