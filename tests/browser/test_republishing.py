"""A newer package takes the older one's place in the middle of the work: nothing is lost."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.support.cmi import record_of
from tests.support.eleven_kinds import eleven_questions
from tests.support.learner import Learner, asked_in
from tests.support.releases import KINDS, NAMES, NEW, Release, keeps
from tests.support.replies import Typed, partial, right, wrong
from tests.support.saved_state import read_state
from tests.support.stage import Stage
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.course import permanent_numbers
from tiers_lieu_mooc.model.quiz import QuestionNode

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])


class Desk:
    """A learner's place at work, whose package can be replaced under their hands."""

    def __init__(self, stage: Stage, page: Page, root: Path, target: str) -> None:
        self._stage = stage
        self._root = root
        self._name = f"republie-{root.name[-12:].strip('-_0').replace('_', '-')}"
        self._versions = 0
        self.page = page
        self.target = target
        self.questions: dict[str, QuestionNode] = {}
        self.numbers: dict[str, int] = {}

    @property
    def learner(self) -> Learner:
        return Learner(self.page.frame_locator("[data-frame]"))

    def launch(self, release: Release) -> Learner:
        """Put a release on show, and open it or come back to it."""
        self._versions += 1
        folder = release.write(self._root / str(self._versions), self._name)
        self._stage.show(folder)
        course = check_course(folder, datetime.date.today()).course
        assert course is not None
        found = [each for lesson in course.lessons for each in lesson.questions]
        found += [each for bank in course.banks for each in bank.questions]
        self.questions = {each.id: each for each in found}
        self.numbers = permanent_numbers(course)
        if self._versions == 1:
            self.page.goto(self._stage.player(f"{self._name}-{self.target}"))
        else:
            self.page.reload()
        expect(self.learner.screen.locator("[data-ready]").first).to_be_attached()
        return self.learner

    def state(self) -> dict[str, Any]:
        """Read what the LMS holds."""
        text = record_of(self.page).core["cmi.suspend_data"]
        return read_state(text, self.learner.screen)

    def core(self, element: str) -> str:
        """Give a value that the LMS holds, "" for none."""
        prefix = "cmi.core." if self.target == "scorm12" else "cmi."
        return record_of(self.page).core.get(prefix + element, "")

    def shown(self) -> QuestionNode:
        """Tell which question of the quiz is on the screen."""
        words = self.learner.shown()
        return next(
            each
            for each in self.questions.values()
            if asked_in(each).startswith(words) and each.id.startswith(("b-", "neuve-b"))
        )


@pytest.fixture
def desk(open_window: Open, preview: Stage, tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    target: str = request.node.callspec.params["target"]
    return Desk(preview, open_window(), tmp_path, target)


def ticked(learner: Learner, about: str) -> list[str]:
    """Give the words of what is ticked in a question."""
    boxes = learner.question(about).locator("li").filter(has=learner.screen.locator(":checked"))
    return [" ".join(text.split()) for text in boxes.all_inner_texts()]


def play_half(desk: Desk) -> list[str]:
    """Do the lesson, begin the quiz; give the questions of the quiz that were answered."""
    learner = desk.learner
    learner.open_from_plan("Definir")
    for name in KINDS.split():
        question = desk.questions[name]
        group = learner.question(question)
        reply = partial(question) or right(question)
        learner.reply(wrong(question) if name == "qcu" else reply, group)
        if name != "texte":
            learner.check(group)
    learner.finish_lesson("Quiz")
    learner.start_quiz()
    answered: list[str] = []
    for _ in range(3):
        asked = desk.shown()
        learner.reply(right(asked), learner.question(asked))
        answered.append(asked.id)
        learner.press("Question suivante")
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    return answered


def walk(desk: Desk) -> dict[str, Any]:
    """Go through the quiz under way; give the looks of each question's fields."""
    learner = desk.learner
    previous = learner.screen.get_by_role("button", name="Question précédente")
    while previous.is_visible():
        previous.click()
    seen: dict[str, Any] = {}
    following = learner.screen.get_by_role("button", name="Question suivante", exact=True)
    while True:
        group = learner.screen.get_by_role("main").get_by_role("group").first
        seen[desk.shown().id] = group.evaluate(
            "group => [...group.querySelectorAll('input, select, textarea, [data-step]')]"
            ".map(field => field.checked ? field.value : field.type === 'radio' || "
            "field.type === 'checkbox' ? '' : field.value || field.textContent)"
        )
        if not following.is_visible():
            return seen
        following.click()


def cut(text: str, opening: str) -> str:
    """Take the question that opens so out of a text."""
    start = text.index(opening)
    return text[:start] + text[text.index("\n:::\n", start) + 5 :]


def moved_lines() -> list[str]:
    """Say that « definir » and its questions went to the other module, two of them retired."""
    lines = list(NAMES)
    for place in range(12):
        lines[place] += f" = lancer/{NAMES[place].partition('/')[2]}"
    lines[3] = f"{NAMES[3]} retiré 2026-11-23"
    return lines


def rewritten(lines: list[str], answered: list[str]) -> Release:
    """Give a version where everything that may change has changed."""
    lesson = cut(eleven_questions(), "::: vrai-faux #vrai-faux")
    lesson = lesson.replace("Qui décide dans un tiers-lieu ?", "Au fait, qui décide ?")
    lesson = lesson.replace("- [ ] La météo", "- [ ] Le temps qu’il fait")
    bank = eleven_questions("b-")
    gone = next(
        kind for kind in ("qcm", "paires", "ordre", "nombre") if f"b-{kind}" not in answered
    )
    number = NAMES.index(f"comprendre/b-{gone}")
    lines[number] = f"{NAMES[number]} retiré 2026-11-23"
    bank = cut(bank, opening_of(bank, f"b-{gone}"))
    news = ["lancer/neuve", "comprendre/neuve-b-1", "comprendre/neuve-b-2"]
    bank = NEW.format(name="neuve-b-1") + bank + NEW.format(name="neuve-b-2")
    return Release(
        home="lancer",
        lesson=NEW.format(name="neuve") + lesson,
        bank=bank,
        quiz="tirage: 4",
        lines=[*lines, *news],
    )


def opening_of(text: str, name: str) -> str:
    """Give the line that opens a question."""
    return next(line for line in text.splitlines() if line.endswith(f" #{name}"))


@BOTH
def test_a_newer_package_finds_every_answer_score_and_status(desk: Desk, target: str) -> None:
    desk.launch(Release())
    answered = play_half(desk)
    desk.page.get_by_role("button", name="Quitter et relancer").click()
    expect(desk.learner.screen.get_by_text("Question 4 sur 6")).to_be_visible()
    seen, before = walk(desk), desk.state()
    status = desk.core("lesson_status") or desk.core("completion_status")
    learner = desk.launch(rewritten(moved_lines(), answered))
    assert desk.core("entry") == "resume"
    after = desk.state()
    keeps(after, before)
    assert (desk.core("lesson_status") or desk.core("completion_status")) == status
    # The attempt goes on where it was, with the questions that were answered.
    learner.sees("sur 4")
    asked = walk(desk)
    assert len(asked) == 4
    for name in answered:
        assert asked[name] == seen[name]
    learner.sees("1 leçon terminée sur 3")
    finds_the_lesson(desk)
    keeps(desk.state(), before)


def finds_the_lesson(desk: Desk) -> None:
    """See that the lesson has moved and that all that was done in it has moved along."""
    learner = desk.learner
    learner.open_from_plan("Definir")
    assert ticked(learner, "Au fait, qui décide") == ["Le hasard"]
    expect(learner.question("Que peut-on y faire").get_by_label("Réparer")).to_be_checked()
    learner.sees("Il vous reste 1 essai.")
    answers = desk.state()["questions"]
    for name in ("qcm", "mot", "nombre", "paires", "ordre", "trous", "rangement", "echelle"):
        record = answers[str(desk.numbers[f"lancer/{name}"])]
        assert record["answer"] is not None
        assert record["checked"] == 1
    text = right(desk.questions["texte"])
    assert isinstance(text, Typed)
    field = learner.question("Décrivez un lieu").get_by_role("textbox")
    expect(field).to_have_value(text.text)


@BOTH
def test_going_on_after_a_republication_ends_as_it_should(desk: Desk, target: str) -> None:
    desk.launch(Release())
    answered = play_half(desk)
    learner = desk.launch(rewritten(moved_lines(), answered))
    before = desk.state()
    asked = walk(desk)
    for name in (each for each in asked if each not in answered):
        previous = learner.screen.get_by_role("button", name="Question précédente")
        while previous.is_visible():
            previous.click()
        while desk.shown().id != name:
            learner.press("Question suivante")
        learner.reply(right(desk.questions[name]), learner.question(desk.questions[name]))
    while learner.screen.get_by_role("button", name="Question suivante", exact=True).is_visible():
        learner.press("Question suivante")
    learner.press("Relire mes réponses")
    learner.send()
    learner.sees("Quiz réussi : 100 % des points.")
    keeps(desk.state(), before)


@BOTH
def test_a_quiz_that_was_passed_stays_passed_whatever_is_asked_now(desk: Desk, target: str) -> None:
    first = Release(quiz="tirage: 6\nseuil: 60\ntentatives: 2")
    learner = desk.launch(first)
    learner.open_from_plan("Quiz")
    learner.start_quiz()
    replies = {name: right(each) for name, each in desk.questions.items()}
    learner.take_quiz(
        [each for each in desk.questions.values() if each.id.startswith("b-")], replies
    )
    learner.send()
    learner.sees("Quiz réussi : 100 % des points.")
    learner.is_sent()
    before = desk.state()
    score = desk.core("score.raw")
    status = desk.core("lesson_status") or desk.core("success_status")
    assert status == "passed"
    # Other questions, other right answers, a higher mark, fewer attempts.
    bank = "".join(NEW.format(name=f"neuve-b-{number}") for number in range(4))
    names = [f"comprendre/neuve-b-{number}" for number in range(4)]
    bank += (
        eleven_questions("b-")
        .replace("- [ ] Le hasard", "- [x] Le hasard")
        .replace("- [x] Le collectif", "- [ ] Le collectif")
    )
    harder = replace(
        first, bank=bank, quiz="tirage: 9\nseuil: 90\ntentatives: 1", lines=[*NAMES, *names]
    )
    learner = desk.launch(harder)
    learner.open_from_plan("Quiz")
    learner.sees("Quiz réussi : 100 % des points.")
    for words in ("Votre meilleur score : 100 %.", "Il vous reste 0 essai"):
        learner.sees(words)
    expect(learner.screen.get_by_role("button", name="Recommencer le quiz")).to_be_hidden()
    keeps(desk.state(), before)
    assert desk.core("score.raw") == score
    assert (desk.core("lesson_status") or desk.core("success_status")) == status


def told(desk: Desk) -> list[str]:
    """Give the questions that the result of the quiz tells, the same in its list and below it."""
    screen = desk.learner.screen
    listed: list[str] = screen.locator("[data-quiz-outcomes]").evaluate(
        "list => [...list.querySelectorAll('a[data-slot=title]')]"
        ".map(link => JSON.parse(document.getElementById(link.hash.slice(1)).dataset.key).id)"
    )
    below = screen.locator("[data-quiz-questions] > [data-question]:visible")
    ids = [json.loads(str(each.get_attribute("data-key")))["id"] for each in below.all()]
    assert sorted(listed) == sorted(ids)
    return [each.replace("_", "-") for each in listed]


def sit(desk: Desk, *, skipped: int = 0) -> list[str]:
    """Take the quiz that is open, one question left without an answer; give what was asked."""
    bank = [each for each in desk.questions.values() if each.id.startswith(("b-", "neuve-b"))]
    answered = {each.id: right(each) for each in bank}
    asked: list[str] = []
    learner = desk.learner
    while True:
        shown = desk.shown()
        if len(asked) != skipped:
            learner.reply(answered[shown.id], learner.question(shown))
        asked.append(shown.id)
        following = learner.screen.get_by_role("button", name="Question suivante", exact=True)
        if not following.is_visible():
            break
        following.click()
    learner.press("Relire mes réponses")
    learner.send()
    return asked


@BOTH
def test_a_finished_quiz_tells_the_questions_it_asked_and_no_other(desk: Desk, target: str) -> None:
    small = Release(quiz="tirage: 3")
    learner = desk.launch(small)
    learner.open_from_plan("Quiz")
    learner.start_quiz()
    asked = sit(desk)
    assert len(asked) == 3
    assert told(desk) == asked
    news = [f"neuve-b-{number}" for number in range(4)]
    bank = "".join(NEW.format(name=name) for name in news) + eleven_questions("b-")
    lines = [*NAMES, *(f"comprendre/{name}" for name in news)]
    learner = desk.launch(replace(small, bank=bank, lines=lines, quiz="tirage: 13"))
    learner.open_from_plan("Quiz")
    learner.sees("Votre résultat")
    assert sorted(told(desk)) == sorted(asked)
    # A second attempt, then every question in one draw: what only the first asked stays out.
    learner = desk.launch(replace(small, bank=bank, lines=lines))
    learner.open_from_plan("Quiz")
    learner.press("Recommencer le quiz")
    again = sit(desk, skipped=1)
    assert len(again) == 3
    learner = desk.launch(replace(small, bank=bank, lines=lines, quiz="tirage: 15"))
    learner.open_from_plan("Quiz")
    learner.sees("Votre résultat")
    assert sorted(told(desk)) == sorted(again)


@BOTH
def test_an_answer_that_no_longer_fits_is_asked_again_and_costs_nothing(
    desk: Desk, target: str
) -> None:
    desk.launch(Release())
    play_half(desk)
    before = desk.state()
    lesson = eleven_questions()
    lesson = lesson.replace("3. Écrire les statuts", "3. Écrire les statuts\n4. Ouvrir la porte")
    lesson = lesson.replace("::: qcm #qcm", "::: ordre #qcm").replace(
        "- [x] Réparer\n  > Oui, réparer.\n- [x] Cuisiner\n  > Oui, cuisiner.\n"
        "- [ ] Dormir toute la semaine\n  > Non, pas dormir.\n",
        "1. Réparer\n2. Cuisiner\n3. Dormir\n",
    )
    learner = desk.launch(Release(lesson=lesson))
    keeps(desk.state(), before)
    learner.open_from_plan("Definir")
    asked = desk.questions["ordre"]
    learner.reply(right(asked), learner.question(asked))
    learner.check(learner.question(asked))
    learner.sees("✔ Juste")
    keeps(desk.state(), before, desk.numbers["comprendre/ordre"])
