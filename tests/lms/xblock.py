"""The SCORM block of Open edX in the workbench of the XBlock SDK."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page

from tests.lms.lms import Held
from tests.lms.process import empty_home, free_ports, interpreter, run, serving

_INSIDE = Path(__file__).parent / "inside"
_SCENARIOS = "abcdefgh"
_KEPT = "select state from workbench_xblockstate where scope_id like ? and user_id = ?"


@dataclass
class Workbench:
    """A running workbench with a package in each of its first scenarios."""

    address: str
    home: Path
    packages: Sequence[str]
    saving: re.Pattern[str] = re.compile("/scorm_set_values/")
    _names: Iterator[str] = field(
        default_factory=lambda: (f"apprenant-{number}" for number in itertools.count(1))
    )

    def name_learner(self) -> str:
        """Give the name of a learner who has never been here."""
        return next(self._names)

    def log_in(self, context: BrowserContext, learner: str) -> None:
        """The workbench takes everybody's word."""

    def open(self, page: Page, package: Path, learner: str) -> FrameLocator:
        """Open the scenario of a package."""
        place = self.packages.index(package.name)
        page.goto(f"{self.address}/scenario/scorm.{place}/?student={learner}")
        return page.frame_locator("iframe.scorm-embedded")

    def leave(self, page: Page) -> None:
        """Go to another page."""
        page.goto(f"{self.address}/")

    def held(self, package: Path, learner: str) -> Held:
        """Read the learner's fields of the block."""
        letter = _SCENARIOS[self.packages.index(package.name)]
        with contextlib.closing(
            sqlite3.connect(f"file:{self.home}/workbench.db?mode=ro", uri=True, timeout=20)
        ) as opened:
            found = opened.execute(_KEPT, (f"{letter}.scorm%", learner)).fetchall()
        fields: dict[str, Any] = {}
        for (state,) in found:
            fields |= json.loads(state)
        values = {name: str(value) for name, value in fields.get("scorm_data", {}).items()}
        whole = json.dumps(fields, ensure_ascii=False)
        return Held(values, whole, fields.get("lesson_score", -1))


@contextlib.contextmanager
def workbench(browser: Browser, packages: Sequence[Path]) -> Iterator[Workbench]:
    """Serve the workbench while the block lasts, with packages put in by the form of the Studio."""
    python, home = interpreter("xblock"), empty_home("xblock")
    log = home.with_suffix(".log")
    log.write_text("", "utf-8")
    (port,) = free_ports(1)
    settings = {
        "HOME": str(home),
        "LANE_HOME": str(home),
        "PYTHONPATH": str(_INSIDE),
        "DJANGO_SETTINGS_MODULE": "lane_settings",
        "EXCLUDE_SAMPLE_XBLOCKS": "yes",
    }
    program: list[str | Path] = [python, "-m", "django"]
    # The SDK is packed without its migrations.
    run([*program, "migrate", "--run-syncdb"], settings, log)
    address = f"http://127.0.0.1:{port}"
    command = [*program, "runserver", "--noreload", f"127.0.0.1:{port}"]
    with serving(command, settings, log, f"{address}/"):
        for place, package in enumerate(packages):
            _bring_in(browser, f"{address}/scenario/scorm.{place}/studio_view/", package)
        yield Workbench(address, home, [each.name for each in packages])


def _bring_in(browser: Browser, address: str, package: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    # The form's script tells the runtime that it begins; the workbench's runtime cannot be told.
    page.evaluate("RuntimeProvider.versions[1].notify = () => {}")
    page.set_input_files("input[name=scorm_file]", package)
    with page.expect_response(lambda answer: "studio_submit" in answer.url) as taken:
        page.click(".save-button")
    assert taken.value.json() == {"result": "success", "errors": []}
    context.close()
