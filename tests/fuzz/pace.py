"""Seconds of processor, with an end: what is far too slow is not waited for."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable


class _TooSlowError(Exception):
    """Ends a piece of work from inside."""


def _stop(*_: object) -> None:
    raise _TooSlowError


def seconds(work: Callable[[], object], most: float) -> float:
    """Give the processor's time that some work takes, ``most`` when it takes that or more.

    Only in the main thread of a process. The kernel's clock of the process, not the wall's: what
    else runs on the machine hardly counts.
    """
    before = signal.signal(signal.SIGVTALRM, _stop)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        work()
    except _TooSlowError:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return min(time.process_time() - start, most)
