"""The manifest's bytes → its tree, without expanding or fetching anything."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from contextlib import suppress
from xml.parsers import expat

from lxml import etree

from scorm_export.checking.findings import Findings
from scorm_export.checking.prefixes import declared, namespace_for, undeclared
from scorm_export.checking.rules import manifest as rules
from scorm_export.checking.rules import xml as xml_rules
from scorm_export.checking.syntax import rule_for

_MOST_SUPPOSED = 200
"""Prefixes whose declaration is made up: a parser tells few at a time, and reads all again."""
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*>""")
_KNOWN_ENCODING = re.compile(r"iso8859-\d+|cp125\d|utf-16(-[bl]e)?|utf-32(-[bl]e)?|mac-roman")

_STARTS: Mapping[bytes, str] = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0\0\0": "utf-32-le",
    b"\0\0\0<": "utf-32-be",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
"""What tells an encoding before its name can be read, longer ones first (XML 1.0, appendix F)."""


class _Stop(Exception):  # noqa: N818 -- ends a scan from inside a callback
    pass


def parse(content: bytes, findings: Findings) -> etree._Element | None:
    """Parse a manifest; None when it cannot or must not be parsed."""
    text = _as_utf8(content, findings)
    if text is None:
        return None
    try:
        is_safe = not _has_doctype(text)
    except LookupError:
        findings.about_manifest(rules.UNKNOWN_ENCODING, encoding="?")
        return None
    if not is_safe:
        findings.about_manifest(rules.DOCTYPE)
        return None
    return _tree(text, {}, findings)


def _tree(text: bytes, namespaces: Mapping[str, str], findings: Findings) -> etree._Element | None:
    """Parse a text in UTF-8 as if its first tag declared some more prefixes."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(declared(text, namespaces), parser)
    except etree.XMLSyntaxError:
        # Not the log of the exception, which holds faults of other parsers too.
        log = list(parser.error_log)
    new = {p: line for p, line in undeclared(log).items() if p not in namespaces}
    if new and len(namespaces) > _MOST_SUPPOSED:
        line, number = log[0].line, log[0].type
        findings.about_manifest(rules.NOT_WELL_FORMED, line, number=number)
        return None
    if not new:
        rule, line, values = rule_for(log)
        findings.about_manifest(rule, line, **values)
        return None
    supposed = {prefix: namespace_for(prefix, text) for prefix in new}
    for prefix, line in new.items():
        findings.about_manifest(
            xml_rules.UNDECLARED_PREFIX, line, prefix=prefix, namespace=supposed[prefix]
        )
    # A parser tells a limited number of faults, so that there may be more.
    return _tree(text, {**namespaces, **supposed}, findings)


def _as_utf8(content: bytes, findings: Findings) -> bytes | None:
    if content.startswith(codecs.BOM_UTF8):
        findings.about_manifest(rules.BYTE_ORDER_MARK)
        content = content.removeprefix(codecs.BOM_UTF8)
    encoding = _encoding(content)
    if encoding.lower() in {"utf-8", "utf8", "us-ascii"}:
        return content
    try:
        name = codecs.lookup(encoding).name
        text = content.decode(name) if _KNOWN_ENCODING.fullmatch(name) else None
    except (LookupError, UnicodeDecodeError):
        text = None
    if text is None:
        findings.about_manifest(rules.UNKNOWN_ENCODING, encoding=encoding)
        return None
    findings.about_manifest(rules.ENCODING, encoding=encoding)
    return _redeclared(text)


def _encoding(content: bytes) -> str:
    told = next((name for start, name in _STARTS.items() if content.startswith(start)), None)
    if told:
        return told
    declared = _DECLARED.match(content.lstrip())
    return declared[1].decode("ascii") if declared else "utf-8"


def _redeclared(text: str) -> bytes:
    bare = text.removeprefix("\ufeff")
    declaration = re.match(r"<\?xml[^>]*>", bare)
    if declaration:
        # Line breaks of the declaration stay, so that lines keep their numbers.
        bare = "\n" * declaration[0].count("\n") + bare[declaration.end() :]
    return bare.encode("utf-8", "replace")


def _has_doctype(content: bytes) -> bool:
    # libxml2 expands entities in attribute values whatever it is told, so the declaration must be
    # found before; expat stops at its name, before any entity is read. An encoding that it does not
    # know is a LookupError.
    found: list[str] = []

    def doctype(*_: object) -> None:
        found.append("doctype")
        raise _Stop

    def element(*_: object) -> None:
        raise _Stop

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    with suppress(_Stop, expat.ExpatError):
        parser.Parse(content, True)
    return bool(found)
