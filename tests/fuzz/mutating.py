"""Texts cut and glued at random, of the pieces that authors and machines write."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_MOST_CHANGES = 6
_LONGEST = 20_000
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "](javascript:alert(1))",
    '" onclick="alert(1)',
    "</style><svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&#60;b&#62;",
    "\u202e",
    "\ue0000\ue001",
    "\x00",
    "\ud800",
    "\u2028",
    "e\u0301",
)
"""What must never be more than text."""


def mutated(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    """Change a text some times: pieces put in, lines moved, spans cut, said again or taken over."""
    for _ in range(luck.randint(1, _MOST_CHANGES)):
        text = luck.choice(_CHANGES)(luck, text, pieces)
    return text[:_LONGEST]


def _put_in(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    at = luck.randint(0, len(text))
    return text[:at] + luck.choice(pieces) + text[at:]


def _put_in_hostile(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    return _put_in(luck, text, (*HOSTILE, luck.choice(pieces)))


def _cut(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    start, end = _span(luck, text)
    return text[:start] + text[end:]


def _repeat(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    start, end = _span(luck, text)
    return text[:end] + text[start:end] * luck.choice((1, 1, 2, 5, 40)) + text[end:]


def _move_lines(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    lines = text.split("\n")
    start, end = sorted(luck.randint(0, len(lines)) for _ in range(2))
    taken, rest = lines[start : end + 1], lines[:start] + lines[end + 1 :]
    at = luck.randint(0, len(rest))
    return "\n".join([*rest[:at], *taken, *rest[at:]])


def _indent_line(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    lines = text.split("\n")
    at = luck.randrange(len(lines))
    lines[at] = luck.choice((" ", "  ", "    ", "\t", "\u00a0", "> ", "- ")) + lines[at]
    return "\n".join(lines)


def _one_sign(luck: random.Random, text: str, pieces: Sequence[str]) -> str:
    at = luck.randint(0, len(text))
    return text[:at] + luck.choice(luck.choice(pieces) or " ") + text[at + 1 :]


_CHANGES = (_put_in, _put_in, _put_in_hostile, _cut, _repeat, _move_lines, _indent_line, _one_sign)


def _span(luck: random.Random, text: str) -> tuple[int, int]:
    start = luck.randint(0, len(text))
    return start, min(len(text), start + luck.choice((1, 1, 3, 10, 40, 200)))


def shrunk(text: str, is_faulty: Callable[[str], bool], most_tries: int = 600) -> str:
    """Make a text that shows a fault smaller, by lines and then by signs, while it still does."""
    tries = 0
    for cut in (lambda each: each.splitlines(keepends=True), list):
        size = max(1, len(cut(text)) // 2)
        while size and tries < most_tries:
            parts = cut(text)
            for start in range(0, len(parts), size):
                tries += 1
                smaller = "".join((*parts[:start], *parts[start + size :]))
                if tries < most_tries and smaller != text and is_faulty(smaller):
                    text = smaller
                    break
            else:
                size //= 2
    return text
