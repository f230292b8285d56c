"""``tiers-lieu ids``: names that learners' records will hang on."""

from __future__ import annotations

import argparse
import datetime
import sys

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.cli.courses import the_course
from tiers_lieu_mooc.cli.printing import print_findings
from tiers_lieu_mooc.model.course import Course, names_in_order

_FILE = "published-ids.txt"


def run(chosen: argparse.Namespace) -> int:
    """Print the names that are not yet released, or release them (append-only)."""
    folder = the_course(chosen.course)
    checked = check_course(folder, datetime.date.today())
    if checked.course is None or not checked.is_buildable:
        print_findings(checked.found, checked.text_at, is_on_stderr=True)
        print("Corrigez d’abord ces erreurs\u00a0: rien n’a été écrit.", file=sys.stderr)
        return 1
    fresh = unpublished(checked.course)
    for name in fresh:
        print(name)
    if chosen.write and fresh:
        lines = [*released(checked.course), *fresh]
        write_atomically(folder / _FILE, "".join(f"{line}\n" for line in lines).encode())
    return 0


def released(course: Course) -> tuple[str, ...]:
    """Give the names that are in ``published-ids.txt``, in order."""
    return course.published[: course.provisional_from]


def unpublished(course: Course) -> list[str]:
    """List the names that are not in ``published-ids.txt`` yet, in course order."""
    known = set(released(course))
    return [name for name in dict.fromkeys(names_in_order(course.modules)) if name not in known]
