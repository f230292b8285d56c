"""Findings as the player shows them beside the last good build: place, excerpt, editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from pydantic import BaseModel

from scorm_export.diagnostic import Diagnostic, Severity
from tiers_lieu_mooc.preview.errors import PreviewError
from tiers_lieu_mooc.preview.wording import SEVERITIES
from tiers_lieu_mooc.preview.workbench import Shown, Workbench

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "aucun": "",
}
"""Name of an editor → the form of its addresses, from the documentation of each."""

_AROUND = 2
"""Lines shown before and after the place of a finding."""

_LONGEST_LINE = 200
_MOST = 100


def editor_form(named: str) -> str:
    """Give the form of an editor's addresses from its name, or as it was given.

    Raises:
        PreviewError: when it is neither the name of a known editor nor such a form.
    """
    if not named or named in EDITORS:
        return EDITORS.get(named, "")
    try:
        made = editor_address(named, "a", 1, 1)
    except (ValueError, LookupError, AttributeError):
        made = ""
    # An address of the web, or one that runs, is none of an editor's.
    if "{path}" not in named or made.lower().startswith(
        ("http:", "https:", "javascript:", "data:")
    ):
        names = ", ".join(EDITORS)
        raise PreviewError(
            f"L’éditeur « {named} » n’est pas connu : choisissez parmi {names}, ou donnez la "
            "forme de ses adresses, par exemple "
            "« monediteur://ouvrir?fichier={path}&ligne={line} »."
        )
    return named


class ExcerptLine(BaseModel):
    """A line of a source; ``is_place`` for the one that the finding is about."""

    number: int
    text: str
    is_place: bool


class Finding(BaseModel):
    """One finding.

    Attributes:
        place: file with line and column.
        excerpt: the lines around the place; [] when the source could not be read.
        page: address of what is said of the rule; "" when there is no such page.
        editor: address that opens the place in an editor; "" when there is none to open.
    """

    place: str
    severity: str
    message: str
    mend: str
    code: str
    page: str
    excerpt: list[ExcerptLine]
    editor: str


class Findings(BaseModel):
    """The gravest findings first; ``total`` counts those that are not listed, too."""

    trouble: str
    total: int
    findings: list[Finding]


def findings_router(workbench: Workbench, editor: str) -> APIRouter:
    """Make the route of the findings.

    Args:
        editor: form of an editor's addresses, with ``{path}``, ``{line}`` and ``{column}``; "" for
            none, as it must be where visitors work on other machines.
    """
    router = APIRouter(prefix="/api", tags=["Constats"])

    @router.get("/constats")
    def findings() -> Findings:
        """List what was found in the sources by the last build."""
        shown = workbench.shown
        order = list(Severity)
        found = sorted(shown.findings, key=lambda each: order.index(each.severity))
        return Findings(
            trouble=shown.trouble,
            total=len(found),
            findings=[_finding(each, shown, editor) for each in found[:_MOST]],
        )

    return router


def _finding(found: Diagnostic, shown: Shown, editor: str) -> Finding:
    at = found.at
    return Finding(
        place=":".join([at.path, *(str(number) for number in (at.line, at.column) if number)]),
        severity=SEVERITIES[found.severity],
        message=found.message,
        mend=found.mend,
        code=found.code,
        page=page_address(found),
        excerpt=list(_excerpt(shown.text_at(at.path), at.line)),
        editor=editor_address(editor, at.path, at.line, at.column),
    )


def page_address(found: Diagnostic) -> str:
    """Give the address of the page of a finding's rule, "" for a rule of which nothing is said."""
    return f"/regles/{found.code}" if found.rule.doc else ""


def _excerpt(text: str, line: int) -> Iterator[ExcerptLine]:
    lines = text.splitlines()
    if not 1 <= line <= len(lines):
        return
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        shown = lines[number - 1][:_LONGEST_LINE]
        yield ExcerptLine(number=number, text=shown, is_place=number == line)


def editor_address(editor: str, path: str, line: int, column: int) -> str:
    """Give the address that opens a place in an editor, "" without one."""
    if not editor:
        return ""
    whole = Path(path).absolute().as_posix()
    return editor.format(path=quote(whole), line=max(line, 1), column=max(column, 1))
