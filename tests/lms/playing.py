"""Module 1 as learners play it: every answer right, every one wrong, or some in part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from playwright.sync_api import expect

from tests.lms.judging import Work, rows_of
from tests.lms.packages import Packages
from tests.lms.sitting import Sitting
from tests.support.learner import Learner
from tests.support.replies import Reply, partial, right, wrong
from tiers_lieu_mooc.model.course import Lesson
from tiers_lieu_mooc.model.quiz import (
    Gaps,
    Matching,
    MultipleChoice,
    Ordering,
    QuestionNode,
    Reflection,
    Sorting,
)

_DIVISIBLE = (Gaps, Matching, MultipleChoice, Ordering, Sorting)
_RESULTS = {"right": "correct", "wrong": "wrong", "partly": ""}


def reply_to(question: QuestionNode, play: str) -> Reply:
    """Give the answer of a play; partly: in part right where that can be, else right."""
    if play == "wrong":
        return wrong(question)
    in_part = partial(question) if play == "partly" and isinstance(question, _DIVISIBLE) else None
    return in_part or right(question)


def row_name(question: QuestionNode) -> str:
    """Give the name with which its interactions begin."""
    return question.id.replace("-", "_")


def results(questions: Iterable[QuestionNode], play: str) -> dict[str, str]:
    """Give what an LMS must hold of questions: their results by the names of their rows."""
    return {
        row_name(each): _RESULTS[play] if each.points else "neutral"
        for each in questions
        if not isinstance(each, Reflection)
    }


def do_lessons(learner: Learner, packages: Packages, lessons: Sequence[Lesson], play: str) -> None:
    """Answer all that these lessons ask, and end each."""
    bank, ordered = packages.bank, packages.module.lessons
    for lesson in lessons:
        open_lesson(learner, lesson)
        for question in lesson.questions:
            group = learner.question(question)
            learner.reply(reply_to(question, play), group)
            learner.check(group)
        place = ordered.index(lesson) + 1
        learner.finish_lesson(ordered[place].title if place < len(ordered) else bank.title)


def open_lesson(learner: Learner, lesson: Lesson) -> None:
    """Open a lesson from the plan, unless it is open already."""
    heading = learner.screen.get_by_role("heading", name=lesson.title, level=2)
    if not heading.is_visible():
        learner.open_from_plan(lesson.title)
    expect(heading).to_be_visible()


def begin_quiz(learner: Learner, packages: Packages, play: str) -> list[QuestionNode]:
    """Answer the quiz up to where its answers are sent, and give the questions that came."""
    bank = packages.bank
    if not learner.screen.get_by_role("heading", name=bank.title, level=2).is_visible():
        learner.open_from_plan(bank.title)
    again = learner.screen.get_by_role("button", name="Recommencer le quiz", exact=True)
    if again.is_visible():
        learner.hit(again)
    else:
        learner.start_quiz()
    expect(learner.screen.get_by_text("Question 1 sur")).to_be_visible()
    drawn = learner.take_quiz(bank.questions, {q.id: reply_to(q, play) for q in bank.questions})
    return [each for each in bank.questions if each.id in drawn]


def send_quiz(learner: Learner) -> None:
    """Send its answers; an LMS that lost its line takes the focus away."""
    learner.press("Envoyer mes réponses")
    expect(learner.screen.get_by_role("heading", name="Votre résultat")).to_be_visible()


def work_of(sitting: Sitting, rows: dict[str, str]) -> Work:
    """Give what was done in a sitting as it is shown now."""
    return Work(sitting.shown, rows, rows_of(sitting.told))
