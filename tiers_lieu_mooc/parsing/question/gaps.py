"""trous: a text with words to find, typed or chosen from a list."""

from __future__ import annotations

import re
from collections.abc import Callable

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.parsing.markup import block_rich, with_gaps
from tiers_lieu_mooc.parsing.question.anatomy import EntryStyle
from tiers_lieu_mooc.parsing.question.expected import MOST_FORMS, check_expected
from tiers_lieu_mooc.parsing.question.raw import TYPED_OPTIONS, Kind, Raw, matching_of
from tiers_lieu_mooc.parsing.question_drafts import GapDraft, GapsBody, Matching
from tiers_lieu_mooc.parsing.sheet import LineCount
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["GAPS", "split_at_gaps"]

_GAP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_BOX = re.compile(r"\s*(\[\s*[xX]?\s*\]|☑|✅|☐)\s*(.*)", re.DOTALL)
_SINGLE = re.compile(r"(?<![\]{\\])\{{1,2}[^{}\n]{1,80}\}{1,2}(?!\})")
_UNCLOSED = re.compile(r"\{\{[^\n]*")
_BLANK = re.compile(r"\n[ \t]*\n")


def split_at_gaps(lines: list[str]) -> int:
    """Give how many lines come before the first paragraph with a gap: they are the stem."""
    text = "\n".join(lines)
    found = _GAP.search(text, 0, _end_of_gaps(text))
    if found is None:
        return len(lines)
    ends = [blank.end() for blank in _BLANK.finditer(text, 0, found.start())]
    return text.count("\n", 0, ends[-1]) if ends else 0


def _end_of_gaps(text: str) -> int:
    """Give where the last gap can end: before it, what opens a gap always closes it."""
    return text.rfind("}}") + 2


def _without_gaps(text: str, take: Callable[[re.Match[str]], str]) -> str:
    """Put something else in the place of each gap."""
    end = _end_of_gaps(text)
    return _GAP.sub(take, text[:end]) + text[end:]


def _read(raw: Raw) -> GapsBody | None:
    matching = matching_of(raw.options)
    before = split_at_gaps(raw.anatomy.stem)
    line = raw.anatomy.stem_line + before
    text = "\n".join(raw.anatomy.stem[before:])
    gaps: list[GapDraft] = []
    lines = LineCount(text, line)

    def take(found: re.Match[str]) -> str:
        gaps.append(_gap(raw, found, lines.at(found.start()), matching))
        # A gap on several lines leaves its line ends behind it, so that places stay right.
        return markdown_gap(len(gaps) - 1) + "\n" * found.group().count("\n")

    marked = _without_gaps(text, take)
    is_amiss = _report_braces(raw)
    if not gaps:
        if not is_amiss:
            raw.add(rules.NO_GAP, raw.at)
        return None
    return GapsBody(with_gaps(block_rich(raw.sheet, marked, line)), tuple(gaps), matching)


def _report_braces(raw: Raw) -> bool:
    """Report what has braces without being a gap; tell whether there was any."""
    text = "\n".join(raw.anatomy.stem)
    text = _without_gaps(text, lambda gap: "\n" * gap.group().count("\n"))
    slips = [
        (found, f"il manque une accolade à «\u00a0{found.group()}\u00a0»")
        for found in _SINGLE.finditer(text)
    ]
    unclosed = None if slips else _UNCLOSED.search(text)
    if not slips and not unclosed and text.count("{") != text.count("}"):
        alone = re.search(r"[{}]", text)
        slips += [(alone, "une accolade est seule")] if alone else []
    if unclosed:
        slips.append((unclosed, "les accolades ne sont pas fermées par `}}`"))
    lines = LineCount(text, raw.anatomy.stem_line)
    for found, reason in slips:
        at = raw.sheet.find(found.group(), lines.at(found.start()))
        raw.add(rules.BAD_GAP, at, reason=reason)
    return bool(slips)


def markdown_gap(index: int) -> str:
    """Write a mark that Markdown leaves alone and that no source can hold (a private character)."""
    return f"\ue000{index}\ue001"


def _gap(raw: Raw, found: re.Match[str], line: int, matching: Matching) -> GapDraft:
    at = raw.sheet.find(found.group().split("\n", 1)[0], line)
    pieces = [
        piece.strip().removeprefix("- ") for piece in found.group(1).replace("\n", " ").split("|")
    ]
    boxes = [_BOX.fullmatch(piece) for piece in pieces]
    if any(boxes):
        return _select(raw, pieces, boxes, at=at)
    if not all(pieces):
        raw.add(rules.BAD_GAP, at, reason="il manque un texte")
    variants = tuple(french(piece) for piece in pieces if piece)
    for variant in variants:
        check_expected(raw, variant, at, matching)
    raw.has_room(len(variants), "variantes pour un trou", at, MOST_FORMS)
    return GapDraft(at, variants)


def _select(
    raw: Raw, pieces: list[str], boxes: list[re.Match[str] | None], *, at: Position
) -> GapDraft:
    texts = [
        box.group(2).strip().removeprefix("- ") if box else piece
        for piece, box in zip(pieces, boxes, strict=True)
    ]
    raw.has_room(len(texts), "possibilités pour un trou", at)
    rights = [
        index
        for index, box in enumerate(boxes)
        if box and any(mark in box.group(1) for mark in "xX☑✅")
    ]
    if len(rights) != 1:
        reason = "une seule case doit être cochée" if rights else "aucune case n’est cochée"
        raw.add(rules.BAD_GAP, at, reason=reason)
    elif not all(texts) or not all(boxes):
        raw.add(rules.BAD_GAP, at, reason="chaque possibilité a une case et un texte")
    elif len(texts) < 2 or len(set(texts)) < len(texts):
        raw.add(rules.BAD_GAP, at, reason="il faut au moins deux possibilités différentes")
    return GapDraft(at, tuple(french(text) for text in texts), rights[0] if rights else 0)


GAPS = Kind(
    "trous",
    EntryStyle.NONE,
    _read,
    options=TYPED_OPTIONS,
    defaults={"is_shuffled": False},
    has_stem=False,
)
