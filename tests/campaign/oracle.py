"""What must be there in the end: kept apart from the page's own account of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

_CLAIM = re.compile(r"Enregistré|gardées? sur cet appareil|reste sur cet appareil")
_DOUBT = "Enregistrement…"


def is_claim(said: str) -> bool:
    """Whether the line about saving says that the work is safe."""
    return _CLAIM.search(said) is not None and _DOUBT not in said


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
        claimed: the latest of which the page said that it was safe.
    """

    device: str
    is_kept_here: bool
    state: str = ""
    claimed: str = ""
    answers: list[Answer] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    unclaimed: list[Answer] = field(default_factory=list)
    unclaimed_ends: list[int] = field(default_factory=list)

    def look(self, said: str, state: str) -> None:
        """Take note of what the page handed over and said."""
        self.state = state or self.state
        if is_claim(said):
            self.claimed = self.state
            self.unclaimed.clear()
            self.unclaimed_ends.clear()

    def die(self) -> None:
        """Forgive what was lost with the window, where the page never said that it was safe."""
        if self.is_kept_here:
            return
        self.state = self.claimed
        for answer in self.unclaimed:
            answer.is_owed = False
        for lesson in self.unclaimed_ends:
            self.finished.remove(lesson)


Place = tuple[str, int, str]
"""Device for open texts, else ""; permanent number; quiz attempt, else ""."""


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
        visit.unclaimed.append(answer)
        return answer

    def finish(self, visit: Visit, lesson: int) -> None:
        """Note a lesson that was ended."""
        visit.finished.append(lesson)
        visit.unclaimed_ends.append(lesson)

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
