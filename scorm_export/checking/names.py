"""Names of entries: what unpackers make of them, and which Windows cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scorm_export.checking.rules import archive as rules
from scorm_export.diagnostic import Rule

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
_FORBIDDEN = re.compile(r"[:*?\"<>|]")


def as_unpacked(name: str) -> str:
    r"""Give the path at which most unpackers put an entry; "" when they do not agree.

    A backslash is read as /, and a folder called . is left out.
    """
    segments = [each for each in name.replace("\\", "/").split("/") if each != "."]
    return "" if "" in segments else "/".join(segments)


def windows_faults(names: Iterable[str]) -> Iterator[tuple[Rule, str]]:
    """Give each file or folder whose own name Windows refuses, by its path, once.

    Source: « Naming Files, Paths, and Namespaces », Microsoft.
    """
    # A folder is in the names of all its files.
    parts = {path: None for name in names for path in _paths(name.replace("\\", "/"))}
    for path in parts:
        rule = _fault(path.rpartition("/")[2])
        if rule:
            yield rule, path


def _paths(name: str) -> Iterator[str]:
    segments = name.removesuffix("/").split("/")
    for length in range(1, len(segments) + 1):
        yield "/".join(segments[:length])


def _fault(segment: str) -> Rule | None:
    checks = (
        (_DEVICE.fullmatch(segment.partition(".")[0].rstrip(" ")) is not None, rules.RESERVED_NAME),
        (_FORBIDDEN.search(segment) is not None, rules.FORBIDDEN_CHARACTER),
        (segment.endswith((".", " ")), rules.TRAILING_DOT),
    )
    # Faults of their own: a drive letter, the folders . and ..
    if segment in {".", ".."} or _DRIVE.fullmatch(segment):
        return None
    return next((rule for is_wrong, rule in checks if is_wrong), None)
