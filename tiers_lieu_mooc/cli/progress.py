"""A progress line on a terminal, and nothing anywhere else."""

from __future__ import annotations

import os
from types import TracebackType
from typing import TextIO

_BAR = 24
_UNKNOWN = 40
"""Columns that are counted on where a terminal does not tell how many it has."""

_CLEAR = "\r\x1b[K"


class ProgressLine:
    """Redraws one line of a terminal as steps are done; silent on a pipe."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._done = 0
        self._is_terminal = stream.isatty()
        self._is_drawn = False

    def step(self, name: str) -> None:
        """Show that the step of that name begins."""
        if self._is_terminal:
            self._stream.write(f"{_CLEAR}{self._line(name)}")
            self._stream.flush()
            self._is_drawn = True
        self._done += 1

    def clear(self) -> None:
        """Leave the terminal's line empty, for whoever writes on it next."""
        if self._is_drawn:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_drawn = False

    def _line(self, name: str) -> str:
        """Lay out what fits: a line that wraps could not be cleared, nor one in the last column."""
        room = self._columns() - 1
        count = f"{self._done}/{self._total}"
        if len(count) > room:
            return ""
        full = _BAR * self._done // max(self._total, 1)
        with_bar = f"{'█' * full}{'░' * (_BAR - full)} {count}"
        if len(with_bar) > room:
            return count
        return f"{with_bar} {name}"[:room].rstrip()

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or _UNKNOWN
        except (OSError, ValueError):
            return _UNKNOWN

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()
