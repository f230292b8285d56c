"""Leaving in the middle: the same question, the same draw, the same order, the same answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.cmi import record_of
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.learner import Learner, asked_in
from tests.support.replies import right, wrong
from tests.support.sheet_course import KEPT as TEXT_KEPT
from tests.support.sheet_course import SHEET_COURSE
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Commits, Stage
from tiers_lieu_mooc.model.quiz import QuestionNode

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
DRAWN = SmallCourse({"definir": "Un texte.\n"}, bank=eleven_questions(), quiz="tirage: 6")

Return = Callable[[Page, Learner, Commits], Page]


@pytest.fixture
def questions(tmp_path: Path) -> dict[str, QuestionNode]:
    """The questions of the small bank by their words."""
    return {asked_in(each): each for each in questions_of(DRAWN, tmp_path)}


def by_button(page: Page, learner: Learner, _: Commits) -> Page:
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    page.get_by_role("button", name="Quitter et relancer").click()
    return page


def by_reload(page: Page, _: Learner, __: Commits) -> Page:
    page.reload()
    return page


def by_closing(page: Page, _: Learner, commits: Commits) -> Page:
    context, address = page.context, page.url
    commits.forget()
    page.close()
    commits.wait_for_an_end()
    again = context.new_page()
    again.goto(address)
    return again


def looks(learner: Learner) -> tuple[str, list[list[object]]]:
    """Give the words of the question and its fields as they stand, in the order they stand in."""
    group = learner.screen.get_by_role("main").get_by_role("group").first
    fields: list[list[object]] = group.evaluate(
        "group => [...group.querySelectorAll('input, select, textarea, [data-step]')]"
        ".map(field => [field.textContent, field.value, field.checked])"
    )
    return learner.shown(), fields


def walk(learner: Learner, total: int) -> list[tuple[str, list[list[object]]]]:
    """Look at every question from the first to the last."""
    while learner.screen.get_by_role("button", name="Question précédente").is_visible():
        learner.press("Question précédente")
    seen = [looks(learner)]
    for step in range(2, total + 1):
        learner.press("Question suivante")
        expect(learner.screen.get_by_text(f"Question {step} sur {total}")).to_be_focused()
        seen.append(looks(learner))
    return seen


@BOTH
@pytest.mark.parametrize("leave", [by_button, by_reload, by_closing])
def test_a_quiz_left_in_the_middle_comes_back_as_it_was(
    open_player: OpenPlayer,
    offer: Offer,
    commits: Commits,
    questions: dict[str, QuestionNode],
    target: str,
    leave: Return,
) -> None:
    page, learner = open_player(f"{offer(DRAWN)}-{target}")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    for answer in (right, wrong, right):
        asked = next(each for words, each in questions.items() if words.startswith(learner.shown()))
        learner.reply(answer(asked), learner.question(learner.shown()))
        learner.press("Question suivante")
    before = walk(learner, 6)
    assert len({words for words, _ in before}) == 6
    for _ in range(3):
        learner.press("Question précédente")
    # An answer is the last thing that happens: it must not push the place out of the state.
    asked = next(each for words, each in questions.items() if words.startswith(learner.shown()))
    learner.reply(wrong(asked), learner.question(learner.shown()))
    before[2] = looks(learner)
    page = leave(page, learner, commits)
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_text("Question 3 sur 6")).to_be_visible()
    assert looks(again) == before[2]
    assert walk(again, 6) == before
    assert record_of(page).core[core_name(target, "entry")] == "resume"


def core_name(target: str, element: str) -> str:
    return f"cmi.core.{element}" if target == "scorm12" else f"cmi.{element}"


def test_a_draw_by_tag_takes_what_it_says(
    open_player: OpenPlayer, offer: Offer, questions: dict[str, QuestionNode]
) -> None:
    rules = "tirage:\n  - étiquette: choix\n    nombre: 2\n  - étiquette: liste\n    nombre: 1"
    _, learner = open_player(f"{offer(SmallCourse(DRAWN.lessons, DRAWN.bank, rules))}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.sees("3 questions, sans limite de temps.")
    learner.start_quiz()
    tags = Counter(
        tag
        for shown, _ in walk(learner, 3)
        for words, each in questions.items()
        if words.startswith(shown)
        for tag in each.tags
    )
    assert tags == {"choix": 2, "liste": 1}


def test_an_order_that_is_not_shuffled_is_the_authors(
    open_player: OpenPlayer, offer: Offer, questions: dict[str, QuestionNode]
) -> None:
    course = SmallCourse(DRAWN.lessons, eleven_questions(options="mélanger : non"), "mélanger: non")
    _, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    shown = [words for words, _ in walk(learner, COUNT)]
    assert all(words.startswith(seen) for words, seen in zip(questions, shown, strict=True))
    while learner.screen.get_by_role("button", name="Question précédente").is_visible():
        learner.press("Question précédente")
    words = learner.screen.get_by_role("main").get_by_role("listitem").all_inner_texts()
    assert words == ["Le hasard", "Le collectif", "La météo", "Je ne sais pas"]


@pytest.mark.parametrize("leave", [by_reload, by_closing])
def test_a_lesson_comes_back_with_its_answers_and_verdicts(
    open_player: OpenPlayer, offer: Offer, commits: Commits, leave: Return
) -> None:
    course = SmallCourse({"debut": "Un texte.\n", "definir": eleven_questions()})
    page, learner = open_player(f"{offer(course)}-scorm2004-4")
    learner.open_from_plan("Definir")
    asked = learner.question("Qui décide dans un tiers-lieu ?")
    asked.get_by_label("La météo").check()
    learner.check(asked)
    learner.sees("Non, pas la météo.")
    learner.question("Que peut-on y faire ?").get_by_label("Cuisiner").check()
    page = leave(page, learner, commits)
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    asked = again.question("Qui décide dans un tiers-lieu ?")
    expect(asked.get_by_label("La météo")).to_be_checked()
    again.sees("Non, pas la météo.")
    again.sees("Il vous reste 1 essai.")
    expect(again.question("Que peut-on y faire ?").get_by_label("Cuisiner")).to_be_checked()


@pytest.mark.parametrize("leave", [by_button, by_closing])
def test_what_is_said_of_a_text_is_said_again_when_it_comes_back(
    open_player: OpenPlayer, offer: Offer, commits: Commits, leave: Return
) -> None:
    course = SmallCourse({"debut": "Un texte.\n", "definir": eleven_questions()})
    page, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Definir")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Un café.")
    learner.sees(TEXT_KEPT)
    page = leave(page, learner, commits)
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.question("Décrivez un lieu").get_by_role("textbox")).to_have_value("Un café.")
    again.sees(TEXT_KEPT)


@pytest.mark.parametrize("leave", [by_button, by_closing])
@pytest.mark.parametrize("section", ["Le quiz", "Ma fiche"])
def test_leaving_from_what_is_no_lesson_leads_back_there(
    open_player: OpenPlayer, offer: Offer, commits: Commits, leave: Return, section: str
) -> None:
    """A quiz that was not begun, and the project sheet."""
    course = replace(SHEET_COURSE, bank=eleven_questions())
    page, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Rever")
    learner.open_from_plan(section)
    page = leave(page, learner, commits)
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_role("heading", name=section, level=2, exact=True)).to_be_visible()


def test_a_quiz_that_was_left_for_a_lesson_comes_back_at_its_question(
    open_player: OpenPlayer, offer: Offer, commits: Commits
) -> None:
    quoted = "::: question comprendre/qcm\n:::\n"
    page, learner = open_player(f"{offer(replace(DRAWN, lessons={'definir': quoted}))}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    for step in (2, 3):
        learner.press("Question suivante")
        learner.sees(f"Question {step} sur 6")
    learner.open_from_plan("Definir")
    learner.open_from_plan("Le quiz")
    page = by_closing(page, learner, commits)
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_text("Question 3 sur 6")).to_be_visible()


def test_a_sent_quiz_comes_back_with_its_result(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(DRAWN)}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    walk(learner, 6)
    learner.press("Relire mes réponses")
    learner.send()
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    again.open_from_plan("Le quiz")
    expect(again.screen.get_by_role("heading", name="Votre résultat")).to_be_visible()
    again.sees("Il vous reste 2 essais.")


def test_a_republished_package_keeps_the_answers_of_the_older_one(
    open_window: Open, preview: Stage, tmp_path: Path, offer: Offer
) -> None:
    """A lesson more, another order: answers hang on permanent numbers."""
    names = "".join(f"comprendre/{each}\n" for each in ("definir", "lieu", "qcu"))
    question = eleven_questions().partition("::: qcm")[0]
    published = {"published-ids.txt": names}
    old = SmallCourse({"definir": question, "lieu": "Un texte.\n"}, files=published)
    name = offer(old)
    page = open_window()
    page.goto(preview.player(f"{name}-scorm12"))
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label("La météo").check()
    learner.finish_lesson("Lieu")
    fresh = {"nouvelle": "Autre.\n", "lieu": "Un texte.\n", "definir": question}
    preview.show(SmallCourse(fresh, files=published).write(tmp_path, name))
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_role("heading", name="Lieu", level=2)).to_be_visible()
    again.sees("1 leçon terminée sur 3")
    again.open_from_plan("Definir")
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
