"""The attestation: reached by the last missing act, printed on one sheet under a confirmed name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.replies import Placed
from tests.support.stage import Stage
from tests.support.whole_course import LESSONS, QUIZZES, SCALE, STATEMENTS, WholeCourse

pytestmark = pytest.mark.browser

RULE = "leçons: 80\nmoyenne: 60\nminimum: 40"
EASY = "leçons: 10\nmoyenne: 0\nminimum: 0\nautopositionnements: []"
"""Reached by the end of any one lesson."""

TITLES = [lesson.capitalize() for lessons in LESSONS.values() for lesson in lessons]
PARTNERS = "partenaires:\n  - nom: RTES\nversion: '1.0'\n"


def finish(learner: Learner, title: str) -> None:
    learner.open_from_plan(title)
    main = learner.screen.get_by_role("main")
    main.get_by_role("link", name=re.compile("^J’ai terminé")).click()
    expect(main.get_by_role("heading", name=title, level=2)).to_be_hidden()


def place(learner: Learner, title: str) -> None:
    learner.open_from_plan(title)
    group = learner.question("Où en êtes-vous" if title == "Depart" else "Et maintenant")
    learner.reply(Placed(tuple((each, SCALE[1]) for each in STATEMENTS)), group)
    learner.check(group)
    learner.sees("Réponse gardée.")


def take(learner: Learner, quiz: str, right: int) -> None:
    """Send a quiz of five questions with so many right answers."""
    learner.open_from_plan(quiz)
    learner.start_quiz()
    for number in range(1, 6):
        group = learner.screen.get_by_role("main").get_by_role("group").first
        group.get_by_label("Vrai" if number <= right else "Faux", exact=True).check()
        learner.press("Question suivante" if number < 5 else "Relire mes réponses")
    learner.send()


ACTS: dict[str, Callable[[Learner], None]] = {
    **{title: partial(finish, title=title) for title in TITLES[:8]},
    "before": lambda learner: place(learner, "Depart"),
    "after": lambda learner: place(learner, "Bilan"),
    "first quiz": lambda learner: take(learner, QUIZZES["comprendre"], 2),
    "second quiz": lambda learner: take(learner, QUIZZES["ecouter"], 4),
}
"""All that the rule asks for, and nothing more: 8 lessons of 10, 40 % and 80 %."""


def attestation(learner: Learner) -> Locator:
    learner.open_from_plan("Attestation de suivi")
    return learner.screen.get_by_role("main")


def name_field(learner: Learner) -> Locator:
    return learner.screen.get_by_role("textbox", name="Votre nom, tel qu’il sera imprimé")


@pytest.mark.parametrize("last", ["Paroles", "after", "first quiz"])
def test_the_last_missing_act_reaches_it(
    open_window: Open, preview: Stage, offer: Offer, last: str
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse(RULE))}-web"))
    learner = Learner(page)
    for name, act in ACTS.items():
        if name != last:
            act(learner)
    main = attestation(learner)
    expect(main.get_by_role("status")).to_have_text("Conditions remplies\u00a0: 2 sur 3.")
    expect(name_field(learner)).to_be_hidden()
    page.goto(f"{page.url.partition('#')[0]}#attestation/papier")
    expect(page.get_by_role("heading", name="Attestation de suivi", level=3)).to_have_count(0)
    ACTS[last](learner)
    main = attestation(learner)
    expect(main.get_by_role("status")).to_contain_text("Tout est rempli")
    expect(name_field(learner)).to_be_visible()


def test_the_page_says_what_is_asked_and_what_is_missing(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse(RULE))}-web"))
    learner = Learner(page)
    for title in TITLES[:3]:
        finish(learner, title)
    take(learner, QUIZZES["ecouter"], 3)
    main = attestation(learner)
    for text in (
        "Terminer au moins 80 % des leçons.",
        "Obtenir en moyenne au moins 60 % des points aux quiz, et au moins 40 % à chacun.",
        "ce n’est ni un diplôme ni une certification",
        "Terminées : 3. Demandées : 8.",
        "Moyenne : 30 %. Quiz sous 40 % : 1.",
        "Faits : 0 sur 2.",
    ):
        learner.sees(text)
    expect(main.get_by_role("progressbar", name="Leçons terminées")).to_have_attribute("value", "3")
    for summary in main.get_by_text("Voir ce qui manque").locator("visible=true").all():
        summary.click()
    links = [each.inner_text() for each in main.get_by_role("listitem").get_by_role("link").all()]
    assert links == [
        *TITLES[3:],
        QUIZZES["comprendre"],
        "Où en êtes-vous\u00a0?",
        "Et maintenant\u00a0?",
    ]
    main.get_by_role("link", name="Où en êtes-vous").click()
    expect(page.get_by_role("heading", name="Depart", level=2)).to_be_visible()


def test_the_name_of_the_lms_is_confirmed_and_comes_back(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(WholeCourse(EASY))}-scorm12")
    finish(learner, "Bienvenue")
    attestation(learner)
    given = name_field(learner).input_value()
    assert given
    assert "," not in given
    name_field(learner).fill("Anne-Marie Le Goff")
    learner.press("Voir mon attestation")
    paper = learner.screen.get_by_role("article", name="Attestation de suivi")
    expect(paper).to_contain_text("Anne-Marie Le Goff")
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    attestation(again)
    expect(name_field(again)).to_have_value("Anne-Marie Le Goff")


def test_the_sheet_prints_alone_on_one_page(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window(color_scheme="dark")
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.goto(preview.bare(f"{offer(WholeCourse(EASY, PARTNERS))}-web"))
    learner = Learner(page)
    finish(learner, "Bienvenue")
    attestation(learner)
    name_field(learner).fill("Camille Martin")
    learner.press("Voir mon attestation")
    expect(page.get_by_role("heading", name="Attestation de suivi", level=3)).to_be_focused()
    assert pages_of(page) == 1
    shown = on_paper(page)
    for words in (
        "Camille Martin",
        "a suivi le cours «\u00a0Un cours entier\u00a0», version 1.0.",
        "Le 1er\u00a0décembre\u00a02026.",
        "Durée indicative\u00a0: 35\u00a0min.",
        "Comprendre. Expliquer.",
        "Terminer au moins 10\u00a0% des leçons",
        "RTES",
        "n’est ni un diplôme ni une certification",
    ):
        assert words in shown
    for words in (
        "Ce qu’elle demande",
        "Imprimer",
        "Plan du cours",
        "Un texte.",
        "Camille Martin.",
    ):
        assert words not in shown
    assert colours(page) == {"rgb(0, 0, 0)"}
    page.emulate_media(media="null")
    learner.open_from_plan("Bienvenue")
    paper = on_paper(page)
    assert "Un texte." in paper
    assert "Camille Martin" not in paper


def on_paper(page: Page) -> str:
    """Give the words that a printer would put out."""
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


def pages_of(page: Page) -> int:
    """Count the pages that a printer would put out."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def colours(page: Page) -> set[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.certificate, .certificate *')]"
        ".map(element => getComputedStyle(element).color)"
    )
    return set(found)


def test_a_long_course_still_prints_on_one_page(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    objectives = "".join(
        f"  - O{number}: Expliquer à une personne du village ce que le projet change pour elle\n"
        for number in range(1, 6)
    )
    files = {
        f"{module}/module.yaml": f"titre: {module.capitalize()}, ou comment faire ensemble\n"
        f"objectifs:\n{objectives}leçons:\n"
        + "".join(f"  - {lesson}\n" for lesson in lessons)
        + (f"banque: {module}\n" if module in QUIZZES else "")
        for module, lessons in LESSONS.items()
    }
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse(EASY, PARTNERS, files))}-web"))
    learner = Learner(page)
    finish(learner, "Bienvenue")
    attestation(learner)
    name_field(learner).fill("Camille Martin")
    learner.press("Voir mon attestation")
    assert pages_of(page) == 1


def test_the_keyboard_is_led_through(open_window: Open, preview: Stage, offer: Offer) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse(EASY))}-web"))
    learner = Learner(page)
    finish(learner, "Bienvenue")
    attestation(learner)
    field = name_field(learner)
    field.press("Enter")
    expect(field).to_be_focused()
    expect(page.get_by_role("alert").locator("visible=true")).to_have_text("Écrivez votre nom.")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.press_sequentially("Inès")
    field.press("Enter")
    expect(page.get_by_role("heading", name="Attestation de suivi", level=3)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Imprimer mon attestation")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("Inès")


def test_an_attestation_that_is_not_open_is_announced_and_cannot_be_had(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    rule = f"{EASY}\nouverte: non\nannonce: Elle viendra avec la conclusion."
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse(rule))}-web"))
    learner = Learner(page)
    finish(learner, "Bienvenue")
    attestation(learner)
    learner.sees("Elle n’est pas encore proposée.")
    learner.sees("Elle viendra avec la conclusion.")
    learner.sees("Ce qu’elle demandera")
    expect(name_field(learner)).to_have_count(0)
    assert "a suivi le cours" not in page.content()


def test_packages_of_one_device_are_counted_together(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    name = offer(WholeCourse(RULE))
    page = open_window()
    page.goto(preview.bare(f"{name}-comprendre-web"))
    learner = Learner(page)
    finish(learner, "Definir")
    take(learner, QUIZZES["comprendre"], 5)
    page.goto(preview.bare(f"{name}-conclusion-web"))
    place(learner, "Bilan")
    main = attestation(learner)
    learner.sees("Terminées : 1. Demandées : 8.")
    learner.sees("Moyenne : 50 %. Quiz sous 40 % : 1.")
    learner.sees("Faits : 1 sur 2.")
    learner.sees("Ce que vous avez fait dans les autres parties est compté")
    main.get_by_text("Voir ce qui manque").first.click()
    learner.sees("Le reste est dans d’autres parties du cours.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible_and_fits(
    open_window: Open, preview: Stage, offer: Offer, scheme: str
) -> None:
    page = open_window(color_scheme=scheme)
    page.goto(preview.bare(f"{offer(WholeCourse(EASY, PARTNERS))}-web"))
    learner = Learner(page)
    main = attestation(learner)
    for summary in main.get_by_text("Voir ce qui manque").locator("visible=true").all():
        summary.click()
    look(page, "nothing done")
    finish(learner, "Bienvenue")
    attestation(learner)
    look(page, "reached")
    learner.press("Voir mon attestation")
    look(page, "no name")
    name_field(learner).fill("Camille Martin")
    learner.press("Voir mon attestation")
    look(page, "the sheet")


def look(page: Page, state: str) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 720})
        assert accessibility_faults(page) == [], f"{state}, {width} px"
        assert layout_faults(page) == [], f"{state}, {width} px"


def test_a_shared_computer_forgets_the_name(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(WholeCourse(EASY))}-scorm12")
    learner.screen.get_by_text("Enregistrement sur cet appareil", exact=True).click()
    learner.screen.get_by_label("Je suis sur un poste partagé").check()
    finish(learner, "Bienvenue")
    attestation(learner)
    given = name_field(learner).input_value()
    name_field(learner).fill("Anne-Marie Le Goff")
    learner.press("Voir mon attestation")
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    attestation(again)
    expect(name_field(again)).to_have_value(given)
