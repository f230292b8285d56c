"""``tiers-lieu`` and ``python -m tiers_lieu_mooc``."""

from __future__ import annotations

import gc
import sys

from tiers_lieu_mooc.cli import main


def start() -> int:
    """Run the command that the process was started for."""
    if "preview" not in sys.argv:
        # The process ends with its command: looking for garbage costs a tenth of a build.
        gc.disable()
    return main()


if __name__ == "__main__":
    sys.exit(start())
