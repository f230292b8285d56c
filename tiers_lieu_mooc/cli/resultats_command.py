"""``tiers-lieu resultats``: what a report of an LMS says of the questions."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.cli.parser import MISUSE
from tiers_lieu_mooc.results import (
    Results,
    Unreadable,
    as_html,
    as_text,
    fitting_key,
    read_key,
    read_results,
)


def run(chosen: argparse.Namespace) -> int:
    """Print what stands out and write the page; 1 when something of the report was not understood.

    With the key of another package no page is written: a good one may stand there already. What is
    read of a report is said in ``results.reports``; remarks go to standard error.
    """
    try:
        book = read_key(chosen.key)
        results = read_results(chosen.reports, book)
    except Unreadable as reason:
        print(f"tiers-lieu : {reason}.", file=sys.stderr)
        return MISUSE
    for remark in results.remarks:
        print(
            f"{remark.message}\n  → {remark.mend}" if remark.mend else remark.message,
            file=sys.stderr,
        )
    if results.is_of_other_package:
        print(f"\n{_other_key(chosen.key, results)}", file=sys.stderr)
        return 1
    out = chosen.out or _beside(chosen.reports[0])
    names = [path.name for path in chosen.reports]
    page = as_html(results, names, datetime.date.today())
    write_atomically(out, page.encode())
    sys.stdout.write(as_text(results))
    print(f"\n{out}")
    return int(any(each.is_fault for each in results.remarks))


def _other_key(key: Path, results: Results) -> str:
    wanted = fitting_key(key, results)
    which = (
        f"celle qu’il faut est {wanted}"
        if wanted is not None
        else "il faut celle qui porte le nom du paquet déposé et finit par « -cle-de-lecture.csv »"
    )
    return f"Aucune page n’est écrite : {key} est la clé d’un autre paquet ; {which}."


def _beside(report: Path) -> Path:
    return report.with_name(f"{report.stem}-resultats.html")
