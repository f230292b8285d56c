"""A learner's hour in a minute: reads, answers, turns pages, takes a quiz, on a slow processor."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Frame, Locator, Page, sync_playwright

from bench.observing import WATCH, Seen, seen_on
from bench.slow_line import FLAGS, served, slow_down

COMMIT_MS = 150
"""How long the LMS keeps the page waiting at each commit, as Moodle's synchronous request does."""

_PAUSE_MS = 120
"""Between two gestures, once the page has painted; nobody is quicker."""

_FIRST_LOOK_MS = 1_000
"""Before the first gesture: a page that has just been opened is looked at. What its start costs is
measured by ``start``."""

_HOST = """<!DOCTYPE html><html lang="fr"><title>LMS</title><style>body {{ margin: 0 }}</style>
<script>
const kept = {{}};
let error = '0';
window.API = {{
  LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSGetLastError: () => '0',
  LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
  LMSGetValue: name => kept[name] || '', LMSSetValue: (name, value) => (kept[name] = value, 'true'),
  LMSCommit: () => {{
    for (const end = performance.now() + {commit_ms}; performance.now() < end;);
    return 'true';
  }},
}};
</script><iframe src="index.html" title="cours" width="650" height="666"></iframe></html>
"""


def study(package: Path, work: Path, browser: str) -> Seen:
    """Go through the first module of a SCORM 1.2 package under an LMS whose commits block.

    Every lesson up to the first quiz is opened, its first questions answered and checked; the quiz
    is begun, answered, read again and sent. Pages are asked for at full speed, the processor is
    slowed down four times.
    """
    folder = work / package.stem
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    (folder / "lms.html").write_text(_HOST.format(commit_ms=COMMIT_MS), "utf-8")
    with _browser(browser) as chromium, served(folder) as address:
        page = chromium.new_context(viewport={"width": 650, "height": 700}).new_page()
        page.add_init_script(WATCH)
        slow_down(page)
        page.goto(address.replace("index.html", "lms.html"))
        frame = page.frames[1]
        frame.wait_for_selector("html.tools")
        page.wait_for_timeout(_FIRST_LOOK_MS)
        _Student(page, frame).study()
        return seen_on(frame)


def start(folder: Path, browser: str, *, is_poor_line: bool) -> Seen:
    """Open a built page with an empty cache, on a slowed processor, until all is at rest."""
    with _browser(browser) as chromium, served(folder) as address:
        page = chromium.new_context(viewport={"width": 650, "height": 666}).new_page()
        page.add_init_script(WATCH)
        slow_down(page, is_poor_line=is_poor_line)
        page.goto(address, wait_until="load", timeout=120_000)
        page.wait_for_selector("html.tools")
        return seen_on(page)


def read_through(folder: Path, browser: str) -> Seen:
    """Open the lesson that has the most pictures over a poor line, and read it to its end."""
    with _browser(browser) as chromium, served(folder) as address:
        page = chromium.new_context(viewport={"width": 360, "height": 640}).new_page()
        page.add_init_script(WATCH)
        slow_down(page, is_poor_line=True)
        page.goto(f"{address}#{_illustrated(folder)}", wait_until="commit")
        page.wait_for_selector("html.tools", timeout=120_000)
        page.mouse.move(180, 320)
        while not page.evaluate(
            "innerHeight + scrollY + 2 > document.documentElement.scrollHeight"
        ):
            page.mouse.wheel(0, 400)
            page.wait_for_timeout(_PAUSE_MS)
        page.wait_for_load_state("networkidle")
        return seen_on(page)


def _illustrated(folder: Path) -> str:
    html = (folder / "index.html").read_text("utf-8")
    lessons = html.split('<section class="page" id="')[1:]
    return max(lessons, key=lambda text: text.count("<img ")).partition('"')[0]


@contextmanager
def _browser(path: str) -> Iterator[Browser]:
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield chromium
        finally:
            chromium.close()


class _Student:
    def __init__(self, page: Page, frame: Frame) -> None:
        self._page = page
        self._frame = frame

    def study(self) -> None:
        while not self._frame.locator(".page.open [data-quiz-start]").count():
            self._answer(".page.open [data-question]:visible", limit=3)
            self._click(".page.open .pager a.button")
        self._click(".page.open [data-quiz-start]")
        while True:
            self._answer(".page.open [data-question]:visible", limit=1)
            if not self._frame.locator("[data-quiz-next]:visible").count():
                break
            self._click("[data-quiz-next]:visible")
        self._click("[data-quiz-review]:visible")
        self._click("[data-quiz-send]:visible")

    def _answer(self, forms: str, limit: int) -> None:
        for form in self._frame.locator(forms).all()[:limit]:
            box = form.locator("input[type=radio], input[type=checkbox]").first
            field = form.locator("input:not([type=radio], [type=checkbox])").first
            if box.count():
                self._press(box)
            elif field.count():
                field.press_sequentially("12", delay=_PAUSE_MS)
            button = form.locator("[data-hand-in]")
            if button.count():
                self._rest()
                self._press(button)
            self._rest()

    def _click(self, selector: str) -> None:
        self._press(self._frame.locator(selector).first)
        self._rest()

    def _press(self, place: Locator) -> None:
        """Press with the bare mouse: a locator's click does its checks inside the interaction."""
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        if box is None:
            raise RuntimeError(f"{place} is not shown")
        self._page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def _rest(self) -> None:
        """Wait for the commit that the gesture may have called for: it comes within a second."""
        self._page.wait_for_timeout(_PAUSE_MS)
        if self._frame.locator("[data-saving=saving]").count():
            self._page.wait_for_timeout(1_000 + 2 * COMMIT_MS)
