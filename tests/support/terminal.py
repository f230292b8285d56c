"""A terminal of a given width: what a program leaves on its screen, and what stood there before."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Screen", "Shown", "screens_of", "shown_by"]

_PIECES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\|.", re.DOTALL)


class Screen:
    """As much of a terminal as our programs use; rows that scroll away are kept."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._rows: list[list[str]] = [[]]
        self._column = 0

    @property
    def rows(self) -> list[str]:
        """The rows, without the blanks at their ends and below the last."""
        return "\n".join("".join(row).rstrip() for row in self._rows).rstrip("\n").split("\n")

    def write(self, piece: str) -> None:
        """Take one character or one command."""
        if piece == "\r":
            self._column = 0
        elif piece == "\n":
            self._rows.append([])
            self._column = 0
        elif piece in ("\x1b[K", "\x1b[0K"):
            del self._rows[-1][self._column :]
        elif piece == "\t":
            self._column = min(self._column - self._column % 8 + 8, self._columns - 1)
        elif not piece.startswith("\x1b"):
            self._put(piece)

    def _put(self, character: str) -> None:
        # A character in the last column wraps when the next one comes, as in every terminal.
        if self._column == self._columns:
            self._rows.append([])
            self._column = 0
        row = self._rows[-1]
        row.extend(" " * (self._column + 1 - len(row)))
        row[self._column] = character
        self._column += 1


@dataclass(frozen=True, slots=True)
class Shown:
    """What a program wrote to a terminal, and its exit code."""

    code: int
    text: str


def screens_of(text: str, columns: int) -> list[list[str]]:
    """Give the rows before each return and each new line, and at the end."""
    screen, seen = Screen(columns), []
    for piece in _PIECES.findall(text):
        if piece in ("\r", "\n"):
            seen.append(screen.rows)
        screen.write(piece)
    return [*seen, screen.rows]


def shown_by(
    command: Sequence[str | Path],
    folder: Path,
    environment: dict[str, str],
    columns: int = 80,
    answer: Callable[[str], bytes] = lambda _text: b"",
) -> Shown:
    """Run a program whose input and both outputs are one terminal.

    Args:
        answer: given all that was written so far, what is typed now; ``b""`` for nothing.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        ["setsid", "--ctty", *command],
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        written = b""
        while piece := _read(ours):
            written += piece
            typed = answer(written.decode("utf-8", "ignore"))
            if typed:
                os.write(ours, typed)
    os.close(ours)
    return Shown(process.returncode, written.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError as error:
        # Linux says so when nobody holds the other side any more.
        if error.errno == errno.EIO:
            return b""
        raise
