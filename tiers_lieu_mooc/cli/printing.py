"""Findings on standard output."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO

from scorm_export.diagnostic import Diagnostic
from tiers_lieu_mooc.cli.courses import typed_command
from tiers_lieu_mooc.cli.parser import Format
from tiers_lieu_mooc.findings import (
    Layout,
    as_github,
    as_gitlab,
    as_json,
    as_text,
    harmless_lines,
    wants_colour,
    wants_links,
)

_WRITERS = {Format.JSON: as_json, Format.GITHUB: as_github, Format.GITLAB: as_gitlab}


def print_findings(
    found: Sequence[Diagnostic],
    text_at: Callable[[str], str],
    shape: Format = Format.TEXT,
    *,
    is_advice_shown: bool = False,
    is_on_stderr: bool = False,
) -> None:
    """Print findings in the wanted format.

    Args:
        text_at: gives the text of a file, for quoting its lines.
        is_on_stderr: for commands whose standard output is something else.
    """
    stream = sys.stderr if is_on_stderr else sys.stdout
    if shape is Format.TEXT:
        layout = Layout(
            width=shutil.get_terminal_size((100, 24)).columns,
            is_coloured=wants_colour(stream, os.environ),
            is_advice_shown=is_advice_shown,
            typed=typed_command(),
            page_of=_page_of(stream),
        )
        stream.write(as_text(found, text_at, layout))
    else:
        stream.write(_WRITERS[shape](found))
    stream.flush()


def complain(sentence: str) -> None:
    """Say on standard error why a command ends: names may hold what drives or reorders a line."""
    print(f"tiers-lieu\u00a0: {harmless_lines(sentence)}", file=sys.stderr)


def _page_of(stream: TextIO) -> Callable[[str], str]:
    if not wants_links(stream, os.environ):
        return lambda _code: ""
    # Loaded only then: it makes every page of the reference.
    written: Callable[[str], str] = import_module("tiers_lieu_mooc.rule_pages").written_page
    return functools.cache(written)
