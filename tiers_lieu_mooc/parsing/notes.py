"""Footnotes of one text: where they are written, in which order they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_DEFINITION = re.compile(r" {0,3}\[\s?\^\s?([^\[\]\s]+)\s?\]\s?:(?:-(?=[ \t]))?[ \t]*")


@dataclass(slots=True)
class Note:
    """A note: its line, its text as written, and how often it was called."""

    label: str
    line: int
    text: str
    number: int = 0
    calls: int = 0


@dataclass(slots=True)
class Notes:
    """The notes of a text by label; ``prefix`` begins their anchors.

    Attributes:
        called: the notes that the text calls, in order; writing one may call others.
    """

    prefix: str = ""
    by_label: dict[str, Note] = field(default_factory=dict)
    called: list[Note] = field(default_factory=list)
    duplicates: list[Note] = field(default_factory=list)

    def call(self, label: str) -> tuple[int, str, str] | None:
        """Count a call of a note: its number, its anchor and the anchor of the call."""
        note = self.by_label.get(label)
        if note is None:
            return None
        if not note.number:
            self.called.append(note)
            note.number = len(self.called)
        note.calls += 1
        again = f"-{note.calls}" if note.calls > 1 else ""
        anchor = f"note-{self.prefix}-{note.number}"
        return note.number, anchor, f"appel-{self.prefix}-{note.number}{again}"

    def take_from(self, lines: list[str], first: int, last: int) -> None:
        """Take the definitions written between two lines (from 1), leaving those lines empty.

        A note goes on over the lines that follow it, up to an empty one; indented paragraphs
        after an empty line are still part of it.
        """
        index, fence = first - 1, ""
        while index < last:
            fence = _fence_after(lines[index], fence)
            found = None if fence else _DEFINITION.match(lines[index])
            end = _end_of_note(lines, index, last) if found else index + 1
            if found:
                self._keep(found, lines[index:end], index + 1)
                lines[index:end] = [""] * (end - index)
            index = end

    def _keep(self, found: re.Match[str], lines: list[str], number: int) -> None:
        text = "\n".join([lines[0][found.end() :], *(line.strip() for line in lines[1:])])
        note = Note(found.group(1), number, text)
        if note.label in self.by_label:
            self.duplicates.append(note)
        else:
            self.by_label[note.label] = note


def _fence_after(line: str, fence: str) -> str:
    """Give the mark of the code block that is open after a line; "" when none is."""
    mark = line.lstrip()[:3]
    if fence:
        return "" if mark == fence else fence
    return mark if mark in ("```", "~~~") else ""


def _end_of_note(lines: list[str], start: int, last: int) -> int:
    end = start + 1
    while end < last:
        line = lines[end]
        if not line.strip():
            follows = lines[end + 1] if end + 1 < last else ""
            if not follows.startswith(("    ", "\t")) or not follows.strip():
                break
        elif _DEFINITION.match(line):
            break
        end += 1
    return end
