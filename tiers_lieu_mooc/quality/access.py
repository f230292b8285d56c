"""What is known of a course's accessibility: the page's own state, and what the course brings."""

from __future__ import annotations

from dataclasses import dataclass

from tiers_lieu_mooc.accessibility import State, known_state
from tiers_lieu_mooc.linting.survey import Survey
from tiers_lieu_mooc.model.content import Figure, Recording


@dataclass(frozen=True, slots=True)
class AccessSummary:
    """Counts of what has an alternative, beside what was tried on the page that shows it.

    Attributes:
        state: checks and trials of the page, the same for every course.
        decorative: figures that are said to say nothing.
        described: figures with a long description.
        recordings: sounds and videos; each has a transcript, or the course would not be built.
        captioned: videos with captions.
        has_contact: whether learners are told where to report a difficulty.
    """

    state: State
    figures: int
    decorative: int
    described: int
    recordings: int
    captioned: int
    has_contact: bool

    @property
    def trials_done(self) -> int:
        """How many of the trials by hand have been done at least once."""
        return sum(trial.done_on is not None for trial in self.state.trials)


def access_summary(survey: Survey) -> AccessSummary:
    """Count what the lessons show."""
    blocks = [block for lesson in survey.lessons for block in lesson.blocks]
    figures = [block for block in blocks if isinstance(block, Figure)]
    recordings = [block for block in blocks if isinstance(block, Recording)]
    return AccessSummary(
        state=known_state(),
        figures=len(figures),
        decorative=sum(not each.alternative for each in figures),
        described=sum(each.description is not None for each in figures),
        recordings=len(recordings),
        captioned=sum(each.captions is not None for each in recordings),
        has_contact=bool(survey.course.contact),
    )
