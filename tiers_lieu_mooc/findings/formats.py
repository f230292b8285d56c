"""Findings for machines: our JSON, and the annotation formats of forges."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from types import MappingProxyType

from scorm_export.diagnostic import Diagnostic, Severity, by_place
from scorm_export.printable import json_text
from tiers_lieu_mooc.findings.terminal import harmless
from tiers_lieu_mooc.findings.text import page_of

JSON_VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

_GITHUB_COMMAND = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_GITLAB_SEVERITY = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def as_json(found: Iterable[Diagnostic]) -> str:
    """Write findings as one JSON object, sorted by place.

    ``version`` is ``JSON_VERSION``. ``findings`` is a list of objects with ``code``, ``severity``
    (``error``, ``warning`` or ``info``), ``path``, ``line`` and ``column`` (from 1; null when the
    finding is about the whole file or line), ``width`` (characters, null when not known),
    ``message``, ``mend`` ("" when there is none) and ``doc`` (the name of the rule's page).
    ``counts`` holds the number of findings of each severity.
    """
    ordered = by_place(found)
    counts = {severity.value: 0 for severity in Severity}
    counts.update(Counter(each.severity.value for each in ordered))
    document = {
        "version": JSON_VERSION,
        "findings": [_record(each) for each in ordered],
        "counts": counts,
    }
    return json_text(document)


def as_github(found: Iterable[Diagnostic]) -> str:
    """Write workflow commands, one a line, which GitHub shows beside the lines of a change.

    Forgejo and Gitea run the same commands and show them in the job's log. Source: GitHub,
    « Workflow commands for GitHub Actions »; the escapes are those of ``@actions/core``.
    """
    return "".join(f"{_command(each)}\n" for each in by_place(found))


def as_gitlab(found: Iterable[Diagnostic]) -> str:
    """Write a Code Quality report, which GitLab shows in merge requests.

    Source: GitLab, « Code Quality report format ». A fingerprint depends on the file, the rule
    and the sentence, so that a finding keeps it when lines move; GitLab shows one finding only
    per fingerprint, hence the rank among equal ones.
    """
    ranks: Counter[str] = Counter()
    issues: list[dict[str, object]] = []
    for each in by_place(found):
        identity = f"{each.at.path}\0{each.code}\0{each.message}"
        ranks[identity] += 1
        issues.append(_issue(each, f"{identity}\0{ranks[identity]}"))
    return json_text(issues)


FORMATS: MappingProxyType[str, Callable[[Iterable[Diagnostic]], str]] = MappingProxyType(
    {"github": as_github, "gitlab": as_gitlab, "json": as_json}
)
"""The formats for machines, by the name that people type; ``text`` is apart."""


def _record(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "path": found.at.path,
        "line": found.at.line or None,
        "column": found.at.column or None,
        "width": found.at.width or None,
        "message": found.message,
        "mend": found.mend,
        "doc": page_of(found.code),
    }


def _issue(found: Diagnostic, identity: str) -> dict[str, object]:
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": _both(found),
        "check_name": found.code,
        "fingerprint": digest,
        "severity": _GITLAB_SEVERITY[found.severity],
        "location": {"path": found.at.path, "lines": {"begin": max(found.at.line, 1)}},
    }


def _command(found: Diagnostic) -> str:
    at = found.at
    properties = [("file", at.path)]
    if at.line:
        properties.append(("line", str(at.line)))
    if at.line and at.column:
        properties.append(("col", str(at.column)))
        properties.append(("endColumn", str(at.column + max(at.width, 1) - 1)))
    properties.append(("title", found.code))
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties)
    return f"::{_GITHUB_COMMAND[found.severity]} {listed}::{_escaped(_both(found))}"


def _both(found: Diagnostic) -> str:
    return f"{found.message}\n→ {found.mend}" if found.mend else found.message


def _escaped(text: str) -> str:
    lines = text.replace("\r", "\n").split("\n")
    return "%0A".join(harmless(line).replace("%", "%25") for line in lines)


def _escaped_property(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return harmless(escaped.replace(":", "%3A").replace(",", "%2C"))
