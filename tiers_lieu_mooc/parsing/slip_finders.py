"""Ways in which a line is almost right, each with the line that it was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiers_lieu_mooc.parsing.containers import ASIDES, NAMES
from tiers_lieu_mooc.parsing.question.anatomy import BOX
from tiers_lieu_mooc.parsing.words import fold

__all__ = ["CANDIDATE", "Slip", "Spot", "closing_fence", "kind_of", "slip_of"]

_JUNK = ":;,{}'\"“”«»–—\u00a0\u202f-"
CANDIDATE = re.compile(
    rf"^(?:[^\w\n]|[xX](?=\W{{0,3}}\])|\d(?=[\d.)%]{{0,3}}[^\w\n])|leurre(?=\W)){{0,20}}?"
    rf"[{_JUNK}][^\n]*$|^ *\d{{1,3}} [.)] [^\n]*$",
    re.MULTILINE,
)
_LATE = re.compile(r" {0,3}(?:indice|piste|explication|si \w+)s?\s?:-", re.IGNORECASE)
_IN_QUESTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r" {0,6}[-*+] \[[ x]\] \(\s*[-+−–]?\s*\d{1,4}(?:[.,]\d{1,6})?\s*%\s*\)\s*\S",
        r" {0,6}[-*+] \[[ x]\] \S",
        r" {0,3}- \(leurres?\) (?:[-=]>|→) \S",
        r" {0,3}(?:(?:indice|piste)s?|explication|si (?:juste|partiel|faux))(?: \d{1,2})?\s?:(?!-)",
        r" {1,6}>(?: \S|[^\s-]\S)",
        r" {0,3}\d{1,2}[.)] \S",
        r" {0,6}[-*+] \S",
    )
)
_IN_LESSONS = tuple(
    re.compile(pattern)
    for pattern in (
        r" {0,6}[-*+] \[[ xX]\] \S",
        r"#{2,6} [^\s#]",
        r" {0,6}[-*+] \S",
        r" {0,6}\d{1,2}[.)] \S",
        r"> \S",
    )
)
_SHORT_DEFINITION = re.compile(r" *::[^:\n]+\w")
_QUOTES = frozenset("\"'“”:;,{}«»")
_DEEP = 12
_NO_BREAK = "\u00a0\u202f"
_MARKS_OF_LISTS = frozenset("-*+#.)>")
_HALF_ITEM = re.compile(
    r"(?P<indent>[ \u00a0\u202f]{0,6})(?P<dash>-(?=[^\W\d_]|[«“\"*\[(])|—[ \u00a0\u202f](?=\S)"
    r"|(?<=  )–[ \u00a0\u202f](?=\S)|[\"'“”:;,{}«»] (?=\S)"
    r"|(?:(?<=^ )|(?<=^\u00a0)|(?<=^\u202f)|(?<=^[ ]{3})"
    r"|(?<=^[\u00a0\u202f] )|(?<=^  [\u00a0\u202f] ))"
    r"(?=[^\W_]|\*\*|\[|\(leurre))"
)
_TWO_DASHES = re.compile(r"( {0,6}- )- (?=\S)")
_HARDLY_INDENTED = re.compile(r" (?:[-*+]|\d{1,2}[.)]) \S")
_HARDLY = "Cet élément est décalé d’une seule espace\u00a0: il est lu au niveau des autres"
_WRITE_LEVEL = "supprimez cette espace, ou mettez-en deux pour le placer sous l’élément d’avant"
_ONE_PICTURE = re.compile(rf"([{_JUNK}]?)(!\[[^\[\]]*\]\([^()]*\))([{_JUNK}]?)")
_HALF_NUMBER = re.compile(r"( {0,3}\d{1,2}[.)])(?=[^\W\d_])")
_TERM_LINE = re.compile(r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}")
_LACKING_COLON = re.compile(rf"(?: {{1,2}}|(?!:)[{_JUNK}] )(?=[^\W\d_])")
_HALF_DEFINITION = re.compile(
    rf" {{0,3}}(?::(?:: ?|[{_JUNK}](?!:) |[{_JUNK}]?(?=[^\W\d_]))|[{_JUNK}]:[ ])"
)
_EMPTY_BOX = re.compile(r"( {0,6}[-*+] )\[\][ \u00a0\u202f]?(?=[^\W_])")
_TOO_MANY = "Un signe de trop au début de cette ligne\u00a0: {sign}\u00a0; elle est lue sans lui"
_ALONE = "Un signe seul sur sa ligne, «\u00a0{sign}\u00a0», s’affichera tel quel"
_NO_DEFINITION = (
    "Une définition commence par un deux-points et une espace\u00a0; cette ligne est lue ainsi"
)
_NO_BOX = "Une case vide a une espace entre ses crochets\u00a0; cette ligne est lue ainsi"
_NO_SPACE = "Il manque une espace après la marque de la liste\u00a0; cette ligne est lue avec elle"
_LONG_DASH = "Une liste se fait avec un tiret court\u00a0; cette ligne est lue avec lui"
_NO_DASH = "Cette ligne commence par une espace, à côté d’une liste\u00a0: il lui manque un tiret"
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)])\s")
_BEFORE = re.compile(rf"{_ITEM.pattern}|[#> ]|:::")
_MOST_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: the line as it is read, what is wrong with it and what to do, and where it is."""

    line: str
    what: str
    advice: str
    column: int = 1


_SOUND_LINE = Slip("", "", "")
"""Said of a line that is what it was meant for, or that another reader judges."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line among the others."""

    lines: Sequence[str]
    index: int
    is_in_question: bool

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.index]

    @property
    def before(self) -> str:
        """The line before it; "" at the beginning."""
        return self.lines[self.index - 1] if self.index else ""

    @property
    def following(self) -> str:
        """The line after it; "" at the end."""
        return self.lines[self.index + 1] if self.index + 1 < len(self.lines) else ""

    @property
    def may_begin(self) -> bool:
        """Whether a list, a title or a quotation may begin here in a lesson."""
        before = self.before.rstrip()
        return not before or before.endswith(":") or _BEFORE.match(before) is not None

    @property
    def is_beside_items(self) -> bool:
        """Whether the line before or after is an item of a list, or goes on with one."""
        is_item = any(_ITEM.match(each) for each in (self.before, self.following))
        return (
            is_item
            or self.before[:2] == "  "
            or (not self.is_in_question and self.before[:4] == "::: ")
        )


def kind_of(rest: str) -> str:
    """Give the folded name that a container is opened with."""
    words = rest.strip(" {}.").split("#")[0].split()
    return fold(words[0]) if words else ""


# What a line may be that is almost right


def slip_of(spot: Spot) -> Slip | None:
    """Find the slip of a line, if it is one."""
    if (
        spot.line[:1] == "#"
        or CANDIDATE.match(spot.line)
        or (spot.is_in_question and _LATE.match(spot.line))
    ):
        for find in _FINDERS:
            slip = find(spot)
            if slip is not None:
                return slip if slip is not _SOUND_LINE else None
    for find in _LACKING:
        slip = find(spot)
        if slip is not None:
            return slip if slip is not _SOUND_LINE else None
    return None


def _marks_slip(spot: Spot) -> Slip | None:
    mended = _as_marks(spot.line) if spot.line.count(":") > 1 else None
    return None if mended is None else _too_many(spot.line, mended)


def _short_marks(spot: Spot) -> Slip | None:
    """Leave ``::`` lines to the reading of containers, unless they define a term."""
    if not spot.line.lstrip().startswith("::"):
        return None
    definition = _definition_of(spot) if _SHORT_DEFINITION.match(spot.line) else None
    if spot.is_in_question or definition is None or kind_of(definition[2:]) in NAMES:
        return _SOUND_LINE
    return Slip(definition, _NO_DEFINITION, _write(definition))


def _picture_slip(spot: Spot) -> Slip | None:
    """Find a picture alone in its paragraph with a sign before or after it."""
    found = _ONE_PICTURE.fullmatch(spot.line.strip())
    if found is None or bool(found[1]) == bool(found[3]):
        return None
    is_alone = not spot.following.strip() and not spot.before.strip()
    return _too_many(spot.line, found[2]) if is_alone else None


def _rule_slip(spot: Spot) -> Slip | None:
    bare = spot.line.replace(" ", "")
    if len(bare) > 2 and set(bare) in ({"-"}, {"*"}, {"_"}):
        return _SOUND_LINE
    whole = _rule_of(spot.line)
    return None if whole is None else _too_many(spot.line, whole)


def _lone_sign(spot: Spot) -> Slip | None:
    sign = spot.line.strip()
    if not sign or sign not in _JUNK:
        return None
    return Slip(spot.line, _ALONE.format(sign=sign), "supprimez-le")


def _head_slip(spot: Spot) -> Slip | None:
    patterns = _IN_QUESTIONS if spot.is_in_question else _IN_LESSONS
    if spot.is_in_question and BOX.match(spot.line):
        patterns = _IN_QUESTIONS[:1]  # any box is read, and a broken one is reported as such
    elif not (spot.is_in_question or spot.may_begin):
        return None
    for pattern in patterns:
        if pattern.match(spot.line):
            return _SOUND_LINE
        for shorter in _without_one(spot.line, is_in_question=spot.is_in_question):
            if pattern.match(shorter):
                return _too_many(spot.line, shorter)
    return None


def _definition_slip(spot: Spot) -> Slip | None:
    definition = None if spot.is_in_question else _definition_of(spot)
    return None if definition is None else Slip(definition, _NO_DEFINITION, _write(definition))


def _box_slip(spot: Spot) -> Slip | None:
    box = None if spot.is_in_question else _EMPTY_BOX.match(spot.line)
    if box is None:
        return None
    mended = f"{box[1]}[ ] {spot.line[box.end() :]}"
    return Slip(mended, _NO_BOX, _write(mended))


def _indent_slip(spot: Spot) -> Slip | None:
    if _HARDLY_INDENTED.match(spot.line) and spot.is_beside_items:
        return Slip(spot.line, _HARDLY, _WRITE_LEVEL)
    double = _TWO_DASHES.match(spot.line)
    return _too_many(spot.line, f"{double[1]}{spot.line[double.end() :]}") if double else None


def _number_slip(spot: Spot) -> Slip | None:
    number = _HALF_NUMBER.match(spot.line) if spot.is_in_question else None
    if number is None or not spot.is_beside_items:
        return None
    mended = f"{number[1]} {spot.line[number.end() :]}"
    return Slip(mended, _NO_SPACE, _write(mended))


def _item_slip(spot: Spot) -> Slip | None:
    """Find a list item without its dash or without the space after it."""
    line = spot.line
    found = None if spot.is_in_question and BOX.match(line) else _HALF_ITEM.match(line)
    if found is None or not spot.is_beside_items:
        return None
    dash = found["dash"]
    if not dash:
        mended = f"- {line.strip()}"
        return Slip(line, _NO_DASH, _write(mended)) if _lacks_dash(spot) else None
    if dash[0] in _QUOTES and _is_closed(line, dash[0]):
        return None
    if dash == "-" and not spot.is_in_question and not found["indent"]:
        return None  # which the reading of marks reports
    mended = f"{found['indent']}- {line[found.end('dash') :].lstrip()}"
    return Slip(mended, _NO_SPACE if dash == "-" else _LONG_DASH, _write(mended))


_FINDERS = (_marks_slip, _short_marks, _rule_slip, _indent_slip, _box_slip, _lone_sign, _head_slip)
_LACKING = (_picture_slip, _definition_slip, _indent_slip, _number_slip, _item_slip)


def closing_fence(line: str, fence: str) -> Slip | None:
    """Find the end of a block of code that has a sign too many."""
    bare = line.strip(" \t")
    if _rule_of(line) != fence[:3] or bare == fence:
        return None
    return Slip(fence, _TOO_MANY.format(sign=f"«\u00a0{bare}\u00a0»"), _write(fence))


def _rule_of(line: str) -> str | None:
    """Give a line of three dashes, stars or accents from one that has another sign among them."""
    bare = line.strip(" \t")
    if bare in ("--", "--\u00a0", "--\u202f"):
        return "---"
    for mark in "-*`":
        others = bare.replace(mark, "")
        is_other = len(others) == 1 and others in f"{_JUNK} ".replace(mark, "")
        if is_other and (bare.count(mark) > 2 or (mark == "-" and len(bare) == 3)):
            return mark * 3
    return None


def _definition_of(spot: Spot) -> str | None:
    """Give a definition from a line whose first sign, a colon, is not alone or not set apart."""
    is_first = spot.index < 2 or not spot.lines[spot.index - 2].strip()
    if not (is_first and spot.before.strip()) or spot.before.endswith(":"):
        return None
    found = _HALF_DEFINITION.match(spot.line)
    if found is None and _TERM_LINE.fullmatch(spot.before):
        found = _LACKING_COLON.match(spot.line)
    return f": {spot.line[found.end() :]}" if found else None


def _lacks_dash(spot: Spot) -> bool:
    """Tell an item without its dash from a line that goes on with an item: that has two spaces."""
    is_deep = spot.line[:3] == "   "
    return not is_deep or re.match(r" *- |  (?! )", spot.before) is not None


def _write(mended: str) -> str:
    shown = mended.strip()
    if len(shown) > _MOST_SHOWN:
        shown = f"{shown[:_MOST_SHOWN].rstrip()}…"
    return f"écrivez `{shown}`"


def _too_many(line: str, mended: str) -> Slip:
    same = next((at for at, (a, b) in enumerate(zip(line, mended, strict=False)) if a != b), None)
    column = min(len(line), len(mended)) if same is None else same
    sign = _said(line[column : column + 1] or line[-1:])
    return Slip(mended, _TOO_MANY.format(sign=sign), _write(mended), column + 1)


def _without_one(line: str, *, is_in_question: bool) -> Iterator[str]:
    """Give a line without each sign of its beginning that might be too many, in turn."""
    start = len(line) - len(line.lstrip(" "))
    for index in range(start, min(start + _DEEP + 12, len(line))):
        if (line[index] in _JUNK or line[index] == " ") and not _is_closed(line, line[index]):
            shorter = line[:index] + line[index + 1 :]
            if line[index] not in _NO_BREAK:
                yield shorter
                if line[index] in _JUNK:
                    yield f"{line[:index]} {line[index + 1 :]}"
            elif is_in_question or line[index - 1 : index] not in _MARKS_OF_LISTS:
                # After a mark, the reading of marks tells what a no-break space does.
                yield from (f"{line[:index]} {line[index + 1 :]}", shorter)


def _is_closed(line: str, sign: str) -> bool:
    """Tell whether a sign is the first of two that go together."""
    if sign == '"':
        return line.count(sign) % 2 == 0
    return {"«": "»", "“": "”", "{": "}"}.get(sign, "\n") in line


def _as_marks(line: str) -> str | None:
    """Give a ``:::`` line without what stands before, between or after its colons."""
    head = re.match(rf"[ \t{_JUNK}]*", line)
    signs = head.group() if head else ""
    rest = line[len(signs) :]
    colons = signs.count(":")
    others = re.sub(r"[: \t]", "", signs)
    if (
        signs.lstrip(" :") == "{"
        or colons + len(others) + len(re.findall(r"\s", signs.strip(" "))) < 3
        or len(others) > 1
        or signs.strip(" \t") == ":" * colons
    ):
        return None
    colons = max(colons, 3)
    if not rest:
        return ":" * colons
    name = kind_of(rest)
    return f"{':' * colons} {rest}" if name in NAMES or name in ASIDES else None


def _said(sign: str) -> str:
    return {" ": "une espace", "\u00a0": "une espace insécable", "\u202f": "une espace fine"}.get(
        sign, f"«\u00a0{sign}\u00a0»"
    )
