"""``published-ids.txt``: one identifier a line, whose number is the line's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tiers_lieu_mooc.parsing.drafts import ReleasedDraft
from tiers_lieu_mooc.reading import Source

__all__ = ["released_lines"]

_PART = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME = rf"{_PART}/{_PART}"
_LINE = re.compile(
    rf"(?P<names>{_NAME}(?:\s*=\s*{_NAME})*)"
    r"(?:\s+retir[eé]e?(?:\s+le)?\s+(?P<day>\d{4}-\d{2}-\d{2}))?"
    r"(?:\s+\#.*)?"
)


def released_lines(source: Source) -> Iterator[ReleasedDraft]:
    """Give every line of ``published-ids.txt``, whatever it holds, but the empty end.

    A line is ``nom``, ``ancien = nouveau`` for what changed its name (the last one is in force),
    then perhaps ``retiré 2026-11-23``, then perhaps a comment after ``#``.
    """
    lines = source.text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    for number, line in enumerate(lines, start=1):
        at = source.at(number, 1, len(line))
        found = _LINE.fullmatch(line.strip())
        day = _day(found["day"]) if found else None
        if (
            found is None
            or (found["day"] and day is None)
            or found["names"].lower() != found["names"]
        ):
            yield ReleasedDraft(at, line.strip(), (), None)
            continue
        names = tuple(name.strip() for name in found["names"].split("="))
        yield ReleasedDraft(at, line.strip(), names, day)


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None
