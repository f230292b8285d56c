"""What is known of the page's accessibility → the statement that every package carries."""

from __future__ import annotations

from tiers_lieu_mooc.accessibility import State, Tool, Trial
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.rendering import filters, special_views


def conformity(state: State) -> str:
    """Give the mention that every page carries. Source: law 2005-102, article 47."""
    return state.audit.verdict if state.audit else "pas d’audit à ce jour"


def statement_of(course: Course, state: State) -> special_views.StatementView:
    """Give what the statement of a course says. Outline: the model of the RGAA's obligations."""
    audit = state.audit
    return special_views.StatementView(
        course=course.title,
        publishers=filters.listed(partner.name for partner in course.partners),
        standard=state.standard,
        reviewed_on=filters.day(state.reviewed_on),
        verdict=audit.verdict if audit else "",
        audited_on=filters.day(audit.on) if audit else "",
        auditor=audit.by if audit else "",
        rate=filters.number(audit.rate) if audit else "",
        tools=filters.listed(map(_tool, state.tools)),
        checks=tuple(check.what for check in state.checks),
        done=tuple(_done(trial) for trial in state.trials if trial.done_on),
        undone=tuple(trial.name for trial in state.trials if not trial.done_on),
        limits=state.limits,
        contact=course.contact,
    )


def _tool(tool: Tool) -> str:
    return f"{tool.name} {tool.version}".strip()


def _done(trial: Trial) -> str:
    on = filters.day(trial.done_on) if trial.done_on else ""
    result = f"\u00a0: {trial.result}" if trial.result else ""
    return f"{trial.name}, le {on}{result}"
