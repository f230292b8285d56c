"""``tiers-lieu`` and ``python -m tiers_lieu_mooc``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TextIO

from scorm_export.interruptions import ending_quietly, tidied_up

# Before anything else is loaded: people press Ctrl+C at once when they see what they typed.
ending_quietly()


def start() -> int:
    """Run the command that the process was started for."""
    from tiers_lieu_mooc.cli import main  # noqa: PLC0415 (for the same reason)

    if "preview" not in sys.argv:
        # The process ends with its command: looking for garbage costs a tenth of a build.
        gc.disable()
    # A shell may close them (``>&-``), and Python then has none.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    try:
        return main(around=tidied_up)
    finally:
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _let_go(stream: TextIO) -> None:
    """Forget what could not be written: it was told, and Python would tell it as a traceback."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(start())
