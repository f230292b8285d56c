"""What every package is before any XML: items that an LMS lists, and files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scorm_export.standard import FACTS, MANIFEST_NAME

_IDENTIFIER = re.compile(r"[A-Za-z0-9_.-]+")
_PATH = re.compile(r"[a-z0-9._-]+(?:/[a-z0-9._-]+)*")
_RESERVED = {MANIFEST_NAME}.union(
    *({name.lower() for name in facts.control_documents} for facts in FACTS.values())
)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of a package.

    Attributes:
        path: inside the zip; lower-case ASCII, ``/`` separators, relative.
        content: the file's bytes.

    Raises:
        ValueError: when the path is not of that form, or is the manifest's or a schema's.
    """

    path: str
    content: bytes

    def __post_init__(self) -> None:
        segments = self.path.split("/")
        if not _PATH.fullmatch(self.path) or "." in segments or ".." in segments:
            raise ValueError(f"not a path for a package: {self.path!r}")
        if self.path in _RESERVED:
            raise ValueError(f"the path belongs to the package itself: {self.path!r}")


@dataclass(frozen=True, slots=True)
class Item:
    """One launchable entry (SCO) of the LMS's table of contents.

    Attributes:
        identifier: stable name; must never change once released, since LMSs key learners'
            records on it. Letters, digits, ``_ . -``.
        title: shown by the LMS, at most 200 characters.
        href: path of the asset that is launched.
        parameters: query or fragment appended to the launch address, with its ``?`` or ``#``.

    Raises:
        ValueError: when the identifier or the parameters are not of that form.
    """

    identifier: str
    title: str
    href: str
    parameters: str = ""

    def __post_init__(self) -> None:
        _require_identifier(self.identifier)
        if self.parameters and self.parameters[0] not in "?#":
            raise ValueError(f"parameters start with ? or #: {self.parameters!r}")


@dataclass(frozen=True, slots=True)
class Package:
    """A course as an LMS sees it.

    Attributes:
        identifier: stable name of the course; manifest, organization and resource identifiers
            are derived from it and from the items' identifiers, from nothing else.
        title: the course's name.
        items: at least one; one is the rule, several the exception.
        assets: every file of the package but the manifest and the control documents.

    Raises:
        ValueError: when there is no item, when an identifier is not of its form, when two items
            share an identifier or two assets a path, or when an item launches what is not there.
    """

    identifier: str
    title: str
    items: tuple[Item, ...]
    assets: tuple[Asset, ...]

    def __post_init__(self) -> None:
        _require_identifier(self.identifier)
        if not self.items:
            raise ValueError("a package needs an item")
        _require_distinct(item.identifier for item in self.items)
        _require_distinct(asset.path for asset in self.assets)
        paths = {asset.path for asset in self.assets}
        for item in self.items:
            if item.href not in paths:
                raise ValueError(f"{item.identifier} launches an absent file: {item.href!r}")


def _require_identifier(text: str) -> None:
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"not an identifier: {text!r}")


def _require_distinct(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"given twice: {name!r}")
        seen.add(name)
