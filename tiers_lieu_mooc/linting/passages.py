"""Formatted text cut into passages: paragraphs, list items, headings and tables.

Everything here reads the markup that ``parsing.markdown`` made; nothing is decided about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from html import unescape

from lxml import etree

from tiers_lieu_mooc.model.node import Rich


class Shape(StrEnum):
    """What a passage is on the page."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the author wrote it; glossary terms, fact codes and footnotes are not links."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is read in one go.

    Attributes:
        level: of a heading, as authors count it: 2 for ``##``; else 0.
        text: without fact codes, footnote calls and code.
        facts: codes of the facts that source this passage, shared ones included.
        terms: texts of the links to the glossary.
        pictures: alternatives of the pictures inside sentences.
        emphasised: texts in italics that carry no language.
        headless: columns of a table, from 1, without header.
    """

    shape: Shape
    text: str
    level: int = 0
    facts: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    terms: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    emphasised: tuple[str, ...] = ()
    headless: tuple[int, ...] = ()


def passages_of(rich: Rich) -> tuple[Passage, ...]:
    """Cut a formatted text; a lead-in ending with a colon shares its facts with what it leads."""
    return _cut(str(rich.html), rich.plain)


@lru_cache(maxsize=20_000)
def _cut(html: str, plain: str) -> tuple[Passage, ...]:
    # Kept from one build to the next: while a course is previewed, nearly every text is an old one.
    if "<" not in html:
        return (Passage(Shape.PARAGRAPH, plain),) if plain else ()
    simple = _SIMPLE.fullmatch(html)
    if simple:
        text = _folded(unescape(simple[1]))
        return (Passage(Shape.PARAGRAPH, text),) if text else ()
    body = etree.fromstring(f"<body>{html}</body>", _PARSER)
    found = [each for each in _blocks(body) if each.text or each.pictures or each.headless]
    return tuple(_sharing_facts(found))


def folded(text: str) -> str:
    """Fold case, accents, apostrophes and final punctuation."""
    bare = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return " ".join(letters.strip(" \u00a0.…!:;,").split())


_SIMPLE = re.compile(r"<p>([^<]*)</p>")
_PARSER = etree.HTMLParser(huge_tree=True)
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{number}": number - 1 for number in range(1, 7)}
_HOLDERS = frozenset(
    ("html", "body", "div", "section", "blockquote", "dl", "details", "figure", "article")
)
_LISTS = frozenset(("ul", "ol"))
_SKIPPED = frozenset(("code", "pre", "hr"))
_BOXES = frozenset(("div", "table"))
_MOST_SHARED = 50
"""Facts of a lead-in that each item gets: what nobody writes costs nothing."""
_PARAGRAPHS = frozenset(("p", "dt", "dd", "summary", "figcaption"))


@dataclass(slots=True)
class _Gathered:
    words: list[str] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    emphasised: list[str] = field(default_factory=list)

    def passage(self, shape: Shape, *, level: int = 0, headless: tuple[int, ...] = ()) -> Passage:
        return Passage(
            shape=shape,
            text=_folded("".join(self.words)),
            level=level,
            facts=frozenset(self.facts),
            links=tuple(self.links),
            terms=tuple(self.terms),
            pictures=tuple(self.pictures),
            emphasised=tuple(self.emphasised),
            headless=headless,
        )


def _blocks(parent: etree._Element) -> Iterator[Passage]:
    loose = _Gathered(words=[parent.text or ""])
    for child in parent:
        tag = _tag(child)
        if tag in _HEADINGS or tag in _PARAGRAPHS or tag in _HOLDERS or tag in _LISTS:
            yield from _block(child, tag)
        elif tag == "table":
            yield _table(child)
        else:
            _gather(child, loose)
        loose.words.append(child.tail or "")
    yield loose.passage(Shape.PARAGRAPH)


def _block(element: etree._Element, tag: str) -> Iterator[Passage]:
    if tag in _HOLDERS:
        yield from _blocks(element)
    elif tag in _LISTS:
        for item in element:
            yield from _item(item)
    else:
        level = _HEADINGS.get(tag, 0)
        if not len(element):
            shape = Shape.HEADING if level else Shape.PARAGRAPH
            yield Passage(shape, _folded(element.text or ""), level)
            return
        gathered = _gathered(element)
        yield gathered.passage(Shape.HEADING if level else Shape.PARAGRAPH, level=level)


def _item(item: etree._Element) -> Iterator[Passage]:
    """Give an item's own words, then what its nested lists and tables hold."""
    if not len(item):
        yield Passage(Shape.ITEM, _folded(item.text or ""))
        return
    yield _gathered(item).passage(Shape.ITEM)
    for child in item:
        tag = _tag(child)
        if tag in _LISTS or tag == "div":
            yield from _block(child, tag)
        elif tag == "table":
            yield _table(child)


def _table(table: etree._Element) -> Passage:
    gathered = _Gathered()
    for cell in table.iter("th", "td", "caption"):
        _gather(cell, gathered)
        gathered.words.append(" ")
    first_row = table.find(".//tr")
    header = [
        _folded("".join(_words(cell))) for cell in (first_row if first_row is not None else ())
    ]
    headless = tuple(
        number
        for number, title in enumerate(header, start=1)
        if not title and (number > 1 or not any(header))
    )
    return gathered.passage(Shape.TABLE, headless=headless)


def _gathered(element: etree._Element) -> _Gathered:
    gathered = _Gathered()
    _gather(element, gathered)
    return gathered


def _gather(element: etree._Element, gathered: _Gathered) -> None:
    """Take the words and the marks of an element, nested blocks of their own left out."""
    tag = _tag(element)
    if tag in _SKIPPED:
        return
    _note(element, tag, gathered)
    if _is_reference(element):
        return
    gathered.words.append(element.text or "")
    for child in element:
        if _tag(child) not in _LISTS and _tag(child) not in _BOXES:
            _gather(child, gathered)
            if _tag(child) in {"p", "br"}:
                gathered.words.append(" ")
        gathered.words.append(child.tail or "")


def _note(element: etree._Element, tag: str, gathered: _Gathered) -> None:
    if tag == "a":
        _note_link(element, gathered)
    elif tag == "img":
        gathered.pictures.append(element.get("alt") or "")
    elif tag in {"em", "i"} and element.find(".//*[@lang]") is None:
        gathered.emphasised.append(_folded("".join(_words(element))))


def _note_link(element: etree._Element, gathered: _Gathered) -> None:
    code = element.get("data-fact")
    text = _folded("".join(_words(element)))
    if code is not None:
        gathered.facts.add(code)
    elif element.get("data-term") is not None:
        gathered.terms.append(text)
    elif not _is_reference(element):
        gathered.links.append(Link(text, element.get("href") or ""))


def _is_reference(element: etree._Element) -> bool:
    """Tell a fact code or a footnote call, which nobody reads as part of the sentence."""
    if _tag(element) != "a":
        return False
    target = element.get("href") or ""
    return element.get("data-fact") is not None or target.startswith(("#note-", "#appel-"))


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.get("alt") or "" if _tag(child) == "img" else "".join(_words(child))
        yield child.tail or ""


def _tag(element: etree._Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _folded(text: str) -> str:
    """Fold the white space that a page folds; no-break spaces stay."""
    flat = text.replace("\n", " ").strip(" ")
    if "  " not in flat and "\t" not in flat and "\r" not in flat and "\f" not in flat:
        return flat
    return _WHITE_SPACE.sub(" ", flat).strip(" ")


def _sharing_facts(found: list[Passage]) -> Iterator[Passage]:
    """Let a lead-in and what it leads share facts, and a source line serve what is above it."""
    shared = [each.facts for each in found]
    for index, passage in enumerate(found):
        if passage.shape is not Shape.PARAGRAPH:
            continue
        if index and passage.text.startswith("Source"):
            shared[index - 1] = shared[index - 1] | passage.facts
        elif passage.text.endswith(":"):
            led = list(_led(found, index + 1))
            shared[index] = passage.facts.union(*(found[number].facts for number in led))
            leading = frozenset(sorted(passage.facts)[:_MOST_SHARED])
            for number in led:
                shared[number] = shared[number] | leading
    for each, facts in zip(found, shared, strict=True):
        yield each if facts is each.facts else replace(each, facts=facts)


def _led(found: list[Passage], start: int) -> Iterator[int]:
    """Give the numbers of the items, or of the table, that follow a lead-in."""
    for number in range(start, len(found)):
        if found[number].shape is Shape.TABLE:
            yield number
            return
        if found[number].shape is not Shape.ITEM:
            return
        yield number
