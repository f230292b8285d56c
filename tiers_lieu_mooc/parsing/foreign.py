"""What other Markdowns understand and ours shows as it is: HTML, comments, link definitions."""

from __future__ import annotations

import re
from bisect import bisect_right

from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import marks
from tiers_lieu_mooc.rules import text as rules

__all__ = ["report_foreign"]

_RAW_HTML = re.compile(r"(?<!\\)(?:<!--|</?[A-Za-z][^<>\n]*>?|<[!?][A-Za-z])")
_TICKS = re.compile("`+")
_ADDRESSES = re.compile(
    r"(?<=\]\()<[^<>\n]*>|<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>"
)
_MOST_TAGS = 50
_LINK_DEFINITION = re.compile(r" {0,3}\[[^\]^@\n][^\]\n]*\]:\s*\S")


def report_foreign(sheet: Sheet, text: str, first: int, last: int) -> None:
    """Report what of an inline text, between two lines of the sheet, would be HTML elsewhere."""
    if "<" in text:
        shown = _ADDRESSES.sub("", _without_code(text) if "`" in text else text)
        tags = dict.fromkeys(found.group() for found in _RAW_HTML.finditer(shown))
        opening = [tag for tag in tags if not tag.startswith("</")]
        for tag in (opening or list(tags))[:_MOST_TAGS]:
            rule = marks.HTML_COMMENT if tag == "<!--" else rules.RAW_HTML
            sheet.add(rule, sheet.find(tag, first, last), tag=tag)
    if "]:" in text and (definition := _LINK_DEFINITION.match(text)):
        at = sheet.find(definition.group().strip(), first, last)
        is_comment = text.lstrip().startswith(("[//]:", "[comment]:"))
        sheet.add(marks.HTML_COMMENT if is_comment else rules.REFERENCE_LINK, at)


def _without_code(text: str) -> str:
    """Take out what stands between two equal runs of accents."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    after: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(runs):
        after.setdefault(end - start, []).append(number)
    kept, written, number = list[str](), 0, 0
    while number < len(runs):
        start, end = runs[number]
        same = after[end - start]
        following = bisect_right(same, number)
        if following < len(same):
            kept.append(text[written:start])
            number = same[following]
            written = runs[number][1]
        number += 1
    return "".join([*kept, text[written:]])
