"""The guides of the project as HTML, for those who open the preview and read no Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

__all__ = ["guide_names", "guide_page"]

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_BOX = re.compile(r"\[ \] ")
_ENGLISH = {"CHANGELOG.md", "CONTRIBUTING.md", "README.md", "docs/benchmarks.md"}
_PLACES = ("*.md", "courses/*.md", "quizzes/*.md", "docs/**/*.md")


def guide_names(root: Path) -> list[str]:
    """List the papers of a project by their paths in it."""
    found = {path for place in _PLACES for path in root.glob(place) if path.is_file()}
    return sorted(path.relative_to(root).as_posix() for path in found)


def guide_page(root: Path, name: str) -> tuple[str, Markup] | None:
    """Give the title and the text of a paper of a project; None when that is no name of one.

    Links between papers stay as they are written: they work where each stands at its own path.
    """
    if name not in guide_names(root):
        return None
    text = _COMMENT.sub("", (root / name).read_text("utf-8"))
    tokens = _MARKDOWN.parse(text)
    titles = _name_headings(tokens)
    _draw_boxes(tokens)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    if name in _ENGLISH:
        html = f'<div lang="en">{html}</div>'
    return next(iter(titles), name), Markup(html)  # noqa: S704 -- our own text, HTML escaped


def _name_headings(tokens: Sequence[Token]) -> list[str]:
    """Name headings as GitHub and GitLab do, for the links that lead to them; give their words."""
    seen: Counter[str] = Counter()
    titles = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            shown = "".join(each.content for each in tokens[index + 1].children or ())
            titles.append(shown)
            name = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
            token.attrSet("id", f"{name}-{seen[name]}" if seen[name] else name)
            seen[name] += 1
    return titles


def _draw_boxes(tokens: Sequence[Token]) -> None:
    """Draw the boxes of a list to tick, which are for a pencil once the page is printed."""
    for index, token in enumerate(tokens):
        first = next(iter(token.children or ()), None)
        item = tokens[index - 2]
        if first is not None and item.type == "list_item_open" and _BOX.match(first.content):
            first.content = _BOX.sub("☐ ", first.content, count=1)
            item.attrSet("class", "box")
