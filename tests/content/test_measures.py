"""The measures of the course, whose parts are tested with the linter and the quality report."""

from __future__ import annotations

from tests.content.measures import measures_of
from tiers_lieu_mooc.building import Checked
from tiers_lieu_mooc.model.course import Course


def test_every_lesson_is_measured_once_in_order(checked: Checked, real: Course) -> None:
    measures = measures_of(checked)
    assert [each.lesson for each in measures] == [each.full_name for each in real.lessons]
    for each in measures:
        assert 1 <= each.sentence <= each.longest
        assert each.least <= each.most
        assert each.at.startswith(f"courses/tiers-lieux-ruraux/{each.lesson}.md:")
