"""The ``:::`` lines of a text: a tree of containers and the plain lines between them.

One pass over the lines that matter, before any Markdown: so a missing closing line is seen, and
what follows it is still parsed. A container that is opened inside another needs fewer colons than
it (``::::`` outside, ``:::`` inside); anything else means that a closing line was forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scorm_export.diagnostic import Position, Rule
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import did_you_mean, fold
from tiers_lieu_mooc.rules import marks as marks_rules
from tiers_lieu_mooc.rules import text as rules

__all__ = ["ASIDES", "KINDS", "NAMES", "Container", "Lines", "Part", "parts_of"]

KINDS = {
    "qcu": "qcu",
    "choix-unique": "qcu",
    "qcm": "qcm",
    "choix-multiple": "qcm",
    "vrai-faux": "vrai-faux",
    "reponse-courte": "réponse-courte",
    "numerique": "numérique",
    "appariement": "appariement",
    "association": "appariement",
    "ordre": "ordre",
    "ordonner": "ordre",
    "trous": "trous",
    "texte-a-trous": "trous",
    "classement": "classement",
    "positionnement": "positionnement",
    "reflexion": "réflexion",
}
"""Question kinds by folded name, synonyms included. Source: UX §1.4, rule 1."""

ASIDES = {
    "objectifs": "objectifs",
    "scene": "scène",
    "essentiel": "essentiel",
    "fait": "fait",
    "a-vous": "à-vous",
    "prudence": "prudence",
    "etude-de-cas": "étude-de-cas",
    "deniche": "déniché",
    "ressources": "ressources",
}
_OTHERS = {
    "fiche": "fiche",
    "webinaire": "webinaire",
    "video": "vidéo",
    "audio": "audio",
    "figure": "figure",
    "question": "question",
    "quiz": "quiz",
}
NAMES = KINDS | ASIDES | _OTHERS
"""Every container by folded name."""

_EMPTY_ONES = frozenset({"question", "quiz"})
_MARK = re.compile(r"^([ \t]*)(:{2,}|`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_BRACES = re.compile(r"\{([^{}]*)\}(.*)")
_WORD = re.compile(r"\S+")
_DEEPEST = 6
_MOST_FINDINGS = 20


@dataclass(slots=True)
class Lines:
    """Plain lines, from ``first`` to ``last`` included."""

    first: int
    last: int


@dataclass(slots=True)
class Container:
    """A container as opened and closed.

    Attributes:
        name: as in the model; "" when it is unknown.
        typed: the name as typed.
        argument: what follows the name, identifier taken out.
        identifier: what follows ``#``; "" when none was given.
        line: of the opening; ``last`` is the last line of the body.
        parts: what the body is made of; questions have one run of lines.
    """

    name: str
    typed: str
    argument: str
    identifier: str
    line: int
    colons: int
    last: int = 0
    parts: list[Part] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        """Whether the container is one of the eleven kinds."""
        return self.name in _KIND_NAMES


Part = Lines | Container
_KIND_NAMES = frozenset(KINDS.values())


def parts_of(sheet: Sheet, first: int) -> list[Part]:
    """Cut a text, from line ``first`` on, into containers and plain lines; report what is amiss."""
    scan = _Scan(sheet, first)
    scan.run()
    return scan.root.parts


class _Scan:
    """One pass over the marks of a text."""

    def __init__(self, sheet: Sheet, first: int) -> None:
        self._sheet = sheet
        self._start = first
        self.root = Container("", "", "", "", 0, 1_000_000)
        self._open = [self.root]
        self._next = first
        self._fence = ""
        self._count = 0

    def run(self) -> None:
        """Read every mark, then close what is still open."""
        text = "\n".join(self._sheet.body)
        line, before = 1, 0
        for mark in _MARK.finditer(text):
            line += text.count("\n", before, mark.start())
            before = mark.start()
            if line >= self._start:
                self._read(line, mark)
        last = len(self._sheet.lines)
        self._end_empty_one(last + 1)
        self._take_lines(last)
        for container in reversed(self._open[1:]):
            container.last = last
            self._report_unclosed(container, last, "à la fin du fichier")

    def _read(self, line: int, mark: re.Match[str]) -> None:
        indent, marks, rest = mark.groups()
        if marks[0] != ":":
            self._read_fence(marks, rest, is_code=_is_wide(indent))
        elif not self._fence and marks == "::":
            self._read_short(line, indent, rest)
        elif not self._fence:
            if _is_wide(indent):
                self._add(rules.INDENTED_CONTAINER, self._sheet.at(line, len(indent) + 1))
            elif rest.strip():
                self._read_opening(line, len(indent), marks, rest)
            else:
                self._read_closing(line, len(indent), marks)

    def _read_short(self, line: int, indent: str, rest: str) -> None:
        """Read a line that is one colon short, if it can only have been meant for more."""
        is_opening = bool(rest.strip()) and bool(_container(rest, line, 3).name)
        is_closing = not rest.strip() and len(self._open) > 1
        if _is_wide(indent) or not (is_opening or is_closing):
            return
        marks = ":::" if is_opening else ":" * self._open[-1].colons
        at = self._sheet.at(line, len(indent) + 1, 2)
        mended = f"{marks} {rest.strip()}".rstrip()
        self._add(marks_rules.SHORT_MARKS, at, marks=marks, line=mended)
        if is_opening:
            self._read_opening(line, len(indent), marks, rest)
        else:
            self._read_closing(line, len(indent), marks)

    def _read_fence(self, marks: str, rest: str, *, is_code: bool) -> None:
        if self._fence:
            is_end = marks[0] == self._fence[0] and len(marks) >= len(self._fence)
            if is_end and not rest.strip():
                self._fence = ""
        elif not is_code and not (marks[0] == "`" and "`" in rest):
            self._fence = marks

    def _read_opening(self, line: int, indent: int, marks: str, rest: str) -> None:
        self._end_empty_one(line)
        colons = len(marks)
        while len(self._open) > 1 and self._cannot_hold(self._open[-1], colons):
            self._report_unclosed(self._close(line - 1), line, f"avant la ligne {line}")
        self._take_lines(line - 1)
        container = _container(rest, line, colons)
        if not container.name:
            self._report_unknown(container, line, indent + colons)
        if len(self._open) > _DEEPEST:
            self._add(rules.TOO_DEEP, self._sheet.at(line, indent + 1, colons))
        else:
            self._open[-1].parts.append(container)
        self._open.append(container)
        self._next = line + 1

    @staticmethod
    def _cannot_hold(container: Container, colons: int) -> bool:
        return container.is_question or colons >= container.colons

    def _read_closing(self, line: int, indent: int, marks: str) -> None:
        self._end_empty_one(line, len(marks))
        depth = self._depth_for(len(marks))
        if depth is None:
            at = self._sheet.at(line, indent + 1, len(marks))
            self._add(rules.STRAY_CLOSING, at, marks=marks)
            self._take_lines(line - 1)
        else:
            while len(self._open) > depth + 1:
                self._report_unclosed(self._close(line - 1), line, f"avant la ligne {line}")
            self._close(line - 1)
        self._next = line + 1

    def _depth_for(self, colons: int) -> int | None:
        """Find the open container that a closing line is for: same colons, else the innermost."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].colons == colons:
                return depth
            if self._open[depth].colons > colons:
                break  # and those around it have still more
        innermost = len(self._open) - 1
        is_longer = innermost > 0 and colons > self._open[innermost].colons
        is_question = innermost > 0 and self._open[innermost].is_question
        return innermost if is_longer or is_question else None

    def _end_empty_one(self, line: int, colons: int = 0) -> None:
        """Close ``::: question`` and ``::: quiz``, whose closing line may be left out."""
        container = self._open[-1]
        if container.name in _EMPTY_ONES and container.colons != colons:
            self._close(container.line)
            self._next = container.line + 1
            self._take_lines(line - 1)

    def _close(self, last: int) -> Container:
        self._take_lines(last)
        closed = self._open.pop()
        closed.last = last
        return closed

    def _add(self, rule: Rule, at: Position, **values: object) -> None:
        """Record a finding, up to a number beyond which the next ones say nothing more."""
        self._count += 1
        if self._count < _MOST_FINDINGS:
            self._sheet.add(rule, at, **values)
        elif self._count == _MOST_FINDINGS:
            self._sheet.add(rules.TOO_MANY_MARKS, at, count=_MOST_FINDINGS)

    def _take_lines(self, last: int) -> None:
        if self._next <= last:
            self._open[-1].parts.append(Lines(self._next, last))
        self._next = last + 1

    def _report_unclosed(self, container: Container, line: int, where: str) -> None:
        if container.name in _EMPTY_ONES:
            return
        opened, marks = container.line, ":" * container.colons
        at = self._sheet.at(max(line, opened), 1)
        self._add(
            rules.UNCLOSED_CONTAINER,
            at,
            name=container.typed,
            opened=opened,
            marks=marks,
            where=where,
        )

    def _report_unknown(self, container: Container, line: int, after: int) -> None:
        typed = container.typed
        start = self._sheet.lines[line - 1].find(typed, after) + 1
        known = sorted(set(NAMES.values()), key=fold)
        self._add(
            rules.UNKNOWN_CONTAINER,
            self._sheet.at(line, start, len(typed)),
            name=typed,
            suggestion=did_you_mean(typed, known),
            known=", ".join(known),
        )


def _is_wide(indent: str) -> bool:
    return len(indent) > 3 or "\t" in indent


def _container(rest: str, line: int, colons: int) -> Container:
    """Read an opening line: ``qcu #id``, ``{.qcu #id}``, ``{qcu} #id``, ``prudence Un titre``."""
    rest = rest.strip().rstrip(":").strip().replace("#", " #", 1)
    braces = _BRACES.fullmatch(rest)
    if braces:
        rest = f"{braces.group(1).strip().removeprefix('.')} {braces.group(2)}"
    name, typed, argument = _name_in(rest)
    identifier = ""
    if name in _KIND_NAMES or argument.startswith("#"):
        argument, identifier = _without_identifier(argument)
    return Container(name, typed, argument.strip(), identifier, line, colons)


def _name_in(rest: str) -> tuple[str, str, str]:
    """Find the longest run of words that is a container's name."""
    ends = [found.end() for found in _WORD.finditer(rest)][:4]
    for end in reversed(ends):
        name = NAMES.get(fold(rest[:end]))
        if name is not None:
            return name, rest[:end], rest[end:].strip()
    end = ends[0] if ends else 0
    return "", rest[:end], rest[end:].strip()


def _without_identifier(argument: str) -> tuple[str, str]:
    before, mark, after = argument.partition("#")
    if not mark:
        return argument, ""
    identifier, _, rest = after.strip().partition(" ")
    return f"{before} {rest}", identifier
