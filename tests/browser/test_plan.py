"""The plan of the course: everything is in it, with how far the learner is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner, folded
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {"definir": "Un texte.\n", "voisins": "Un texte.\n", "suite": "La fin.\n"},
    "::: vrai-faux #oui\nOui ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n",
    files={"glossaire.md": "Lieu\n: Ici.\n"},
)


@pytest.fixture
def page(open_window: Open, preview: Stage, offer: Offer) -> Page:
    opened = open_window(viewport={"width": 320, "height": 640})
    opened.goto(preview.bare(f"{offer(COURSE)}-web"))
    return opened


def lines(page: Page) -> list[str]:
    plan = page.get_by_role("navigation", name="Plan du cours")
    return [folded(line) for line in plan.get_by_role("listitem").all_inner_texts()]


def test_the_plan_lists_every_page_and_says_how_far_the_learner_is(page: Page) -> None:
    learner = Learner(page)
    learner.open_from_menu("Plan du cours")
    assert lines(page)[:4] == [
        "Definir 2 min pas commencée",
        "Voisins 2 min pas commencée",
        "Suite 2 min pas commencée",
        "Le quiz pas commencé",
    ]
    assert {"Rechercher", "Glossaire", "À propos", "Accessibilité"} <= set(lines(page)[4:])
    learner.open_from_plan("Definir")
    learner.finish_lesson("Voisins")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.open_from_menu("Plan du cours")
    expect(page.get_by_text("commencé", exact=True)).to_be_visible()
    assert lines(page)[:4] == [
        "Definir 2 min ✔ terminée",
        "Voisins 2 min commencée",
        "Suite 2 min pas commencée",
        "Le quiz commencé",
    ]
    learner.open_from_plan("Le quiz")
    learner.question("Oui ?").get_by_label("Vrai").check()
    learner.press("Relire mes réponses")
    learner.send()
    page.reload()
    learner.open_from_menu("Plan du cours")
    expect(page.get_by_text("✔ meilleur score : 100 %")).to_be_visible()


def test_every_page_of_the_document_is_in_the_plan(page: Page) -> None:
    links = page.locator("#plan nav a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    pages = page.locator("[data-page]").evaluate_all("all => all.map(page => page.id)")
    assert links == [each for each in pages if each != "plan"]


def test_the_menu_says_where_the_learner_is(page: Page) -> None:
    learner = Learner(page)
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Plan du cours")
    expect(link).not_to_have_attribute("aria-current", "page")
    learner.open_from_menu("Plan du cours")
    expect(link).to_have_attribute("aria-current", "page")
    learner.open_from_plan("Suite")
    expect(link).not_to_have_attribute("aria-current", "page")


def test_the_plan_has_no_fault_and_fits_a_narrow_window(page: Page) -> None:
    learner = Learner(page)
    learner.open_from_plan("Definir")
    learner.open_from_menu("Plan du cours")
    assert accessibility_faults(page) == []
    assert layout_faults(page) == []
