"""From a question back to the lessons, and from a quiz back to earlier modules."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tiers_lieu_mooc.model.course import Course, Lesson, Module
from tiers_lieu_mooc.model.quiz import Bank, Correction, QuestionNode
from tiers_lieu_mooc.rendering import views

MOST_LESSONS = 3
"""More than that is no advice; the author can always name the one that counts."""

MOST_CANDIDATES = 3
"""Questions that a module's package carries for the reminder before its quiz."""

DISTANCES = (1, 3, 2)
"""Modules back, in the order in which a reminder is looked for: what was just learnt fades first,
what is three modules old needs it most; the rest follows."""

LIGHT_KINDS = frozenset({"qcu", "qcm", "vrai-faux"})
"""Answered with a tick or two; ``learner/js/tools/reminder.js`` has the same list."""


class Guide:
    """Knows where in a course each thing is taught."""

    def __init__(self, course: Course) -> None:
        self._lessons = {lesson.full_name: lesson for lesson in course.lessons}
        self._titles = {module.id: module.title for module in course.modules}

    def lessons_for(
        self, question: QuestionNode, owner: Module, *, module: str, lesson: str = ""
    ) -> tuple[views.Link, ...]:
        """Give the lessons to read again after a wrong answer.

        Args:
            question: as its author wrote it.
            owner: the module that its objectives belong to.
            module: identifier of the module in which it is asked; lessons of another one are
                given with its title.
            lesson: full name of the lesson in which it is asked: it is no lesson to go back to.
        """
        named = [self._lessons[name] for name in question.lessons if name in self._lessons]
        found = named or list(_serving(owner, question.objectives))
        return tuple(
            views.Link(each.full_name, self._title(each, module))
            for each in found
            if each.full_name != lesson
        )

    def _title(self, lesson: Lesson, module: str) -> str:
        if lesson.module == module:
            return lesson.title
        return f"{lesson.title} (module «\u00a0{self._titles[lesson.module]}\u00a0»)"


def _serving(module: Module, objectives: Sequence[str]) -> Iterator[Lesson]:
    """Give the lessons that serve most of the objectives, in reading order."""
    shared = [
        (-len({*lesson.objectives} & {*objectives}), place)
        for place, lesson in enumerate(module.lessons)
    ]
    most = sorted(each for each in shared if each[0])[:MOST_LESSONS]
    yield from (module.lessons[place] for place in sorted(place for _, place in most))


def earlier_questions(course: Course, module: Module) -> list[tuple[Module, QuestionNode]]:
    """Give the questions of earlier modules that can be asked again before a module's quiz.

    At most ``MOST_CANDIDATES``, each of another module as far as there are enough, by
    ``DISTANCES``; which one of a module depends on how many modules came before, so that each
    quiz asks another.
    """
    if module.bank is None or not module.bank.reminders:
        return []
    earlier = itertools.takewhile(lambda each: each is not module, course.modules)
    before = [each for each in earlier if each.bank is not None][::-1]
    order = itertools.chain(DISTANCES, range(max(DISTANCES) + 1, len(before) + 1))
    owners = (before[distance - 1] for distance in order if distance <= len(before))
    pools = ((owner, pool) for owner in owners if (pool := _light(owner.bank)))
    nearest = list(itertools.islice(pools, MOST_CANDIDATES))
    found = [
        (owner, pool[(len(before) + turn) % len(pool)])
        for turn in range(MOST_CANDIDATES)
        for owner, pool in nearest
        if turn < len(pool)
    ]
    return found[:MOST_CANDIDATES]


def _light(bank: Bank | None) -> list[QuestionNode]:
    """Give what is quick to answer, weighs little, and whose correction may be shown."""
    if bank is None or bank.correction is Correction.NEVER:
        return []
    return [
        each
        for each in bank.questions
        if each.kind in LIGHT_KINDS and each.points > 0 and not each.stem.media
    ]


def revisit_links(links: Sequence[views.Link]) -> Markup:
    """Write the way back to lessons, one paragraph each."""
    line = Markup('<p><a href="#{0}" data-lesson="{0}">Revoir la leçon\u00a0: {1}</a></p>')
    return Markup("").join(line.format(each.target, each.title) for each in links)
