"""Captions of videos: whether browsers read them, one after the other, up to the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.model.content import Recording
from tiers_lieu_mooc.model.course import Course, walk
from tiers_lieu_mooc.rules import media as rules

COVERED = 0.9
"""Share of the duration that the last caption must reach. Source: UX §3.5, check 12."""

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?\s*")
_LINE_END = re.compile(r"\r\n?|\n")
_DURATION = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*(?:min|mn))?\s*(?:(\d+)\s*s?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cue:
    line: int
    start_s: float
    end_s: float


def lint_captions(course: Course, found: Findings) -> None:
    """Look at the captions of every recording that has some."""
    seen: set[str] = set()
    for lesson in course.lessons:
        for block in walk(lesson.blocks):
            if isinstance(block, Recording) and block.captions and block.captions not in seen:
                seen.add(block.captions)
                _check(course, block, block.captions, found)


def _check(course: Course, recording: Recording, name: str, found: Findings) -> None:
    file = course.media.get(name)
    if file is None:
        return
    path = str(PurePosixPath(course.at.path).parent / name)
    cues = list(_cues(path, file.content.decode("utf-8", "replace"), found))
    end_s = 0.0
    for cue in cues:
        if cue.start_s < end_s:
            at = Position(path, cue.line)
            found.add(rules.CAPTIONS_OVERLAP, at, end=_written(end_s))
        end_s = max(end_s, cue.end_s)
    duration_s = _seconds(recording.duration)
    if duration_s and end_s < COVERED * duration_s:
        found.add(
            rules.CAPTIONS_SHORT,
            recording.at,
            end=_written(end_s),
            duration=recording.duration,
        )


def _cues(path: str, text: str, found: Findings) -> Iterator[_Cue]:
    """Give the captions that browsers show. Source: W3C, WebVTT, §4 and §6."""
    for block in _blocks(_LINE_END.split(text)):
        (number, line), *_ = [each for each in block if "-->" in each[1]] or [block[0]]
        if "-->" not in line:
            if block[0][0] > 1 and not re.match(r"(?:NOTE|STYLE|REGION)\b", block[0][1]):
                reason = "il n’a pas de ligne d’heures"
                found.add(rules.BAD_CAPTIONS, Position(path, number), reason=reason)
            continue
        times = _TIMES.fullmatch(line)
        if times is None:
            reason = "sa ligne d’heures est mal écrite"
            found.add(rules.BAD_CAPTIONS, Position(path, number), reason=reason)
            continue
        cue = _Cue(number, _moment(times.groups()[:4]), _moment(times.groups()[4:]))
        if cue.end_s <= cue.start_s:
            reason = "il finit avant de commencer"
            found.add(rules.BAD_CAPTIONS, Position(path, number), reason=reason)
        else:
            yield cue


def _blocks(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """Give the runs of lines between empty ones, each line with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _moment(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _seconds(duration: str) -> int:
    """Read a duration as typed, such as ``3 min 20 s``; 0 when it is none."""
    match = _DURATION.fullmatch(" ".join(duration.split()))
    if match is None:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _written(moment_s: float) -> str:
    minutes, seconds = divmod(moment_s, 60)
    return f"{int(minutes):02}:{seconds:06.3f}"
