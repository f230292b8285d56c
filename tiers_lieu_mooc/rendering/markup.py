"""Small, safe changes to markup that parsing made."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup, escape

from tiers_lieu_mooc.model.course import MediaFile
from tiers_lieu_mooc.model.node import Rich

_IMAGE = re.compile(r'<img data-media="([^"]*)"([^>]*)>')
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')
_FILE = re.compile(r'<a data-media="([^"]*)"')
# Patterns are applied to plain text: on markup, ``re.sub`` would escape what it puts together.
_LESSON_LINK = re.compile(r'<a href="#([^"]*)" data-lesson="[^"]*">(.*?)</a>', re.DOTALL)
_WAY_OUT = re.compile(r'(<a href="https?:[^>]*)>(.*?)</a>', re.DOTALL)
_GAP = re.compile(r'<span data-gap="([0-9]+)"></span>')
_SOURCE_ADDRESS = re.compile(r"https?://[^\s<>;,]+[^\s<>;,.)]")


def inline(rich: Rich | None) -> Markup:
    """Give a text without the one paragraph that wraps it; several paragraphs stay as they are."""
    if rich is None:
        return Markup("")
    html = rich.html.strip("\n ")
    if html.startswith("<p>") and html.endswith("</p>") and html.find("</p>") == len(html) - 4:
        return Markup(html[3:-4])
    return Markup(html)


def legend_and_context(stem: Rich) -> tuple[Markup, Markup]:
    """Split a question's text into a legend, inline as HTML wants it, and what follows.

    A text that does not begin with a paragraph is its own context under a legend of plain words.
    """
    html = stem.html.strip("\n ")
    if html.startswith("<p>"):
        first, _, rest = html[3:].partition("</p>")
        return Markup(first), Markup(rest.strip("\n "))
    return escape(stem.plain), Markup(html)


def with_media(html: Markup, media: Mapping[str, MediaFile]) -> Markup:
    """Complete the pictures of a page (address, size, late loading) and its links to files."""
    if "data-media=" not in html:
        return html
    linked = _FILE.sub(r'<a href="\1"', str(html))
    return Markup(_IMAGE.sub(lambda found: _image(found[1], found[2], media), linked))


def image(path: str, alternative: str, media: Mapping[str, MediaFile]) -> Markup:
    """Write a picture as a complete element."""
    return Markup(_image(path, Markup(' alt="{}"').format(alternative), media))


def _image(path: str, attributes: str, media: Mapping[str, MediaFile]) -> str:
    """Write a picture, and its text for those who chose to have no pictures."""
    file = media.get(path)
    size = f' width="{file.width}" height="{file.height}"' if file and file.width else ""
    alternative = _ALTERNATIVE.search(attributes)
    text = alternative[1] if alternative else ""
    instead = f'<span class="instead">Image\u00a0: {text}</span>' if text else ""
    return f'<img src="{path}"{size} loading="lazy"{attributes}>{instead}'


def style_sheet(css: str) -> Markup:
    """Vouch for our own style sheet."""
    return Markup(css)


def json_attribute(value: object) -> Markup:
    """Write a value as JSON for an attribute that the template puts in single quotes.

    Between double quotes each of the value's own would take five characters: 43 kB in a whole
    course of 56 lessons.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))


def without_far_links(html: Markup, present: Collection[str]) -> Markup:
    """Turn links to lessons that this package does not hold into plain text."""
    if "data-lesson=" not in html:
        return html

    def near(found: re.Match[str]) -> str:
        return found[0] if found[1] in present else f'<span class="elsewhere">{found[2]}</span>'

    return Markup(_LESSON_LINK.sub(near, str(html)))


def with_gaps(html: Markup, fields: Sequence[Markup]) -> Markup:
    """Put the n-th field where the text has its n-th gap."""
    return Markup(_GAP.sub(lambda gap: fields[int(gap[1])], str(html)))


_BESIDE = r'\1 target="_blank">\2<i role="img" aria-label=" (nouvel onglet)"></i></a>'


def with_ways_out(html: Markup) -> Markup:
    """Open every link to another site beside the course, and say so.

    In the frame of an LMS it would take the course's place. The words are the name of an empty
    element, which is part of the link's own name wherever screen readers show it, in their lists
    of links too: a description (``aria-describedby``) is not in these, and comes late or never on
    phones. Text in the link would be as sure, but it would also stand in what the script reads of
    a question, finds and reports. The style sheet draws the sign. It takes 4 bytes, deflated.

    Addresses of mail open no tab and stay as they are.
    """
    return Markup(_WAY_OUT.sub(_BESIDE, str(html)))


def joined(parts: Sequence[Markup], glue: str) -> Markup:
    """Write parts one after the other with ``glue``, plain text, between them."""
    return escape(glue).join(parts)


def with_addresses(text: str) -> Markup:
    """Make the addresses in a plain text links."""
    parts: list[str] = []
    end = 0
    for found in _SOURCE_ADDRESS.finditer(text):
        address = escape(found[0])
        parts += [
            escape(text[end : found.start()]),
            f'<a href="{address}" rel="noopener noreferrer">{address}</a>',
        ]
        end = found.end()
    return Markup("".join([*parts, escape(text[end:])]))
