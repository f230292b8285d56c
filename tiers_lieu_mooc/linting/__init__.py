"""What a course could do better, beyond being well formed: pure, from a course to findings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from scorm_export.diagnostic import Diagnostic, by_place
from tiers_lieu_mooc.linting.accessibility import lint_accessibility
from tiers_lieu_mooc.linting.captions import lint_captions
from tiers_lieu_mooc.linting.facts import lint_facts
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.questions import lint_questions
from tiers_lieu_mooc.linting.sheet import lint_sheet
from tiers_lieu_mooc.linting.survey import survey_of
from tiers_lieu_mooc.linting.template import lint_template
from tiers_lieu_mooc.linting.wording import lint_wording
from tiers_lieu_mooc.model.course import Course

__all__ = ["lint"]

_NO_SOURCES: Mapping[str, str] = MappingProxyType({})


def lint(
    course: Course,
    today: datetime.date,
    sources: Mapping[str, str] = _NO_SOURCES,
    *,
    is_advice_wanted: bool = True,
) -> list[Diagnostic]:
    """Look at accessibility, pedagogy and facts.

    Args:
        course: whole, as assembled.
        today: the day that facts must still be fresh on.
        sources: texts by the path that positions show; with them, a finding about words points
            at these words, without them at the block that holds them.
        is_advice_wanted: a build, which never shows advice, does without the rules that give
            nothing else.

    Returns:
        Findings sorted by place; those of severity ``INFO`` are advice, shown on demand.
    """
    survey = survey_of(course)
    found = Findings(survey.pieces, sources)
    lint_accessibility(survey, found)
    lint_captions(course, found)
    lint_facts(survey, today, found)
    lint_questions(survey, found)
    lint_template(survey, found)
    lint_sheet(survey, found)
    if is_advice_wanted:
        lint_wording(survey, found)
    return by_place(found.report)
