"""What the address of a link or a picture points at, told from its text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote

from tiers_lieu_mooc.reading import EXTENSIONS

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_AMISS = re.compile('[\\s\u00a0\u202f“”«»{}"<>|^`]')
_WEB = re.compile(r"https?://[^\W_][\w.-]*(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[\w.+%-]+@[\w-]+(?:\.[\w-]+)+(?:[?,]|$)", re.IGNORECASE)
_IN_MEDIA = re.compile(r"(?:[^/]+/)?media/[^/]+")


class TargetKind(Enum):
    """The ways an address is understood."""

    EXTERNAL = auto()
    LESSON = auto()
    FILE = auto()
    HEADING = auto()
    OUTSIDE = auto()
    FORBIDDEN = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads.

    Attributes:
        name: the address itself (external), full name of a lesson, course path of a file.
    """

    kind: TargetKind
    name: str


def target_of(address: str, folder: str) -> Target:
    """Understand an address written in a text of ``folder`` ("" is the course's own folder)."""
    scheme = _SCHEME.match(address)
    if scheme:
        is_allowed = scheme.group(1).lower() in _ALLOWED_SCHEMES and is_whole(address)
        return Target(TargetKind.EXTERNAL if is_allowed else TargetKind.FORBIDDEN, address)
    if "#" in address:
        return Target(TargetKind.HEADING, address)
    # Windows writes ``media\\plan.svg``; Markdown hands a backslash over as %5C.
    path = unquote(address).replace("\\", "/")
    if not path or path[0] in "/?":
        return Target(TargetKind.FORBIDDEN, address)
    return _local(path, folder)


def is_whole(address: str) -> bool:
    """Tell whether an address with a scheme has the form and only the signs that one may have."""
    if _AMISS.search(address):
        return False
    form = {"http": _WEB, "mail": _MAIL}.get(address[:4].lower())
    return form is None or form.match(address) is not None


def is_web_address(text: str) -> bool:
    """Tell whether a text is the whole address of a page."""
    return text[:4].lower() == "http" and is_whole(text)


def is_in_media(address: str) -> bool:
    """Tell whether an address is that of a file in a ``media`` folder, of whatever kind."""
    return _IN_MEDIA.fullmatch(address.replace("\\", "/")) is not None and "." in address


def _local(path: str, folder: str) -> Target:
    inside = course_path(path, folder)
    if path.endswith(".md"):
        kind = TargetKind.OUTSIDE if inside is None else TargetKind.LESSON
        return Target(kind, (inside or path).removesuffix(".md"))
    if "." in path and path[path.rindex(".") :].lower() in EXTENSIONS:
        if inside is None or not _IN_MEDIA.fullmatch(inside):
            return Target(TargetKind.OUTSIDE, path)
        return Target(TargetKind.FILE, inside)
    return Target(TargetKind.FORBIDDEN, path)


def course_path(path: str, folder: str) -> str | None:
    """Resolve a relative path to one inside the course; None when it climbs out."""
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
