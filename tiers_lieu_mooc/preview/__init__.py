"""Shows packages as learners will see them, under a simulated LMS."""

from __future__ import annotations

from tiers_lieu_mooc.preview.app import create_app
from tiers_lieu_mooc.preview.errors import PreviewError
from tiers_lieu_mooc.preview.server import serve
from tiers_lieu_mooc.preview.workbench import (
    Build,
    CourseEntry,
    Outcome,
    ReadingKey,
    Workbench,
)

__all__ = [
    "Build",
    "CourseEntry",
    "Outcome",
    "PreviewError",
    "ReadingKey",
    "Workbench",
    "create_app",
    "serve",
]
