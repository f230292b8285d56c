"""``tiers-lieu new``: the beginning of a course, a module, a lesson or a bank."""

from __future__ import annotations

import argparse
import sys

from tiers_lieu_mooc.cli.courses import COURSES
from tiers_lieu_mooc.cli.parser import MISUSE, Skeleton
from tiers_lieu_mooc.skeleton import CannotWrite, new_bank, new_course, new_lesson, new_module

_MAKERS = {
    Skeleton.COURSE: new_course,
    Skeleton.MODULE: new_module,
    Skeleton.LESSON: new_lesson,
    Skeleton.BANK: new_bank,
}


def run(chosen: argparse.Namespace) -> int:
    """Write the skeleton and print the files that were written or completed."""
    try:
        written = _MAKERS[chosen.kind](COURSES, chosen.name)
    except CannotWrite as refusal:
        print(f"tiers-lieu\u00a0: {refusal}", file=sys.stderr)
        return MISUSE
    for path in written:
        print(path)
    return 0
