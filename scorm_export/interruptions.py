"""What Ctrl+C and requests to end do to a command, from its first import to its last word.

Python raises an exception wherever it stands: in the middle of an import that is a traceback about
somebody else's module, or an error of that module. This one loads next to nothing, to come first.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["INTERRUPTED", "ending_quietly", "tidied_up"]

INTERRUPTED = 128 + signal.SIGINT
"""Exit code, as shells give it for a program that Ctrl+C ended."""

_REQUESTS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""To end a program: from another one, and from a terminal that is closed."""


def ending_quietly() -> None:
    """Let Ctrl+C end the process at once and without a word, while there is nothing to tidy up.

    Where it is ignored, as in the background of a shell, it stays so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


@contextmanager
def tidied_up() -> Iterator[None]:
    """Let what runs inside tidy up, when it is interrupted or asked to end; a second time, at once.

    Raises:
        KeyboardInterrupt: at Ctrl+C, also where a library made another error of it.
        SystemExit: when asked to end, with the code that shells give for it.
    """
    heard: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        heard.append(number)
        signal.signal(number, _end)
        raise _word_for(number)

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, *_REQUESTS)}
    taken = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in taken:
        signal.signal(number, stop)
    try:
        yield
    except Exception as failure:
        if heard:
            raise _word_for(heard[0]) from failure
        raise
    finally:
        for number in taken:
            signal.signal(number, before[number])


def _word_for(number: int) -> BaseException:
    return KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number)


def _end(number: int, _: FrameType | None) -> None:
    os._exit(128 + number)
