"""Element builders and serialisation of manifests."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from lxml import etree

from scorm_export.standard import FACTS, TITLE_ROOM, XSI, Standard

# Everything that XML 1.0 cannot hold, not even as a character reference (production 2, Char).
_ILLEGAL = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_ZERO_WIDTH_JOINER = "\u200d"


class Builder:
    """Makes the elements of one edition's manifests, with its literal prefixes."""

    def __init__(self, standard: Standard) -> None:
        self._facts = FACTS[standard]

    def root(self, name: str, attributes: Mapping[str, str]) -> etree._Element:
        """Make the document element, which declares every namespace and its schema."""
        prefixes = {prefix or None: uri for prefix, uri in self._facts.namespaces.items()}
        # The stubs know no default namespace, lxml does.
        element = etree.Element(self._name(name), nsmap=prefixes | {"xsi": XSI})  # type: ignore[arg-type]
        self._set(element, attributes)
        pairs = (f"{uri} {file}" for uri, file in self._facts.locations.items())
        element.set(f"{{{XSI}}}schemaLocation", " ".join(pairs))
        return element

    def child(
        self,
        parent: etree._Element,
        name: str,
        attributes: Mapping[str, str] | None = None,
        text: str | None = None,
    ) -> etree._Element:
        """Append an element; ``name`` and attribute names may carry a prefix, ``imsss:rollup``."""
        element = etree.SubElement(parent, self._name(name))
        self._set(element, attributes or {})
        if text is not None:
            element.text = legal(text)
        return element

    def set(self, element: etree._Element, name: str, value: str) -> None:
        """Set an attribute; its name may carry a prefix."""
        element.set(self._name(name) if ":" in name else name, legal(value))

    def _set(self, element: etree._Element, attributes: Mapping[str, str]) -> None:
        for name, value in attributes.items():
            self.set(element, name, value)

    def _name(self, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        return f"{{{self._facts.namespaces[prefix]}}}{local}"


def legal(text: str) -> str:
    """Replace what XML cannot hold by U+FFFD; everything else comes back from the XML as it is."""
    return _ILLEGAL.sub("\ufffd", text)


def short_title(title: str) -> str:
    """Cut a title to what every LMS keeps, never inside a character and its marks."""
    if len(title) <= TITLE_ROOM:
        return title
    end = TITLE_ROOM - 1
    while end > 1 and (_joins(title[end]) or title[end - 1] == _ZERO_WIDTH_JOINER):
        end -= 1
    return title[:end].rstrip() + "…"


def _joins(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}


def serialise(manifest: etree._Element) -> bytes:
    """Write a manifest as indented UTF-8 with its declaration."""
    return _DECLARATION + etree.tostring(manifest, encoding="UTF-8", pretty_print=True)
