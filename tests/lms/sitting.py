"""A learner before a package in a real LMS, on one or several devices."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FrameLocator,
    Page,
    Response,
    Route,
    expect,
)

from tests.lms.judging import Work, lacking, untrue
from tests.lms.lms import Held, Lms
from tests.lms.shown import SHOWN, Shown
from tests.support.learner import Learner

PATIENCE_S = 30
"""A launch has done with the LMS by then whatever it has to do."""

SPY = """
(() => {
  const tell = value => console.debug('@@' + JSON.stringify(value));
  for (const name of ['API', 'API_1484_11']) {
    let held;
    Object.defineProperty(window, name, {configurable: true, get: () => held, set(api) {
      held = api;
      if (!api) return;
      const own = [...Object.keys(api), ...Object.getOwnPropertyNames(Object.getPrototypeOf(api))];
      const lastError = (api.LMSGetLastError || api.GetLastError).bind(api);
      for (const key of new Set(own)) {
        if (!/^(LMS)?(Initialize|Finish|Terminate|Commit|SetValue|GetValue)$/.test(key)) continue;
        const call = api[key].bind(api);
        Object.defineProperty(api, key, {configurable: true, value(...given) {
          const answer = call(...given);
          const asked = [key.replace(/^LMS/, ''), ...given.map(String)];
          tell({asked, answer: String(answer), error: String(lastError())});
          return answer;
        }});
      }
    }});
  }
  document.addEventListener('DOMContentLoaded', () => {
    const line = document.querySelector('[data-saving]');
    if (!line) return;
    let last = '';
    const look = () => {
      const said = line.querySelector('[role]').textContent.trim();
      const now = JSON.stringify([line.dataset.saving || '', said]);
      if (now !== last) tell({status: line.dataset.saving || '', said});
      last = now;
    };
    new MutationObserver(look).observe(line, {attributes: true, childList: true, subtree: true});
    look();
  });
})();
"""
"""Notes the calls of a package and the line that says what became of its work."""


class Line:
    """What lies between a browser and its LMS.

    Attributes:
        failed: how many times the LMS tried in vain to save what it was told.
    """

    def __init__(self, context: BrowserContext, saving: re.Pattern[str]) -> None:
        self._context = context
        self._status = 0
        self._left = 0
        self.failed = 0
        context.route(saving, self._answer)

    def refuse(self, status: int, times: int) -> None:
        """Answer with an error whatever the LMS would save, so many times; 0: with nothing."""
        self._status, self._left, self.failed = status, times, 0

    def cut(self) -> None:
        """Nothing goes through, and the browser knows."""
        self._context.set_offline(True)

    def mend(self) -> None:
        """Everything goes through."""
        self._context.set_offline(False)
        self._left = 0

    def _answer(self, route: Route) -> None:
        if not self._left or route.request.method == "GET":
            route.continue_()
            return
        self._left -= 1
        self.failed += 1
        if self._status:
            route.fulfill(status=self._status, body="")
        else:
            route.abort("internetdisconnected")


@dataclass
class Sitting:
    """One stay in a package, from its launch to the moment when it is left.

    Attributes:
        told: the last value that the LMS was given, by element.
        refusals: calls that it refused.
        statuses: each status of the line about saving, with its words.
        errors: what the browser complained of.
    """

    page: Page
    screen: FrameLocator
    lms: Lms
    told: dict[str, str] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    statuses: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def learner(self) -> Learner:
        """Who works here."""
        return Learner(self.screen)

    @property
    def shown(self) -> Shown:
        """What the page shows of the learner's work."""
        return Shown.read(self.screen.locator("body").evaluate(SHOWN))

    def hear(self, message: ConsoleMessage) -> None:
        """Take note of what a page says in its console."""
        if message.text.startswith("@@"):
            self._note(json.loads(message.text[2:]))
        elif message.type == "error" and "favicon" not in str(message.location):
            self.errors.append(message.text)

    def look(self, answer: Response) -> None:
        """Take note of what a server answers."""
        if answer.status >= 400 and "favicon" not in answer.url:
            self.errors.append(f"{answer.status} {answer.url}")

    def _note(self, heard: dict[str, Any]) -> None:
        if "status" in heard:
            self.statuses.append((heard["status"], heard["said"]))
            return
        call, *given = heard["asked"]
        if call == "SetValue":
            self.told[given[0]] = given[1]
        if heard["error"] != "0" or (call != "GetValue" and heard["answer"] == "false"):
            self.refusals.append(f"{call}{given} = {heard['answer']}, {heard['error']}")

    def wait(self) -> None:
        """Wait until the page is whole and works."""
        self.screen.locator("html.tools").wait_for(state="attached")
        expect(self.screen.locator("#contenu > [data-page]:not([data-ready])")).to_have_count(0)

    def until(self, is_so: Callable[[], object], seconds: float = PATIENCE_S) -> bool:
        """Wait until something is so, and say whether it came to be."""
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                return False
            # Also lets the browser's news come in.
            self.page.wait_for_timeout(100)
        return True

    def leave(self) -> None:
        """Leave the package by the LMS's own way."""
        self.lms.leave(self.page)
        self.page.close()

    def close(self) -> None:
        """Close the tab."""
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)


@dataclass
class Device:
    """A browser of the learner's, with what it keeps."""

    context: BrowserContext
    line: Line
    desk: Desk

    def open(self) -> Sitting:
        """Launch the package."""
        desk = self.desk
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        sitting = Sitting(page, page.frame_locator("iframe"), desk.lms)
        page.on("console", sitting.hear)
        page.on("response", sitting.look)
        page.on("pageerror", lambda thrown: sitting.errors.append(str(thrown)))
        sitting.screen = desk.lms.open(page, desk.package, desk.learner)
        sitting.wait()
        return sitting


@dataclass
class Desk:
    """One learner and one package in one LMS."""

    browser: Browser
    lms: Lms
    package: Path
    learner: str
    name: Callable[[int], str]
    contexts: list[BrowserContext] = field(default_factory=list)

    def device(self) -> Device:
        """Give a browser that has never been here, logged in."""
        context = self.browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE_S * 1000)
        context.add_init_script(SPY)
        self.contexts.append(context)
        self.lms.log_in(context, self.learner)
        return Device(context, Line(context, self.lms.saving), self)

    def held(self) -> Held:
        """Read what the LMS keeps of this learner."""
        return self.lms.held(self.package, self.learner)

    def misheard(self, sitting: Sitting) -> list[str]:
        """List what of the last that the page told is not held when patience is at its end."""
        lines: list[str] = []

        def is_true() -> bool:
            lines[:] = untrue(self.held(), sitting.told)
            return not lines

        sitting.until(is_true)
        return lines

    def lacks(self, sitting: Sitting, work: Work) -> list[str]:
        """List what the LMS still does not hold of a work when patience is at its end.

        Args:
            sitting: one that is open, whose page sends what it sends meanwhile.
        """
        seen, lines = "", ["everything: nothing is stored"]

        def is_whole() -> bool:
            nonlocal seen, lines
            held = self.held()
            if held.whole != seen:
                seen, lines = held.whole, lacking(held, work, sitting.screen, self.name)
            return not lines

        sitting.until(is_whole)
        return lines


@contextmanager
def desk(browser: Browser, lms: Lms, package: Path, name: Callable[[int], str]) -> Iterator[Desk]:
    """Let somebody new sit down for the time of the block.

    Args:
        name: full name of a permanent number.
    """
    made = Desk(browser, lms, package, lms.name_learner(), name)
    try:
        yield made
    finally:
        for context in made.contexts:
            context.close()
