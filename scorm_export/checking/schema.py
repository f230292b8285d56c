"""Validation against the official schemas, offline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree

from scorm_export.checking.findings import Subject, elements, local, namespace
from scorm_export.checking.rules import schema as rules
from scorm_export.control_documents import control_documents
from scorm_export.diagnostic import Rule
from scorm_export.standard import FACTS, XML, XSI, Standard

_XS = "http://www.w3.org/2001/XMLSchema"
_MOST_FAULTS = 100
_NAME = re.compile(r"\{[^{}]*\}")
_EXPECTED = re.compile(r"Expected is (?:one of )?\( (.*) \)\.$")
_FORMS = (
    (
        rules.TOO_LONG,
        re.compile(r"has a length of '(?P<length>\d+)'; this exceeds .* of '(?P<most>\d+)'"),
    ),
    (rules.STRAY_TEXT, re.compile(r"Character content (?:other than|is not allowed)")),
    (rules.ELEMENT_IN_TEXT, re.compile(r"Element content is not allowed")),
    (rules.MISSING_CHILD, re.compile(r"Missing child element\(s\)\.")),
    (rules.MISPLACED_ELEMENT, re.compile(r"This element is not expected\.")),
    (rules.MISSING_ATTRIBUTE, re.compile(r"The attribute '(?P<attribute>[^']+)' is required")),
    (
        rules.UNEXPECTED_ATTRIBUTE,
        re.compile(r"attribute '(?P<attribute>[^']+)': The attribute '[^']+' is not allowed\."),
    ),
    (rules.BAD_VALUE, re.compile(r"'(?P<value>[^']*)' is not (?:a valid|an element of the set)")),
    (rules.BAD_VALUE, re.compile(r"The value '(?P<value>[^']*)' ")),
)


class _Offline(etree.Resolver):
    """Gives the documents of one edition for whatever address ends in their name."""

    def __init__(self, documents: Mapping[str, bytes]) -> None:
        super().__init__()
        self._documents = documents

    # The stubs know neither the third argument that lxml passes nor the type of the answer.
    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]  # noqa: ARG002
        content = self._documents.get(system_url.rsplit("/", 1)[-1], b"")
        return self.resolve_string(content, context, base_url=system_url)


def _cured(name: str, content: bytes) -> bytes:
    if name == "ims_xml.xsd":
        # It makes the XML namespace the default one, which libxml2 takes for ill-formed.
        return content.replace(f'xmlns="{XML}"'.encode(), b"")
    if name == "imsmd_rootv1p2p1.xsd":
        # « content model is not determinist »: its wildcards overlap its own elements.
        return content.replace(b'namespace="##any"', b'namespace="##other"')
    return content


@cache
def _schema(standard: Standard) -> etree.XMLSchema:
    documents = {name: _cured(name, c) for name, c in control_documents(standard).items()}
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    parser.resolvers.add(_Offline(documents))
    # One schema that imports all: each document alone knows its own namespace only.
    driver = etree.Element(f"{{{_XS}}}schema", nsmap={"xs": _XS})
    for uri, name in FACTS[standard].locations.items():
        etree.SubElement(driver, f"{{{_XS}}}import", namespace=uri, schemaLocation=name)
    return etree.XMLSchema(etree.fromstring(etree.tostring(driver), parser))


@cache
def _declared(standard: Standard) -> Mapping[str, frozenset[str]]:
    """Namespace → names that may stand in another namespace's element; attributes with @."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    found: dict[str, frozenset[str]] = {}
    for name, content in control_documents(standard).items():
        if name.endswith(".xsd"):
            root = etree.fromstring(_cured(name, content), parser)
            uri = root.get("targetNamespace", "")
            names = {each.get("name", "") for each in root.findall(f"{{{_XS}}}element")}
            names |= {f"@{each.get('name')}" for each in root.findall(f"{{{_XS}}}attribute")}
            found[uri] = found.get(uri, frozenset()) | names
    return found


def check_schema(subject: Subject, standard: Standard) -> None:
    """Validate the manifest. Extensions without an official schema are taken out of it first."""
    declared = _declared(standard)
    _check_attributes(subject, declared)
    _check_names(subject, declared)
    schema = _schema(standard)
    if not schema.validate(subject.root):
        declared_here = etree.iterwalk(subject.root, events=("start-ns",))
        prefixes = {prefix: uri for _, (prefix, uri) in declared_here if prefix}
        # The stubs do not know that an error log can be gone through.
        for fault in list(schema.error_log)[:_MOST_FAULTS]:  # type: ignore[call-overload]
            _report(subject, fault, _element_at(subject.root, fault, prefixes))


def _check_names(subject: Subject, declared: Mapping[str, frozenset[str]]) -> None:
    for element in list(elements(subject.root)):
        parent = element.getparent()
        if parent is None or namespace(parent) == namespace(element):
            continue
        names = declared.get(namespace(element))
        if names is not None and local(element) in names:
            continue
        if names is not None:
            _report_unknown(subject, element, element.prefix, local(element))
        parent.remove(element)


def _check_attributes(subject: Subject, declared: Mapping[str, frozenset[str]]) -> None:
    for element in elements(subject.root):
        for name in list(element.attrib):
            attribute = etree.QName(name)
            uri = attribute.namespace
            if uri is None or uri in {XML, XSI, namespace(element)}:
                continue
            names = declared.get(uri)
            if names is not None and f"@{attribute.localname}" in names:
                continue
            if names is not None and not subject.findings.knows(element):
                prefix = next((p for p, bound in element.nsmap.items() if bound == uri), None)
                _report_unknown(subject, element, prefix, attribute.localname)
            del element.attrib[name]


def _report_unknown(
    subject: Subject, element: etree._Element, prefix: str | None, name: str
) -> None:
    subject.findings.about_element(rules.UNKNOWN_NAME, element, prefix=prefix or "", name=name)


def _report(subject: Subject, fault: etree._LogEntry, element: etree._Element | None) -> None:
    if element is not None and subject.findings.knows(element):
        return
    rule, values = _classified(_NAME.sub("", fault.message), fault.type)
    name = "?" if element is None else local(element)
    subject.findings.about_manifest(rule, fault.line, element=name, **values)


def _classified(message: str, number: int) -> tuple[Rule, dict[str, str]]:
    """Make one of our rules with its values out of a sentence of libxml2."""
    for rule, form in _FORMS:
        found = form.search(message)
        if found is None:
            continue
        values = {"expected": _expected(message), **found.groupdict("")}
        if rule is rules.MISPLACED_ELEMENT and not values["expected"]:
            return rules.UNEXPECTED_ELEMENT, values
        return rule, values
    return rules.INVALID, {"number": str(number)}


def _expected(message: str) -> str:
    """Name the elements that might stand in the place, without the wildcards."""
    found = _EXPECTED.search(message)
    names = found[1].split(", ") if found else []
    return ", ".join(name.rstrip("*+?") for name in names if not name.startswith("##"))


def _element_at(
    root: etree._Element, fault: etree._LogEntry, prefixes: Mapping[str, str]
) -> etree._Element | None:
    try:
        found = root.xpath(fault.path or "", namespaces=prefixes)
    except etree.XPathError:
        return None
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, etree._Element) else None
