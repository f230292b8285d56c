"""A device at which a learner launches packages, and from which they go in every way."""

from __future__ import annotations

from tests.browsers.learner import Learner
from tests.support.lms import Attempt
from tests.support.webdriver import Element, Engine, Session

_ARRIVED = """
const frame = document.querySelector("[data-frame]");
const page = frame && frame.contentDocument;
return page && page.querySelector("html.tools") && frame;
"""
_BEGAN_ANEW = """
const [sign, warning] = arguments;
const frame = document.querySelector("[data-frame]");
const page = frame && frame.contentDocument;
if (!page || !page.body) return null;
const text = page.body.innerText;
const isNew = !("old" in page.documentElement.dataset);
return text.includes(warning) || (isNew && text.includes(sign)) ? frame : null;
"""


class Desk:
    """A browser that is started when it is needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def session(self) -> Session:
        return self._engine.session

    def launch(self, attempt: Attempt) -> Learner:
        """Open an attempt from the LMS's page."""
        self.session.step_out()
        self.session.open(attempt.player())
        frame: Element = self.session.wait(_ARRIVED)
        self.session.enter(frame)
        return Learner(self.session)

    def look_at_embedded(self, attempt: Attempt) -> Learner:
        """Open the package in a frame of a page of another site, which has no LMS."""
        self.session.step_out()
        self.session.open(attempt.embedded)
        self.session.enter(self.session.wait("return document.querySelector('iframe')"))
        learner = Learner(self.session)
        learner.look("return document.querySelector('html.tools')")
        return learner

    def leave(self, attempt: Attempt) -> None:
        """Leave the LMS's page for another page of the LMS, and wait until it knows."""
        attempt.forget_ends()
        self.session.run("document.documentElement.dataset.old = ''")
        self._go_elsewhere(attempt)
        attempt.wait_for_an_end()

    def _go_elsewhere(self, attempt: Attempt) -> None:
        self.session.step_out()
        self.session.open(attempt.elsewhere)

    def back(self, sign: str, warning: str) -> Learner:
        """Press Back to a page that was kept alive, and give its learner once something is said.

        Args:
            sign: a text on a page that began anew.
            warning: a text on any page.
        """
        self.session.step_out()
        self.session.back()
        frame: Element = self.session.wait(_BEGAN_ANEW, sign, warning)
        assert self.session.run("return sessionStorage.getItem('revived')") == "true"
        self.session.enter(frame)
        return Learner(self.session)

    def log_in_again(self, attempt: Attempt) -> None:
        """As Moodle does at a new login: nothing is left in localStorage."""
        self._go_elsewhere(attempt)
        self.session.run("localStorage.clear()")

    def pass_a_second(self) -> None:
        """Let the browser do what it does in a second."""
        self.session.wait(
            "window.until = window.until || Date.now() + 1000; return Date.now() >= window.until"
        )

    def kill(self) -> None:
        """Cut the power; the next launch starts the browser again, with what it had kept."""
        self._engine.kill()
