"""``tiers-lieu resultats``: what a report of an LMS says of the questions."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.cli.courses import typed_results
from tiers_lieu_mooc.cli.parser import MISUSE
from tiers_lieu_mooc.cli.printing import complain
from tiers_lieu_mooc.findings import harmless_lines
from tiers_lieu_mooc.results import (
    Results,
    Unreadable,
    as_html,
    as_text,
    fitting_key,
    is_key,
    keeps_from_writing,
    mark_of,
    page_beside,
    read_key,
    read_results,
)


def run(chosen: argparse.Namespace) -> int:
    """Print what stands out and write the page; 1 when something of the report was not understood.

    With the key of another package no page is written: a good one may stand there already. What is
    read of a report is said in ``results.reports``; remarks go to standard error.
    """
    try:
        reports, key = _told_apart(chosen.files, chosen.key)
        book = read_key(key)
        out = chosen.out or page_beside(reports)
        hindrance = keeps_from_writing(out, reports, key)
        if hindrance:
            raise Unreadable(hindrance)
        results = read_results(reports, book)
    except Unreadable as reason:
        complain(f"{reason}.")
        return MISUSE
    _print_remarks(results)
    if results.is_of_other_package:
        print(harmless_lines(f"\n{_other_key(key, results)}"), file=sys.stderr)
        return 1
    page = as_html(results, len(reports), mark_of(reports), datetime.date.today())
    write_atomically(out, page.encode())
    sys.stdout.write(harmless_lines(as_text(results)))
    print(f"\n{out}")
    return int(any(each.is_fault for each in results.remarks))


def _told_apart(files: Sequence[Path], key: Path | None) -> tuple[list[Path], Path]:
    """Tell reports from their key, which may stand among them.

    Raises:
        OSError: when a file cannot be read.
        Unreadable: when there is no report, or not one key.
    """
    keys = [key] if key is not None else [each for each in files if is_key(each)]
    reports = [each for each in files if key is not None or each not in keys]
    missing = [
        *([] if reports else ["le rapport"]),
        *([] if keys else ["la clé de lecture (« …-cle-de-lecture.csv »)"]),
    ]
    if missing:
        raise Unreadable(f"il manque {' et '.join(missing)}. {_example()}")
    if len(keys) > 1:
        raise Unreadable(f"il y a plusieurs clés de lecture, il en faut une. {_example()}")
    return reports, keys[0]


def _example() -> str:
    return f"Par exemple : {typed_results()} rapport.ods dist/mon-cours-cle-de-lecture.csv"


def _print_remarks(results: Results) -> None:
    for remark in results.remarks:
        said = f"{remark.message}\n  → {remark.mend}" if remark.mend else remark.message
        print(harmless_lines(said), file=sys.stderr)


def _other_key(key: Path, results: Results) -> str:
    wanted = fitting_key(key, results)
    which = (
        f"celle qu’il faut est {wanted}"
        if wanted is not None
        else "il faut celle qui porte le nom du paquet déposé et finit par « -cle-de-lecture.csv »"
    )
    return f"Aucune page n’est écrite : {key} est la clé d’un autre paquet ; {which}."
