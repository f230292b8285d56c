"""``python -m scorm_export check FILE…``: the package checker on the command line."""

from __future__ import annotations

import sys

from scorm_export.interruptions import ending_quietly

if __name__ == "__main__":
    # Before anything else is loaded. Nothing is ever written, so that nothing is to be tidied up.
    ending_quietly()

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from scorm_export.checking import check
from scorm_export.diagnostic import Diagnostic, Severity
from scorm_export.printable import json_text, printable


def main(arguments: Sequence[str] | None = None) -> int:
    """Check packages and print what is wrong with them.

    Returns:
        1 when an error was found or, with --strict, a warning; else 0. Misuse ends with 2.
    """
    chosen = _parser().parse_args(arguments)
    found = [each for path in chosen.files for each in check(path)]
    # A terminal that cannot show a character shows its number instead of a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.stdout.write(_as_json(found) if chosen.format == "json" else _as_text(found))
    files, findings = len(chosen.files), len(found)
    sys.stderr.write(
        f"{files} {_plural(files, 'package')}, {findings} {_plural(findings, 'finding')}\n"
    )
    fatal = {Severity.ERROR, Severity.WARNING} if chosen.strict else {Severity.ERROR}
    return int(any(each.severity in fatal for each in found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scorm_export")
    commands = parser.add_subparsers(required=True, metavar="check")
    command = commands.add_parser("check", help="check SCORM packages of any vendor")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="package (zip)")
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    command.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def _as_text(found: Iterable[Diagnostic]) -> str:
    return "".join(f"{_first_line(each)}\n{_mend_line(each)}" for each in found)


def _first_line(found: Diagnostic) -> str:
    place = f"{found.at.path}:{found.at.line}" if found.at.line else found.at.path
    return f"{printable(place)}: {found.severity.value}: {found.message} [{found.code}]"


def _mend_line(found: Diagnostic) -> str:
    return f"    -> {found.mend}\n" if found.mend else ""


def _as_json(found: Iterable[Diagnostic]) -> str:
    rows = [
        {
            "path": each.at.path,
            "line": each.at.line,
            "severity": each.severity.value,
            "code": each.code,
            "message": each.message,
            "mend": each.mend,
        }
        for each in found
    ]
    return json_text(rows)


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


if __name__ == "__main__":
    sys.exit(main())
