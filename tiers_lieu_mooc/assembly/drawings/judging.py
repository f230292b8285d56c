"""Elements of a drawing and their attributes, each judged alone, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiers_lieu_mooc.assembly.drawings import lists
from tiers_lieu_mooc.assembly.drawings.addresses import address_slips
from tiers_lieu_mooc.assembly.drawings.slips import LABELS, Slip, quoted
from tiers_lieu_mooc.assembly.drawings.styles import declaration_slips, value_slips

__all__ = ["Attribute", "attribute_slips", "element_slip"]

Attribute = tuple[str, str, str]
"""Namespace, "" for most; name; value."""

_KNOWN = {
    "foreignObject": ("une page Web (`<foreignObject>`)", LABELS),
    "flowRoot": (
        "du texte en cadre (`<flowRoot>`), qu’aucun navigateur ne montre",
        "dans Inkscape, choisissez Texte, Convertir en texte, et enregistrez de nouveau",
    ),
    "script": ("un programme (`<script>`)", "supprimez-le\u00a0: un dessin n’en a pas besoin"),
    "handler": ("un programme (`<handler>`)", "supprimez-le\u00a0: un dessin n’en a pas besoin"),
}
_NO_PROGRAM = "supprimez-le\u00a0: un dessin n’a pas besoin de programme"
_NO_ATTRIBUTE = "supprimez cet attribut"


def element_slip(space: str, name: str) -> Slip | None:
    """Judge an element by its namespace and its name."""
    if space == lists.SVG:
        if name in lists.ELEMENTS:
            return None
        if name in _KNOWN:
            return Slip(*_KNOWN[name])
        return Slip(f"un élément qui n’est pas un dessin (`<{quoted(name)}>`)")
    if lists.is_of_editors(space):
        return None
    if space == lists.XHTML:
        return Slip(f"un morceau de page Web (`<{quoted(name)}>`)", LABELS)
    return Slip(f"un élément d’un autre langage (`<{quoted(name)}>`)")


def attribute_slips(
    space: str, element: str, attributes: Sequence[Attribute]
) -> Iterator[tuple[int, Slip]]:
    """Judge the attributes of an element; gives the number of each that is wrong."""
    for number, (owner, name, value) in enumerate(attributes):
        if space == lists.SVG:
            slips = _slips(element, owner, name, value)
        else:
            slips = _slips_of_notes(owner, name)
        for slip in slips:
            yield number, slip


def _slips_of_notes(owner: str, name: str) -> Iterator[Slip]:
    """Judge an attribute of an element that browsers do not know, and give no meaning to."""
    if owner == "" and name.lower().startswith("on"):
        yield Slip(f"un programme (attribut `{quoted(name)}`)", _NO_PROGRAM)
    elif owner == lists.XML and name == "base":
        yield Slip("l’attribut `xml:base`", _NO_ATTRIBUTE)


def _slips(element: str, owner: str, name: str, value: str) -> Iterator[Slip]:
    """Judge an attribute of an element of SVG."""
    if name == "href" and owner in ("", lists.XLINK):
        yield from address_slips(element, value)
    elif owner == "" and name in lists.STYLED:
        yield from value_slips(value)
    elif owner == "" and name == "style":
        yield from declaration_slips(value)
    elif not lists.is_plain(owner, name):
        yield _unknown(owner, name)
    elif owner == "" and element in lists.ANIMATIONS:
        yield from _animation_slips(name, value)
    elif owner == "" and element == "style" and name == "type" and value not in ("", "text/css"):
        yield Slip(f"un style d’un autre langage («\u00a0{quoted(value)}\u00a0»)")


def _animation_slips(name: str, value: str) -> Iterator[Slip]:
    if name == "attributeName" and value not in lists.ANIMATED:
        what = f"une animation de `{quoted(value)}`"
        yield Slip(what, "supprimez cette animation")
    elif name in lists.ANIMATED_VALUES:
        yield from value_slips(value)


def _unknown(owner: str, name: str) -> Slip:
    if owner == "" and name.lower().startswith("on"):
        return Slip(f"un programme (attribut `{quoted(name)}`)", _NO_PROGRAM)
    prefix = {lists.XML: "xml:", lists.XLINK: "xlink:"}.get(owner, "")
    return Slip(f"l’attribut `{prefix}{quoted(name)}`", _NO_ATTRIBUTE)
