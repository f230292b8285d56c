"""What a terminal may be sent: harmless characters of known width, colour when it is welcome."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that reverse what follows them, so that a line reads otherwise than it is written."""

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d\u00ad")


class Style(StrEnum):
    """How a part of a finding is shown; the value is its ANSI parameters."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    STRONG = "1"
    QUIET = "2"


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether colour helps: on a terminal that takes it, unless the reader declined.

    Source: https://no-color.org (any value of ``NO_COLOR`` but the empty one declines).
    """
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


_LINKING_PROGRAMS = frozenset(
    {"ghostty", "Hyper", "iTerm.app", "mintty", "rio", "tabby", "vscode", "WarpTerminal", "WezTerm"}
)
_LINKING_TERMS = ("alacritty", "contour", "foot", "xterm-ghostty", "xterm-kitty")
_LINKING_VTE = 5000


def wants_links(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether a text may carry an address: on a terminal that is known to show it as a link.

    No terminal says so itself; these are those that do. ``FORCE_HYPERLINK`` (0 or 1) decides for a
    terminal that is not known here; on a pipe there never is a link. Source: « Hyperlinks in
    Terminal Emulators » (OSC 8), list of adoption.
    """
    if not stream.isatty() or environment.get("TERM") == "dumb":
        return False
    forced = environment.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    version = environment.get("VTE_VERSION", "")
    return (
        (version.isdecimal() and int(version) >= _LINKING_VTE)
        or bool(environment.get("WT_SESSION") or environment.get("KONSOLE_VERSION"))
        or environment.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or environment.get("TERM", "").startswith(_LINKING_TERMS)
    )


def linked(text: str, address: str) -> str:
    """Make a text lead to an address, or give it as it is where there is none."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text


def painted(text: str, style: Style, *, is_coloured: bool) -> str:
    """Wrap a text in a style, or give it as it is."""
    return f"\x1b[{style.value}m{text}\x1b[0m" if is_coloured else text


def harmless(text: str) -> str:
    """Replace what could drive a terminal, reorder a line or break it by a visible sign."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def harmless_lines(text: str) -> str:
    """Make each line harmless."""
    return "\n".join(harmless(line) for line in text.split("\n"))


def width_of(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _visible(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    return "\ufffd" if category in _HIDDEN or character in _REORDERING else character


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
