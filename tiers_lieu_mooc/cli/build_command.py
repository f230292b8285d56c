"""``tiers-lieu build``: packages for LMSes."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from scorm_export.diagnostic import Severity
from tiers_lieu_mooc.building import build, check_budget, check_course, outputs_of
from tiers_lieu_mooc.cli.courses import the_course
from tiers_lieu_mooc.cli.printing import print_findings
from tiers_lieu_mooc.cli.progress import ProgressLine
from tiers_lieu_mooc.targets import Split, Target

OUT = Path("dist")
"""Folder of the packages, unless told otherwise."""


def run(chosen: argparse.Namespace) -> int:
    """Build a course and print the path of each package; findings and talk go to standard error."""
    targets = list(dict.fromkeys(chosen.target)) or [Target.SCORM_12]
    split = chosen.per or [Split.COURSE]
    folder = the_course(chosen.course)
    return make_packages(folder, targets, split, chosen.out, is_strict=chosen.strict)


def make_packages(
    folder: Path,
    targets: Sequence[Target],
    split: Iterable[Split],
    out: Path = OUT,
    *,
    is_strict: bool = False,
    on_made: Callable[[Path], None] | None = None,
) -> int:
    """Build packages of a course; 1 when what was found kept them from being made.

    Args:
        on_made: told the path of each file or folder that was made; printed when None.

    Raises:
        OSError: when a package cannot be written.
    """
    checked = check_course(folder, datetime.date.today(), is_advice_wanted=False)
    outputs = outputs_of(checked.course, targets, split) if checked.course else []
    too_large = check_budget(checked.course, outputs) if checked.course else []
    everything = [*checked.found, *too_large]
    found = [each for each in everything if each.severity is not Severity.INFO]
    stopping = {Severity.ERROR, Severity.WARNING} if is_strict else {Severity.ERROR}
    if found:
        print_findings(found, checked.text_at, is_on_stderr=True)
    if checked.course is None or any(each.severity in stopping for each in found):
        print("Aucun paquet n’a été fabriqué\u00a0; les anciens sont restés.", file=sys.stderr)
        return 1
    with ProgressLine(len(outputs), sys.stderr) as progress:
        for path in build(checked.course, outputs, out, progress.step):
            progress.clear()
            (on_made or _announce)(path)
    return 0


def _announce(path: Path) -> None:
    if path.is_dir():
        print(f"{path}/")
    else:
        size = f"{path.stat().st_size / 1000:.0f}"
        print(f"{path}\t{size}\u00a0ko")
