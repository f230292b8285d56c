"""What every question kind is given to read its own part from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Position, Rule
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.markup import block_rich, inline_rich
from tiers_lieu_mooc.parsing.options import Options
from tiers_lieu_mooc.parsing.question.anatomy import Anatomy, Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.comparing import compared
from tiers_lieu_mooc.parsing.question_drafts import Body, Matching
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import expected
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["MOST_ANSWERS", "TYPED_OPTIONS", "Kind", "Raw", "Share", "matching_of"]

TYPED_OPTIONS = ("casse", "accents", "articles", "fautes")
"""Options of the kinds that compare typed text."""

MOST_ANSWERS = 36
"""Names of one character that SCORM 1.2 has for the lines of a list (CMIIdentifier, choice)."""

_ITEM = re.compile(r"[ \t]{0,3}([-*+•–])[ \t]+\S")
_SHARE = re.compile(r"\(\s*+((?:[+\-−–]\s*+)?\d{1,4}(?:[.,]\d{1,6})?)\s*+%\s*+\)(?:-(?=\s))?\s*+")

_ALMOST_SHARE = re.compile(
    r"[^\w\s]?\s?[(\[{][^()\w]{0,3}\d[^()\w]{0,2}\d{0,3}[^()\w]{0,3}%[^()\w]{0,2}[)\]}]?(?=\s)"
)


@dataclass(slots=True)
class Raw:
    """A question taken apart: its kind, options, stem and entries."""

    sheet: Sheet
    kind: str
    line: int
    options: Options
    anatomy: Anatomy
    stem: Rich

    @property
    def at(self) -> Position:
        """The opening line."""
        return self.sheet.at(self.line)

    def add(self, rule: Rule, at: Position, **values: object) -> None:
        """Record a finding."""
        self.sheet.add(rule, at, **values)

    def at_entry(self, entry: Entry) -> Position:
        """Give the place of an entry's text."""
        return self.sheet.at(entry.line, entry.column, len(entry.lines[0].rstrip()))

    def has_enough(self, count: int, least: int, thing: str, example: str) -> bool:
        """Check how many lines of a sort there are; ``thing`` names one of them."""
        if count >= least:
            return True
        if not self._has_bare_items(count):
            said = {"said": _too_few(count, thing), "needed": _needed(least, thing)}
            self.add(rules.TOO_FEW_ANSWERS, self.at, example=example, **said)
        return False

    def _has_bare_items(self, count: int) -> bool:
        """Report the items of a list that were to be answers, were it not for their boxes."""
        if count or self.anatomy.style is not EntryStyle.BOXES:
            return False
        lines = enumerate(self.anatomy.stem, start=self.anatomy.stem_line)
        items = [(line, found) for line, text in lines if (found := _ITEM.match(text))]
        for line, found in items:
            self.add(rules.ANSWER_WITHOUT_BOX, self.sheet.at(line, found.start(1) + 1))
        return bool(items)

    def has_room(
        self, count: int, things: str, at: Position | None = None, most: int = MOST_ANSWERS
    ) -> bool:
        """Check that reports can name each of these things; ``things`` is their plural."""
        if count <= most:
            return True
        beyond = self.anatomy.entries[most : most + 1]
        place = at or (self.at_entry(beyond[0]) if beyond else self.at)
        self.add(expected.TOO_MANY_ANSWERS, place, count=count, things=things, most=most)
        return False

    def inline(self, text: str, entry: Entry) -> Rich:
        """Format the text of an entry; an empty one is a finding."""
        if not text.strip():
            self.add(rules.EMPTY_ANSWER, self.at_entry(entry))
        return inline_rich(self.sheet, text, entry.line)

    def feedback(self, entry: Entry) -> Rich | None:
        """Format what is quoted under an entry."""
        text = "\n".join(entry.feedback)
        return block_rich(self.sheet, text, entry.feedback_line) if text.strip() else None

    def refuse_feedback(self, entry: Entry, what: str) -> None:
        """Report a comment where none is ever shown."""
        if entry.feedback:
            self.add(rules.FEEDBACK_NOT_SHOWN, self.sheet.at(entry.feedback_line, 1), what=what)

    def refuse_duplicates(
        self, texts: Iterable[tuple[str, Entry]], matching: Matching | None = None
    ) -> None:
        """Report texts that a learner could not tell apart."""
        seen: dict[str, Entry] = {}
        for text, entry in texts:
            form = compared(text, matching)
            first = seen.setdefault(form, entry)
            if form and first is not entry:
                self.add(rules.DUPLICATE_ANSWER, self.at_entry(entry), text=text, first=first.line)


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the points that an entry's text starts with, taken off the text."""

    value: float | None
    text: str

    @classmethod
    def of(cls, raw: Raw, entry: Entry, *, can_be_negative: bool = False) -> Share:
        """Read ``(50 %)`` at the start of an entry."""
        found = _SHARE.match(entry.text)
        if found is None:
            if almost := _ALMOST_SHARE.match(entry.text):
                reason = "un signe de trop empêche de la lire"
                raw.add(rules.BAD_SHARE, raw.at_entry(entry), share=almost.group(), reason=reason)
            return cls(None, entry.text)
        typed = re.sub(r"\s", "", found.group(1)).replace(",", ".")
        value = float(typed.replace("−", "-").replace("–", "-")) / 100
        reason = _fault(value, is_right=bool(entry.is_right), can_be_negative=can_be_negative)
        if reason:
            share = found.group().strip()
            raw.add(rules.BAD_SHARE, raw.at_entry(entry), share=share, reason=reason)
            return cls(None, entry.text[found.end() :])
        return cls(value, entry.text[found.end() :])


def _fault(value: float, *, is_right: bool, can_be_negative: bool) -> str:
    if abs(value) > 1:
        return "elle va de −100 à 100 %"
    if is_right and value < 0:
        return "une réponse juste n’enlève pas de points"
    if value < 0 and not can_be_negative:
        return "une réponse fausse n’enlève de points que dans un qcm"
    return ""


def _too_few(count: int, thing: str) -> str:
    noun, _, rest = thing.partition(" ")
    feminine = "" if noun == "élément" else "e"
    if count == 0:
        said = f"n’a aucun{feminine} {noun}"
    elif count == 1:
        said = f"n’a qu’un{feminine} {noun}"
    else:
        said = f"n’a que {count} {noun}s"
    return f"{said} {rest}".strip()


def _needed(least: int, thing: str) -> str:
    return str(least) if least > 1 else ("un" if thing.startswith("élément") else "une")


def matching_of(options: Options) -> Matching:
    """Read how typed answers are compared."""
    typos = options.whole("fautes")
    if typos is not None and typos > 3:
        options.refuse("fautes", "un nombre de 0 à 3", "1")
        typos = None
    return Matching(
        is_case_strict=options.word("casse", ("stricte", "libre")) == "stricte",
        is_accent_strict=options.word("accents", ("stricts", "libres")) == "stricts",
        are_articles_strict=options.word("articles", ("stricts", "libres")) == "stricts",
        typos=typos or 0,
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """How one question kind is written.

    Attributes:
        name: as in the model.
        style: what its answer lines look like.
        read: makes the part that only this kind has; None when nothing can be made of it.
        options: the options that only this kind has, as shown to authors.
        scorings: what ``notation`` may say, one word at least.
        defaults: values that differ from the model's.
        has_stem: whether a text before the answers is required.
    """

    name: str
    style: EntryStyle
    read: Callable[[Raw], Body | None]
    options: tuple[str, ...] = ()
    scorings: tuple[str, ...] = ("partielle", "tout-ou-rien")
    defaults: Mapping[str, bool | float] = field(default_factory=dict)
    has_stem: bool = True
