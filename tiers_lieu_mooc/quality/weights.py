"""What lessons, media and packages weigh, against what a weak line can carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from scorm_export.archive import pack
from scorm_export.standard import FACTS, Standard
from tiers_lieu_mooc.bundling import media_in
from tiers_lieu_mooc.model.course import Course, Lesson
from tiers_lieu_mooc.reading import PICTURES, RECORDINGS

LESSON_BYTES = 300_000
"""Most that a lesson may weigh, pictures included. Source: course programme, § 10."""

PICTURE_BYTES = 60_000
"""Most that a picture may weigh. Source: course programme, § 10."""

MODULE_BYTES = 100_000
"""Most that the zip of a module may weigh without media and control documents. Source: the speed
and weight table of the architecture, § 8."""

LINE_BITS_PER_S = 400_000
"""The weak line that the project is measured on. Source: the same table."""


class MediumKind(StrEnum):
    """What a media file is to a learner; only pictures come with the text."""

    PICTURE = "picture"
    RECORDING = "recording"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class LessonWeight:
    """Bytes of a lesson as they travel, without compression.

    Attributes:
        on_demand: sound, video and documents, which come when they are asked for.
    """

    full_name: str
    title: str
    text: int
    pictures: int
    on_demand: int

    @property
    def whole(self) -> int:
        """Bytes that come when the lesson is read."""
        return self.text + self.pictures

    @property
    def is_within(self) -> bool:
        """Whether the lesson keeps to its budget."""
        return self.whole <= LESSON_BYTES


@dataclass(frozen=True, slots=True)
class MediumWeight:
    """A media file and what shows it: titles of lessons and quizzes, names of partners."""

    path: str
    kind: MediumKind
    size: int
    shown_in: tuple[str, ...]

    @property
    def budget(self) -> int | None:
        """Most bytes that it may weigh; None where the programme sets no limit."""
        return PICTURE_BYTES if self.kind is MediumKind.PICTURE else None

    @property
    def is_within(self) -> bool:
        """Whether it keeps to its budget, if it has one."""
        return self.budget is None or self.size <= self.budget


@dataclass(frozen=True, slots=True)
class ModuleWeight:
    """Bytes of a module's SCORM 1.2 package without media and control documents."""

    title: str
    size: int

    @property
    def is_within(self) -> bool:
        """Whether it keeps to its budget."""
        return self.size <= MODULE_BYTES


@dataclass(frozen=True, slots=True)
class Rendered:
    """Markup of what a course holds: lessons by full name, quizzes by their bank's identifier."""

    lessons: Mapping[str, str]
    quizzes: Mapping[str, str]


def seconds_of(size: int) -> float:
    """Give the time that so many bytes take on a weak line."""
    return size * 8 / LINE_BITS_PER_S


def lesson_weights(course: Course, rendered: Rendered) -> tuple[LessonWeight, ...]:
    """Weigh every lesson, in reading order; a picture counts in each lesson that shows it."""
    return tuple(_lesson(course, each, rendered.lessons[each.full_name]) for each in course.lessons)


def medium_weights(course: Course, rendered: Rendered) -> tuple[MediumWeight, ...]:
    """Weigh the media of a course, the heaviest first."""
    titled = [(each.title, rendered.lessons[each.full_name]) for each in course.lessons]
    titled += [(each.title, rendered.quizzes.get(each.id, "")) for each in course.banks]
    shown = [(title, media_in(html)) for title, html in titled]
    shown += [(each.name, {each.logo}) for each in course.partners]
    found = [
        MediumWeight(
            path=path,
            kind=kind_of(path),
            size=len(file.content),
            shown_in=tuple(title for title, paths in shown if path in paths),
        )
        for path, file in course.media.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.size, each.path)))


def module_weight(course: Course, title: str, files: Mapping[str, bytes]) -> ModuleWeight:
    """Weigh the files of a module's SCORM 1.2 package."""
    left_out = {*course.media, *FACTS[Standard.SCORM_12].control_documents}
    weighed = {name: content for name, content in files.items() if name not in left_out}
    return ModuleWeight(title, len(pack(weighed)))


def kind_of(path: str) -> MediumKind:
    """Tell what a media file is by its extension."""
    extension = PurePosixPath(path).suffix.lower()
    if extension in PICTURES:
        return MediumKind.PICTURE
    return MediumKind.RECORDING if extension in RECORDINGS else MediumKind.DOCUMENT


def _lesson(course: Course, lesson: Lesson, html: str) -> LessonWeight:
    sizes = dict.fromkeys(MediumKind, 0)
    for path in media_in(html):
        if path in course.media:
            sizes[kind_of(path)] += len(course.media[path].content)
    return LessonWeight(
        full_name=lesson.full_name,
        title=lesson.title,
        text=len(html.encode()),
        pictures=sizes[MediumKind.PICTURE],
        on_demand=sizes[MediumKind.RECORDING] + sizes[MediumKind.DOCUMENT],
    )
