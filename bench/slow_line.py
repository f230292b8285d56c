"""When the first lesson can be read over a poor line, in a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.measure import Timing

BITS_PER_S = 400_000
LATENCY_MS = 400
CPU_SLOWDOWN = 4

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Counted from the start of navigation; a lesson counts as there with a screenful of its words.
_WATCH = """
const lookFor = () => {
  const lesson = document.querySelector('section[data-lesson]');
  if (!lesson || lesson.textContent.length < 600) return;
  window.firstTextMs ??= performance.now();
};
new MutationObserver(lookFor).observe(document, { childList: true, subtree: true });
"""


def find_browser() -> str | None:
    """Give the path of Chromium, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("google-chrome")


def first_text(folder: Path, browser: str, runs: int) -> Timing:
    """Time a first visit to a built page, with an empty cache, until its first lesson is there.

    The server packs nothing; the line gives 400 kbit/s with 400 ms of latency, and the processor is
    slowed down four times.
    """
    with served(folder) as address, sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=browser, args=list(FLAGS))
        walls = []
        for _ in range(runs):
            context = chromium.new_context(viewport={"width": 650, "height": 666})
            walls.append(_visit(context.new_page(), address))
            context.close()
        chromium.close()
    return Timing(tuple(walls))


def _visit(page: Page, address: str) -> float:
    slow_down(page, is_poor_line=True)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstTextMs > 0", polling=50)
    return float(page.evaluate("window.firstTextMs")) / 1_000


def slow_down(page: Page, *, is_poor_line: bool = False) -> None:
    """Slow the processor down four times, and the line to 400 kbit/s and 400 ms if asked."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    if is_poor_line:
        session.send("Network.enable")
        line = {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BITS_PER_S / 8,
            "uploadThroughput": BITS_PER_S / 8,
        }
        session.send("Network.emulateNetworkConditions", line)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, unpacked; gives the address of its page."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/index.html"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing of each request."""
