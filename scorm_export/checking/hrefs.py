"""Hrefs of a manifest → names of files in the zip."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from scorm_export.entries import folded


def path_of(href: str) -> str:
    """Give the path of an address: without parameters, percent signs decoded."""
    return unquote(re.split(r"[?#]", href, maxsplit=1)[0])


def resolved(path: str) -> str:
    """Take the folders . and .. out of a path; those that lead out of the package stay."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == ".." and kept and kept[-1] != "..":
            kept.pop()
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)


class There:
    """The files of a package, found by href."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)
        self._folded = {folded(name): name for name in reversed(names)}

    def meant(self, href: str) -> str:
        """Give the file that an href means, if need be in another case; "" when there is none."""
        candidates = (resolved(href), resolved(path_of(href)))
        exact = next((each for each in candidates if each in self._names), "")
        other = (self._folded.get(folded(each), "") for each in candidates)
        return exact or next(filter(None, other), "")

    def spells(self, href: str, name: str) -> bool:
        """Tell whether an href spells a file's name exactly."""
        return name in (resolved(href), resolved(path_of(href)))
