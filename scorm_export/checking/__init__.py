"""Any package file → what is wrong with it.

Nothing here shares code with the modules that write manifests: a checker that did would share
their mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from scorm_export.checking import rules
from scorm_export.checking.archive import Contents, examine
from scorm_export.checking.control import check_control_documents
from scorm_export.checking.document import parse
from scorm_export.checking.extensions import check_extensions
from scorm_export.checking.files import check_files
from scorm_export.checking.findings import Findings, Subject
from scorm_export.checking.formats import format_of_manifest
from scorm_export.checking.gathering import gathered
from scorm_export.checking.heading import check_heading, edition, family
from scorm_export.checking.organizations import check_organizations
from scorm_export.checking.resources import check_resources
from scorm_export.checking.schema import check_schema
from scorm_export.control_documents import ControlDocumentsMissing, control_documents
from scorm_export.diagnostic import Diagnostic, Report
from scorm_export.entries import Limits
from scorm_export.standard import MANIFEST_NAME

__all__ = ["check", "rules"]


def check(path: Path, limits: Limits | None = None) -> list[Diagnostic]:
    """Check a package of any vendor and edition.

    Never raises because of the file: what cannot be read is a finding. Nothing is written, nothing
    is fetched, no entity is expanded, and no more is unpacked than ``limits`` allow.

    Returns:
        Findings in order of place; places are ``package.zip``, ``package.zip:file`` and, with
        lines, ``package.zip:imsmanifest.xml``. A rule that is broken in many places gives one.
    """
    report = Report()
    findings = Findings(report, path.as_posix())
    try:
        contents = examine(path, findings, limits or Limits())
    except FileNotFoundError:
        findings.about_package(rules.archive.MISSING_FILE)
    except IsADirectoryError:
        findings.about_package(rules.archive.FOLDER)
    except (OSError, ValueError) as fault:
        # ValueError: a path that holds NUL.
        reason = getattr(fault, "strerror", None) or fault
        findings.about_package(rules.archive.UNREADABLE, reason=reason)
    else:
        if contents is not None:
            _check_manifest(contents, findings)
    return gathered(report.found, path.as_posix())


def _check_manifest(contents: Contents, findings: Findings) -> None:
    if MANIFEST_NAME in contents.too_large:
        size = contents.too_large[MANIFEST_NAME]
        findings.about_manifest(rules.manifest.TOO_LARGE, size=size)
    if MANIFEST_NAME not in contents.kept:
        return
    root = parse(contents.kept[MANIFEST_NAME], findings)
    if root is None:
        return
    other = format_of_manifest(root)
    if other is not None:
        findings.about_package(other)
        return
    family_name = family(root, findings)
    if family_name is not None:
        _check_subject(_subject(root, family_name, contents, findings))


def _subject(
    root: etree._Element, family_name: str, contents: Contents, findings: Findings
) -> Subject:
    return Subject(
        root=root,
        is_2004=family_name == "2004",
        standard=edition(root, family_name),
        names=contents.names,
        documents={n: c for n, c in contents.kept.items() if n != MANIFEST_NAME},
        findings=findings,
    )


def _check_subject(subject: Subject) -> None:
    check_heading(subject)
    check_organizations(subject)
    check_extensions(subject)
    check_resources(subject)
    check_files(subject)
    official = _official(subject)
    check_control_documents(subject, official)
    # Last, since it takes out of the tree what the schemas do not know.
    if subject.standard is not None and official:
        check_schema(subject, subject.standard)


def _official(subject: Subject) -> Mapping[str, bytes]:
    """Give the official control documents; empty, with a finding, when there are none."""
    if subject.standard is None:
        subject.findings.about_manifest(rules.schema.NOT_CHECKED)
        return {}
    try:
        return control_documents(subject.standard)
    except ControlDocumentsMissing:
        subject.findings.about_manifest(rules.schema.NOT_INSTALLED)
        return {}
