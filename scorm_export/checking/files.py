"""Checks of the files that a manifest names against those that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from scorm_export.checking.findings import Subject
from scorm_export.checking.rules import files as rules
from scorm_export.diagnostic import Rule
from scorm_export.entries import folded
from scorm_export.standard import FACTS, MANIFEST_NAME, SERVER_SIDE_EXTENSIONS, XML

_HREF_ROOM = 2_000
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CONTROL = {MANIFEST_NAME}.union(*(facts.control_documents for facts in FACTS.values()))
_SCHEMA = re.compile(r"(?:(?:common|extend|unique|vocab)/)?[^/]+\.(?:xsd|dtd)")


def check_files(subject: Subject) -> None:
    """Check names, hrefs, and that both say the same."""
    _check_names(subject)
    there = {folded(name): name for name in reversed(subject.names)}
    named = {name for resource in subject.resources() for name in _files(subject, resource, there)}
    named |= _metadata_files(subject)
    for name in subject.names:
        if name not in named and name not in _CONTROL and not _SCHEMA.fullmatch(name):
            subject.findings.about_file(rules.UNLISTED, name)


def _check_names(subject: Subject) -> None:
    for name in subject.names:
        if not name.isascii():
            subject.findings.about_file(rules.NON_ASCII_NAME, name)
        if " " in name:
            subject.findings.about_file(rules.BLANK_IN_NAME, name)
        path = PurePosixPath(name)
        extension = (path.suffix or path.name).lower()
        if extension in SERVER_SIDE_EXTENSIONS:
            subject.findings.about_file(rules.SERVER_SIDE, name, extension=extension)


def _files(subject: Subject, resource: etree._Element, there: dict[str, str]) -> Iterator[str]:
    listed = set()
    for file in subject.children(resource, "file"):
        href = file.get("href", "")
        listed.add(href)
        if not href.strip():
            subject.findings.about_element(rules.FILE_WITHOUT_HREF, file)
        else:
            yield from _present(subject, resource, file, there)
    launch = resource.get("href")
    if not launch or launch in listed:
        return
    found = list(_present(subject, resource, resource, there))
    yield from found
    paths = {_path(href) for href in listed}
    if found and _path(launch) not in paths:
        subject.findings.about_element(rules.LAUNCH_NOT_LISTED, resource, href=_path(launch))


def _path(href: str) -> str:
    return unquote(re.split(r"[?#]", href, maxsplit=1)[0])


def _present(
    subject: Subject, resource: etree._Element, carrier: etree._Element, there: dict[str, str]
) -> Iterator[str]:
    """Check one href and give the name of the file that it means, if there is one."""
    href = carrier.get("href", "")
    full = _base(resource) + href
    fault = _fault(full)
    if fault:
        subject.findings.about_element(fault, carrier, href=href, length=len(full))
        return
    candidates = {full, _path(full)}
    exact = candidates.intersection(there.values())
    if exact:
        name = exact.pop()
        if name in _CONTROL:
            subject.findings.about_element(rules.CONTROL_LISTED, carrier, href=href)
        yield name
        return
    name = next((there[folded(each)] for each in candidates if folded(each) in there), "")
    if name:
        subject.findings.about_element(rules.CASE_MISMATCH, carrier, href=href, name=name)
        yield name
    else:
        subject.findings.about_element(rules.ABSENT, carrier, href=href)


def _base(resource: etree._Element) -> str:
    carriers = [resource, *resource.iterancestors()]
    return "".join(each.get(f"{{{XML}}}base", "") for each in reversed(carriers))


def _fault(href: str) -> Rule | None:
    checks = (
        (len(href) > _HREF_ROOM, rules.HREF_LONG),
        (_EXTERNAL.match(href) is not None, rules.EXTERNAL_HREF),
        ("\\" in href, rules.HREF_BACKSLASH),
        (href.startswith("/") or ".." in _path(href).split("/"), rules.HREF_OUTSIDE),
    )
    return next((rule for is_wrong, rule in checks if is_wrong), None)


def _metadata_files(subject: Subject) -> set[str]:
    return {
        (element.text or "").strip()
        for facts in FACTS.values()
        for element in subject.root.iter(f"{{{facts.namespaces['adlcp']}}}location")
    }
