"""French typography: the spaces and signs that authors type plainly."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_THIN = re.compile("(?<=\\d)\u2009(?=\\d)|\u2009(?=[:;!?»%€])|(?<=«)\u2009")

_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""Between thousands and hundreds: no line ends inside a number."""


def french(text: str) -> str:
    """Put no-break spaces, curly apostrophes and ellipses where French wants them.

    Only a space that the author typed becomes a no-break space; none is added, so that times,
    ratios and addresses stay whole.
    """
    if "'" in text:
        text = text.replace("'", "’")
    if "..." in text:
        text = text.replace("...", "…")
    if "« " in text:
        text = text.replace("« ", "«\u00a0")
    if "\u2009" in text:
        # A line may end at a thin space: in « 1 250 », for instance, or before a semicolon.
        text = _THIN.sub("\u202f", text)
    if " " in text:
        text = (
            text.replace(" :", "\u00a0:")
            .replace(" ;", "\u00a0;")
            .replace(" !", "\u00a0!")
            .replace(" ?", "\u00a0?")
            .replace(" »", "\u00a0»")
            .replace(" %", "\u00a0%")
        )
        text = _GROUPS.sub("\u202f", text)
    return text
