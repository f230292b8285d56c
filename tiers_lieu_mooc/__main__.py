"""``tiers-lieu`` and ``python -m tiers_lieu_mooc``."""

from __future__ import annotations

import gc
import sys

from scorm_export.interruptions import ending_quietly, tidied_up

# Before anything else is loaded: people press Ctrl+C at once when they see what they typed.
ending_quietly()


def start() -> int:
    """Run the command that the process was started for."""
    from tiers_lieu_mooc.cli import main  # noqa: PLC0415 (for the same reason)

    if "preview" not in sys.argv:
        # The process ends with its command: looking for garbage costs a tenth of a build.
        gc.disable()
    return main(around=tidied_up)


if __name__ == "__main__":
    sys.exit(start())
