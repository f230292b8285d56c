"""What must be there in the end: kept apart from the page's own account of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field


def precious(record: Mapping[str, str]) -> dict[str, str]:
    """Give what of a record a preview must leave alone."""
    names = ("suspend_data", "score", "interactions", "success")
    ends = {"completed", "passed", "failed"}
    return {
        element: value
        for element, value in record.items()
        if any(name in element for name in names) or value in ends
    }


@dataclass(eq=False)
class Answer:
    """An answer that the learner gave.

    Attributes:
        over: the answers that it took the place of, as far as the learner could see.
        is_owed: whether it must survive.
    """

    reading: str
    visit: Visit
    over: set[Answer] = field(default_factory=set)
    is_owed: bool = True


@dataclass(eq=False)
class Visit:
    """A package open in one window.

    Attributes:
        is_kept_here: whether the device may keep the work.
        state: the latest that the page handed to the LMS.
    """

    device: str
    is_kept_here: bool
    state: str = ""
    answers: list[Answer] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)


Place = tuple[str, int, str]
"""Device for open texts, else ""; permanent number; quiz attempt, else ""."""
UNKNOWN = "?"
"""The attempt of an answer on a device that keeps nothing."""


@dataclass
class Ledger:
    """All that the learner did in a session."""

    visits: list[Visit] = field(default_factory=list)
    answers: defaultdict[Place, list[Answer]] = field(default_factory=lambda: defaultdict(list))

    def visit(self, device: str, *, is_kept_here: bool) -> Visit:
        """A window opens."""
        self.visits.append(Visit(device, is_kept_here))
        return self.visits[-1]

    def give(self, visit: Visit, place: Place, before: str, reading: str) -> Answer:
        """Note an answer, or one that was handed in: it replaces those of this window, and what
        the learner saw."""
        known = self.answers[place]
        over = {each for each in known if each.visit is visit}
        if before not in {each.reading for each in over}:
            # It came from elsewhere; from where is known when only one answer reads like it.
            alike = [each for each in known if each.reading == before]
            over.update(alike if len(alike) == 1 else [])
        answer = Answer(reading, visit, over)
        known.append(answer)
        visit.answers.append(answer)
        return answer

    def finish(self, visit: Visit, lesson: int) -> None:
        """Note a lesson that was ended."""
        visit.finished.append(lesson)

    def forgive_unkept(self) -> None:
        """Owe nothing that only the LMS could keep: what it has in the end is looked at apart."""
        for visit in self.visits:
            if not visit.is_kept_here:
                visit.state = ""
                visit.finished.clear()
                for answer in visit.answers:
                    answer.is_owed = False

    def held(self) -> list[str]:
        """Every state that must be part of the last one."""
        return [visit.state for visit in self.visits]

    def finished(self) -> set[int]:
        """Lessons that must be done."""
        return {lesson for visit in self.visits for lesson in visit.finished}

    def allowed(self, place: Place) -> set[str]:
        """What a question may show in the end."""
        known = self.answers[place]
        replaced = {lost for each in known if each.is_owed for lost in _below(each)}
        found = {each.reading for each in known if each not in replaced}
        if place[2]:
            found |= {each.reading for each in self.answers.get((*place[:2], UNKNOWN), [])}
        return found if any(each.is_owed for each in known) else found | {""}


def _below(answer: Answer) -> set[Answer]:
    found: set[Answer] = set()
    left = [*answer.over]
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += each.over
    return found
