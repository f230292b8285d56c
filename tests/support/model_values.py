"""What the nodes of a course hold, at any depth."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from tiers_lieu_mooc.model.node import Rich


def values_in(value: object) -> Iterator[object]:
    """Give every value that is neither a node nor a row of them; a formatted text is one."""
    if isinstance(value, BaseModel) and not isinstance(value, Rich):
        for name in type(value).model_fields:
            yield from values_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from values_in(each)
    else:
        yield value
