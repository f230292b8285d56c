"""The parts that all questions are made of: stem, entries with their feedback, labelled texts.

Line by line, since label lines and boxes mean what they mean even where CommonMark would glue
them to the line before (UX §1.4, rule 8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from tiers_lieu_mooc.parsing.question.labels import LABEL, almost_label
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["ARROW", "BOX", "Anatomy", "Entry", "EntryStyle", "Label", "dissect"]

BOX = re.compile(
    r"(?P<indent>\s*+)(?P<marker>[-*+•–—]|\d{1,3}[.)])?(?P<gap>\s*+)"
    r"(?P<box>\[\s*+(?:[xX]\s*+)?\]|☑|✅|☐)(?![(\[](?!\s*+(?:[-+−–]\s*+)?\d))"
    r"(?P<after>\s*+)(?P<text>.*)"
)
"""A line of an answer with its box, also one that is badly written."""
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<marker>[-*+•–]|\d{1,3}[.)])(?:[ \t]+(?P<text>.*)|$)")
_QUOTE = re.compile(r"(?P<indent>[ \t]*)>[ ]?(?P<text>.*)")
ARROW = re.compile(r"[-–—=]{1,2}>(?:-(?=\s))?|[→⇒➔➜⟶⟹]")
"""Between the two sides of a pair, also as word processors correct it."""
_RIGHT = frozenset("xX☑✅")
_WELL_FORMED = frozenset({"[ ]", "[x]", "[X]", "☑", "✅", "☐"})


class EntryStyle(Enum):
    """What the answers of a kind look like."""

    BOXES = auto()
    ARROWS = auto()
    NUMBERS = auto()
    ITEMS = auto()
    NESTED = auto()
    NONE = auto()


@dataclass(slots=True)
class Entry:
    """One answer line with what belongs to it.

    Attributes:
        line, column: of the text.
        is_right: what its box says; None without a box.
        indent: width of the white space before the marker.
        lines: the text, then its continuation lines.
        feedback: the quoted lines under it, marks taken off; ``feedback_line`` is the first one's.
    """

    line: int
    column: int
    is_right: bool | None
    indent: int
    lines: list[str]
    feedback: list[str] = field(default_factory=list)
    feedback_line: int = 0

    @property
    def text(self) -> str:
        """The whole text of the entry."""
        return "\n".join(self.lines).strip()


@dataclass(slots=True)
class Label:
    """A labelled text, for instance a hint: its folded label, its line, its lines."""

    name: str
    line: int
    lines: list[str]

    @property
    def is_hint(self) -> bool:
        """Whether it is shown before the answer."""
        return self.name[:1] in "iIpP"


@dataclass(slots=True)
class Anatomy:
    """A question taken apart."""

    style: EntryStyle
    stem: list[str] = field(default_factory=list)
    stem_line: int = 0
    entries: list[Entry] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def dissect(sheet: Sheet, first: int, last: int, style: EntryStyle) -> Anatomy:
    """Take the lines of a question apart, from ``first`` to ``last`` included."""
    return _Dissection(sheet, first, last, style).run()


class _Dissection:
    def __init__(self, sheet: Sheet, first: int, last: int, style: EntryStyle) -> None:
        self._sheet = sheet
        self._first = first
        self._lines = sheet.body[first - 1 : last]
        self._style = style
        self._whole = Anatomy(style, stem_line=first)
        self._current: Entry | Label | None = None
        self._fence = ""
        self._is_after_blank = False
        self._has_stray = False
        self._start_of_entries = self._find_start()

    def run(self) -> Anatomy:
        for offset, text in enumerate(self._lines):
            self._read(self._first + offset, text)
        return self._whole

    def _find_start(self) -> int:
        """Find the first line that is an entry; what stands before is the stem."""
        if self._style in (EntryStyle.NONE, EntryStyle.BOXES):
            return 0
        items = [
            (self._first + offset, found)
            for offset, text in enumerate(self._lines)
            if (found := _ITEM.match(text)) and not LABEL.match(text)
        ]
        liked = (line for line, found in items if self._is_typical(found))
        start = next(liked, items[0][0] if items else 0)
        if self._style is EntryStyle.ARROWS:
            # A row whose arrow is missing stands among the others, not in a list of the stem.
            lines = {line for line, _ in items}
            while start - 1 in lines:
                start -= 1
        return start

    def _is_typical(self, found: re.Match[str]) -> bool:
        """Tell whether a list item looks like an answer more than like a list in the stem."""
        if self._style is EntryStyle.ARROWS:
            return ARROW.search(found["text"] or "") is not None
        return self._style is not EntryStyle.NUMBERS or found["marker"][0].isdigit()

    def _read(self, line: int, text: str) -> None:
        if self._is_in_fence(text):
            self._continue(line, text)
        elif label := LABEL.match(text):
            self._current = Label(label.group(1), line, [text[label.end() :]])
            self._whole.labels.append(self._current)
        elif entry := self._entry(line, text):
            self._current = entry
            self._whole.entries.append(entry)
        elif not text.strip():
            self._continue(line, "")
            self._is_after_blank = True
            return
        else:
            self._report_almost_label(line, text)
            self._continue(line, text)
        self._is_after_blank = False

    def _report_almost_label(self, line: int, text: str) -> None:
        """Report « Si vrai : », which would be shown with the text before it."""
        found = almost_label(text)
        if found is None:
            return
        current = self._current
        is_text = current is None or (isinstance(current, Label) and not current.is_hint)
        if not (found.is_plain_word and is_text):
            at = self._sheet.at(line, found.start + 1, len(found.typed))
            self._sheet.add(rules.UNKNOWN_LABEL, at, typed=found.typed, meant=found.meant)
            self._has_stray = True  # the same cause

    def _is_in_fence(self, text: str) -> bool:
        mark = text.lstrip()[:3]
        if self._fence:
            if mark == self._fence:
                self._fence = ""
            return True
        if mark in ("```", "~~~"):
            self._fence = mark
            return True
        return False

    # Entries

    def _entry(self, line: int, text: str) -> Entry | None:
        if self._style is EntryStyle.BOXES:
            return self._boxed(line, text)
        if not self._start_of_entries or line < self._start_of_entries:
            return None
        found = _ITEM.match(text)
        if found is None or (self._whole.entries and isinstance(self._current, Label)):
            return None
        indent = _width(found["indent"])
        if indent > 3 and self._style is not EntryStyle.NESTED:
            return None
        column = (found.start("text") if found["text"] else found.start("marker")) + 1
        return Entry(line, column, None, indent, [found["text"] or ""])

    def _boxed(self, line: int, text: str) -> Entry | None:
        found = BOX.match(text)
        if found is None:
            return self._unboxed(line, text)
        is_right = any(mark in _RIGHT for mark in found["box"])
        entry = Entry(line, found.start("text") + 1, is_right, 0, [found["text"]])
        if not _is_well_formed(found):
            box = "[x]" if is_right else "[ ]"
            mended = f"- {box} {found['text']}".rstrip()
            indent = len(found["indent"])
            at = self._sheet.at(line, indent + 1, found.start("after") - indent)
            self._sheet.add(rules.BROKEN_BOX, at, box=box, line=mended)
        return entry

    def _unboxed(self, line: int, text: str) -> Entry | None:
        """Report a list item without a box among the answers, and take it as a wrong one."""
        found = _ITEM.match(text)
        if found is None or not isinstance(self._current, Entry):
            return None
        at = self._sheet.at(line, found.start("marker") + 1)
        self._sheet.add(rules.ANSWER_WITHOUT_BOX, at)
        column = (found.start("text") if found["text"] else found.start("marker")) + 1
        return Entry(line, column, False, 0, [found["text"] or ""])

    # Everything else

    def _continue(self, line: int, text: str) -> None:
        if self._current is None:
            self._whole.stem.append(text)
        elif isinstance(self._current, Label):
            self._current.lines.append(text)
        else:
            self._continue_entry(line, text, self._current)

    def _continue_entry(self, line: int, text: str, entry: Entry) -> None:
        quote = _QUOTE.match(text)
        if quote:
            if not quote["indent"]:
                self._sheet.add(rules.FEEDBACK_NOT_INDENTED, self._sheet.at(line, 1))
            _add_feedback(entry, line, quote["text"])
        elif not text:
            return
        elif self._is_after_blank and not text.startswith((" ", "\t")):
            self._report_stray(line, text, entry)
        elif entry.feedback and not self._is_after_blank:
            _add_feedback(entry, line, text.strip())
        else:
            entry.lines.append(text.strip())

    def _report_stray(self, line: int, text: str, entry: Entry) -> None:
        if not self._has_stray:
            self._sheet.add(rules.TEXT_AFTER_ANSWERS, self._sheet.at(line, 1, len(text)))
        self._has_stray = True
        entry.lines.append(text.strip())


def _add_feedback(entry: Entry, line: int, text: str) -> None:
    """Add a line of feedback, in step with the file's lines so that places stay right."""
    entry.feedback_line = entry.feedback_line or line
    missing = line - entry.feedback_line - len(entry.feedback)
    entry.feedback.extend([*[""] * missing, text])


def _is_well_formed(found: re.Match[str]) -> bool:
    is_spaced = bool(found["gap"]) and (bool(found["after"]) or not found["text"])
    return bool(found["marker"]) and is_spaced and found["box"] in _WELL_FORMED


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
