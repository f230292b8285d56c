"""Checks of the manifest's root: namespaces and prefixes, version, bases, sub-manifests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml import etree

from scorm_export.checking.findings import (
    Findings,
    Subject,
    content_of,
    elements,
    local,
    namespace,
)
from scorm_export.checking.rules import manifest as rules
from scorm_export.standard import FACTS, XML, Standard

_VERSION_ROOM = 20
_MOST_LOOKS = 1_000
"""Attributes of a namespace whose prefix is looked up: each look lists all prefixes in scope."""
_BY_TEXT = {facts.schema_version: standard for standard, facts in FACTS.items()}
_SECOND_EDITION = {"CAM 1.3", "1.3"}
_FAMILIES = {
    FACTS[Standard.SCORM_12].namespaces[""]: "1.2",
    FACTS[Standard.SCORM_2004_4].namespaces[""]: "2004",
}
_PREFIXES: Mapping[str, str] = {
    uri: prefix for facts in FACTS.values() for prefix, uri in facts.namespaces.items()
}


def family(root: etree._Element, findings: Findings) -> str | None:
    """Tell by the root's namespace whether a manifest is one of SCORM « 1.2 » or « 2004 ».

    Returns:
        None when it is neither: nothing else can be said about it then.
    """
    if local(root) != "manifest":
        findings.about_element(rules.WRONG_ROOT, root, element=local(root))
        return None
    if namespace(root) not in _FAMILIES:
        findings.about_element(rules.WRONG_NAMESPACE, root, namespace=namespace(root))
    return _FAMILIES.get(namespace(root))


def edition(root: etree._Element, family_name: str) -> Standard | None:
    """Choose the edition by whose schemas a manifest is judged; None for the 2nd edition."""
    stated = _schemaversion(root).strip()
    if family_name == "1.2":
        return Standard.SCORM_12
    if stated in _SECOND_EDITION:
        return None
    chosen = _BY_TEXT.get(stated, Standard.SCORM_2004_4)
    return Standard.SCORM_2004_4 if chosen is Standard.SCORM_12 else chosen


def _schemaversion(root: etree._Element) -> str:
    path = "{*}metadata/{*}schemaversion"
    return content_of(root.find(path))


def check_heading(subject: Subject) -> None:
    """Check everything that is said once for the whole manifest."""
    _check_prefixes(subject)
    _check_namespaces(subject)
    _check_version(subject)
    _check_whole(subject)


def _check_prefixes(subject: Subject) -> None:
    seen: set[tuple[str, str]] = set()
    looked: Counter[str] = Counter()
    for element in elements(subject.root):
        uri, prefix = namespace(element), element.prefix or ""
        if (uri, prefix) not in seen:
            seen.add((uri, prefix))
            _check_prefix(subject, element, uri, prefix)
        for uri in {etree.QName(name).namespace or "" for name in element.attrib}:
            looked[uri] += 1
            wrong = _wrong_prefix(element, uri) if looked[uri] <= _MOST_LOOKS else None
            if wrong is not None and (uri, wrong) not in seen:
                seen.add((uri, wrong))
                _check_prefix(subject, element, uri, wrong)


def _check_prefix(subject: Subject, element: etree._Element, uri: str, prefix: str) -> None:
    expected = _PREFIXES.get(uri, prefix)
    if prefix == expected:
        return
    if not expected:
        subject.findings.about_element(
            rules.PREFIXED_ELEMENT, element, prefix=prefix, element=local(element)
        )
        return
    subject.findings.about_element(
        rules.WRONG_PREFIX, element, namespace=uri, prefix=prefix, expected=expected
    )


def _wrong_prefix(element: etree._Element, uri: str) -> str | None:
    # lxml does not tell an attribute's own prefix: with the expected one in scope it is right.
    expected = _PREFIXES.get(uri)
    if not expected or element.nsmap.get(expected) == uri:
        return None
    return next((prefix for prefix, bound in element.nsmap.items() if bound == uri and prefix), "")


def _check_namespaces(subject: Subject) -> None:
    own = Standard.SCORM_2004_4 if subject.is_2004 else Standard.SCORM_12
    left = set(_PREFIXES) - set(FACTS[own].namespaces.values())
    for element in elements(subject.root):
        used = {namespace(element), *(etree.QName(name).namespace for name in element.attrib)}
        for uri in sorted(left & used):
            subject.findings.about_element(rules.MIXED_EDITIONS, element, namespace=uri)
            left.remove(uri)


def _check_version(subject: Subject) -> None:
    metadata = subject.child(subject.root, "metadata")
    if metadata is None:
        subject.findings.about_element(rules.NO_METADATA, subject.root)
        return
    schema = subject.child(metadata, "schema")
    if content_of(schema) != "ADL SCORM":
        text = content_of(schema)
        where = metadata if schema is None else schema
        subject.findings.about_element(rules.SCHEMA_TEXT, where, text=text)
    version = subject.child(metadata, "schemaversion")
    if version is None:
        subject.findings.about_element(rules.NO_SCHEMAVERSION, metadata)
    else:
        _check_schemaversion(subject, version)


def _check_schemaversion(subject: Subject, version: etree._Element) -> None:
    text = content_of(version)
    if text not in _BY_TEXT.keys() | _SECOND_EDITION:
        subject.findings.about_element(rules.SCHEMAVERSION, version, text=text)
        return
    if (text != "1.2") != subject.is_2004:
        name = _FAMILIES[namespace(subject.root)]
        subject.findings.about_element(rules.VERSION_MISMATCH, version, text=text, family=name)


def _check_whole(subject: Subject) -> None:
    findings = subject.findings
    version = subject.root.get("version", "")
    if len(version) > _VERSION_ROOM:
        findings.about_element(rules.VERSION_LONG, subject.root, length=len(version))
    for nested in subject.children(subject.root, "manifest"):
        findings.about_element(rules.SUB_MANIFEST, nested)
    for element in elements(subject.root):
        base = element.get(f"{{{XML}}}base")
        if base is not None:
            findings.about_element(rules.XML_BASE, element)
            if not base.endswith("/"):
                findings.about_element(rules.XML_BASE_FORM, element, value=base)
