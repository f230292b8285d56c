"""SVG: its size, and that it holds nothing but a drawing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tiers_lieu_mooc.assembly.faults import Fault, Size
from tiers_lieu_mooc.rules import media as rules

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["inspect_drawing"]

_NAMESPACE = "http://www.w3.org/2000/svg"
_FORBIDDEN = {
    "script": "un programme (`<script>`)",
    "handler": "un programme (`<handler>`)",
    "foreignObject": "une page Web (`<foreignObject>`)",
    "iframe": "une page Web (`<iframe>`)",
    "embed": "un objet extérieur (`<embed>`)",
    "object": "un objet extérieur (`<object>`)",
}
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|webp|gif)[;,]", re.IGNORECASE)
_OUTER_STYLE = re.compile(
    r"@import|expression\s*\(|javascript:|url\(\s*['\"]?(?!['\"]?(?:#|data:image/))", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""CSS pixels in each unit. Source: CSS Values and Units Level 3, § 5.2."""


def inspect_drawing(content: bytes) -> Size | Fault:
    """Inspect an SVG file; nothing of it is resolved, fetched or expanded."""
    from lxml import etree  # noqa: PLC0415 (only with drawings)

    if b"<!ENTITY" in content:
        return _unsafe("une définition d’entités (`<!ENTITY>`)")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return Fault(rules.BROKEN, {"extension": ".svg", "reason": "le XML est mal formé"})
    if root.tag not in (f"{{{_NAMESPACE}}}svg", "svg"):
        return Fault(rules.BROKEN, {"extension": ".svg", "reason": "ce n’est pas un dessin SVG"})
    return _first_fault(root) or _size(root)


def _unsafe(what: str) -> Fault:
    return Fault(rules.UNSAFE_SVG, {"what": what})


def _first_fault(root: _Element) -> Fault | None:
    sheets = root.getroottree().xpath("/processing-instruction('xml-stylesheet')")
    if sheets:
        return _unsafe("une feuille de style extérieure")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        what = _what_is_wrong(element)
        if what is not None:
            return _unsafe(what)
    return None


def _what_is_wrong(element: _Element) -> str | None:
    name = str(element.tag).rpartition("}")[2]
    if name in _FORBIDDEN:
        return _FORBIDDEN[name]
    if name == "style" and _OUTER_STYLE.search(element.text or ""):
        return "une adresse extérieure dans son style"
    for key, value in element.attrib.items():
        what = _attribute_fault(str(key).rpartition("}")[2].lower(), str(value))
        if what is not None:
            return what
    return None


def _attribute_fault(key: str, value: str) -> str | None:
    if key.startswith("on"):
        return f"un programme (attribut `{key}`)"
    if key in ("href", "src") and not (value.startswith("#") or _EMBEDDED.match(value)):
        return f"une adresse extérieure (« {value[:60]} »)"
    # ``values``, ``to`` and ``from`` may set the address of a link by animation.
    if "javascript:" in value.lower():
        return "un programme (adresse `javascript:`)"
    if "url(" in value and _OUTER_STYLE.search(value):
        return "une adresse extérieure dans son style"
    return None


def _size(root: _Element) -> Size:
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [_length(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip())]
    if len(box) == 4 and box[2] and box[3]:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2], box[3]
    if not (width and height):
        return Size()
    return Size(max(1, round(width)), max(1, round(height)))


def _length(text: str | None) -> float:
    """Read a length in CSS pixels; 0 when it is relative or absent."""
    found = _LENGTH.fullmatch(text or "")
    return float(found.group(1)) * _PIXELS[found.group(2) or ""] if found else 0.0
