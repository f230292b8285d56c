"""Checks of the files that a manifest names against those that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from scorm_export.checking.findings import Subject
from scorm_export.checking.hrefs import There, path_of, resolved
from scorm_export.checking.rules import files as rules
from scorm_export.diagnostic import Rule
from scorm_export.standard import FACTS, MANIFEST_NAME, SERVER_SIDE_EXTENSIONS, XML

_HREF_ROOM = 2_000
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CONTROL = {MANIFEST_NAME}.union(*(facts.control_documents for facts in FACTS.values()))
_SCHEMA = re.compile(r"(?:(?:common|extend|unique|vocab)/)?[^/]+\.(?:xsd|dtd)")


def check_files(subject: Subject) -> None:
    """Check names, hrefs, and that both say the same."""
    _check_names(subject)
    there = There(subject.names)
    named = {name for resource in subject.resources() for name in _files(subject, resource, there)}
    named |= _metadata_files(subject)
    for name in subject.names:
        if name not in named and name not in _CONTROL and not _SCHEMA.fullmatch(name):
            subject.findings.about_file(rules.UNLISTED, name)


def _check_names(subject: Subject) -> None:
    for name in subject.names:
        if not name.isascii():
            subject.findings.about_file(rules.NON_ASCII_NAME, name)
        # Windows drops blanks at the end of a name: a finding of its own.
        if any(" " in part.rstrip(" ") for part in name.split("/")):
            subject.findings.about_file(rules.BLANK_IN_NAME, name)
        path = PurePosixPath(name)
        extension = (path.suffix or path.name).lower()
        if extension in SERVER_SIDE_EXTENSIONS:
            subject.findings.about_file(rules.SERVER_SIDE, name, extension=extension)


def _files(subject: Subject, resource: etree._Element, there: There) -> Iterator[str]:
    """Check the hrefs of a resource and give the names of the files that they mean."""
    listed = subject.children(resource, "file")
    for file in listed:
        if not file.get("href", "").strip():
            subject.findings.about_element(rules.FILE_WITHOUT_HREF, file)
        else:
            yield from _present(subject, resource, file, there)
    launch = resource.get("href")
    if not launch or _full(resource, resource) in {_full(resource, file) for file in listed}:
        return
    found = list(_present(subject, resource, resource, there))
    yield from found
    if found and found[0] not in _listed_by(subject, resource, there):
        subject.findings.about_element(
            rules.LAUNCH_NOT_LISTED, resource, href=resolved(path_of(launch))
        )


def _listed_by(subject: Subject, resource: etree._Element, there: There) -> set[str]:
    """Give the files that a resource and those on which it depends list."""
    by_identifier = {each.get("identifier"): each for each in subject.resources()}
    reached, waiting = {resource}, [resource]
    while waiting:
        for dependency in subject.children(waiting.pop(), "dependency"):
            other = by_identifier.get(dependency.get("identifierref"))
            if other is not None and other not in reached:
                reached.add(other)
                waiting.append(other)
    return {
        there.meant(_full(each, file))
        for each in reached
        for file in subject.children(each, "file")
    }


def _full(resource: etree._Element, carrier: etree._Element) -> str:
    """Give the href of a resource or of a file of it with the bases that it is relative to."""
    return resolved(_base(resource) + carrier.get("href", ""))


def _present(
    subject: Subject, resource: etree._Element, carrier: etree._Element, there: There
) -> Iterator[str]:
    """Check one href and give the name of the file that it means, if there is one."""
    href = carrier.get("href", "")
    full = _base(resource) + href
    fault = _fault(full)
    if fault:
        subject.findings.about_element(fault, carrier, href=href, length=len(full))
        return
    name = there.meant(full)
    if not name:
        subject.findings.about_element(rules.ABSENT, carrier, href=href)
        return
    if not there.spells(full, name):
        subject.findings.about_element(rules.CASE_MISMATCH, carrier, href=href, name=name)
    elif name in _CONTROL:
        subject.findings.about_element(rules.CONTROL_LISTED, carrier, href=href)
    yield name


def _base(resource: etree._Element) -> str:
    carriers = [resource, *resource.iterancestors()]
    return "".join(each.get(f"{{{XML}}}base", "") for each in reversed(carriers))


def _fault(href: str) -> Rule | None:
    checks = (
        (len(href) > _HREF_ROOM, rules.HREF_LONG),
        (_EXTERNAL.match(href) is not None, rules.EXTERNAL_HREF),
        ("\\" in href, rules.HREF_BACKSLASH),
        (href.startswith("/") or ".." in resolved(path_of(href)).split("/"), rules.HREF_OUTSIDE),
    )
    return next((rule for is_wrong, rule in checks if is_wrong), None)


def _metadata_files(subject: Subject) -> set[str]:
    return {
        (element.text or "").strip()
        for facts in FACTS.values()
        for element in subject.root.iter(f"{{{facts.namespaces['adlcp']}}}location")
    }
