"""Markdown → trusted HTML: the one importer of markdown_it and the one maker of ``Markup``.

A piece of text goes through markdown-it's block rules once, then each run of inline text is
either written directly (no character of it can mean anything) or goes through the inline rules
once. Raw HTML, link definitions and indented-by-accident surprises are not part of our Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.deflist import deflist_plugin

from tiers_lieu_mooc.model.node import Rich

__all__ = ["Token", "block_tokens", "inline_tokens", "is_plain", "rich"]

DEEPEST_LEVEL = 18
"""Open blocks around a paragraph. markdown-it drops, without a word, what is deeper than 20."""

_MEANINGFUL = re.compile(r"[&*<\[\\\]_`{}]|!(?=\[)|:::|[ ]{2}\n")
_TERMINATORS = re.compile(r"[\n&*<\[\\\]_`]|!(?=\[)")
_EMPHASIS = re.compile(r"(\*{1,2})(?!\*)([^\W_](?:[^*_`\[\]\\<&\n]*[^\W_])?)\1(?!\*)")
_BEFORE_EMPHASIS = frozenset(" \n\u00a0\u202f([{«“‘’'\",;:.!?/—–-…")
_TERM = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\]")
_BARRED = re.compile(r"\[\[([^\[\]|\n]+)\|([^\[\]|\n]+)\]\]")
_BAR = "\ue002"  # of no text: reading refuses private characters
_FACT = re.compile(r"\[@([A-Za-z]{1,3}\d{1,4})\]")
_NOTE = re.compile(r"\[\^\s?([^\[\]\s]+)\s?\]")
_ATTRIBUTES = re.compile(r"\[([^\[\]]+)\]\{([^{}\n]*)\}")
_LANGUAGE = re.compile(r"\s*lang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"']?\s*")
_SIMPLE_LINK = re.compile(r"\[([^\[\]\\`*_!&<\n]+)\]\(([A-Za-z0-9/:.?=#%~+@,;_-]+)\)")
_SAFE_ADDRESS = re.compile(r"[A-Za-z0-9/:.?=#&%~+@,;_-]*")
_AMISS = re.compile('[\u00a0\u202f“”«»–—{}"|^`]')
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class _Parser(MarkdownIt):
    """markdown-it that leaves judging addresses to us, and does not recode plain ones."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (markdown-it's name)
        if _SAFE_ADDRESS.fullmatch(url) and not _BAD_PERCENT.search(url):
            return url
        if _AMISS.search(url):
            return url  # recoded, nobody would see what is wrong with it
        return super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 (its shape, too)
        return True


def _set_up() -> _Parser:
    parser = _Parser("commonmark", {"html": False}).enable("table").use(deflist_plugin)
    parser.disable(["html_block", "html_inline", "reference"])
    parser.block.ruler.before("table", "too_deep", _too_deep)
    parser.inline.ruler.before("emphasis", "simple_emphasis", _simple_emphasis)
    parser.inline.ruler.before("link", "bracket", _bracket)
    parser.inline.ruler.at("link", _placed_link)
    parser.inline.ruler.at("image", _placed_image)
    parser.inline.terminator_re = _TERMINATORS
    assert isinstance(parser, _Parser)  # noqa: S101 (fluent methods are typed as the base class)
    return parser


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Keep as plain text, and mark, what is nested beyond reason."""
    if state.level < DEEPEST_LEVEL or silent:
        return False
    token = state.push("too_deep", "", 0)
    token.map = [start, end]
    token.content = state.getLines(start, end, state.blkIndent, keepLastLF=False)
    state.line = end
    return True


def _simple_emphasis(state: StateInline, silent: bool) -> bool:
    """Read ``*words*`` and ``**words**`` with nothing inside: nearly all of them, far quicker.

    The words begin and end with a letter or a digit and nothing but a space or a punctuation mark
    stands before, so that the first mark can only open and the second can only close it.
    """
    source, start = state.src, state.pos
    if source[start] != "*" or (start and source[start - 1] not in _BEFORE_EMPHASIS):
        return False
    return _leaf(state, silent, "emphasis", _EMPHASIS.match(source, start, state.posMax))


def _bracket(state: StateInline, silent: bool) -> bool:
    """Read ``[[term]]``, ``[@B5]``, ``[^note]``, ``[words]{lang=en}`` and the plainest links."""
    source, start = state.src, state.pos
    if source[start] != "[":
        return False
    following = source[start + 1 : start + 2]
    if following == "[":
        return _leaf(state, silent, "term", _TERM.match(source, start, state.posMax))
    if following == "@":
        return _leaf(state, silent, "fact", _FACT.match(source, start, state.posMax))
    if following == "^":
        return _leaf(state, silent, "note", _NOTE.match(source, start, state.posMax))
    if _leaf(state, silent, "simple_link", _SIMPLE_LINK.match(source, start, state.posMax)):
        return True
    return _attributes(state, silent)


def _leaf(state: StateInline, silent: bool, kind: str, found: re.Match[str] | None) -> bool:
    if found is None or (kind == "simple_link" and state.linkLevel):
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = found.group()
        token.meta = {"at": state.pos, "parts": found.groups()}
    state.pos = found.end()
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    found = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    language = _LANGUAGE.fullmatch(found.group(2))
    if language is None:
        return _leaf(state, silent, "unknown_attribute", found)
    if not silent:
        _span(state, found, language.group(1))
    state.pos = found.end()
    return True


def _span(state: StateInline, found: re.Match[str], language: str) -> None:
    maximum = state.posMax
    state.push("span_open", "span", 1).attrs = {"lang": language}
    state.pos, state.posMax = found.span(1)
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1)
    state.posMax = maximum


def _placed_link(state: StateInline, silent: bool) -> bool:
    return _placed(state, silent, link, "link_open")


def _placed_image(state: StateInline, silent: bool) -> bool:
    return _placed(state, silent, image, "image")


def _placed(state: StateInline, silent: bool, rule: Any, kind: str) -> bool:
    """Run a rule of markdown-it and note where its token was written."""
    start, before = state.pos, len(state.tokens)
    if not rule(state, silent):
        return False
    if not silent:
        opened = next(each for each in state.tokens[before:] if each.type == kind)
        opened.meta["at"] = start
    return True


_PARSER = _set_up()


def block_tokens(text: str) -> list[Token]:
    """Cut a text into block tokens; the content of ``inline`` ones is not yet parsed."""
    tokens: list[Token] = []
    if "|" not in text or "[[" not in text:
        _PARSER.block.parse(text, _PARSER, {}, tokens)
        return tokens
    # The bar of ``[[term|words]]`` does not end a cell of a table.
    _PARSER.block.parse(_BARRED.sub(rf"[[\1{_BAR}\2]]", text), _PARSER, {}, tokens)
    for token in tokens:
        token.content = token.content.replace(_BAR, "|")
    return tokens


def is_plain(text: str) -> bool:
    """Tell whether no character of an inline text can mean anything to Markdown."""
    return _MEANINGFUL.search(text) is None


def inline_tokens(text: str) -> list[Token]:
    """Cut an inline text into tokens."""
    tokens: list[Token] = []
    _PARSER.inline.parse(text, _PARSER, {}, tokens)
    return tokens


def rich(html: Sequence[str], words: Sequence[str], media: Sequence[str]) -> Rich:
    """Put together what the writer of this package escaped piece by piece."""
    plain = " ".join(words)
    return Rich(Markup("".join(html).strip()), _SPACES.sub(" ", plain).strip(" \n"), tuple(media))


_SPACES = re.compile(r"[ \n]{2,}|\n")
