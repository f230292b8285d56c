"""What the page about a course's quality shows, and how long its bars are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from tiers_lieu_mooc.preview.listing import grouped, summary
from tiers_lieu_mooc.preview.wording import EASES, FRESHNESS, MEDIA, TARGETS
from tiers_lieu_mooc.preview.workbench import CourseEntry, Shown
from tiers_lieu_mooc.quality import (
    LESSON_BYTES,
    LINE_BITS_PER_S,
    LONG_SENTENCE_WORDS,
    MODULE_BYTES,
    NEAR_DAYS,
    PICTURE_BYTES,
    Freshness,
    LessonReading,
    LessonWeight,
    Quality,
    StateRoom,
    seconds_of,
)

T = TypeVar("T")


@dataclass(frozen=True)
class Segment:
    """A part of a bar, in percent of its length; ``kind`` names its look."""

    kind: str
    start: float
    width: float


@dataclass(frozen=True)
class Bar(Generic[T]):
    """A row of a chart: what it is of, its segments, and a mark across it, in percent."""

    of: T
    segments: Sequence[Segment]
    mark: float


def quality_view(entry: CourseEntry, shown: Shown, editor: str = "") -> dict[str, object]:
    """Give everything that ``quality.html.j2`` expects."""
    about = [each for each in shown.findings if entry.is_about(each)]
    quality = entry.quality
    return {
        "course": entry,
        "findings": grouped(about, editor),
        "summary": summary(about),
        "token": shown.token,
        "is_stale": bool(shown.stale & set(entry.keys)) or bool(shown.trouble),
        "quality": quality,
        "measures": None if quality is None else _measures(quality),
        "access_summary": summary(each for each in about if each.code.startswith("access/")),
        "words": {"ease": EASES, "freshness": FRESHNESS, "media": MEDIA, "targets": TARGETS},
        "limits": {
            "near_days": NEAR_DAYS,
            "lesson": LESSON_BYTES,
            "picture": PICTURE_BYTES,
            "module": MODULE_BYTES,
            "sentence": LONG_SENTENCE_WORDS,
            "line_kbit": LINE_BITS_PER_S // 1_000,
        },
        "seconds_of": seconds_of,
    }


def _measures(quality: Quality) -> dict[str, object]:
    """Count what stands out, and lay the charts out."""
    rows = [row for module in quality.coverage for row in module.rows]
    facts = quality.facts
    return {
        "expired": [each for each in facts if each.freshness is Freshness.EXPIRED],
        "near": [each for each in facts if each.freshness is Freshness.NEAR],
        "later": [each for each in facts if each.freshness is Freshness.LATER],
        "unasked": sum(not row.asked for row in rows),
        "objectives": len(rows),
        "broken_promises": sum(not each.is_kept for each in quality.readings),
        "too_heavy": _beyond(quality.lessons) + _beyond(quality.media) + _beyond(quality.modules),
        "no_room": _beyond(quality.rooms),
        "reading_bars": reading_bars(quality.readings),
        "weight_bars": weight_bars(quality.lessons),
        "room_bars": room_bars(quality.rooms),
    }


class _Budgeted(Protocol):
    @property
    def is_within(self) -> bool: ...


def _beyond(measured: Iterable[_Budgeted]) -> int:
    return sum(not each.is_within for each in measured)


def reading_bars(readings: Sequence[LessonReading]) -> list[Bar[LessonReading]]:
    """Lay out the minutes that lessons can take, with the promise as a mark."""
    highest = [each.time.high if each.time else 0 for each in readings]
    scale = max([*highest, *(each.minutes for each in readings), 1])
    return [
        Bar(
            each,
            [_segment("range", each.time.low, each.time.high - each.time.low, scale)]
            if each.time
            else [],
            _percent(each.minutes, scale),
        )
        for each in readings
    ]


def weight_bars(lessons: Sequence[LessonWeight]) -> list[Bar[LessonWeight]]:
    """Lay out the bytes of lessons, text before pictures, with the budget as a mark."""
    scale = max([*(each.whole for each in lessons), LESSON_BYTES])
    return [
        Bar(
            each,
            [
                _segment("text", 0, each.text, scale),
                _segment("picture", each.text, each.pictures, scale),
            ],
            _percent(LESSON_BYTES, scale),
        )
        for each in lessons
    ]


def room_bars(rooms: Sequence[StateRoom]) -> list[Bar[StateRoom]]:
    """Lay out the part of its room that each state takes, with the whole room as a mark."""
    scale = max([*(each.share for each in rooms), 1.0])
    return [
        Bar(each, [_segment("state", 0, each.share, scale)], _percent(1, scale)) for each in rooms
    ]


def _segment(kind: str, start: float, width: float, scale: float) -> Segment:
    return Segment(kind, _percent(start, scale), _percent(width, scale))


def _percent(value: float, scale: float) -> float:
    return round(100 * value / scale, 2)
