"""Findings with their place in the manifest, and what every check of a manifest looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from scorm_export.diagnostic import Position, Report, Rule
from scorm_export.printable import printable
from scorm_export.standard import MANIFEST_NAME, Standard

_SHOWN = 200


class Findings:
    """Adds findings about one package to a report."""

    def __init__(self, report: Report, package: str) -> None:
        self._report = report
        self._package = package
        self._faulty: set[etree._Element] = set()

    def about_package(self, rule: Rule, /, **values: object) -> None:
        """Record something about the zip as a whole."""
        self._add(rule, Position(self._package), values)

    def about_file(self, rule: Rule, name: str, /, **values: object) -> None:
        """Record something about one file of the package."""
        self._add(rule, Position(f"{self._package}:{shown(name)}"), values)

    def about_manifest(self, rule: Rule, line: int = 0, /, **values: object) -> None:
        """Record something about a line of the manifest, or (0) about all of it."""
        self._add(rule, Position(f"{self._package}:{MANIFEST_NAME}", line), values)

    def about_element(self, rule: Rule, element: etree._Element, /, **values: object) -> None:
        """Record something about an element of the manifest."""
        self._faulty.add(element)
        # The stubs let a line be anything that an int can be compared with; lxml gives an int.
        line: int = element.sourceline or 0  # type: ignore[assignment]
        self.about_manifest(rule, line, **values)

    def knows(self, element: etree._Element) -> bool:
        """Tell whether something was recorded about this very element."""
        return element in self._faulty

    def _add(self, rule: Rule, at: Position, values: Mapping[str, object]) -> None:
        printable = {name: shown(str(value)) for name, value in values.items()}
        self._report.add(rule, at, **printable)


def shown(text: str) -> str:
    """Write a text so that it can be printed anywhere: control characters escaped, cut if long."""
    start = printable(text[:_SHOWN])
    return start if len(text) <= _SHOWN else f"{start}…"


@dataclass(frozen=True, slots=True)
class Subject:
    """A package whose manifest could be parsed.

    Attributes:
        root: the document element, ``manifest``.
        is_2004: whether its namespace is that of SCORM 2004.
        standard: the edition by whose schemas it is judged; None when they are not at hand.
        names: the files in the zip.
        documents: contents of the schemas at the root, by name.
    """

    root: etree._Element
    is_2004: bool
    standard: Standard | None
    names: tuple[str, ...]
    documents: Mapping[str, bytes]
    findings: Findings

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """List the children of that name in the namespace of content packaging."""
        return parent.findall(f"{{{namespace(self.root)}}}{name}")

    def child(self, parent: etree._Element, name: str) -> etree._Element | None:
        """Give the first such child."""
        return next(iter(self.children(parent, name)), None)

    def organizations(self) -> list[etree._Element]:
        """List the organizations of the outer manifest."""
        return [
            organization
            for holder in self.children(self.root, "organizations")
            for organization in self.children(holder, "organization")
        ]

    def items(self) -> Iterator[etree._Element]:
        """List the items of the outer manifest, in document order."""
        for organization in self.organizations():
            yield from organization.iter(f"{{{namespace(self.root)}}}item")

    def resources(self) -> list[etree._Element]:
        """List the resources of the outer manifest."""
        return [
            resource
            for holder in self.children(self.root, "resources")
            for resource in self.children(holder, "resource")
        ]


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """Walk over elements, leaving out comments and processing instructions."""
    return root.iter(etree.Element)


def namespace(element: etree._Element) -> str:
    """Give the namespace of an element, "" when it has none."""
    return etree.QName(element).namespace or ""


def local(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return etree.QName(element).localname


def content_of(element: etree._Element | None) -> str:
    """Give the text of an element, comments left out; "" when there is none."""
    if element is None:
        return ""
    return (element.text or "") + "".join(child.tail or "" for child in element)
