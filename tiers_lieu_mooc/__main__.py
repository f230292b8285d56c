"""``python -m tiers_lieu_mooc``."""

from __future__ import annotations

import sys

from tiers_lieu_mooc.cli import main

sys.exit(main())
