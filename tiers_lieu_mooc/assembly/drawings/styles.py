"""CSS: whether a sheet, the declarations of an attribute or a value says how to draw, and no more.

Every token is looked at wherever it stands, as browsers read it (CSS Syntax Level 3): escapes are
read, comments are none, and no mistake in what surrounds an address hides it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from tiers_lieu_mooc.assembly.drawings.properties import AT_RULES, FUNCTIONS, is_property
from tiers_lieu_mooc.assembly.drawings.slips import Slip, quoted

if TYPE_CHECKING:
    from tinycss2.ast import Node

__all__ = ["declaration_slips", "sheet_slips", "value_slips"]

LONGEST = 100_000
"""Characters of one style: embedded fonts are longer, and so is what would keep a reader busy."""

DEEPEST = 32
"""Blocks inside one another that a style may have."""

_OUTER_STYLE = "une adresse extérieure dans son style"
_OUTER = "supprimez cette adresse\u00a0: rien ne doit venir d’ailleurs que du fichier lui-même"
_FONT = "convertissez les textes en tracés, ou employez une police courante"
_UNREADABLE = "corrigez cette règle de style, ou supprimez-la"
_STRANGE = "supprimez cette règle de style"


def _css() -> ModuleType:
    """Give tinycss2, loaded with the first style: 10 ms, which most courses need not pay."""
    import tinycss2  # noqa: PLC0415 (10 ms, only with styles)

    loaded: ModuleType = tinycss2
    return loaded


def sheet_slips(text: str) -> Iterator[Slip]:
    """Judge a style sheet."""
    yield from _judged(text, _css().parse_stylesheet)


def declaration_slips(text: str) -> Iterator[Slip]:
    """Judge what a ``style`` attribute holds."""
    yield from _judged(text, _css().parse_blocks_contents)


def value_slips(text: str) -> Iterator[Slip]:
    """Judge the value of a property."""
    # Without a parenthesis there is neither a function nor an address.
    if "(" in text:
        yield from _judged(text, None)


def _judged(text: str, parse: Callable[..., list[Node]] | None) -> Iterator[Slip]:
    if len(text) > LONGEST:
        yield Slip("un style de plus de 100\u202f000 signes", _FONT)
        return
    try:
        tokens = _css().parse_component_value_list(text)
    except ValueError:
        # A whole number of thousands of digits, or an escape that no text may hold.
        yield Slip("un style mal écrit", _UNREADABLE)
        return
    lines = _Lines(text)
    slips = list(_token_slips(tokens, lines))
    yield from slips
    if parse is not None and not slips:
        nodes = parse(tokens, skip_comments=True, skip_whitespace=True)
        yield from _property_slips(nodes, lines)


class _Lines:
    """Counts the characters before a line and a column of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        start = text.find("\n") + 1
        while start:
            self._starts.append(start)
            start = text.find("\n", start) + 1

    def before(self, node: Node) -> int:
        """Count those before a node; the last line's start where form feeds added lines."""
        line: int = min(node.source_line, len(self._starts))
        column: int = node.source_column
        return self._starts[line - 1] + column - 1


def _token_slips(tokens: Iterable[Node], lines: _Lines) -> Iterator[Slip]:
    waiting = [iter(tokens)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        slip = _token_slip(node)
        if slip is not None:
            yield Slip(*slip, lines.before(node))
        if len(waiting) > DEEPEST:
            yield Slip("des styles imbriqués sans fin", _UNREADABLE, lines.before(node))
            return
        if node.type == "function":
            waiting.append(iter(node.arguments))
        elif node.type in ("() block", "[] block", "{} block"):
            waiting.append(iter(node.content))


def _token_slip(node: Node) -> tuple[str, str] | None:
    if node.type == "url" and not node.value.startswith("#"):
        return _OUTER_STYLE, _OUTER
    if node.type == "at-keyword" and node.lower_value not in AT_RULES:
        mend = _FONT if node.lower_value == "font-face" else _STRANGE
        return f"la règle de style `@{quoted(node.value)}`", mend
    if node.type == "function" and node.lower_name == "url":
        return None if _is_own(node.arguments) else (_OUTER_STYLE, _OUTER)
    if node.type == "function" and node.lower_name not in FUNCTIONS:
        return f"la fonction de style `{quoted(node.name)}()`", _STRANGE
    # ``u+0-7f`` is one token in old style sheets, and several in new ones.
    if node.type in ("error", "unicode-range"):
        return "un style mal écrit", _UNREADABLE
    return None


def _is_own(arguments: Iterable[Node]) -> bool:
    """Tell whether ``url("…")`` names a part of the drawing, and holds nothing more."""
    told = [node for node in arguments if node.type not in ("whitespace", "comment")]
    return len(told) == 1 and told[0].type == "string" and told[0].value.startswith("#")


def _property_slips(nodes: Iterable[Node], lines: _Lines) -> Iterator[Slip]:
    waiting = [iter(nodes)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif node.type == "declaration":
            if not is_property(node.lower_name):
                what = f"la propriété de style `{quoted(node.name)}`"
                yield Slip(what, _STRANGE, lines.before(node))
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            inner = _css().parse_blocks_contents(
                node.content, skip_comments=True, skip_whitespace=True
            )
            waiting.append(iter(inner))
