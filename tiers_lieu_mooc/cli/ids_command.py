"""``tiers-lieu ids``: names that learners' records will hang on."""

from __future__ import annotations

import argparse
import datetime
import sys

from scorm_export.archive import write_atomically
from scorm_export.diagnostic import has_errors
from tiers_lieu_mooc.building import Checked, check_course
from tiers_lieu_mooc.cli.courses import the_course
from tiers_lieu_mooc.cli.parser import MISUSE
from tiers_lieu_mooc.cli.printing import complain, print_findings
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.releasing import CannotRelease, Release
from tiers_lieu_mooc.rules import ids as rules

_FILE = "published-ids.txt"
_MENDED = {rules.WITHDRAWN, rules.MOVED, rules.FORMER_IN_USE}
"""Errors that ``--retirer`` and ``--renommer`` are there to mend."""


def run(chosen: argparse.Namespace) -> int:
    """Print the names that are not yet released, or release, rename or retire names."""
    folder = the_course(chosen.course)
    checked = check_course(folder, datetime.date.today())
    is_mending = bool(chosen.retired or chosen.renamed)
    course = _sound(checked, is_mending=is_mending)
    if course is None:
        print("Corrigez d’abord ces erreurs\u00a0: rien n’a été écrit.", file=sys.stderr)
        return 1
    source = checked.tree.texts.get(_FILE)
    release = Release(course, source.text if source else "")
    try:
        _mend(release, chosen)
    except CannotRelease as reason:
        complain(f"{reason}\u00a0; rien n’a été écrit.")
        return MISUSE
    if chosen.write:
        release.append()
    lines = release.changed if is_mending or chosen.write else release.unreleased
    if release.changed:
        write_atomically(folder / _FILE, release.text.encode())
    for line in lines:
        print(line)
    return 0


def _sound(checked: Checked, *, is_mending: bool) -> Course | None:
    """Give the course when nothing is wrong that could hide a name; otherwise print what is."""
    mended = _MENDED if is_mending else set()
    stopping = [each for each in checked.found if each.rule not in mended]
    if checked.course is not None and not has_errors(stopping):
        return checked.course
    print_findings(stopping, checked.text_at, is_on_stderr=True)
    return None


def _mend(release: Release, chosen: argparse.Namespace) -> None:
    for old, new in chosen.renamed:
        release.rename(old, new)
    today = datetime.date.today()
    for name in chosen.retired:
        release.retire(name, today)
