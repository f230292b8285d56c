"""Checks of the control documents that a package carries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from scorm_export.checking.findings import Subject, elements
from scorm_export.checking.prefixes import is_made_up
from scorm_export.checking.rules import schema as rules
from scorm_export.standard import XML, XSI

_REFERRING = re.compile(rb"<(?:\w+:)?(?:include|import|redefine)\b([^<>]*)")
_LOCATION = re.compile(rb"""\sschemaLocation\s*=\s*["']([^"']*)["']""")


def check_control_documents(subject: Subject, official: Mapping[str, bytes]) -> None:
    """Check that every namespace has its schema at the root, whole and unchanged."""
    _check_locations(subject)
    for name, content in sorted(subject.documents.items()):
        if name in official and _essence(content) != _essence(official[name]):
            subject.findings.about_file(rules.CONTROL_CHANGED, name)
        for target in _references(content):
            if target not in subject.names:
                subject.findings.about_package(rules.INCLUDE_MISSING, name=target, by=name)


def _check_locations(subject: Subject) -> None:
    locations = _locations(subject)
    if not locations:
        subject.findings.about_element(rules.NO_LOCATIONS, subject.root)
        return
    used = sorted(_used_namespaces(subject.root))
    for uri in used:
        if uri not in locations:
            subject.findings.about_element(rules.NO_LOCATION, subject.root, namespace=uri)
    wanted = dict.fromkeys(locations[uri] for uri in used if uri in locations)
    missing = [name for name in wanted if name not in subject.names]
    if len(missing) > 1 and len(missing) == len(wanted):
        subject.findings.about_package(rules.NO_CONTROLS, names=", ".join(missing))
        return
    for name in missing:
        subject.findings.about_package(rules.CONTROL_MISSING, name=name)


def _locations(subject: Subject) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in elements(subject.root):
        words = element.get(f"{{{XSI}}}schemaLocation", "").split()
        if len(words) % 2:
            subject.findings.about_element(rules.LOCATION_PAIRS, element)
        found |= dict(zip(words[::2], words[1::2], strict=False))
    return found


def _used_namespaces(root: etree._Element) -> set[str]:
    names = {str(element.tag) for element in elements(root)}
    names |= {str(name) for element in elements(root) for name in element.attrib}
    used = {etree.QName(name).namespace or "" for name in names} - {"", XML, XSI}
    return {uri for uri in used if not is_made_up(uri)}


def _references(content: bytes) -> set[str]:
    tags = _REFERRING.findall(_without_comments(content))
    targets = [found[1] for tag in tags if (found := _LOCATION.search(tag))]
    return {each.decode("utf-8", "replace") for each in targets if b":" not in each}


def _essence(content: bytes) -> bytes:
    # Line ends, indentation and comments differ between the copies that tools ship.
    return b"".join(_without_comments(content).split())


def _without_comments(content: bytes) -> bytes:
    kept: list[bytes] = []
    written = 0
    while (start := content.find(b"<!--", written)) >= 0:
        end = content.find(b"-->", start + 4)
        if end < 0:
            break
        kept.append(content[written:start])
        written = end + 3
    return b"".join([*kept, content[written:]])
