"""The tree that a page is written as, read with no forgiveness at all.

A browser mends what is nested wrongly; a page whose tree in the browser is the written one had
nothing to mend.
"""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)

TREE = """
() => {
  const lines = [];
  const walk = (element, depth) => {
    const names = [...element.getAttributeNames()].sort();
    lines.push(`${depth} ${element.localName} ${names.join(' ')}`.trim());
    const inside = element.localName === 'template' ? element.content : element;
    for (const child of inside.children) walk(child, depth + 1);
  };
  walk(document.documentElement, 0);
  return lines;
}
"""
"""The same lines as ``written_tree`` gives, from a browser that runs no scripts."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.lines: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        self.lines.append(f"{len(self.open)} {tag} {' '.join(sorted(names))}".strip())
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")
        else:
            self.open.pop()

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {data}")


def written_tree(text: str) -> tuple[list[str], list[str]]:
    """Give a line for each element, with its depth and its attributes, and what is ill-formed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.lines, reader.faults + [f"<{tag}> is never closed" for tag in reader.open]
