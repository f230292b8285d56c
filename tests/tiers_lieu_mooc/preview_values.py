"""Little packages and workbenches for the tests of the preview."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx

from scorm_export.diagnostic import Diagnostic, Position, Rule, Severity
from tiers_lieu_mooc.preview import Build, Outcome, Workbench, create_app

ORIGIN = "http://127.0.0.1:8000"
HEADERS = {"X-Apercu": "1"}
KEY = "essai-scorm12"

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<style>h1 { color: rgb(0, 0, 0); }</style></head>
<body><h1>Un cours d’essai</h1><script src="assets/app.js"></script></body></html>
"""
FILES = {
    "index.html": PAGE.encode(),
    "assets/app.js": b"document.title = 'vu';",
    "media/son.mp3": bytes(range(100)),
    "media/plan.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "media/inconnu.xyz": b"?",
}

BROKEN = Rule("text/broken", Severity.ERROR, "La leçon « {name} » est vide.", "Écrivez-la.")
ODD = Rule("text/odd", Severity.WARNING, "Un titre étonne.")


def finding(rule: Rule, line: int = 3, column: int = 0) -> Diagnostic:
    return Diagnostic(rule, Position("courses/essai/m/l.md", line, column), (("name", "l"),))


def a_build(
    key: str = KEY,
    *,
    target: str = "scorm12",
    module: str = "",
    files: Mapping[str, bytes] = FILES,
    course: str = "Un cours d’essai",
) -> Build:
    return Build(key=key, course=course, module=module, target=target, make=lambda: files)


class Oven:
    """A rebuild that gives what it is told to."""

    def __init__(self, outcome: Outcome | Callable[[], Outcome]) -> None:
        self.outcome = outcome
        self.rebuilds = 0

    def __call__(self) -> Outcome:
        self.rebuilds += 1
        return self.outcome if isinstance(self.outcome, Outcome) else self.outcome()


def a_workbench(
    cache: Path,
    builds: Sequence[Build] = (a_build(),),
    findings: Sequence[Diagnostic] = (),
    watched: Sequence[Path] = (),
) -> Workbench:
    workbench = Workbench(Oven(Outcome(builds, findings)), watched, cache)
    workbench.refresh()
    return workbench


class Client:
    """Asks the application without a network, one request after the other."""

    def __init__(
        self,
        workbench: Workbench,
        host: str = "127.0.0.1",
        *,
        editor: str = "",
        shared_address: str = "",
    ) -> None:
        self._app = create_app(workbench, host, editor=editor, shared_address=shared_address)

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.ask("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.ask("POST", path, **options)

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        return asyncio.run(self._ask(method, path, **options))

    async def _ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            return await client.request(method, path, **options)


async def streamed(chunks: Iterable[bytes]) -> AsyncIterator[bytes]:
    """A body whose length is not announced."""
    for chunk in chunks:
        yield chunk
