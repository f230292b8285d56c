"""A progress line on a terminal, and nothing anywhere else."""

from __future__ import annotations

from types import TracebackType
from typing import TextIO

_WIDTH = 24
_CLEAR = "\r\x1b[K"


class ProgressLine:
    """Redraws one line of a terminal as steps are done; silent on a pipe."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._done = 0
        self._is_shown = stream.isatty()

    def step(self, name: str) -> None:
        """Show that the step of that name begins."""
        if self._is_shown:
            full = _WIDTH * self._done // max(self._total, 1)
            bar = "█" * full + "░" * (_WIDTH - full)
            self._stream.write(f"{_CLEAR}{bar} {self._done}/{self._total} {name[:40]}")
            self._stream.flush()
        self._done += 1

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
