"""The preview in this process: shows courses as they are added, stops with its block."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scorm_export.diagnostic import Diagnostic, has_errors
from tiers_lieu_mooc.cli.memory import Recent
from tiers_lieu_mooc.cli.preview_command import rebuild
from tiers_lieu_mooc.guide_pages import guide_page
from tiers_lieu_mooc.preview import Build, CourseEntry, Outcome, Workbench, create_app

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30

_TIME_COUNTED = re.compile(rb'total_time":"(?!0000:00:00\.00"|PT0H0M0S")')
"""The simulated LMS adds the session's time when the session ends, and not before."""


class Commits:
    """Hears what packages have kept, so that a test can wait for what a closing page sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._arrived = threading.Condition()
        self._bodies: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        heard: list[bytes] = []

        async def listening() -> Message:
            message = await receive()
            heard.append(message.get("body", b""))
            return message

        await self._app(scope, listening, send)
        if scope["type"] == "http" and scope["method"] == "POST":
            with self._arrived:
                self._bodies.append(b"".join(heard))
                self._arrived.notify_all()

    def forget(self) -> None:
        """Forget what was heard so far."""
        with self._arrived:
            self._bodies.clear()

    def wait_for_an_end(self) -> None:
        """Wait until a session that was the first of its attempt has ended and is kept."""
        with self._arrived:
            assert self._arrived.wait_for(
                lambda: any(_TIME_COUNTED.search(body) for body in self._bodies), PATIENCE_S
            )


@dataclass
class Offered:
    """What was put on show so far."""

    builds: list[Build] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    courses: list[CourseEntry] = field(default_factory=list)

    def outcome(self) -> Outcome:
        """Give it as a rebuild does."""
        return Outcome(tuple(self.builds), tuple(self.findings), courses=tuple(self.courses))


class Stage:
    """Courses under the simulated LMS.

    Attributes:
        address: of the preview, with a slash at its end.
    """

    def __init__(self, address: str, workbench: Workbench, offered: Offered) -> None:
        self.address = address
        self._workbench = workbench
        self._offered = offered

    def show(self, folder: Path) -> None:
        """Offer every package of a course that must have no error."""
        outcome = rebuild([folder], Recent())
        found = outcome.closer() if outcome.closer else outcome.findings
        assert not has_errors(found), [each.message for each in found]
        self._offered.builds.extend(outcome.builds)
        self._offered.courses.extend(outcome.courses)
        self._offered.findings.extend(found)
        self._workbench.refresh()

    @contextlib.contextmanager
    def for_a_while(self) -> Iterator[None]:
        """Take away at the end of the block what was put on show in it.

        Every page of the player lists all that is on show: a thousand packages slow each test down.
        """
        shown: tuple[list[Any], ...] = (
            self._offered.builds,
            self._offered.findings,
            self._offered.courses,
        )
        before = [len(each) for each in shown]
        yield
        if before != [len(each) for each in shown]:
            for each, count in zip(shown, before, strict=True):
                del each[count:]
            self._workbench.refresh()

    def files(self, key: str) -> dict[str, bytes]:
        """Give every file of a package."""
        return dict(self._workbench.shown.builds[key].files)

    def player(self, key: str) -> str:
        """Give the address of a package in its frame, under the simulated LMS."""
        return f"{self.address}lecteur/{key}"

    def bare(self, key: str) -> str:
        """Give the address of a package's page itself."""
        return f"{self.address}paquet/{key}/index.html"


class _Server(uvicorn.Server):
    """Ends the streams of news at shutdown: uvicorn waits for open answers."""

    def __init__(self, config: uvicorn.Config, end_news: Callable[[], None]) -> None:
        super().__init__(config)
        self._end_news = end_news

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._end_news()
        await super().shutdown(sockets)


@contextlib.contextmanager
def stage(
    cache: Path, *, shared_address: str = "", watched: Sequence[Path] = ()
) -> Iterator[tuple[Stage, Commits]]:
    """Serve on a free port of this machine while the block lasts.

    Args:
        watched: folders in which a change asks for a rebuild, of what is on show then.
    """
    offered = Offered()
    workbench = Workbench(
        offered.outcome, watched, cache, guide=lambda name: guide_page(ROOT, name)
    )
    app = create_app(workbench, shared_address=shared_address)
    commits = Commits(app)
    with serving(commits, app.state.bell.close) as address:
        yield Stage(address, workbench, offered), commits


@contextlib.contextmanager
def serving(app: ASGIApp, end_news: Callable[[], None]) -> Iterator[str]:
    """Serve an application while the block lasts; gives its address, with a slash at its end."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, timeout_graceful_shutdown=2
        )
        server = _Server(config, end_news)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join(PATIENCE_S)
