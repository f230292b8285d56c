"""``tiers-lieu check``: everything that is wrong with a course, at once."""

from __future__ import annotations

import argparse
import datetime

from scorm_export.diagnostic import Diagnostic, Severity
from tiers_lieu_mooc.building import Checked, check_budget, check_course, outputs_of
from tiers_lieu_mooc.cli.courses import the_course
from tiers_lieu_mooc.cli.printing import print_findings
from tiers_lieu_mooc.targets import Split, Target


def run(chosen: argparse.Namespace) -> int:
    """Check a course and print its findings; 1 when something stops a build (or, strict, warns)."""
    checked = check_course(the_course(chosen.course), datetime.date.today())
    found = [*checked.found, *_budget(checked)]
    print_findings(found, checked.text_at, chosen.format, is_advice_shown=chosen.advice)
    return int(any(_counts(each.severity, strict=chosen.strict) for each in found))


def _budget(checked: Checked) -> list[Diagnostic]:
    """Look whether one package a module fits the narrowest standard; a whole course may not."""
    if checked.course is None:
        return []
    return check_budget(
        checked.course, outputs_of(checked.course, [Target.SCORM_12], [Split.MODULE])
    )


def _counts(severity: Severity, *, strict: bool) -> bool:
    return severity is Severity.ERROR or (strict and severity is Severity.WARNING)
