"""A course's nodes as indented text, for comparing with what a case file expects."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from tiers_lieu_mooc.model.node import Rich

_UNSAID = frozenset({"at", "type", "kind", "container", "id", "module"})


def outline(value: object) -> str:
    """Write a node, or several, with every field that differs from its default."""
    return "\n".join(_lines(value))


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield _name(value)
        for name, field in type(value).model_fields.items():
            content = getattr(value, name)
            if name not in _UNSAID and content != field.get_default(call_default_factory=False):
                yield from _field(name, content)
    elif isinstance(value, tuple) and not isinstance(value, Rich):
        for each in value:
            yield from _lines(each)
    else:
        yield _text(value)


def _name(node: BaseModel) -> str:
    identifier = getattr(node, "id", "")
    return f"{type(node).__name__}{' #' + identifier if identifier else ''} @{node.at.line}"  # type: ignore[attr-defined]


def _field(name: str, content: object) -> Iterator[str]:
    lines = list(_lines(content))
    is_short = len(lines) == 1 and not isinstance(content, BaseModel)
    if is_short and not _holds_nodes(content):
        yield f"  {name}: {lines[0]}"
        return
    yield f"  {name}:"
    yield from (f"    {line}" for line in lines)


def _holds_nodes(content: object) -> bool:
    return isinstance(content, tuple) and any(isinstance(each, BaseModel) for each in content)


def _text(value: object) -> str:
    if isinstance(value, Rich):
        return str(value.html).replace("\n", "⏎").replace("\u00a0", "~")
    if isinstance(value, Enum):
        return str(value.value)
    return str(value).replace("\n", "⏎").replace("\u00a0", "~")
