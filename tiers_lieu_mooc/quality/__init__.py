"""The state of a course as numbers: pure, from a course and its markup to measures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from tiers_lieu_mooc.linting.survey import survey_of
from tiers_lieu_mooc.linting.wording import SENTENCE_WORDS as LONG_SENTENCE_WORDS
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.quality.access import AccessSummary, access_summary
from tiers_lieu_mooc.quality.coverage import ModuleCoverage, coverage_of
from tiers_lieu_mooc.quality.freshness import NEAR_DAYS, AgeingFact, Freshness, ageing_facts
from tiers_lieu_mooc.quality.readings import Ease, LessonReading, reading_of
from tiers_lieu_mooc.quality.rooms import StateRoom, state_rooms
from tiers_lieu_mooc.quality.weights import (
    LESSON_BYTES,
    LINE_BITS_PER_S,
    MODULE_BYTES,
    PICTURE_BYTES,
    LessonWeight,
    MediumKind,
    MediumWeight,
    ModuleWeight,
    Rendered,
    lesson_weights,
    medium_weights,
    module_weight,
    seconds_of,
)

__all__ = [
    "LESSON_BYTES",
    "LINE_BITS_PER_S",
    "LONG_SENTENCE_WORDS",
    "MODULE_BYTES",
    "NEAR_DAYS",
    "PICTURE_BYTES",
    "AccessSummary",
    "AgeingFact",
    "Ease",
    "Freshness",
    "LessonReading",
    "LessonWeight",
    "MediumKind",
    "MediumWeight",
    "ModuleCoverage",
    "ModuleWeight",
    "Quality",
    "Rendered",
    "StateRoom",
    "quality_of",
    "seconds_of",
]


@dataclass(frozen=True, slots=True)
class Quality:
    """Everything that is measured of a course.

    Attributes:
        readings, lessons: one for each lesson, in reading order.
        facts: those that have a term, the nearest first.
        media: the heaviest first.
        rooms: for the course, then for each module if it has several.
    """

    measured_on: datetime.date
    facts: tuple[AgeingFact, ...]
    coverage: tuple[ModuleCoverage, ...]
    readings: tuple[LessonReading, ...]
    lessons: tuple[LessonWeight, ...]
    media: tuple[MediumWeight, ...]
    modules: tuple[ModuleWeight, ...]
    rooms: tuple[StateRoom, ...]
    access: AccessSummary


def quality_of(
    course: Course,
    rendered: Rendered,
    packages: Mapping[str, Mapping[str, bytes]],
    today: datetime.date,
) -> Quality:
    """Measure a course.

    Args:
        rendered: the markup of every lesson and quiz.
        packages: files of each module's SCORM 1.2 package, by the module's identifier.
        today: the day from which the terms of facts are counted.
    """
    survey = survey_of(course)
    return Quality(
        measured_on=today,
        facts=ageing_facts(survey, today),
        coverage=coverage_of(course),
        readings=tuple(reading_of(each) for each in survey.lessons),
        lessons=lesson_weights(course, rendered),
        media=medium_weights(course, rendered),
        modules=tuple(
            module_weight(course, module.title, packages[module.id]) for module in course.modules
        ),
        rooms=state_rooms(course),
        access=access_summary(survey),
    )
