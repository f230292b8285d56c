"""Styles in captions: they may say how to write, as those of drawings say how to draw."""

from __future__ import annotations

import re

from tiers_lieu_mooc.assembly.drawings.styles import sheet_slips
from tiers_lieu_mooc.assembly.faults import Fault
from tiers_lieu_mooc.rules import media as rules

__all__ = ["style_faults"]

_LINE_END = re.compile(r"\r\n?")
_STYLE = re.compile(r"(?<=\n\n)STYLE[ \t]*\n((?:[^\n]+\n?)*)")


def style_faults(content: bytes) -> tuple[Fault, ...]:
    """Judge the styles of a WebVTT file in UTF-8 (W3C, WebVTT, § 4.1), each fault once."""
    text = _LINE_END.sub("\n", content.decode("utf-8"))
    found: dict[str, Fault] = {}
    for block in _STYLE.finditer(text):
        for slip in sheet_slips(block[1]):
            at = block.start(1) + slip.at
            line, start = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
            values = {"what": slip.what, "mend": slip.mend}
            fault = Fault(rules.UNSAFE_CAPTIONS, values, line, at - start + 1)
            found.setdefault(slip.what, fault)
    return tuple(found.values())
