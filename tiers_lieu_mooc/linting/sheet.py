"""The project sheet: fed by lessons, and short enough for one page."""

from __future__ import annotations

from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import Survey
from tiers_lieu_mooc.model.content import Fiche
from tiers_lieu_mooc.rules import sheet as rules

ONE_PAGE_LINES = 33
"""Lines of the one-page version on A4, names of fields included, as ``sheet.css`` prints it."""


def lint_sheet(survey: Survey, found: Findings) -> None:
    """Advise on sections that no lesson fills; warn of a one-page version that takes two."""
    sheet = survey.course.sheet
    blocks = (block for lesson in survey.lessons for block in lesson.blocks)
    steps = [block for block in blocks if isinstance(block, Fiche)]
    if sheet is None:
        if steps:
            found.add(rules.NO_SHEET, steps[0].at, section=steps[0].section)
        return
    fed = {step.section for step in steps}
    hungry = [section for section in sheet.sections if section.number not in fed]
    if hungry:
        names = ", ".join(f"{each.number} ({each.title})" for each in hungry)
        found.add(rules.UNFED_SECTION, hungry[0].at, sections=names)
    count = sum(1 + field.lines for field in sheet.fields if field.is_on_one_page)
    if count > ONE_PAGE_LINES:
        found.add(rules.ONE_PAGE_TOO_LONG, sheet.at, count=count, room=ONE_PAGE_LINES)
