"""Debian's Chromium, kept from talking to anybody."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

EXECUTABLE = os.environ.get("CHROMIUM", "/usr/bin/chromium")
"""Set by ``scripts/test`` to whatever Chromium it found."""

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium while the block lasts."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=EXECUTABLE, args=[*OPTIONS])
        try:
            yield opened
        finally:
            opened.close()


@contextlib.contextmanager
def running(kind: BrowserType, profile: Path) -> Iterator[tuple[Page, subprocess.Popen[str]]]:
    """Run a Chromium of its own while the block lasts, and give a window and the process.

    Args:
        profile: folder of what it keeps from one run to the next.
    """
    options = ("--headless", f"--user-data-dir={profile}", "--remote-debugging-port=0")
    process = subprocess.Popen(
        [EXECUTABLE, *OPTIONS, *options, "about:blank"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stderr is not None
        said = next(line for line in process.stderr if line.startswith("DevTools listening on"))
        with kind.connect_over_cdp(said.split()[-1]) as browser:
            yield browser.contexts[0].pages[0], process
    finally:
        kill_all(process)


def kill_all(process: subprocess.Popen[str]) -> None:
    """End a browser and all its processes as a power cut does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stderr:
        process.stderr.close()
