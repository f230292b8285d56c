"""Findings as pages list them: by severity, then by place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorm_export.diagnostic import Diagnostic, Severity
from tiers_lieu_mooc.preview.findings import editor_address, page_address
from tiers_lieu_mooc.preview.wording import SEVERITIES, counted


@dataclass(frozen=True)
class FindingLine:
    """One finding as it is listed.

    Attributes:
        place: the file with line and column.
        page: address of what is said of its rule; "" for none.
        editor: address that opens the place in an editor; "" for none.
    """

    place: str
    severity: str
    message: str
    mend: str
    code: str
    page: str
    editor: str


@dataclass(frozen=True)
class SeverityGroup:
    """The findings of one severity.

    Attributes:
        summary: counts them.
        unlisted: how many of them are not among the lines.
    """

    name: str
    summary: str
    lines: Sequence[FindingLine]
    unlisted: int


MOST = 100
"""Findings of one severity that are listed: nobody reads more, and a page of all is slow."""


def grouped(findings: Iterable[Diagnostic], editor: str = "") -> list[SeverityGroup]:
    """Group findings, the gravest first; a severity that nothing has is left out."""
    found = list(findings)
    return [
        SeverityGroup(
            severity.value, _count(found, severity), _listed(same, editor), len(same[MOST:])
        )
        for severity in Severity
        if (same := [each for each in found if each.severity is severity])
    ]


def summary(findings: Iterable[Diagnostic]) -> str:
    """Count findings by severity: « 2 erreurs, 1 avertissement »; "" when there are none."""
    found = list(findings)
    counts = [
        _count(found, severity)
        for severity in Severity
        if any(each.severity is severity for each in found)
    ]
    return ", ".join(counts)


def _count(found: Sequence[Diagnostic], severity: Severity) -> str:
    return counted(sum(each.severity is severity for each in found), SEVERITIES[severity])


def _listed(findings: Iterable[Diagnostic], editor: str) -> list[FindingLine]:
    return [
        FindingLine(
            place=_place(finding),
            severity=SEVERITIES[finding.severity],
            message=finding.message,
            mend=finding.mend,
            code=finding.code,
            page=page_address(finding),
            editor=editor_address(editor, finding.at.path, finding.at.line, finding.at.column),
        )
        for finding in sorted(findings, key=lambda each: each.at)[:MOST]
    ]


def _place(finding: Diagnostic) -> str:
    at = finding.at
    return ":".join([at.path, *(str(number) for number in (at.line, at.column) if number)])
