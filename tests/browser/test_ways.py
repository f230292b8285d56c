"""Links inside the page lead where they say, and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

TERMS = "".join(f"Terme {number}\n: Voir [[Terme {number + 1}]].\n\n" for number in range(1, 40))
FACTS = """\
B{number}:
  énoncé: Le fait numéro {number}.
  source: un rapport
  date: 2023
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-05-04
"""
COURSE = SmallCourse(
    {
        "definir": (
            "Un long texte.\n\n" * 60
            + "Voici le [[Terme 30]], un fait [@B25] et une note[^1].\n\n"
            + "Encore du texte.\n\n" * 60
            + "[^1]: La note en bas.\n"
        ),
        "suite": "La [leçon d’avant](definir.md).\n",
    },
    files={
        "glossaire.md": TERMS + "Terme 40\n: Le dernier.\n",
        "faits.yaml": "".join(FACTS.format(number=number) for number in range(1, 31)),
    },
)


@pytest.fixture
def course(open_player: OpenPlayer, offer: Offer) -> tuple[Page, Learner]:
    """A package as an LMS opens it: nothing in the address but the file."""
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.follow("Definir")
    return page, learner


def test_a_term_is_shown_where_it_stands_and_the_way_back_leads_to_its_link(
    course: tuple[Page, Learner],
) -> None:
    _, learner = course
    learner.follow("Terme 30")
    learner.follow("Voir dans le glossaire")
    term = learner.screen.get_by_role("term").filter(has_text="Terme 30")
    expect(term).to_be_in_viewport()
    expect(term).to_be_focused()
    learner.follow("Terme 31")
    expect(learner.screen.get_by_role("term").filter(has_text="Terme 31")).to_be_focused()
    learner.press("Revenir à la page précédente")
    learner.press("Revenir à la page précédente")
    link = learner.screen.get_by_role("link", name="Voir dans le glossaire")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()


def test_a_fact_leads_to_its_source_and_back(course: tuple[Page, Learner]) -> None:
    _, learner = course
    learner.follow("Source B25")
    learner.follow("Voir dans la liste des sources")
    source = learner.screen.get_by_role("term").filter(has_text="B25")
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    learner.press("Revenir à la page précédente")
    link = learner.screen.get_by_role("link", name="Voir dans la liste des sources")
    expect(link).to_be_focused()


def test_a_note_is_shown_without_leaving_the_lesson(course: tuple[Page, Learner]) -> None:
    _, learner = course
    learner.screen.locator("[role=doc-noteref]").click()
    expect(learner.screen.get_by_text("La note en bas.")).to_be_in_viewport()
    expect(learner.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()


def test_going_back_from_the_first_link_comes_to_where_the_package_opened(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.follow("Definir")
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    again.open_from_menu("Plan du cours")
    again.screen.get_by_role("heading", name="Plan du cours", level=2).wait_for()
    again.screen.locator("html").evaluate("() => history.back()")
    expect(again.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()


def test_a_link_leads_to_the_other_lesson_and_an_address_opens_its_lesson(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/suite")
    learner = Learner(page)
    expect(page.get_by_role("heading", name="Suite", level=2)).to_be_visible()
    learner.follow("leçon d’avant")
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("link", name="leçon d’avant")).to_be_focused()
    page.get_by_role("link", name="Aller au contenu").press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
