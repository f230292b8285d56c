"""Kolibri, provisioned anew, with our packages in a channel of its own."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.lms.lms import Held
from tests.lms.process import empty_home, free_ports, interpreter, run, serving

_LEARNERS = [f"apprenant-{number}" for number in range(1, 61)]
_CHANNEL = Path(__file__).parent / "inside" / "kolibri_channel.py"
_PROVISION = (
    "--facility=Recette",
    "--preset=formal",
    "--superusername=admin",
    "--superuserpassword=Lab-admin-1",
    "--language_id=fr-fr",
    "--no-input",
)
_KEPT = """
select summary.progress, summary.extra_fields from logger_contentsummarylog summary
join kolibriauth_facilityuser learner on learner.id = summary.user_id
where learner.username = ? and summary.content_id = ?
"""

_FOR_OPENING = 0.5
"""Progress that it gives to whoever opens a package, and never takes back (LMS-OBSERVED)."""


@dataclass
class Kolibri:
    """A running Kolibri."""

    address: str
    home: Path
    nodes: Mapping[str, tuple[str, str]]
    saving: re.Pattern[str] = re.compile("/api/logger/trackprogress/")
    _names: Iterator[str] = field(default_factory=lambda: iter(_LEARNERS))

    def name_learner(self) -> str:
        """Give the name of a learner who has never been here."""
        return next(self._names)

    def log_in(self, context: BrowserContext, learner: str) -> None:
        """Log in as Kolibri's own form does."""
        # Whoever asks for a session gets the token that a log-in must show.
        context.request.get(f"{self.address}/api/auth/session/current/")
        cookies = {str(each.get("name")): str(each.get("value")) for each in context.cookies()}
        facility = context.request.get(f"{self.address}/api/auth/facility/").json()[0]["id"]
        answer = context.request.post(
            f"{self.address}/api/auth/session/",
            data={
                "username": learner,
                "password": "Lab-user-1",
                "facility": facility,
                "active": True,
                "browser": {},
                "os": {},
            },
            headers={"X-CSRFToken": cookies["kolibri_csrftoken"]},
        )
        assert answer.ok, answer.text()

    def open(self, page: Page, package: Path, learner: str) -> FrameLocator:
        """Open a package of the channel."""
        page.goto(f"{self.address}/fr-fr/learn/#/topics/c/{self.nodes[package.name][0]}")
        return page.frame_locator("iframe.iframe").frame_locator("iframe")

    def leave(self, page: Page) -> None:
        """Go to its first page, by the route that its buttons take.

        It lays praise over them when an activity is done, and news when its server is gone.
        """
        page.evaluate("location.hash = '/home'")
        expect(page.locator("iframe.iframe")).to_have_count(0)

    def held(self, package: Path, learner: str) -> Held:
        """Read the summary of all the learner's sessions."""
        with contextlib.closing(
            sqlite3.connect(f"file:{self.home}/db.sqlite3?mode=ro", uri=True, timeout=20)
        ) as opened:
            found = opened.execute(_KEPT, (learner, self.nodes[package.name][1])).fetchone()
        if found is None:
            return Held()
        progress, extra = found
        cmi = json.loads(extra).get("contentState", {}).get("SCORM", {}).get("cmi", {})
        return Held(dict(_elements("cmi", cmi)), extra, progress, floor=_FOR_OPENING)

    def everything(self) -> bytes:
        """Give all that this server wrote to its databases."""
        return b"".join(
            path.read_bytes() for path in sorted(self.home.glob("*.sqlite3*")) if path.is_file()
        )


@contextlib.contextmanager
def kolibri(packages: Sequence[Path]) -> Iterator[Kolibri]:
    """Provision Kolibri, bring packages in and serve them while the block lasts."""
    python, home = interpreter("kolibri"), empty_home("kolibri")
    log = home.with_suffix(".log")
    log.write_text("", "utf-8")
    port, content_port = map(str, free_ports(2))
    settings = {
        "HOME": str(home),
        "KOLIBRI_HOME": str(home),
        "KOLIBRI_LISTEN_ADDRESS": "127.0.0.1",
        "KOLIBRI_HTTP_PORT": port,
        "KOLIBRI_ZIP_CONTENT_PORT": content_port,
        "KOLIBRI_ZEROCONF_ENABLED": "false",
        "KOLIBRI_DISABLE_PING": "true",
        "NO_COLOR": "1",
        "LANE_ZIPS": ":".join(map(str, packages)),
        "LANE_LEARNERS": " ".join(_LEARNERS),
    }
    program: list[str | Path] = [python, "-m", "kolibri"]
    run([*program, "manage", "provisiondevice", *_PROVISION], settings, log)
    run([*program, "manage", "shell", "--skip-update"], settings, log, told=_CHANNEL.read_text())
    nodes = home / "nodes.json"
    assert nodes.exists(), log.read_text("utf-8")[-2000:]
    address = f"http://127.0.0.1:{port}"
    with serving([*program, "start", "--foreground"], settings, log, f"{address}/api/public/info/"):
        yield Kolibri(address, home, json.loads(nodes.read_text()))


def _elements(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Give each element with its value, from the object in which Kolibri keeps them."""
    if isinstance(value, Mapping):
        parts: Iterator[tuple[Any, Any]] = iter(value.items())
    elif isinstance(value, list):
        parts = iter(enumerate(value))
    else:
        yield name, str(value)
        return
    yield from itertools.chain.from_iterable(
        _elements(f"{name}.{key}", part) for key, part in parts
    )
