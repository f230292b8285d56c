"""Names of entries: what unpackers make of them."""

from __future__ import annotations


def as_unpacked(name: str) -> str:
    r"""Give the path at which most unpackers put an entry; "" when they do not agree.

    A backslash is read as /, and a folder called . is left out.
    """
    segments = [each for each in name.replace("\\", "/").split("/") if each != "."]
    return "" if "" in segments else "/".join(segments)
