"""``tiers-lieu resultats``: what a report of an LMS says of the questions."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.cli.parser import MISUSE
from tiers_lieu_mooc.results import Unreadable, as_html, as_text, read_key, read_results


def run(chosen: argparse.Namespace) -> int:
    """Print what stands out and write the page; 1 when something of the report was not understood.

    What is read of a report is said in ``results.reports``; remarks go to standard error.
    """
    try:
        book = read_key(chosen.key)
        results = read_results(chosen.reports, book)
    except Unreadable as reason:
        print(f"tiers-lieu : {reason}.", file=sys.stderr)
        return MISUSE
    out = chosen.out or _beside(chosen.reports[0])
    write_atomically(out, as_html(results).encode())
    for remark in results.remarks:
        print(
            f"{remark.message}\n  → {remark.mend}" if remark.mend else remark.message,
            file=sys.stderr,
        )
    sys.stdout.write(as_text(results))
    print(f"\n{out}")
    return int(any(each.is_fault for each in results.remarks))


def _beside(report: Path) -> Path:
    return report.with_name(f"{report.stem}-resultats.html")
