"""French typography: the spaces and signs that authors type plainly."""

from __future__ import annotations

NO_BREAK = "\u00a0"


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
    if " " in text:
        text = (
            text.replace(" :", "\u00a0:")
            .replace(" ;", "\u00a0;")
            .replace(" !", "\u00a0!")
            .replace(" ?", "\u00a0?")
            .replace(" »", "\u00a0»")
        )
    return text
