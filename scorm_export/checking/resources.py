"""Checks of resources: their type, and which one an LMS would launch."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from lxml import etree

from scorm_export.checking.findings import Subject
from scorm_export.checking.rules import manifest as rules
from scorm_export.standard import FACTS, Standard

_KINDS = {"sco", "asset"}
_DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".csv", ".epub"}
    | {".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".xls", ".xlsx", ".ods", ".zip"}
)
_MEDIA = frozenset(
    {".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".wmv", ".mkv", ".mpg", ".mpeg", ".flv"}
    | {".mp3", ".m4a", ".aac", ".oga", ".ogg", ".opus", ".wav", ".flac"}
    | {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff"}
)
_ADLCP = {FACTS[standard].namespaces["adlcp"] for standard in Standard}


def check_resources(subject: Subject) -> None:
    """Check each resource, then what there is as a whole."""
    launched = {item.get("identifierref") for item in subject.items()}
    kinds = []
    for resource in subject.resources():
        _check_type(subject, resource)
        if resource.get("identifier") in launched and not resource.get("href"):
            subject.findings.about_element(rules.NO_HREF, resource)
        kind = _kind(subject, resource)
        if kind == "sco":
            _check_page(subject, resource)
        kinds.append(kind)
    if None not in kinds and "sco" not in kinds:
        holder = subject.child(subject.root, "resources")
        where = subject.root if holder is None else holder
        subject.findings.about_element(rules.NO_SCO, where)
    elif "sco" in kinds:
        _check_first(subject, kinds)


def _check_type(subject: Subject, resource: etree._Element) -> None:
    kind = resource.get("type")
    if kind != "webcontent":
        subject.findings.about_element(rules.RESOURCE_TYPE, resource, value=kind or "")


def _check_page(subject: Subject, resource: etree._Element) -> None:
    href = resource.get("href", "")
    extension = PurePosixPath(re.split(r"[?#]", href, maxsplit=1)[0].rstrip()).suffix.lower()
    if extension in _DOCUMENTS | _MEDIA:
        subject.findings.about_element(
            rules.SCO_IS_NO_PAGE, resource, href=href, extension=extension
        )


def _kind(subject: Subject, resource: etree._Element) -> str | None:
    expected = "scormType" if subject.is_2004 else "scormtype"
    found = {
        etree.QName(name): value
        for name, value in resource.attrib.items()
        if etree.QName(name).localname.lower() == "scormtype"
    }
    if not found:
        subject.findings.about_element(rules.NO_SCORM_TYPE, resource, expected=expected)
        return None
    name, value = next(iter(found.items()))
    if name.localname != expected or name.namespace not in _ADLCP:
        shown = name.localname if name.namespace is None else f"adlcp:{name.localname}"
        subject.findings.about_element(
            rules.SCORM_TYPE_SPELLING, resource, name=shown, expected=expected
        )
        return None
    if value not in _KINDS:
        subject.findings.about_element(rules.SCORM_TYPE_VALUE, resource, value=value)
        return None
    return str(value)


def _check_first(subject: Subject, kinds: list[str | None]) -> None:
    pairs = zip(subject.resources(), kinds, strict=True)
    first = next(((each, kind) for each, kind in pairs if each.get("href")), None)
    if first is not None and first[1] == "asset":
        subject.findings.about_element(rules.FIRST_RESOURCE, first[0])
