"""An older package against the course as it is now: what learners keep, gain and would lose."""

from __future__ import annotations

from tiers_lieu_mooc.comparing.changes import Change, Group
from tiers_lieu_mooc.comparing.judging import compare
from tiers_lieu_mooc.comparing.reading import read_files, read_package
from tiers_lieu_mooc.comparing.records import NotComparable, PackageRecord
from tiers_lieu_mooc.comparing.writing import Heading, as_json, as_text

__all__ = [
    "Change",
    "Group",
    "Heading",
    "NotComparable",
    "PackageRecord",
    "as_json",
    "as_text",
    "compare",
    "read_files",
    "read_package",
]
