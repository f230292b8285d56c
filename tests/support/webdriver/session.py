"""A window of a browser under WebDriver: what tests do in it, whatever carries the commands."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any, Protocol

PATIENCE_S = 20

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""By which answers name elements: W3C WebDriver, § 12.2."""


class RefusedError(Exception):
    """The browser did not carry a command out.

    Attributes:
        code: one of W3C WebDriver, § 6.6, such as ``script timeout``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


@dataclass(frozen=True)
class Element:
    """An element of a page, by the name that the browser gave it."""

    name: str


class Wire(Protocol):
    """Carries a command of W3C WebDriver, named as Marionette names it, and gives its answer.

    Raises:
        RefusedError: when the browser did not carry it out.
    """

    def __call__(self, command: str, **values: Any) -> Any:
        """Carry it."""

    def close(self) -> None:
        """Hang up."""


class Session:
    """A window, looked at through the frame that was entered last."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        wire("SetTimeouts", script=PATIENCE_S * 1000, pageLoad=PATIENCE_S * 1000)

    def close(self) -> None:
        """Say nothing to the browser any more."""
        self._wire.close()

    # Ways

    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._wire("Navigate", url=address)

    def back(self) -> None:
        """Press the browser's Back."""
        self._wire("Back")

    def reload(self) -> None:
        """Press the browser's Reload."""
        self._wire("Refresh")

    def enter(self, frame: Element) -> None:
        """Look at what a frame holds."""
        self._wire("SwitchToFrame", element=frame.name)

    def step_out(self) -> None:
        """Look at the window's own document."""
        self._wire("SwitchToFrame", id=None)

    # Hands

    def click(self, element: Element) -> None:
        """Bring an element into view and click it as a mouse does."""
        # WebKit's own way leaves some that stand just below a frame where they are; and what is
        # laid out meanwhile pushes the element away from under the mouse: then once more.
        self.wait(_STANDS_STILL, element)
        self._wire("ElementClick", id=element.name)
        if not self._was_hit(element):
            self.click(element)

    def _was_hit(self, element: Element) -> bool:
        try:
            return bool(self.run(_WAS_HIT, element))
        except RefusedError as refused:
            # What it was in has gone since.
            if refused.code not in (*_GONE, "stale element reference"):
                raise
            return True

    def type(self, element: Element, text: str) -> None:
        """Type at the end of what a field holds, as on a keyboard."""
        self._wire("ElementSendKeys", id=element.name, text=text)

    def clear(self, element: Element) -> None:
        """Empty a field."""
        self._wire("ElementClear", id=element.name)

    # Eyes

    def run(self, script: str, *values: object) -> Any:
        """Give what the body of a function returns; ``arguments`` are the values."""
        return _opened(self._wire("ExecuteScript", script=script, args=_closed(values)))

    def wait(self, script: str, *values: object) -> Any:
        """Give what the body of a function returns as soon as it is something.

        Raises:
            AssertionError: when it was nothing for too long; it tells the text of the page.
        """
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                found = self._wire(
                    "ExecuteAsyncScript", script=_WAIT % script, args=_closed(values)
                )
                if found or time.monotonic() > until:
                    return _opened(found)
            except RefusedError as refused:
                if refused.code in _GONE and time.monotonic() < until:
                    continue
                if refused.code != "script timeout":
                    raise
                text = self.run("return document.body.innerText")
                told = json.dumps(values, default=str, ensure_ascii=False)
                raise AssertionError(f"{script}\n{told}\nnever came in:\n{text}") from refused


_STANDS_STILL = """
const [element] = arguments;
element.scrollIntoView({ block: "center" });
const { top } = element.getBoundingClientRect();
const times = element.stood && element.stood.top === top ? element.stood.times + 1 : 1;
element.stood = { top, times };
const isComing = (image) => !image.complete && image.getClientRects().length > 0
  && Math.abs(image.getBoundingClientRect().top) < innerHeight;
if (times < 3 || [...document.images].some(isComing)) return false;
const hear = () => element.setAttribute("data-hit", "");
element.removeAttribute("data-hit");
element.addEventListener("click", hear, { capture: true, once: true });
return true;
"""
_WAS_HIT = """
const [element] = arguments;
// A list tells of no click on what it offers.
return element.hasAttribute("data-hit") || element.matches("option");
"""

_GONE = ("javascript error", "no such window", "no such frame")
"""Said of a document that goes away under a script: the one that comes is asked."""

_WAIT = """
const values = [...arguments];
const done = values.pop();
const body = function () { %s };
const look = () => {
  const found = body(...values);
  if (found) done(found);
  else setTimeout(look, 20);
};
look();
"""


def _closed(values: object) -> Any:
    if isinstance(values, Element):
        return {ELEMENT: values.name}
    if isinstance(values, list | tuple):
        return [_closed(each) for each in values]
    return values


def _opened(answer: Any) -> Any:
    if isinstance(answer, list):
        return [_opened(each) for each in answer]
    if isinstance(answer, dict):
        name = answer.get(ELEMENT)
        return Element(name) if name else {key: _opened(each) for key, each in answer.items()}
    return answer
