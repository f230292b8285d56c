"""What every package is before any XML: items that an LMS lists, and files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of a package.

    Attributes:
        path: inside the zip; lower-case ASCII, ``/`` separators, relative.
        content: the file's bytes.
    """

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Item:
    """One launchable entry (SCO) of the LMS's table of contents.

    Attributes:
        identifier: stable name; must never change once released, since LMSs key learners'
            records on it. Letters, digits, ``_ . -``.
        title: shown by the LMS, at most 200 characters.
        href: path of the asset that is launched.
        parameters: query or fragment appended to the launch address, with its ``?`` or ``#``.
    """

    identifier: str
    title: str
    href: str
    parameters: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A course as an LMS sees it.

    Attributes:
        identifier: stable name of the course; manifest, organization and resource identifiers
            are derived from it and from the items' identifiers, from nothing else.
        title: the course's name.
        items: at least one; one is the rule, several the exception.
        assets: every file of the package but the manifest and the control documents.
    """

    identifier: str
    title: str
    items: tuple[Item, ...]
    assets: tuple[Asset, ...]
