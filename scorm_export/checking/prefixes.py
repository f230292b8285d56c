"""Prefixes that a manifest uses without declaring them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from lxml import etree

from scorm_export.standard import FACTS, XSI, Standard

_UNDEFINED = 201
_FORM = re.compile(r"Namespace prefix (\S+) ")
_UNKNOWN = "urn:undeclared:"
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"


def is_made_up(uri: str) -> bool:
    """Tell whether a namespace was invented by :func:`declared`."""
    return uri.startswith(_UNKNOWN)


def undeclared(log: Iterable[etree._LogEntry]) -> dict[str, int]:
    """Give the prefixes for whose lack alone a parser stopped, each with its first line."""
    found: dict[str, int] = {}
    for entry in log:
        form = _FORM.search(entry.message)
        if entry.type != _UNDEFINED or form is None:
            return {}
        found.setdefault(form[1], entry.line)
    return found


def namespace_for(prefix: str, content: bytes) -> str:
    """Give the namespace that a prefix stands for in the edition of a manifest."""
    second = FACTS[Standard.SCORM_2004_4].namespaces
    is_2004 = second[""].encode() in content
    known: dict[str, str] = {"xsi": XSI, "imsmd": _IMSMD, "lom": _LOM, **second}
    if not is_2004:
        known |= FACTS[Standard.SCORM_12].namespaces
    return known.get(prefix, _UNKNOWN + prefix)


def declared(content: bytes, namespaces: Mapping[str, str]) -> bytes:
    """Add declarations to the first tag of a document in UTF-8; lines keep their numbers."""
    ends: list[int] = []
    parser = expat.ParserCreate()

    def element(name: str, _: object) -> None:
        if not ends:
            ends.append(parser.CurrentByteIndex + 1 + len(name.encode()))

    parser.StartElementHandler = element
    with suppress(expat.ExpatError):
        parser.Parse(content, True)
    if not ends:
        return content
    added = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in namespaces.items())
    return content[: ends[0]] + added.encode() + content[ends[0] :]
