"""Inline tokens that point elsewhere: links, terms, facts, notes, pictures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.parsing.links import TargetKind, is_in_media, target_of
from tiers_lieu_mooc.parsing.markdown import Token
from tiers_lieu_mooc.parsing.references import ReferenceKind
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.parsing.words import fold, singular, slug, without_accents
from tiers_lieu_mooc.reading import PICTURES
from tiers_lieu_mooc.rules import media as media_rules
from tiers_lieu_mooc.rules import text as rules

__all__ = ["WRITERS", "Picture", "Run", "picture_of"]


@dataclass(slots=True)
class Run:
    """One run of inline text being written.

    Attributes:
        text: the run as written; ``at`` of a token's ``meta`` is an index into it.
        first, last: the lines of the sheet that it stands on.
        html, words, media: what is written so far, shared with the writer.
        closing: what closes the links that are open.
        starts: where the lines of the text start, once it was asked.
    """

    sheet: Sheet
    text: str
    first: int
    last: int
    html: list[str]
    words: list[str]
    media: list[str]
    closing: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def place(self, token: Token) -> Position:
        """Find where a token was written, by the line of the run that it starts on."""
        if not self.starts:
            self.starts = [0, *(end.end() for end in re.finditer("\n", self.text))]
        start: int = token.meta.get("at", 0)
        row = bisect_right(self.starts, start) - 1
        line_start = self.starts[row]
        number = min(self.first + row, self.last, len(self.sheet.lines))
        end = self.starts[row + 1] - 1 if row + 1 < len(self.starts) else len(self.text)
        found = self.sheet.lines[number - 1].find(self.text[line_start:end])
        if found < 0:
            return self.sheet.at(number)
        width = len(token.content.split("\n", 1)[0]) if token.meta.get("parts") else 0
        return self.sheet.at(number, found + start - line_start + 1, width)

    def show(self, text: str) -> None:
        """Write plain text."""
        shown = french(text)
        self.words.append(shown)
        self.html.append(escape(shown, quote=False))


_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ps", "ur", "yi", "ckb", "dv", "syr"})
"""Languages written from right to left, whose punctuation would else stand on the wrong side."""
_TO_SOURCE = "a-sourcer"
"""``[[À SOURCER]]`` is no term: it says that a fact is missing, and linting finds it."""


def _write_term(run: Run, token: Token) -> None:
    name, shown = token.meta["parts"]
    if fold(name) == _TO_SOURCE:
        run.show("[[À SOURCER]]")
        return
    target = term_slug(run.sheet, name)
    run.sheet.refer(ReferenceKind.TERM, target, run.place(token), name.strip())
    run.html.append(f'<a class="term" href="#glossaire/{target}" data-term="{target}">')
    run.show((shown or name).strip())
    run.html.append("</a>")


def term_slug(sheet: Sheet, name: str) -> str:
    """Give the identifier of the term that a name or a variant of it stands for.

    Case, accents, hyphens and a plural mark at the end of each word do not count. A name that is
    in no glossary gets an identifier of its own, which assembly will not find.
    """
    form = fold(name)
    return sheet.terms.get(form) or sheet.terms.get(singular(form)) or slug(name) or "terme"


def _write_fact(run: Run, token: Token) -> None:
    code = token.meta["parts"][0].upper()
    run.sheet.refer(ReferenceKind.FACT, code, run.place(token))
    run.words.append(f"[{code}]")
    if run.html:
        # The code sticks to the words that it supports, and never begins a line.
        run.html[-1] = run.html[-1].rstrip(" ")
    run.html.append(
        f'<sup><a class="fact-ref" href="#fait/{code}" data-fact="{code}"'
        f' aria-label="Source {code}">{code}</a></sup>'
    )


def _write_note(run: Run, token: Token) -> None:
    label = token.meta["parts"][0]
    call = run.sheet.notes.call(label)
    if call is None:
        run.sheet.add(rules.UNKNOWN_NOTE, run.place(token), name=label)
        run.show(token.content)
        return
    number, anchor, back = call
    run.html.append(
        f'<sup><a class="note-ref" href="#{anchor}" id="{back}" role="doc-noteref">'
        f"{number}</a></sup>"
    )


def _write_simple_link(run: Run, token: Token) -> None:
    shown, address = token.meta["parts"]
    opening, closing = _link(run, token, address)
    run.html.append(opening)
    run.show(shown)
    run.html.append(closing)


def _open_link(run: Run, token: Token) -> None:
    opening, closing = _link(run, token, _as_written(str(token.attrs.get("href", ""))))
    title = str(token.attrs.get("title", ""))
    if title and opening:
        opening = f'{opening[:-1]} title="{escape(french(title))}">'
    run.html.append(opening)
    run.closing.append(closing)


def _close_link(run: Run, token: Token) -> None:  # noqa: ARG001 (every writer has this shape)
    run.html.append(run.closing.pop() if run.closing else "")


def _link(run: Run, token: Token, address: str) -> tuple[str, str]:
    """Give the tags of a link; empty ones, with a finding, when it may not be."""
    target = target_of(address, run.sheet.folder)
    place = run.place(token)
    if target.kind is TargetKind.EXTERNAL:
        return f'<a href="{escape(target.name)}" rel="noopener noreferrer">', "</a>"
    if target.kind is TargetKind.LESSON:
        run.sheet.refer(ReferenceKind.LESSON, target.name, place, address)
        name = escape(target.name)
        return f'<a href="#{name}" data-lesson="{name}">', "</a>"
    if target.kind is TargetKind.FILE:
        run.sheet.refer(ReferenceKind.FILE, target.name, place, address)
        run.media.append(target.name)
        return f'<a data-media="{escape(target.name)}" download>', "</a>"
    if target.kind is TargetKind.HEADING:
        run.sheet.add(rules.HEADING_LINK, place, address=address)
    elif target.kind is TargetKind.OUTSIDE:
        run.sheet.add(media_rules.OUTSIDE, place, name=address)
    else:
        run.sheet.add(rules.FORBIDDEN_LINK, place, address=address)
    return "", ""


def _open_span(run: Run, token: Token) -> None:
    language = str(token.attrs["lang"])
    direction = (
        ' dir="rtl"' if language.split("-", maxsplit=1)[0].lower() in _FROM_THE_RIGHT else ""
    )
    run.html.append(f'<span lang="{escape(language)}"{direction}>')


def _write_unknown_attribute(run: Run, token: Token) -> None:
    run.sheet.add(rules.UNKNOWN_ATTRIBUTE, run.place(token), text=token.meta["parts"][0])
    run.show(token.content)


def _as_written(address: str) -> str:
    """Give back the backslashes that Markdown recodes, so that messages show what was typed."""
    return address.replace("%5C", "\\")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a ``media`` folder with its alternative ("" when decorative)."""

    name: str
    alternative: str


def picture_of(sheet: Sheet, token: Token, first: int, last: int) -> Picture | None:
    """Understand a picture's token; None, with a finding, when it cannot be shown."""
    alternative = french(_plain(token.children or []))
    address = _as_written(str(token.attrs.get("src", "")))
    return picture_at(sheet, address, alternative, sheet.find(address or "![", first, last))


def picture_at(sheet: Sheet, address: str, alternative: str, place: Position) -> Picture | None:
    """Understand a picture's address and alternative; None, with a finding, when it cannot be."""
    target = target_of(address, sheet.folder)
    if target.kind is TargetKind.EXTERNAL:
        sheet.add(media_rules.REMOTE, place, thing="Cette image", name=address)
    elif target.kind is not TargetKind.FILE and not is_in_media(address):
        sheet.add(media_rules.OUTSIDE, place, name=address)
    elif not target.name.lower().endswith(tuple(PICTURES)):
        known = ", ".join(sorted(PICTURES))
        sheet.add(media_rules.WRONG_KIND, place, name=address, expected="une image", known=known)
    else:
        if not alternative.strip():
            sheet.add(media_rules.NO_ALTERNATIVE, place, name=address)
        sheet.refer(ReferenceKind.PICTURE, target.name, place, address)
        is_decorative = without_accents(alternative).strip() in ("decorative", "decoratif")
        return Picture(target.name, "" if is_decorative else " ".join(alternative.split()))
    return None


def _write_picture(run: Run, token: Token) -> None:
    picture = picture_of(run.sheet, token, run.first, run.last)
    if picture is None:
        run.show(_plain(token.children or []))
        return
    run.media.append(picture.name)
    run.words.append(picture.alternative)
    title = str(token.attrs.get("title", ""))
    titled = f' title="{escape(french(title))}"' if title else ""
    run.words.append(f" {french(title)}" if title else "")
    run.html.append(
        f'<img data-media="{escape(picture.name)}" alt="{escape(picture.alternative)}"{titled}>'
    )


def _plain(tokens: list[Token]) -> str:
    """Give the words of inline tokens without any markup."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type == "image":
            pieces.append(_plain(token.children or []))
        elif token.type in ("term", "simple_link"):
            first, second = token.meta["parts"]
            pieces.append(first if token.type == "simple_link" else second or first)
        else:
            pieces.append(token.content)
    return "".join(pieces)


WRITERS: dict[str, Callable[[Run, Token], None]] = {
    "term": _write_term,
    "fact": _write_fact,
    "note": _write_note,
    "simple_link": _write_simple_link,
    "link_open": _open_link,
    "link_close": _close_link,
    "span_open": _open_span,
    "unknown_attribute": _write_unknown_attribute,
    "image": _write_picture,
}
