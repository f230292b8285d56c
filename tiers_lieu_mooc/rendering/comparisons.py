"""What stands under a self-positioning that is compared with an earlier one."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.model.quiz import QuestionNode, SelfPositioning
from tiers_lieu_mooc.rendering import question_views
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.markup import inline


def comparison_of(
    question: QuestionNode, instance: str, course: Course, numbers: Mapping[str, int]
) -> Markup:
    """Write where both answers will be shown side by side; nothing for any other question.

    Args:
        instance: id of the question's element.
        numbers: permanent numbers by full name.
    """
    if not isinstance(question, SelfPositioning) or question.compares is None:
        return Markup("")
    earlier = next(each for each in _asked(course) if each.id == question.compares)
    view = question_views.Comparison(
        instance=instance,
        earlier=f"q-{earlier.id}",
        earlier_index=numbers[earlier.full_name],
        statements=tuple(inline(statement) for statement in question.statements),
        scale=question.scale,
    )
    return fill("comparison", view)


def _asked(course: Course) -> list[QuestionNode]:
    in_lessons = [question for lesson in course.lessons for question in lesson.questions]
    return [*in_lessons, *(question for bank in course.banks for question in bank.questions)]
