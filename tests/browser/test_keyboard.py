"""Everything can be done without a mouse, and the focus is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.learner import Learner, asked_in
from tests.support.replies import partial, right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage
from tests.support.typist import Typist

pytestmark = pytest.mark.browser

UNLIMITED = eleven_questions(options="essais : illimité")
COURSE = SmallCourse(
    {"definir": UNLIMITED, "suite": "La fin.\n"},
    bank=eleven_questions("q-"),
    quiz="mélanger: non",
)


def submit(learner: Learner, group: Locator) -> Locator:
    return learner.screen.locator("[data-question]").filter(has=group).locator("[data-hand-in]")


def open_from_plan(learner: Learner, typist: Typist, title: str) -> None:
    menu = learner.screen.get_by_role("navigation", name="Menu")
    typist.act(menu.get_by_role("link", name="Plan du cours"))
    expect(learner.screen.get_by_role("heading", name="Plan du cours", level=2)).to_be_focused()
    plan = learner.screen.get_by_role("navigation", name="Plan du cours")
    typist.act(plan.get_by_role("link", name=title, exact=True))
    expect(learner.screen.get_by_role("heading", name=title, level=2)).to_be_focused()


def region(learner: Learner, group: Locator) -> Locator:
    return learner.screen.locator("[data-question]").filter(has=group).get_by_role("status").last


@pytest.fixture
def desk(open_window: Open, preview: Stage, offer: Offer) -> tuple[Page, Learner, Typist]:
    page = open_window()
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    return page, Learner(page), Typist(page)


def test_every_kind_is_answered_wrong_then_partly_then_right(
    desk: tuple[Page, Learner, Typist], tmp_path: Path
) -> None:
    _, learner, typist = desk
    open_from_plan(learner, typist, "Definir")
    for question in questions_of(COURSE, tmp_path)[:COUNT]:
        group = learner.question(question)
        verdicts = [("✘ À revoir", wrong(question)), ("✔ Juste", right(question))]
        some = partial(question)
        if some is not None:
            verdicts.insert(1, ("◐ En partie juste", some))
        for words, answer in verdicts:
            typist.reply(answer, group)
            typist.act(submit(learner, group))
            expect(submit(learner, group)).to_be_focused()
            if question.points:
                expect(region(learner, group)).to_contain_text(words)
    typist.act(learner.screen.get_by_role("link", name="J’ai terminé, continuer"))
    expect(learner.screen.get_by_role("heading", name="Suite", level=2)).to_be_focused()


def test_a_quiz_of_every_kind_is_taken_read_again_changed_and_sent(
    desk: tuple[Page, Learner, Typist], tmp_path: Path
) -> None:
    _, learner, typist = desk
    screen = learner.screen
    open_from_plan(learner, typist, "Le quiz")
    typist.act(typist.button("Commencer le quiz"))
    questions = questions_of(COURSE, tmp_path)[COUNT:]
    for step, question in enumerate(questions, start=1):
        expect(screen.get_by_text(f"Question {step} sur {COUNT}")).to_be_focused()
        assert asked_in(question).startswith(learner.shown())
        typist.reply(partial(question) or right(question), learner.question(learner.shown()))
        if step < COUNT:
            typist.act(typist.button("Question suivante"))
    typist.act(typist.button("Question précédente"))
    expect(screen.get_by_text(f"Question {COUNT - 1} sur {COUNT}")).to_be_focused()
    typist.act(typist.button("Question suivante"))
    typist.act(typist.button("Relire mes réponses"))
    expect(screen.get_by_role("heading", name="Relire mes réponses")).to_be_focused()
    typist.act(typist.button("Modifier la réponse 3"))
    expect(screen.get_by_text(f"Question 3 sur {COUNT}")).to_be_focused()
    typist.reply(wrong(questions[2]), learner.question(learner.shown()))
    for _ in range(COUNT - 3):
        typist.act(typist.button("Question suivante"))
    typist.act(typist.button("Relire mes réponses"))
    typist.act(typist.button("Envoyer mes réponses"))
    expect(screen.get_by_role("heading", name="Votre résultat")).to_be_focused()
    # 1 + 1/2 + 0 + 1/2 + 1/2 + 1/2 + 1/3 + 1/2 + 2/3 of 9 points.
    learner.sees("Quiz à reprendre : 50 % des points. Il en faut 60 %.")
    typist.act(typist.button("Recommencer le quiz"))
    expect(screen.get_by_text(f"Question 1 sur {COUNT}")).to_be_focused()


@pytest.mark.parametrize("name", ["mot", "nombre", "trous"])
def test_enter_in_a_field_checks_the_answer_and_leaves_the_focus_on_the_question(
    open_window: Open, preview: Stage, offer: Offer, name: str, tmp_path: Path
) -> None:
    course = SmallCourse({"definir": eleven_questions(options="essais : 1")})
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(course)}-web')}#comprendre/definir")
    learner, typist = Learner(page), Typist(page)
    question = next(each for each in questions_of(course, tmp_path) if each.id == name)
    group = learner.question(question)
    typist.reply(wrong(question), group)
    typist.to(group.get_by_role("textbox"))
    typist.press("Enter")
    expect(region(learner, group)).to_contain_text("✘ À revoir")
    expect(group.get_by_role("textbox").first).to_be_disabled()
    inside = learner.screen.locator("[data-question]").filter(has=group).locator(":focus")
    expect(inside).to_have_count(1)


def test_enter_in_a_field_of_a_quiz_corrected_at_once_keeps_the_focus(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    course = SmallCourse(
        {"debut": "Un texte.\n"},
        bank=eleven_questions("q-"),
        quiz="retour: immédiat\nmélanger: non\ntirage:\n  - étiquette: écrit\n    nombre: 3",
    )
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(course)}-web')}#comprendre/quiz")
    learner, typist = Learner(page), Typist(page)
    typist.act(typist.button("Commencer le quiz"))
    field = learner.question("Quelle réunion").get_by_role("textbox")
    typist.to(field)
    page.keyboard.type("conseil")
    typist.press("Enter")
    learner.sees("Il prépare seulement.")
    expect(field).to_be_disabled()
    typist.act(typist.button("Question suivante"))
    expect(page.get_by_text("Question 2 sur 3")).to_be_focused()


def test_enter_in_a_field_hands_in_what_is_in_it_once(
    desk: tuple[Page, Learner, Typist],
) -> None:
    """A key that stays down, or comes up in another place than it went down in, is no answer."""
    page, learner, typist = desk
    page.goto(f"{page.url}#comprendre/definir")
    group = learner.question("Quelle réunion approuve les comptes ?")
    tries = learner.screen.locator(".question").filter(has=group)
    typist.to(group.get_by_role("textbox"))
    page.keyboard.type("assemblée générale")
    for _ in range(3):
        page.keyboard.down("Enter")
    expect(region(learner, group)).to_be_empty()
    page.keyboard.up("Enter")
    expect(region(learner, group)).to_contain_text("✔ Juste")
    typist.press("Tab")
    expect(region(learner, group)).to_contain_text("✔ Juste")
    expect(tries).to_have_attribute("data-tries", "1")
    page.keyboard.down("Enter")
    typist.to(group.get_by_role("textbox"))
    page.keyboard.up("Enter")
    expect(tries).to_have_attribute("data-tries", "2")


def test_the_first_stop_skips_to_the_content(desk: tuple[Page, Learner, Typist]) -> None:
    page, learner, typist = desk
    typist.act(learner.screen.get_by_role("link", name="Aller au contenu"))
    expect(learner.screen.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_plan_leads_to_the_open_section_too(desk: tuple[Page, Learner, Typist]) -> None:
    _, learner, typist = desk
    for _ in range(2):
        open_from_plan(learner, typist, "Suite")


def test_hints_open_and_the_way_out_keeps_the_focus(desk: tuple[Page, Learner, Typist]) -> None:
    page, learner, typist = desk
    page.goto(f"{page.url}#comprendre/definir")
    typist.act(learner.screen.get_by_text("Indice 1"))
    learner.sees("ils sont plusieurs.")
    typist.act(typist.button("Enregistrer et quitter"))
    expect(learner.screen.get_by_text("Vous pouvez fermer cette fenêtre.")).to_be_focused()
