"""Drawings of tests: a course with one of them, and what is found in it."""

from __future__ import annotations

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import MediaFile

__all__ = ["SVG", "checked", "inside", "refused", "with_drawing"]

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
"""A drawing, by its attributes and what it holds."""


def inside(*pieces: str) -> list[str]:
    """Make a drawing of each piece."""
    return [SVG.format("", piece) for piece in pieces]


def with_drawing(course: CourseBuilder, content: str | bytes) -> CourseBuilder:
    """Put a drawing in the one lesson of a course."""
    course.file("comprendre/media/plan.svg", content)
    return course.lesson("definir", "Un lieu.\n\n![Le plan.](media/plan.svg)\n")


def checked(
    course: CourseBuilder, content: str | bytes
) -> tuple[MediaFile | None, list[Diagnostic]]:
    """Check a course with one drawing; gives what would be packed, and what is amiss in it."""
    whole = check_course(with_drawing(course, content).write(), TODAY)
    found = [each for each in whole.found if each.at.path.endswith("plan.svg")]
    packed = whole.course.media.get("comprendre/media/plan.svg") if whole.course else None
    return packed, [each for each in found if each.code != "media/heavy"]


def refused(course: CourseBuilder, content: str | bytes) -> list[Diagnostic]:
    """Check that a drawing is refused; gives the findings, each of which has its place."""
    packed, found = checked(course, content)
    assert packed is None
    assert {each.code for each in found} == {"media/unsafe-svg"}
    assert all(each.at.line > 0 and each.at.column > 0 for each in found)
    return found
