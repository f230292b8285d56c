"""What people read: every link leads somewhere, every guide is found, French is well set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
READMES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "courses/README.md", "quizzes/README.md")
PAPERS = sorted({*READMES, *(path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md"))})
ENGLISH = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/benchmarks.md"}
GUIDES = [paper for paper in PAPERS if paper not in ENGLISH and "/regles/" not in paper]
MARKDOWN = MarkdownIt("commonmark").enable("table")


@cache
def inlines(paper: str) -> list[tuple[str, Token]]:
    """Each run of text of a paper, with the kind of token that holds it."""
    tokens = MARKDOWN.parse((ROOT / paper).read_text("utf-8"))
    return [(holder.type, each) for holder, each in pairwise(tokens) if each.type == "inline"]


def shown(inline: Token) -> str:
    """The words that a reader sees, code included."""
    return "".join(child.content for child in inline.children or ())


def anchors(paper: str) -> set[str]:
    """Where a link may lead inside a paper: headings, named as GitHub and GitLab name them."""
    found: Counter[str] = Counter()
    names = set()
    for holder, inline in inlines(paper):
        if holder == "heading_open":
            name = re.sub(r"[^\w\- ]", "", shown(inline).lower()).replace(" ", "-")
            names.add(f"{name}-{found[name]}" if found[name] else name)
            found[name] += 1
    return names


def links(paper: str) -> Iterator[str]:
    for _, inline in inlines(paper):
        for child in inline.children or ():
            address = child.attrGet("href") or child.attrGet("src")
            if address:
                yield unquote(str(address))


def local_links(paper: str) -> list[str]:
    return [link for link in links(paper) if not re.match(r"[a-z]+:", link)]


def leads_somewhere(paper: str, link: str) -> bool:
    address, _, anchor = link.partition("#")
    target = ((ROOT / paper).parent / address).resolve() if address else ROOT / paper
    if not target.is_relative_to(ROOT) or not target.exists():
        return False
    return not anchor or anchor in anchors(target.relative_to(ROOT).as_posix())


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_of_a_paper_leads_to_a_file_and_to_a_heading(paper: str) -> None:
    assert [link for link in local_links(paper) if not leads_somewhere(paper, link)] == []


def test_a_link_to_nowhere_is_seen() -> None:
    assert leads_somewhere("docs/index.md", "../courses/README.md#vérifier-et-voir")
    assert not leads_somewhere("docs/index.md", "../courses/README.md#verifier")
    assert not leads_somewhere("docs/index.md", "nowhere.md")
    assert not leads_somewhere("docs/index.md", "../../elsewhere.md")


def test_the_index_leads_to_every_guide() -> None:
    listed = {(DOCS / link.partition("#")[0]).resolve() for link in local_links("docs/index.md")}
    assert [path.name for path in sorted(DOCS.glob("*.md")) if path not in listed] == ["index.md"]


@pytest.mark.parametrize("paper", GUIDES)
def test_a_guide_is_written_with_french_typography(paper: str) -> None:
    """No-break spaces are U+00A0; what is shown as typed is left alone."""
    for _, inline in inlines(paper):
        pieces = (each for each in inline.children or () if each.type in ("text", "softbreak"))
        prose = "".join(each.content or "\n" for each in pieces)
        assert "'" not in prose
        assert "..." not in prose
        assert re.findall(r" [:;!?»%]|« |\u202f", prose) == [], prose
        assert re.findall(r"\w[;!?»](?=\s|$)|«\w", prose) == [], prose
        assert re.findall(r"\d (?:h|min|s|ko|Mo|Go|pixels)\b", prose) == [], prose
