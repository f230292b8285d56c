"""The page of a rule as HTML: in the preview, and behind its code in a terminal."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.reference import pages

__all__ = ["rule_page", "rule_text", "written_page"]

_STYLE = "body{max-width:42em;margin:2em auto;font:1.1em/1.5 sans-serif}pre{overflow:auto}"
_MARK = re.compile(r"<!--.*?-->\n*|\n*\[Toutes les règles\].*", re.DOTALL)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def rule_text(code: str) -> Markup | None:
    """Give what is said of a rule, headed by its code; None for a code that has no page."""
    text = pages().get(f"regles/{code.replace('/', '.')}.md")
    if text is None:
        return None
    return Markup(_markdown().render(_MARK.sub("", text)))  # noqa: S704 -- our own text, HTML escaped


def rule_page(code: str) -> str | None:
    """Give a whole document about a rule; None for a code that has no page."""
    text = rule_text(code)
    if text is None:
        return None
    head = f'<meta charset="utf-8"><title>{escape(code)}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="fr"><head>{head}</head><body>\n{text}</body></html>\n'


def written_page(code: str) -> str:
    """Write a rule's page where programs keep such things; give its address, "" for none."""
    page = rule_page(code)
    if page is None:
        return ""
    kept = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        folder = Path(kept).expanduser() / "tiers-lieu-mooc" / "regles"
        path = folder.absolute() / f"{code.replace('/', '.')}.html"
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, page.encode())
    except (OSError, RuntimeError):
        return ""
    return path.as_uri()
