"""``tiers-lieu inspect``: what is wrong with a SCORM package, whoever made it."""

from __future__ import annotations

import argparse

from scorm_export.checking import check
from scorm_export.diagnostic import Severity
from tiers_lieu_mooc.cli.printing import print_findings
from tiers_lieu_mooc.inspection import in_french


def run(chosen: argparse.Namespace) -> int:
    """Inspect packages and print their findings; 1 at an error (or, strict, at a warning)."""
    found = [each for path in chosen.packages for each in in_french(check(path))]
    print_findings(found, lambda _path: "", chosen.format, is_advice_shown=True)
    fatal = {Severity.ERROR, Severity.WARNING} if chosen.strict else {Severity.ERROR}
    return int(any(each.severity in fatal for each in found))
