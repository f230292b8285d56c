"""How long a saved file takes to show in the preview, in a real browser."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.course import BenchCourse
from bench.measure import Timing
from bench.slow_line import FLAGS

_PATIENCE_S = 30
_LOOK_MS = 5

# Runs in every frame: notes, on the outer window, when the first lesson last got another mark, once
# it has been painted.
_WATCH = """
let last = '';
const lookFor = () => {
  const lesson = document.querySelector('section[data-lesson]');
  const mark = lesson && /repère-\\d+/.exec(lesson.textContent);
  if (!mark || mark[0] === last) return;
  last = mark[0];
  requestAnimationFrame(() => { top.shown = { mark: last, at: Date.now() }; });
};
new MutationObserver(lookFor).observe(document, { childList: true, subtree: true });
"""


def saved_to_shown(course: BenchCourse, command: Path, browser: str, runs: int) -> Timing:
    """Time from the moment a lesson is saved until the open preview has painted it."""
    lesson = course.sources[0]
    before = lesson.read_text("utf-8")
    with preview_of(course.folder, command) as (address, _), sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=browser, args=list(FLAGS))
        page = chromium.new_context(bypass_csp=True).new_page()
        page.add_init_script(_WATCH)
        _save(lesson, before, 0)
        page.goto(f"{address}lecteur/essai-web")
        _wait(page, 0)
        walls = [_round(page, lesson, before, number) for number in range(1, runs + 1)]
        chromium.close()
    lesson.write_text(before, "utf-8")
    return Timing(tuple(walls))


def _round(page: Page, lesson: Path, text: str, number: int) -> float:
    started = time.time()
    _save(lesson, text, number)
    return _wait(page, number) - started


def _save(lesson: Path, text: str, number: int) -> None:
    lesson.write_text(f"{text}\n\nVoici le repère-{number}.\n", "utf-8")


def _wait(page: Page, number: int) -> float:
    """Give the time at which that mark was painted.

    Raises:
        TimeoutError: when it does not come.
    """
    until = time.time() + _PATIENCE_S
    while time.time() < until:
        shown = page.evaluate("window.shown")
        if shown and shown["mark"] == f"repère-{number}":
            return float(shown["at"]) / 1_000
        page.wait_for_timeout(_LOOK_MS)
    raise TimeoutError(f"repère-{number} did not show within {_PATIENCE_S} s")


@contextmanager
def preview_of(folder: Path, command: Path) -> Iterator[tuple[str, int]]:
    """Run the preview of a folder; gives its address and the number of its process."""
    with subprocess.Popen(
        [command, "preview", "--port", "0"], cwd=folder, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield _address(process), process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _address(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stderr or ():
        said.append(line)
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise RuntimeError("the preview did not start:\n" + "".join(said))
